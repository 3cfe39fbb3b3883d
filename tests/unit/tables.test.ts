// Small groups at tables: mixing sectors and rotating.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sectors } from '#lib/people/people.ts';
import { foldTables, latecomers, mixSectors, noTables, rotated } from '#lib/people/tables.ts';

const tables = ['x', 'y', 'z'].map((id) => ({ id, name: id, host: null }));
const seats = Array.from({ length: 14 }, (_, index) => ({ id: `s${index}`, sector: sectors[index % 4]! }));

/** The same numbers every time. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

test('everybody gets a table, tables differ by one seat, and every sector is spread as evenly as it can be', () => {
	for (let seed = 1; seed < 50; seed++) {
		const seated = mixSectors(seats, tables, seeded(seed));
		assert.is(Object.keys(seated).length, seats.length);
		const sizes = tables.map(({ id }) => Object.values(seated).filter((table) => table === id).length);
		assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, String(sizes));
		for (const sector of sectors) {
			const spread = tables.map(
				({ id }) => seats.filter((seat) => seat.sector === sector && seated[seat.id] === id).length
			);
			assert.ok(Math.max(...spread) - Math.min(...spread) <= 1, `${sector} ${spread}`);
		}
	}
});

test('everybody but the hosts moves on to the next table, and round all tables comes back', () => {
	const hosted = tables.map((table, index) => ({ ...table, host: `s${index}` }));
	const start = { s0: 'x', s1: 'y', s2: 'z', s3: 'x', s4: 'z' };
	const once = rotated({ tables: hosted, seated: start });
	assert.equal(once, { s0: 'x', s1: 'y', s2: 'z', s3: 'y', s4: 'x' });
	const thrice = [1, 2].reduce((seated) => rotated({ tables: hosted, seated }), once);
	assert.equal(thrice, start);
});

test('who has no table yet sits where the fewest of their sector are, then where the fewest people are; nobody else moves', () => {
	const people = [
		{ id: 's0', sector: 'ngo' as const },
		{ id: 's1', sector: 'ngo' as const },
		{ id: 's2', sector: 'public' as const },
		{ id: 's3', sector: 'public' as const },
		{ id: 'late', sector: 'ngo' as const }
	];
	const seated = { s0: 'x', s1: 'y', s2: 'z', s3: 'z' };
	assert.equal(latecomers({ tables, seated }, people), { late: 'z' }, 'no one of an organisation sits at z');
	const two = tables.slice(0, 2);
	assert.equal(latecomers({ tables: two, seated: { s0: 'x', s1: 'y', s2: 'x', s3: 'x' } }, people), { late: 'y' });
	assert.equal(latecomers({ tables, seated: {} }, people.slice(0, 2)), { s0: 'x', s1: 'y' });
	assert.equal(latecomers({ tables: [], seated: {} }, people), {});
});

test('ending the tables brings everyone back into one circle', () => {
	const made = foldTables(noTables, { type: 'tables.made', tables, seated: { s0: 'x' }, choice: true });
	assert.equal(foldTables(made, { type: 'tables.ended' }), noTables);
});

test.run();

// 9: what was to be kept until a day is erased after it by itself, with everything that belongs to it, and the organiser can see that it was.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { recommendationSchema } from '#lib/recommendation/desk.ts';
import { App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { unitsOf } from './scan.ts';
import { setStage, type Stage } from './stage.ts';

/** The stage’s session was held on 5 November 2026 and is kept for 60 months. */
const lastDay = Date.parse('2031-11-05T20:00:00+01:00');
const dayAfter = Date.parse('2031-11-06T00:30:00+01:00');
const log = pino({ level: 'silent' });
const draft = 'Tajemnica z karteczki 7f3a9c';

let stage: Stage;
let now = Date.parse('2026-11-05T10:00:00+01:00');
const open = () => App.open(readConfig({ DATA_DIR: stage.dataDirectory, TZ: 'Europe/Warsaw' }, false), log, () => now);

/** One that quotes a sticky and a decision of the session. */
const recommendationFor = (record: string) =>
	v.parse(recommendationSchema, {
		schema: 'narada-recommendation',
		version: 1,
		id: 'recommendation',
		createdAt: now,
		changedAt: now,
		status: 'accepted',
		kind: 'none',
		model: null,
		title: 'Sklep',
		records: [{ id: record, title: 'Próba', date: '2026-11-05', closedAt: now }],
		evidence: [
			{ record, cite: 's0', stance: 'for', quote: draft },
			{ record, cite: 'd0', stance: 'for', quote: 'Zaczynamy w marcu' }
		]
	});

/** Units of the data folder in which a text lies. */
const where = async (text: string) =>
	(await unitsOf(stage.dataDirectory)).filter(({ bytes }) => bytes.includes(text)).map((unit) => unit.where);

/** A closed session with a sticky, a named ballot, a picture, and a recommendation that quotes it. */
async function hold(app: App): Promise<void> {
	const live = await app.sessions.live(stage.session);
	const [first] = stage.participants;
	const seat = live.seat(first!.seat)!;
	const leader = live.seat(stage.facilitator.seat)!;
	const keep = { type: 'draft.keep', draft: 'sekret', frame: null, text: draft } as const;
	assert.ok((await live.submit(seat, { commandId: 'draft', command: keep })).ok);
	assert.ok((await live.submit(leader, { commandId: 'end', command: { type: 'session.close' } })).ok);
	await app.sessions.tools.ongoing.settled();
	const record = app.records.get(stage.session)!;
	assert.is(record.stickies[0]?.text, draft);
	await app.recommendations.put(recommendationFor(record.id));
	const pictures = join(stage.dataDirectory, 'images', stage.session);
	await mkdir(pictures, { recursive: true });
	await writeFile(join(pictures, `${'a'.repeat(64)}.png`), 'obraz z sesji');
}

test.before(async () => {
	stage = await setStage(2);
});
test.after(() => rm(stage.dataDirectory, { recursive: true, force: true }));

test('9 on its last day a record is still there; on the next it is erased with journal, plan, pictures and quotes', async () => {
	let app = await open();
	await hold(app);
	assert.is(app.retention.untilOf(stage.session), '2031-11-05');
	now = lastDay;
	await app.retention.sweep();
	assert.ok(app.records.get(stage.session));
	assert.ok((await where(draft)).length > 1);

	now = dayAfter;
	await app.retention.sweep();
	assert.is(app.records.get(stage.session), null);
	assert.is(app.sessions.get(stage.session), null);
	assert.equal(
		app.retention.erased().map(({ id, title, until, at }) => [id, title, until, at]),
		[[stage.session, 'Próba', '2031-11-05', dayAfter]]
	);
	const [recommendation] = app.recommendations.list();
	assert.is(recommendation!.evidence[0]!.quote, '[treść usunięta: minął okres przechowywania zapisu]');
	assert.is(recommendation!.evidence[1]!.quote, 'Zaczynamy w marcu', 'a decision of the circle stays');
	await app.close();
	for (const text of [draft, 'obraz z sesji', stage.participants[0]!.seat, 'Instytucja 0'])
		assert.equal(await where(text), [], text);

	app = await open();
	assert.is(app.retention.erased().length, 1);
	assert.equal(app.sessions.list(), []);
	await app.close();
});

test('9 at the start too: what became overdue while the server was off is erased before anybody can look', async () => {
	now = Date.parse('2026-11-05T10:00:00+01:00');
	await rm(stage.dataDirectory, { recursive: true, force: true });
	stage = await setStage(2);
	let app = await open();
	await hold(app);
	await app.close();
	now = dayAfter;
	app = await open();
	assert.is(app.records.get(stage.session), null);
	assert.is(app.retention.erased().length, 1);
	await app.close();
	assert.equal(await where(draft), []);
});

test('9 a session that was opened and never closed is erased too; one that was only planned stays', async () => {
	now = Date.parse('2026-11-05T10:00:00+01:00');
	await rm(stage.dataDirectory, { recursive: true, force: true });
	stage = await setStage(1);
	let app = await open();
	const [plan] = app.sessions.list();
	const planned = await app.sessions.create(plan!.laboratory, { ...plan!, title: 'Nigdy' }, []);
	await app.close();
	now = dayAfter;
	app = await open();
	assert.equal(
		app.sessions.list().map(({ id }) => id),
		[planned.id]
	);
	await app.close();
});

test.run();

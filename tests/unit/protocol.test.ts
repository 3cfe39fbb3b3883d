// The shape of the commands never changes without a new version: a page from before would be told to reload, not refused.
import { createHash } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { commandSchema, handshakeSchema } from '#lib/protocol.ts';
import { protocolVersion } from '#lib/protocol/wire.ts';

/** When this fails: raise `protocolVersion` in `protocol/wire.ts` and write both of the new ones here. */
const known = { version: 2, shape: '3bb57bda2d874f4d' };

/** A schema as plain data: kinds, fields, limits; functions and messages are left out. */
function shapeOf(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(shapeOf);
	if (schema instanceof RegExp) return String(schema);
	if (typeof schema !== 'object' || schema === null) return schema;
	const told = [
		'type',
		'entries',
		'options',
		'items',
		'item',
		'key',
		'value',
		'wrapped',
		'literal',
		'requirement',
		'pipe'
	];
	return Object.fromEntries(
		Object.entries(schema)
			.filter(([name, value]) => (!('kind' in schema) || told.includes(name)) && typeof value !== 'function')
			.map(([name, value]) => [
				name,
				value === schema ? 'itself' : name === 'pipe' ? pipeOf(value, schema) : shapeOf(value)
			])
	);
}

/** The first of a pipe is the schema itself without its pipe. */
const pipeOf = (pipe: unknown, schema: object): unknown =>
	Array.isArray(pipe) ? pipe.map((each: unknown) => (each === schema ? 'itself' : shapeOf(each))) : null;

test('the commands have the shape that belongs to their version', () => {
	const shape = JSON.stringify([shapeOf(commandSchema), shapeOf(handshakeSchema)]);
	for (const part of ['tables.fill', 'vote.cast', 'zoom', '480']) assert.ok(shape.includes(part), part);
	const found = { version: protocolVersion, shape: createHash('sha256').update(shape).digest('hex').slice(0, 16) };
	assert.equal(found, known);
});

test.run();

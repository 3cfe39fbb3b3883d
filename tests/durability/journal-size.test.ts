// How large the journal of an hour becomes: twenty-five people who write, move, draw and take notes without a pause.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addSticky, editSticky, frames, moveThing, removeThing } from '#lib/board/board.ts';
import { addStroke } from '#lib/board/marks/change.ts';
import { tolerance, type Sample } from '#lib/board/marks/stroke.ts';
import { noteText } from '#lib/note/note.ts';
import { boardDocument } from '#lib/session/session.ts';
import { Device, frame, update } from '../unit/stage-documents.ts';
import { openApp, seeded, setStage } from './stage.ts';

const people = 25;
const megabyte = 1024 * 1024;
/** Of each person, in the hour. */
const each = { listed: 15, typed: 10, moves: 60, strokes: 15, edits: 10, removed: 4 };
const sentence = 'Rowy melioracyjne zarastają, nikt ich nie czyści';
/** Letters that five people add to the minutes. */
const minutesLetters = 1500;

/** A line as a hand draws it in three seconds, sampled sixty times a second. */
const drawn = (random: () => number): Sample[] => {
	const [bend, wide] = [2 + random() * 6, 200 + random() * 300];
	return Array.from({ length: 180 }, (_, at) => [
		(wide * at) / 180,
		60 * Math.sin((at / 180) * bend) + random() * 0.5,
		50 + 20 * Math.sin(at / 40)
	]);
};

test('an hour of twenty-five busy people stays below five megabytes of journal', async () => {
	const stage = await setStage(people);
	const app = await openApp(stage.dataDirectory);
	const live = await app.sessions.live(stage.session);
	const board = await live.documents.get(boardDocument(live.state))!;
	const note = await live.documents.get(`note.note.${live.state.epoch}`)!;
	const random = seeded(7);
	let sent = 0;

	/** A device of a seat: what it does reaches the server as it is done. */
	const device = async (seat: string, document: typeof board) => {
		const reader = new Device(seat);
		reader.author = () => live.authorMark(seat, document.name);
		await document.join(reader);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(document.doc));
		let last: Promise<unknown> = Promise.resolve();
		doc.on('update', (bytes: Uint8Array) => {
			sent += 1;
			last = document.receive(reader, frame(update!, bytes));
		});
		return { doc, reader, done: () => last };
	};

	for (const [place, { seat }] of stage.participants.entries()) {
		const { doc, reader, done } = await device(seat, board);
		const home = frames(doc)[0]!.id;
		const at = (): [number, number, number, number] => [Math.round(random() * 4000), place * 900, 200, 200];
		const mine: string[] = [];
		for (let index = 0; index < each.listed; index++) mine.push(addSticky(doc, { text: sentence, frame: home }));
		for (let index = 0; index < each.typed; index++) {
			const id = addSticky(doc, { text: '', frame: null, place: at() });
			for (let end = 1; end <= sentence.length; end++) editSticky(doc, id, sentence.slice(0, end));
			mine.push(id);
			await done();
		}
		for (let index = 0; index < each.moves; index++) moveThing(doc, mine[index % mine.length]!, at());
		for (let index = 0; index < each.edits; index++)
			editSticky(doc, mine[index]!, sentence.replace('nikt', `nikt ${index}`));
		for (let index = 0; index < each.strokes; index++)
			addStroke(doc, { samples: drawn(random), width: 3, tolerance, colour: null, frame: null });
		for (const id of mine.slice(0, each.removed)) removeThing(doc, id);
		await done();
		assert.is(reader.ended, null);
		assert.equal([...reader.got(102), ...reader.got(104)], [], 'nothing was refused');
	}
	for (const { seat } of stage.participants.slice(0, 5)) {
		const { doc, reader, done } = await device(seat, note);
		const text = noteText(doc);
		for (let letter = 0; letter < minutesLetters; letter++)
			text.insert(text.length, sentence[letter % sentence.length]!);
		await done();
		assert.is(reader.saved, minutesLetters);
	}
	await app.close();

	const level = new ClassicLevel<string, Uint8Array>(join(stage.dataDirectory, 'journal'), {
		keyEncoding: 'utf8',
		valueEncoding: 'view'
	});
	let [entries, bytes] = [0, 0];
	for await (const [key, value] of level.iterator({ gt: 'e/', lt: 'e0' })) {
		entries += 1;
		bytes += key.length + value.length;
	}
	await level.close();
	await rm(stage.dataDirectory, { recursive: true });
	console.log(`· ${sent} changes, ${entries} entries, ${(bytes / megabyte).toFixed(2)} MB`);
	assert.ok(sent > 15_000, 'they were busy');
	assert.ok(bytes < 5 * megabyte, `${bytes} bytes`);
});

test.run();

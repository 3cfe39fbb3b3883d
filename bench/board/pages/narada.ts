// Our board with the measured stickies.
import type { Component } from 'svelte';
import { mount } from 'svelte';
import * as Y from 'yjs';
import pl from '../../../messages/pl.json';
import { addSticky, stickies as all } from '../../../src/lib/board/board.ts';
import Board from '../../../src/lib/board/Board.svelte';
import { canvasOf } from '../../../src/lib/board/canvas.svelte.ts';
import { wordsFrom, type Messages } from '../../../src/lib/ui/words.ts';
import { area, countFrames, framesCounted, grip, looked, newcomer, painted, stickies } from './contract.ts';
import Narada from './Narada.svelte';

/** What the server would send: in a function, so that the document it comes from does not stay in memory. */
function writtenElsewhere(): Uint8Array {
	const source = new Y.Doc();
	source.transact(() => {
		for (const { x, y, text } of stickies) addSticky(source, { text, frame: null, place: [x, y, 200, 200] });
	});
	return Y.encodeStateAsUpdate(source);
}

const start = performance.now();
const update = writtenElsewhere();
const preparing = performance.now() - start;

const doc = new Y.Doc();
Y.applyUpdate(doc, update);
mount(Narada, {
	target: document.body,
	props: {
		doc,
		words: wordsFrom('pl', pl as Messages),
		face: Board as unknown as Component<Record<string, unknown>>,
		rest: {}
	}
});
await document.fonts.ready;
const loaded = await painted(preparing);
// somebody else's device holds a board of its own, which is no part of this page: only what it adds is made here
const remote = new Y.Doc();

window.bench = {
	loaded,
	look(view) {
		looked(view);
		const { x, y, width, height } = area(view);
		const canvas = canvasOf(doc);
		if (!canvas) throw new Error('no canvas');
		canvas.look({ x, y, zoom: Math.min(innerWidth / width, innerHeight / height) });
	},
	addInView() {
		const { x, y, text } = newcomer();
		const before = Y.encodeStateVector(remote);
		addSticky(remote, { text, frame: null, place: [x, y, 200, 200] });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote, before), 'remote');
	},
	grip,
	countFrames,
	framesCounted,
	count: () => all(doc).length
};

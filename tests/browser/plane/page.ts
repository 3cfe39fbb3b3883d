// The canvas alone on a page, without a server: a story takes the part of everybody else through `window.plane`.
import { mount } from 'svelte';
import * as Y from 'yjs';
import pl from '#messages/pl.json';
import {
	addFrame,
	addSticky,
	colourSticky,
	editSticky,
	lockThing,
	moveThing,
	removeThing,
	things
} from '#lib/board/board.ts';
import { canvasOf } from '#lib/board/canvas.svelte.ts';
import { placeTemplate } from '#lib/board/arrange.ts';
import { addCluster } from '#lib/board/clusters/clusters.ts';
import { addReaction } from '#lib/board/reactions/reactions.ts';
import type { Place } from '#lib/board/slots.ts';
import type { FrameTemplate } from '#lib/board/templates.ts';
import type { Sign, Thing } from '#lib/board/thing.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';
import PlanePage from './Plane.svelte';
import { settings } from './settings.svelte.ts';

const words = wordsFrom('pl', pl as Messages);
const doc = new Y.Doc();
/** Somebody else's device; what it writes reaches this page as a remote change, and the other way round. */
const other = new Y.Doc();
other.on('update', (update: Uint8Array, origin: unknown) => {
	if (origin !== 'here') Y.applyUpdate(doc, update, 'there');
});
doc.on('update', (update: Uint8Array, origin: unknown) => {
	if (origin !== 'there') Y.applyUpdate(other, update, 'here');
});

const sentences = [
	'Rowy melioracyjne zarastają, a nikt ich nie czyści od lat',
	'Brak świetlicy',
	'Spółka wodna ma mapy, ale nie ma rąk do pracy',
	'Opieka nad osobami starszymi w Łącku i okolicach',
	'Gmina może zlecić koszenie poboczy',
	'Parafia ma pustą salę i kuchnię',
	'Ostatni autobus odjeżdża o 15:40 i nie ma jak wrócić z pracy w Płocku',
	'Kto zapłaci za sprzęt?'
] as const;

const plane = {
	settings,
	canvas: () => canvasOf(doc)!,
	things: (): Thing[] => things(doc),
	thing: (id: string): Thing | undefined => things(doc).find((each) => each.id === id),
	/** CSS pixels of the middle of a thing. */
	middle(id: string): { x: number; y: number } {
		const canvas = canvasOf(doc)!;
		const [x, y, width, height] = canvas.board.get(id)!.now.place;
		const { camera } = canvas;
		return { x: (x + width / 2 - camera.x) * camera.zoom, y: (y + height / 2 - camera.y) * camera.zoom };
	},
	/** What others do. */
	sticky: (id: string, text: string, place: Place, frame: string | null = null) =>
		addSticky(other, { id, text, place, frame }),
	frame: (id: string, name: string, place: Place, item?: string) => addFrame(other, { id, name, place, item }),
	edit: (id: string, text: string) => editSticky(other, id, text),
	move: (id: string, place: Place) => moveThing(other, id, place),
	remove: (id: string) => removeThing(other, id),
	lock: (id: string, locked: boolean) => lockThing(other, id, locked),
	/** Everything at once, for another page that shows the same board. */
	state: () => [...Y.encodeStateAsUpdate(doc)],
	receive: (state: readonly number[]) => Y.applyUpdate(other, new Uint8Array(state)),
	colour: colourSticky.bind(null, other),
	cluster: (id: string, name: string, stickies: string[]) => addCluster(other, { id, name, stickies }),
	react: (of: string, sign: Sign) => addReaction(other, of, sign),
	template: (template: FrameTemplate, item: string) => placeTemplate(other, template, item, words),
	/** So many stickies at once, in a square from the given corner; in one change. */
	fill(count: number, x = 0, y = 0, frame: string | null = null) {
		const columns = Math.ceil(Math.sqrt(count * 1.66));
		const start = performance.now();
		other.transact(() => {
			for (let index = 0; index < count; index++) {
				const place: Place = [x + (index % columns) * 220, y + Math.floor(index / columns) * 220, 200, 200];
				addSticky(other, { id: `f${index}`, text: `${sentences[index % sentences.length]} ${index}`, place, frame });
			}
		});
		return performance.now() - start;
	}
};
export type Plane = typeof plane;
declare global {
	interface Window {
		plane?: Plane;
	}
}

mount(PlanePage, { target: document.body, props: { doc, words } });
window.plane = plane;

// The trail of the board's order: who grouped or merged what, and when, as the server attested it; and one step taken back.
import * as Y from 'yjs';
import { sectors, type Sector } from '#lib/people/people.ts';
import { byHand, stickies, thing, thingsOf } from '../board.ts';
import { around } from '../slots.ts';
import { idIsWellFormed, stickyColours, type StickyColour } from '../thing.ts';
import { labelHeight } from './hull.ts';

/** Written by the server alone; a step by its number, so that what a device writes over it can be put right. */
export const trailMapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('trail');

/** How a cluster was called; what is gone can be made again from it. */
export type Named = { name: string; colour: StickyColour | null; frame: string | null };

/** `grouped`: from one cluster into another; `merged`: from behind one sticky to behind another. Null: none. */
export type Move = readonly [sticky: string, from: string | null, to: string | null];
export type Step = {
	/** Number of the step. */
	id: string;
	kind: 'grouped' | 'merged';
	/** ms since the epoch */
	at: number;
	/** As far as the items of what was moved let it be known. */
	sector: Sector | null;
	by: string | null;
	/** A facilitator did it. */
	leads: boolean;
	moves: readonly Move[];
	/** The clusters it names, as they were then. */
	names: Readonly<Record<string, Named>>;
};

const idOf = (value: unknown): string | null => (typeof value === 'string' && idIsWellFormed(value) ? value : null);

const isEntry = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Null when it is not what the server writes. */
export function validateStep(id: string, value: unknown): Step | null {
	if (!isEntry(value) || !Array.isArray(value.moves) || !isEntry(value.names)) return null;
	const moves = value.moves.flatMap((move: unknown): Move[] => {
		if (!Array.isArray(move)) return [];
		const sticky = idOf(move[0]);
		return sticky === null ? [] : [[sticky, idOf(move[1]), idOf(move[2])]];
	});
	const names = Object.entries(value.names).flatMap(([cluster, named]): [string, Named][] => {
		if (!idIsWellFormed(cluster) || !isEntry(named)) return [];
		const { name, colour, frame } = named;
		return [
			[
				cluster,
				{
					name: typeof name === 'string' ? name : '',
					colour: stickyColours.find((known) => known === colour) ?? null,
					frame: idOf(frame)
				}
			]
		];
	});
	return {
		id,
		kind: value.kind === 'merged' ? 'merged' : 'grouped',
		at: typeof value.at === 'number' ? value.at : 0,
		sector: sectors.find((known) => known === value.sector) ?? null,
		by: typeof value.by === 'string' ? value.by : null,
		leads: value.leads === true,
		moves,
		names: Object.fromEntries(names)
	};
}

/** Newest first. */
export function trailOf(doc: Y.Doc): Step[] {
	const steps: Step[] = [];
	trailMapOf(doc).forEach((value, id) => {
		const step = validateStep(id, value);
		if (step) steps.push(step);
	});
	return steps.sort((one, other) => Number(other.id) - Number(one.id));
}

const keyOf = ({ kind }: Step): 'cluster' | 'into' => (kind === 'merged' ? 'into' : 'cluster');

/** Moves of a step that still stand: nobody put the sticky elsewhere since, and it is still there. */
export const standing = (doc: Y.Doc, step: Step): Move[] =>
	step.moves.filter(([sticky, , to]) => {
		const now = thing(doc, sticky);
		return now?.kind === 'sticky' && now[keyOf(step)] === to;
	});

/** Takes back what of a step still stands; what others did since stays. Returns how many stickies went back. */
export function takeBack(doc: Y.Doc, step: Step, origin: unknown = byHand): number {
	const moves = standing(doc, step);
	doc.transact(() => {
		for (const [sticky, from] of moves) {
			if (step.kind === 'grouped' && from !== null) bringBack(doc, from, step);
			(thingsOf(doc).get(sticky) as Y.Map<unknown>).set(keyOf(step), from);
		}
		if (step.kind === 'grouped') for (const [, , to] of moves) if (to !== null) removeEmpty(doc, to);
	}, origin);
	return moves.length;
}

/** A cluster that was dissolved is there again, under its name of then. */
function bringBack(doc: Y.Doc, id: string, { names, moves }: Step): void {
	const named = Object.hasOwn(names, id) ? names[id] : undefined;
	if (thing(doc, id) || !named) return;
	const members = moves.flatMap(([sticky, from]) => (from === id ? (thing(doc, sticky) ?? []) : []));
	const [x, y, width] = around(members.map(({ place }) => place)) ?? [0, 0, 200, 0];
	const value = new Y.Map<unknown>();
	value.set('kind', 'cluster');
	value.set('place', [x, y - labelHeight, Math.max(200, width), labelHeight]);
	value.set('name', named.name);
	if (named.frame !== null) value.set('frame', named.frame);
	if (named.colour !== null) value.set('colour', named.colour);
	thingsOf(doc).set(id, value);
}

function removeEmpty(doc: Y.Doc, cluster: string): void {
	if (!stickies(doc).some((sticky) => sticky.cluster === cluster)) thingsOf(doc).delete(cluster);
}

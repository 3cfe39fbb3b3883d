// Clusters: stickies that belong together under a name and a colour. How they are made, changed and undone; knows no screen.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { byHand, stickies as stickiesOf, thing, thingsOf, thingsOfKind } from '../board.ts';
import { frameNameLimit } from '../limits.ts';
import { around, byReading, type Place } from '../slots.ts';
import { besides, gathered } from './gather.ts';
import { hullOf, joins, labelHeight, stays } from './hull.ts';
import type { Cluster, Sticky, StickyColour } from '../thing.ts';

/** Clusters in reading order of their names' places. */
export const clusters = (doc: Y.Doc): Cluster[] => thingsOfKind(doc, 'cluster').sort(byReading);

const mapOf = (doc: Y.Doc, id: string, kind: 'sticky' | 'cluster'): Y.Map<unknown> | null => {
	const value = thingsOf(doc).get(id);
	return value instanceof Y.Map && thing(doc, id)?.kind === kind ? value : null;
};

const stickyOf = (doc: Y.Doc, id: string): Sticky[] => {
	const found = thing(doc, id);
	return found?.kind === 'sticky' ? [found] : [];
};

/** The shown stickies of a cluster, in the board's order. */
export const membersOf = (doc: Y.Doc, cluster: string): Sticky[] =>
	stickiesOf(doc).filter((sticky) => sticky.cluster === cluster);

/** The frame in which most of the stickies lie; of equal ones the first. */
function homeOf(stickies: readonly Sticky[]): string | null {
	const counts = new Map<string | null, number>();
	for (const { frame } of stickies) counts.set(frame, (counts.get(frame) ?? 0) + 1);
	return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [null, 0] as [string | null, number])[0];
}

export type NewCluster = { id?: string; name: string; colour?: StickyColour | null; stickies: readonly string[] };

/**
 * Groups stickies under a name. Those of the frame in which most of them lie are put side by side when others stand
 * between them; nothing else moves.
 */
export function addCluster(doc: Y.Doc, cluster: NewCluster, origin: unknown = byHand): string {
	const id = cluster.id ?? makeId();
	doc.transact(() => {
		const members = cluster.stickies.flatMap((sticky) => stickyOf(doc, sticky));
		const [x, y, width] = around(members.map(({ place }) => place)) ?? [0, 0, 200, 0];
		const value = new Y.Map<unknown>();
		value.set('kind', 'cluster');
		value.set('place', [Math.round(x), Math.round(y - labelHeight), Math.max(200, Math.round(width)), labelHeight]);
		value.set('name', cluster.name.trim().slice(0, frameNameLimit));
		const home = homeOf(members);
		if (home !== null) value.set('frame', home);
		if (cluster.colour) value.set('colour', cluster.colour);
		thingsOf(doc).set(id, value);
		for (const sticky of members) mapOf(doc, sticky.id, 'sticky')?.set('cluster', id);
		gather(doc, id, origin);
	}, origin);
	return id;
}

/** Puts the stickies of a cluster side by side, frame by frame, where others stand between them. */
export function gather(doc: Y.Doc, cluster: string, origin: unknown = byHand): void {
	const all = stickiesOf(doc);
	const members = all.filter((sticky) => sticky.cluster === cluster);
	doc.transact(() => {
		for (const frame of new Set(members.map((sticky) => sticky.frame))) {
			const home = frame === null ? null : thing(doc, frame);
			const here = members.filter((sticky) => sticky.frame === frame);
			const others = all.filter((sticky) => sticky.cluster !== cluster && (home === null || sticky.frame === frame));
			const moved = gathered(here, home?.place ?? null, others);
			for (const [id, place] of moved) mapOf(doc, id, 'sticky')?.set('place', place.map(Math.round));
		}
	}, origin);
}

/** Puts stickies into a cluster, or out of theirs (null); they go into its frame and beside its other stickies. */
export function assign(doc: Y.Doc, ids: readonly string[], cluster: string | null, origin: unknown = byHand): void {
	const home = cluster === null ? null : thing(doc, cluster);
	if (cluster !== null && home?.kind !== 'cluster') return;
	doc.transact(() => {
		const before = cluster === null ? [] : membersOf(doc, cluster);
		const frame = before.length ? homeOf(before) : home?.kind === 'cluster' ? home.frame : null;
		for (const id of ids) {
			const value = mapOf(doc, id, 'sticky');
			if (!value || (value.get('cluster') ?? null) === cluster) continue;
			value.set('cluster', cluster);
			if (cluster === null) continue;
			if ((value.get('frame') ?? null) !== frame) value.set('frame', frame);
			placeBeside(doc, id, cluster, frame);
		}
	}, origin);
}

/** A newcomer stands beside the others of its cluster; where there is no room beside them all find a new place. */
function placeBeside(doc: Y.Doc, id: string, cluster: string, frame: string | null): void {
	const all = stickiesOf(doc).filter((sticky) => sticky.frame === frame);
	const newcomer = all.find((sticky) => sticky.id === id);
	const members = all.filter((sticky) => sticky.cluster === cluster && sticky.id !== id);
	if (!newcomer || !members.length) return;
	const others = all.filter((sticky) => sticky.cluster !== cluster);
	const home = frame === null ? null : (thing(doc, frame)?.place ?? null);
	const place = besides(newcomer.place, members, home, others);
	if (place) mapOf(doc, id, 'sticky')?.set('place', place.map(Math.round));
	else gather(doc, cluster);
}

export function renameCluster(doc: Y.Doc, id: string, name: string, origin: unknown = byHand): void {
	const value = mapOf(doc, id, 'cluster');
	const next = name.trim().slice(0, frameNameLimit);
	if (value && value.get('name') !== next) doc.transact(() => value.set('name', next), origin);
}

/** Colours the cluster and, so that it is seen from far, not its stickies. */
export function colourCluster(doc: Y.Doc, id: string, colour: StickyColour | null, origin: unknown = byHand): void {
	const value = mapOf(doc, id, 'cluster');
	if (value) doc.transact(() => value.set('colour', colour), origin);
}

/** The cluster goes; its stickies stay where they are. */
export function dissolve(doc: Y.Doc, id: string, origin: unknown = byHand): void {
	doc.transact(() => {
		for (const each of thingsOfKind(doc, 'sticky'))
			if (each.cluster === id) mapOf(doc, each.id, 'sticky')?.set('cluster', null);
		thingsOf(doc).delete(id);
	}, origin);
}

/**
 * Tells which cluster a sticky belongs to after it was put down: one on whose ground its middle lies, else its own while
 * it is still near the others, or while it was moved together with all of them. `carried` are all that were moved.
 */
export function clusterAfterDrop(
	all: readonly Sticky[],
	carried: ReadonlySet<string>,
	known: ReadonlySet<string>
): (sticky: Pick<Sticky, 'cluster'>, place: Place, frame: string | null) => string | null {
	const grounds = new Map<string, { cluster: string; frame: string | null; places: Place[] }>();
	const left = new Set<string>();
	for (const { id, cluster, frame, place } of all) {
		if (cluster === null || !known.has(cluster) || carried.has(id)) continue;
		left.add(cluster);
		const key = `${cluster} ${frame}`;
		const ground = grounds.get(key) ?? { cluster, frame, places: [] };
		ground.places.push(place);
		grounds.set(key, ground);
	}
	const hulls = [...grounds.values()].map(({ cluster, frame, places }) => ({ cluster, frame, hull: hullOf(places) }));
	return (sticky, place, frame) => {
		const here = hulls.filter((each) => each.frame === frame);
		const own = sticky.cluster !== null && known.has(sticky.cluster) ? sticky.cluster : null;
		const joined = here.find(({ cluster, hull }) => cluster !== own && joins(hull, place));
		if (joined) return joined.cluster;
		if (own === null || !left.has(own)) return own;
		return here.some(({ cluster, hull }) => cluster === own && stays(hull, place)) ? own : null;
	};
}

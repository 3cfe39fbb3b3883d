// The stickies of a board as the record keeps them: with what was merged into them, what was answered, and their groups. Pure.
import type * as Y from 'yjs';
import { made, stickies, things } from '#lib/board/board.ts';
import { together } from '#lib/board/clusters/merge.ts';
import { trailOf } from '#lib/board/clusters/trail.ts';
import { rootsOf, sourcesBy } from '#lib/board/order.ts';
import { givenBy, reactionsBy } from '#lib/board/reactions/reactions.ts';
import { repliesBy } from '#lib/board/replies.ts';
import type { SessionState } from '#lib/session/session.ts';
import { authorOf, frameNames, lyingOn, type ItemOf } from './frozen.ts';
import type { SessionRecord } from './record.ts';

export type FrozenStickies = {
	stickies: SessionRecord['stickies'];
	clusters: SessionRecord['clusters'];
	trail: SessionRecord['trail'];
	/** Citation ids by the ids on the board; a merged sticky has that of the one that stands for it. */
	ids: Map<string, string>;
};

/** Stickies in the order in which they were written; those of the same moment as one reads the board. */
export function frozenStickies(board: Y.Doc, state: SessionState, itemOf: ItemOf): FrozenStickies {
	const lying = lyingOn(board, itemOf);
	const nameOf = frameNames(board);
	const all = things(board).filter((each) => each.kind === 'sticky');
	const roots = rootsOf(all);
	const sources = sourcesBy(all);
	const replies = repliesBy(board);
	const reactions = reactionsBy(board);
	const dots = dotsOf(state, roots);
	const said = (of: readonly { id: string; text: string }[] | undefined) =>
		(of ?? [])
			.map(({ id, text }) => ({ text: text.trim(), ...authorOf(board, id) }))
			.filter(({ text }) => text !== '')
			.sort((one, other) => (one.at ?? 0) - (other.at ?? 0));

	const shown = stickies(board).filter(({ id, text }) => text.trim() !== '' || said(sources.get(id)).length > 0);
	const groups = frozenClusters(board, shown, dots);
	const written = shown
		.map((sticky) => ({ ...sticky, made: made(board, sticky.id) }))
		.sort((one, other) => (one.made?.at ?? 0) - (other.made?.at ?? 0));
	const ids = new Map(written.map(({ id }, index) => [id, `s${index}`]));
	for (const [merged, root] of roots) if (ids.has(root)) ids.set(merged, ids.get(root)!);
	return {
		stickies: written.map(({ id, text, frame, cluster, place }, index) => {
			const [merged, answers] = [said(sources.get(id)), said(replies.get(id))];
			const given = givenBy(board, reactions.get(id) ?? []);
			const group = groups.findIndex((each) => each.board === cluster);
			return {
				id: `s${index}`,
				text: text.trim(),
				votes: dots[id] ?? 0,
				...lying(id, frame),
				x: place[0],
				y: place[1],
				...(group >= 0 ? { cluster: `c${group}` } : {}),
				...(merged.length ? { sources: merged } : {}),
				...(answers.length ? { replies: answers } : {}),
				...(given.length ? { reactions: given } : {})
			};
		}),
		clusters: groups.map(({ board: group, name, frame, colour, votes, members }, index) => ({
			id: `c${index}`,
			name,
			frame: nameOf(frame),
			colour,
			votes,
			stickies: members.map((member) => ids.get(member)!),
			...authorOf(board, group)
		})),
		trail: frozenTrail(board, ids),
		ids
	};
}

/** Dots of all dot votes by shown sticky. */
function dotsOf({ ballots }: SessionState, roots: ReadonlyMap<string, string>): Record<string, number> {
	const dots: Record<string, number> = {};
	for (const ballot of ballots)
		if (ballot.method === 'dots')
			for (const [sticky, count] of Object.entries(ballot.tally?.counts ?? {}))
				dots[sticky] = (dots[sticky] ?? 0) + count;
	return together(dots, roots);
}

/** In the board's order; those without a sticky are left out. */
function frozenClusters(
	board: Y.Doc,
	shown: readonly { id: string; cluster: string | null }[],
	dots: Readonly<Record<string, number>>
) {
	const known = new Map(things(board).flatMap((each) => (each.kind === 'cluster' ? [[each.id, each] as const] : [])));
	const inOrder = [...new Set(shown.map(({ cluster }) => cluster))].flatMap((id) => (id && known.get(id)) || []);
	return inOrder.map(({ id, name, frame, colour }) => {
		const members = shown.filter(({ cluster }) => cluster === id).map((sticky) => sticky.id);
		const votes = members.reduce((sum, member) => sum + (dots[member] ?? 0), 0);
		return { board: id, name, frame, colour, votes, members };
	});
}

/** Who put what into which group, oldest first; stickies that are gone are left out. */
function frozenTrail(board: Y.Doc, ids: ReadonlyMap<string, string>): SessionRecord['trail'] {
	return trailOf(board)
		.reverse()
		.flatMap(({ kind, at, sector, by, moves, names }) => {
			const nameOf = (id: string | null) =>
				id === null ? null : kind === 'merged' ? (ids.get(id) ?? null) : (names[id]?.name ?? '');
			const kept = moves.flatMap(([sticky, from, to]) =>
				ids.has(sticky) ? [{ sticky: ids.get(sticky)!, from: nameOf(from), to: nameOf(to) }] : []
			);
			return kept.length ? [{ kind, at, sector, by, moves: kept }] : [];
		});
}

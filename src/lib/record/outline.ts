// A record arranged for reading: stickies by frame, people by sector, planned beside actual time. Pure; knows no page.
import { sectors, type Sector } from '#lib/people/people.ts';
import type { SessionRecord } from './record.ts';

type Sticky = SessionRecord['stickies'][number];
type Participant = SessionRecord['participants'][number];

/** `null` where a sticky lay in no frame. Most votes first, then in the order of writing. */
export type StickyGroup = { frame: string | null; stickies: Sticky[] };

type Cluster = SessionRecord['clusters'][number];

/** The stickies of a frame by the group they were put in, most dots first; `null`: those in none, which come last. */
export function byCluster(
	stickies: readonly Sticky[],
	clusters: readonly Cluster[]
): { cluster: Cluster | null; stickies: Sticky[] }[] {
	return [...[...clusters].sort((one, other) => other.votes - one.votes), null]
		.map((cluster) => ({
			cluster,
			stickies: stickies.filter((sticky) =>
				cluster ? sticky.cluster === cluster.id : !clusters.some(({ id }) => id === sticky.cluster)
			)
		}))
		.filter((group) => group.stickies.length > 0);
}

/** In the order of the board; what lay in no frame comes last, frames that stayed empty are left out. */
export function stickyGroups({ frames, stickies }: Pick<SessionRecord, 'frames' | 'stickies'>): StickyGroup[] {
	const written = stickies.filter(({ text, sources = [] }) => text !== '' || sources.length > 0);
	const names = [...frames.map(({ name }) => name), ...written.map(({ frame }) => frame)];
	const order = [...new Set(names.filter((name): name is string => name !== null)), null];
	return order
		.map((frame) => ({
			frame,
			stickies: written.filter((sticky) => sticky.frame === frame).sort((one, other) => other.votes - one.votes)
		}))
		.filter((group) => group.stickies.length > 0);
}

/** In the order of sectors; people whose sector is not known come last. */
export function peopleBySector(
	participants: readonly Participant[]
): { sector: Sector | null; people: Participant[] }[] {
	return [...sectors, null]
		.map((sector) => ({ sector, people: participants.filter((one) => one.sector === sector) }))
		.filter(({ people }) => people.length > 0);
}

export type AgendaRow = {
	id: string;
	title: string;
	/** Minutes; `null` when it was added on the way. */
	planned: number | null;
	/** Minutes that it really took; `null` when it never ran. */
	actual: number | null;
	/** ms since the epoch */
	startedAt: number | null;
};

export function agendaRows({ agenda, closedAt }: Pick<SessionRecord, 'agenda' | 'closedAt'>): AgendaRow[] {
	return agenda.map(({ id, title, minutes, planned, spans }) => {
		const length = spans.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? closedAt ?? from) - from), 0);
		return {
			id,
			title,
			planned: planned === undefined ? minutes : planned,
			actual: spans.length > 0 ? Math.round(length / 60_000) : null,
			startedAt: spans[0]?.from ?? null
		};
	});
}

export type RoundsOfItem = {
	/** `null` where they belonged to no item. */
	item: string | null;
	title: string;
	/** One a column; minutes are `null` where it is not known how long it took. */
	rounds: { number: number; minutes: number | null }[];
	/** One a row, each with who sat there in each round; `null`: the table was not set then. */
	tables: { name: string; sat: (SatAt | null)[] }[];
};

type SatAt = SessionRecord['rounds'][number]['tables'][number];

/** Work at tables, item by item: rounds as columns, tables as rows. */
export function roundsByItem({ rounds, agenda }: Pick<SessionRecord, 'rounds' | 'agenda'>): RoundsOfItem[] {
	return [...new Set(rounds.map(({ item }) => item))].map((item) => {
		const own = rounds.filter((round) => round.item === item);
		const names = [...new Set(own.flatMap(({ tables }) => tables.map(({ name }) => name)))];
		return {
			item,
			title: agenda.find(({ id }) => id === item)?.title ?? '',
			rounds: own.map(({ number, from, to }) => ({
				number,
				minutes: from === null || to === null ? null : Math.max(1, Math.round((to - from) / 60_000))
			})),
			tables: names.map((name) => ({
				name,
				sat: own.map(({ tables }) => tables.find((table) => table.name === name) ?? null)
			}))
		};
	});
}

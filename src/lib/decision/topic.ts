// Undecided topics: what a session left open, and how it comes back as an item of a later one. Pure; knows no store.
import * as v from 'valibot';
import { agendaItemSchema, itemTitleLimit, type AgendaItem, type LiveItem } from '#lib/agenda/agenda.ts';
import { recommendationOfItem } from '#lib/agenda/item-id.ts';
import { planOf, versionsOf, type Ballot } from '#lib/ballot/ballot.ts';
import type { Result } from '#lib/ballot/counting.ts';
import type { Decision } from './decision.ts';

/**
 * `undecided`: voted on, and no decision was made of it. `again`: a tie, a missing quorum or majority, or objections ask for another
 * vote. `skipped`: the facilitator left the item out. `not-reached`: time ran out.
 */
export const topicReasons = ['undecided', 'again', 'skipped', 'not-reached'] as const;
export type TopicReason = (typeof topicReasons)[number];

/** Without the facilitator's instructions: a topic travels in records, which others read. */
const topicItemSchema = v.omit(agendaItemSchema, ['id', 'instructions']);

export const topicSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,33}$/)),
	reason: v.picklist(topicReasons),
	/** The session in which it first came up. */
	from: v.object({ session: v.string(), title: v.string(), date: v.string() }),
	item: topicItemSchema,
	/** Id of the recommendation that it puts to the circle, however often it comes back. */
	recommendation: v.optional(v.string())
});
export type Topic = v.InferOutput<typeof topicSchema>;

/** A topic in a running session; `dropped`: it travels no further. */
export type LiveTopic = Topic & { dropped?: boolean };

export type TopicEvent = { type: 'topic.dropped'; topic: string; dropped: boolean };

export const foldTopics = (topics: readonly LiveTopic[], { topic, dropped }: TopicEvent): LiveTopic[] =>
	topics.map((each) => (each.id === topic ? { ...each, dropped } : each));

const prefix = 'topic-';

/** The item as which a topic stands on an agenda: its id says which topic it is about. */
export const itemOfTopic = ({ id, item }: Topic): AgendaItem => ({ ...item, id: `${prefix}${id}`, instructions: '' });
export const topicOfItem = (item: string): string | null =>
	item.startsWith(prefix) ? item.slice(prefix.length) : null;

export const isTaken = (topic: Topic, agenda: readonly Pick<AgendaItem, 'id'>[]): boolean =>
	agenda.some(({ id }) => topicOfItem(id) === topic.id);

/** The recommendation that an item puts to the circle, also where it came back from an earlier session as a topic. */
export const recommendationAsked = (item: string | null, topics: readonly Topic[]): string | null =>
	recommendationOfItem(item) ?? topics.find(({ id }) => id === topicOfItem(item ?? ''))?.recommendation ?? null;

type Held = {
	agenda: readonly LiveItem[];
	ballots: readonly Ballot[];
	decisions: readonly Decision[];
	topics: readonly LiveTopic[];
};

type Open = { item: LiveItem | null; id: string; reason: TopicReason; content: Topic['item'] };

/**
 * What a session leaves open, in the order of its agenda. A ballot is settled by a decision made from it, from another version of
 * it, or in its item; an item without a ballot by having run. Dots order the board and leave nothing to decide; breaks neither.
 * What came from an earlier session keeps its id and origin until it is settled or dropped.
 */
export function topicsLeft(held: Held, session: Topic['from']): Topic[] {
	const { agenda, topics } = held;
	const carried = new Map(topics.map((topic) => [topic.id, topic]));
	const used = new Set<string>();
	let count = 0;
	const named = ({ id: itemId, reason, content }: Open): Topic | null => {
		const origin = carried.get(topicOfItem(itemId) ?? '');
		if (origin?.dropped) return null;
		const recommendation = recommendationAsked(itemId, topics);
		const about = { reason, item: content, ...(recommendation === null ? {} : { recommendation }) };
		if (origin && !used.has(origin.id)) {
			used.add(origin.id);
			return { id: origin.id, from: origin.from, ...about };
		}
		return { id: `${session.session}-${count++}`, from: session, ...about };
	};
	const waiting = topics.filter((topic) => !topic.dropped && !isTaken(topic, agenda));
	return [
		...waiting.map(({ dropped: _dropped, ...topic }) => topic),
		...[...openItems(held), ...openBallots(held)]
			.sort((one, other) => place(agenda, one) - place(agenda, other))
			.map(named)
			.filter((topic) => topic !== null)
	];
}

const place = (agenda: readonly LiveItem[], { item }: Open): number =>
	item === null ? agenda.length : agenda.indexOf(item);

const isToBeDecided = ({ method }: Pick<Ballot, 'method'>): boolean => method !== 'dots';

function contentOf({ title, minutes, activity, prompt, privacy, quiet, rounds }: LiveItem): Topic['item'] {
	return { title, minutes, activity, prompt, privacy, quiet, ...(rounds ? { rounds } : {}) };
}

/** Items that never ran, and those that were to bring a ballot and did not. */
function openItems({ agenda, ballots, decisions }: Held): Open[] {
	return agenda.flatMap((item): Open[] => {
		const { activity } = item;
		if (activity.kind === 'break') return [];
		const content = contentOf(item);
		if (item.spans.length === 0)
			return [{ item, id: item.id, reason: item.skipped ? 'skipped' : 'not-reached', content }];
		const owesBallot = activity.kind === 'ballot' && isToBeDecided(activity.ballot);
		const settled = ballots.some((ballot) => ballot.item === item.id) || decisions.some((one) => one.item === item.id);
		return owesBallot && !settled ? [{ item, id: item.id, reason: 'undecided', content }] : [];
	});
}

/** The last versions of ballots of which nothing was decided. */
function openBallots({ agenda, ballots, decisions }: Held): Open[] {
	const decided = new Set(decisions.map(({ ballot }) => ballot));
	const isDecided = (ballot: Ballot) =>
		versionsOf(ballots, ballot).some(({ id }) => decided.has(id)) ||
		decisions.some((decision) => decision.item === ballot.item && decision.at >= ballot.openedAt);
	return ballots
		.filter((ballot) => isToBeDecided(ballot) && !ballots.some(({ follows }) => follows === ballot.id))
		.filter((ballot) => !isDecided(ballot))
		.map((ballot): Open => {
			const item = agenda.find(({ id }) => id === ballot.item) ?? null;
			const about = item ? contentOf(item) : { minutes: 10, prompt: '', privacy: 'sector' as const, quiet: false };
			return {
				item,
				id: ballot.item,
				reason: asksForAnother(ballot) ? 'again' : 'undecided',
				content: {
					...about,
					title: ballot.question.slice(0, itemTitleLimit),
					quiet: false,
					activity: { kind: 'ballot', ballot: planOf(ballot) }
				}
			};
		});
}

/** Whether the count itself settles nothing. */
function asksForAnother({ tally }: Pick<Ballot, 'tally'>): boolean {
	const result: Result | undefined = tally?.result;
	if (!tally || tally.voted === 0) return true;
	// a count that is withheld has no result, and nothing is hinted at
	if (!result) return false;
	switch (result.method) {
		case 'yes-no-abstain':
			return result.verdict !== 'passed' && result.verdict !== 'failed';
		case 'consent':
			return !result.given;
		case 'fist':
			return !result.together;
		default:
			return result.leaders.length !== 1;
	}
}

// A record: a closed session, frozen, whose parts keep their citation ids. Reads our own export and a plain case file; knows no store.
import * as v from 'valibot';
import { remarkSteps } from '#lib/ballot/consent.ts';
import { ballotRulesSchema } from '#lib/ballot/ballot-schema.ts';
import type { ShapeForm } from '#lib/board/thing.ts';
import { topicSchema } from '#lib/decision/topic.ts';
import { taskStatuses } from '#lib/decision/task.ts';
import { clusters, stickies, trail } from './board-lists.ts';
import { count, countOrNull, counts, list, lying, moment, sector, text, textOrNull } from './fields.ts';
import { tallySchema } from './tally-schema.ts';

export const recordSchemaName = 'narada-record';
export const recordVersion = 1;

const participants = list({
	/** `p0`, `p1` … by position. */
	id: text,
	institution: text,
	/** `null` where the file says none that we know. */
	sector
});

/** Work at tables, round by round. */
const rounds = list({
	/** The item it belonged to. */
	item: textOrNull,
	/** 1 is the first at these tables. */
	number: count,
	/** ms since the epoch */
	from: moment,
	to: moment,
	/** How many sat where; of which sectors, where the item let that be known. */
	tables: list({ name: text, people: count, sectors: list({ sector, count }) })
});

const images = list({
	/** `i0`, `i1` … by position. */
	id: text,
	/** SHA-256 of its bytes, under which the house keeps them. */
	file: text,
	/** What it shows, as somebody said; empty where nobody did. */
	alt: text,
	...lying,
	width: count,
	height: count
});

const forms: ShapeForm[] = ['rectangle', 'ellipse', 'diamond', 'triangle'];

/** What an arrow held on to: its citation id where it has one, and what it said. */
const arrowEnd = v.optional(v.fallback(v.nullable(v.object({ id: textOrNull, text })), null));

const marks = list({
	/** `m0`, `m1` … by position. */
	id: text,
	kind: v.fallback(v.picklist(['text', 'shape', 'arrow', 'stroke']), 'text'),
	/** What was written; empty where nothing was. */
	text,
	/** Of a shape. */
	form: v.optional(v.fallback(v.optional(v.picklist(forms)), undefined)),
	/** Of an arrow; `null`: a place without anything. */
	from: arrowEnd,
	to: arrowEnd,
	/** Of a stroke: x, y, pressure (0–100) one after the other, from its corner; and how thick it is. */
	points: v.optional(v.fallback(v.array(v.pipe(v.number(), v.finite())), [])),
	thickness: v.optional(count),
	colour: textOrNull,
	...lying,
	width: count,
	height: count
});

const ballots = list({
	/** `b0`, `b1` … by position. */
	id: text,
	question: text,
	method: text,
	secret: v.fallback(v.boolean(), true),
	choices: list({ id: text, text }),
	/** What was decided on, where the question is only its title. */
	proposal: v.optional(text),
	/** The rules it was held by; the standard ones where it says none. */
	rules: v.optional(v.fallback(v.optional(ballotRulesSchema), undefined)),
	/** Id of the ballot that it repeats, or whose proposal it amends. */
	follows: v.optional(text),
	/** Questions and reactions on the way to consent, as they were written down. */
	remarks: v.optional(list({ step: v.fallback(v.picklist(remarkSteps), 'questions'), text, sector })),
	tally: tallySchema,
	/** Votes by participant id; only of a ballot that was not secret. */
	votes: v.optional(v.fallback(v.record(v.string(), counts), {})),
	/** Reasons by participant id; only of a ballot that was not secret. */
	reasons: v.optional(v.fallback(v.record(v.string(), v.string()), {})),
	/** Id of the recommendation that was put to the circle. */
	recommendation: v.optional(text)
});

const notes = list({
	/** `n0`, `n1` … by position; `n` for the single text of a case file. */
	id: text,
	item: textOrNull,
	title: text,
	markdown: text
});

const decisions = list({
	/** `d0`, `d1` … by position. */
	id: text,
	text,
	/** How; empty where the file does not say. */
	method: text,
	/** `null` where nobody was counted. */
	yes: countOrNull,
	no: countOrNull,
	abstain: countOrNull,
	objections: list({ reason: text, sector }),
	/** Id of the ballot that it was made from. */
	ballot: textOrNull,
	/** Id of the recommendation that it is about. */
	recommendation: v.optional(text)
});

const tasks = list({
	/** `t0`, `t1` … by position. */
	id: text,
	text,
	/** The institution that does it. */
	owner: text,
	/** Calendar date or empty. */
	due: text,
	status: v.fallback(v.picklist(taskStatuses), 'open')
});

/** What the session left undecided. */
const topics = list({
	/** `u0`, `u1` … by position. */
	id: text,
	/** As the next session of the laboratory gets it. */
	topic: v.fallback(v.nullable(topicSchema), null)
});

export const recordSchema = v.object({
	schema: v.fallback(v.literal(recordSchemaName), recordSchemaName),
	version: v.fallback(v.literal(recordVersion), recordVersion),
	id: text,
	laboratory: v.fallback(v.object({ id: text, name: text }), { id: '', name: '' }),
	title: text,
	territory: v.fallback(v.object({ gmina: text, powiat: text, wojewodztwo: text }), {
		gmina: '',
		powiat: '',
		wojewodztwo: ''
	}),
	/** Day on which it was held, `2026-11-05`; of one that was never opened, the planned one. */
	date: text,
	/** Where it met. */
	place: text,
	/** ms since the epoch */
	openedAt: moment,
	closedAt: moment,
	agenda: list({
		/** `a0`, `a1` … by position. */
		id: text,
		title: text,
		minutes: count,
		/** By the plan; `null`: added on the way. Missing in records from before it was kept: `minutes`. */
		planned: v.optional(countOrNull),
		/** Kind of activity. */
		kind: text,
		/** When it ran, ms since the epoch. */
		spans: list({ from: count, to: moment })
	}),
	rounds,
	participants,
	/** Who spoke, by sector: raised hands, turns and how long, ms. */
	floor: list({ sector, hands: count, turns: count, milliseconds: count }),
	frames: list({ id: text, name: text, item: textOrNull }),
	stickies,
	clusters,
	trail,
	images,
	marks,
	ballots,
	notes,
	/** All notes in one Markdown text. */
	notes_md: text,
	decisions,
	tasks,
	topics,
	/** Made from simulated content; every page says so. */
	example: v.optional(v.fallback(v.boolean(), false))
});
export type SessionRecord = v.InferOutput<typeof recordSchema>;

/** Why a file is not a record; the sentence is the message `record_refused_<reason>`. */
export const recordRefusals = ['not_an_object', 'not_a_record', 'newer_version', 'nothing_in_it'] as const;
export type RecordRefusal = (typeof recordRefusals)[number];

export type ParsedRecord = { ok: true; record: SessionRecord } | { ok: false; reason: RecordRefusal };

const telling = ['stickies', 'decisions', 'participants', 'notes', 'notes_md'];

/** Reads our export or a case file; unknown fields are ignored, missing ones get their empty value, ids follow positions. */
export function parseRecord(input: unknown): ParsedRecord {
	if (typeof input !== 'object' || input === null || Array.isArray(input))
		return { ok: false, reason: 'not_an_object' };
	const given = input as Record<string, unknown>;
	if ('schema' in given && given.schema !== recordSchemaName) return { ok: false, reason: 'not_a_record' };
	if (typeof given.version === 'number' && given.version > recordVersion) return { ok: false, reason: 'newer_version' };
	if (!telling.some((field) => field in given)) return { ok: false, reason: 'not_a_record' };
	const readable = ['stickies', 'decisions', 'participants', 'notes'].some((field) => Array.isArray(given[field]));
	if (!readable && typeof given.notes_md !== 'string') return { ok: false, reason: 'nothing_in_it' };
	return { ok: true, record: withPositions(v.parse(recordSchema, given)) };
}

/** The same record with every citation id set from its position, and notes and `notes_md` made from one another. */
function withPositions(record: SessionRecord): SessionRecord {
	const number = <T extends { id: string }>(letter: string, items: T[]): T[] =>
		items.map((item, index) => ({ ...item, id: `${letter}${index}` }));
	const [only, ...otherNotes] = record.notes;
	// the single text of a case file keeps its id however often it is written and read
	const ownNotes = only?.id === 'n' && otherNotes.length === 0 ? record.notes : number('n', record.notes);
	const single = record.notes_md.trim() === '' ? [] : [{ id: 'n', item: null, title: '', markdown: record.notes_md }];
	return {
		...record,
		agenda: number('a', record.agenda),
		participants: number('p', record.participants),
		stickies: number('s', record.stickies),
		clusters: number('c', record.clusters),
		images: number('i', record.images),
		marks: number('m', record.marks),
		ballots: number('b', record.ballots),
		decisions: number('d', record.decisions),
		tasks: number('t', record.tasks),
		topics: number('u', record.topics),
		notes: ownNotes.length > 0 ? ownNotes : single,
		notes_md: record.notes_md || joinNotes(ownNotes)
	};
}

/** All notes as one Markdown text, each under its title. */
export function joinNotes(notes: readonly { title: string; markdown: string }[]): string {
	return notes
		.filter(({ markdown }) => markdown.trim() !== '')
		.map(({ title, markdown }) => (title ? `## ${title}\n\n${markdown.trim()}` : markdown.trim()))
		.join('\n\n');
}

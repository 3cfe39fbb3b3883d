// The agenda: items with minutes and activity, their start times, and the timer of the running one. No clock of its own.
import * as v from 'valibot';
import { activitySchema } from '#lib/activity/activity.ts';
import { tableNameLimit, tablesLimit } from '#lib/people/tables.ts';
import type { ToolItem } from '#lib/board/rights.ts';

export const privacies = ['named', 'sector', 'anonymous'] as const;
export type Privacy = (typeof privacies)[number];

/** The strictest of several; `sector` when there are none. */
export const strictest = (several: readonly Privacy[]): Privacy =>
	several.reduce<Privacy | null>(
		(strict, one) => (strict === null || privacies.indexOf(one) > privacies.indexOf(strict) ? one : strict),
		null
	) ?? 'sector';

export const itemTitleLimit = 120;
export const promptLimit = 300;
export const remarkLimit = 2000;
export const minutesLimit = 480;
export const itemsLimit = 60;
export const instructionsLimit = 2000;
export const roundsLimit = 8;

export const agendaItemSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(itemTitleLimit)),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(minutesLimit)),
	activity: activitySchema,
	/** What the facilitator should say or do; never sent to participants or the projector. */
	instructions: v.optional(v.pipe(v.string(), v.maxLength(instructionsLimit)), ''),
	/** The sentence that the projector and the phones show. */
	prompt: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(promptLimit)), ''),
	/** What is known of who wrote something in this item; what may not be known is neither sent nor kept. */
	privacy: v.optional(v.picklist(privacies), 'sector'),
	/** Quiet writing: everyone writes for themselves until a facilitator reveals. */
	quiet: v.optional(v.boolean(), false),
	/** Work at tables in so many rounds (World Café): the first mixes people, each next one moves them on, after the last all are together. */
	rounds: v.optional(
		v.object({
			count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(roundsLimit)),
			tables: v.pipe(
				v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(tableNameLimit))),
				v.minLength(2),
				v.maxLength(tablesLimit)
			)
		})
	)
});
export type AgendaItem = v.InferOutput<typeof agendaItemSchema>;

export const agendaSchema = v.pipe(
	v.array(agendaItemSchema),
	v.maxLength(itemsLimit),
	// frames, notes and ballots are found by the id of their item
	v.check((items) => new Set(items.map(({ id }) => id)).size === items.length)
);

/** Rounds as one begins to plan them: three, at tables of about five in a full hall. */
export const usualRounds = { count: 3, tables: 5 } as const;

/** So many tables: those that have names keep them. */
export const withTables = (names: readonly string[], count: number, nameOf: (number: number) => string): string[] =>
	Array.from({ length: count }, (_, index) => names[index] ?? nameOf(index + 1));

/** An item as far as it says what may be used on the board. */
export const toolItem = ({ id, activity }: Pick<AgendaItem, 'id' | 'activity'>): ToolItem =>
	activity.kind === 'board' && activity.tools ? { id, tools: activity.tools } : { id };

/** An item of a live session with when it ran, ms; repeated items have several spans. */
export type LiveItem = AgendaItem & {
	spans: { from: number; to?: number }[];
	/** By the plan with which the session was opened: minutes from its start, and how long. Missing: added on the way. */
	plan?: { start: number; minutes: number };
	/** The strictest privacy it ever had, where that was changed on the way. */
	strictest?: Privacy;
	/** Left out while the session runs; it can be taken back. */
	skipped?: boolean;
	/** The facilitators' private note. */
	remark?: string;
};

/** Minutes from the start of the session at which each item begins, and the total. */
export function schedule(items: readonly Pick<AgendaItem, 'minutes'>[]): { starts: number[]; total: number } {
	const starts: number[] = [];
	let total = 0;
	for (const item of items) {
		starts.push(total);
		total += item.minutes;
	}
	return { starts, total };
}

/** The items of a plan as a session begins with them. */
export function plannedItems(items: readonly AgendaItem[]): LiveItem[] {
	const { starts } = schedule(items);
	return items.map((item, index) => ({
		...item,
		spans: [],
		plan: { start: starts[index] ?? 0, minutes: item.minutes }
	}));
}

/** A copy with the item at `from` moved to `to`; out-of-range places are brought to the nearest end. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
	const copy = [...items];
	const [item] = copy.splice(from, 1);
	if (item !== undefined) copy.splice(Math.max(0, Math.min(to, copy.length)), 0, item);
	return copy;
}

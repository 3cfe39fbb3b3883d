// A session as it is planned: what the organiser writes before anyone comes. Knows no store and no live state.
import * as v from 'valibot';
import { agendaSchema } from '#lib/agenda/agenda.ts';

export const planDraftSchema = v.object({
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160)),
	/** Local calendar date, YYYY-MM-DD. */
	date: v.pipe(v.string(), v.isoDate()),
	/** Local times, HH:MM; empty when not set. */
	start: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^\d\d:\d\d$/))]), ''),
	end: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^\d\d:\d\d$/))]), ''),
	/** Language of what the server writes on the board. */
	language: v.optional(v.picklist(['pl', 'en']), 'pl'),
	place: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
	/** The organiser's notice on personal data, plain text; empty means the standard one. */
	notice: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(5000)), ''),
	/** Months after which the record is to be deleted. */
	retentionMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)), 60)
});
export type PlanDraft = v.InferOutput<typeof planDraftSchema>;

/** The stored plan; `code` is what people type to join. */
export type Plan = PlanDraft & {
	id: string;
	laboratory: string;
	code: string;
	agenda: v.InferOutput<typeof agendaSchema>;
	/** Grows with every change of the notice; people accept a version. */
	noticeVersion: number;
	/** Random; in the links for a second facilitator's device and for the projector. */
	facilitatorKey: string;
	projectorKey: string;
	status: 'planned' | 'open' | 'closed';
	/** ms since the epoch */
	createdAt: number;
	example?: boolean;
};

/** Digits of a join code. */
export const codeLength = 6;

/** A code as people type it: spaces and dashes do not matter. */
export const normaliseCode = (typed: string): string => typed.replace(/[\s-]/g, '');
export const codeIsWellFormed = (code: string): boolean => new RegExp(`^\\d{${codeLength}}$`).test(code);

/** A code as it is read aloud: "481 203". */
export const spacedCode = (code: string): string => `${code.slice(0, 3)}\u202f${code.slice(3)}`;

/** When a session is planned to start, ms since the epoch, by the clocks of its time zone; null when the plan has no time. */
export const plannedStart = ({ date, start }: Pick<Plan, 'date' | 'start'>, timeZone: string): number | null =>
	momentOf(date, start, timeZone);

/** When it is planned to end; an end that is not after the start is one of the next day. */
export function plannedEnd(
	{ date, start, end }: Pick<Plan, 'date' | 'start' | 'end'>,
	timeZone: string
): number | null {
	const day = start !== '' && end !== '' && end <= start ? dayAfter(date) : date;
	return momentOf(day, end, timeZone);
}

const dayAfter = (date: string): string => {
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(at) ? date : new Date(at + 24 * 3600_000).toISOString().slice(0, 10);
};

/** A local date and time as a moment, ms since the epoch; null when one of them is none. */
function momentOf(date: string, time: string, timeZone: string): number | null {
	const asUtc = Date.parse(`${date}T${time}:00Z`);
	if (!time || Number.isNaN(asUtc)) return null;
	return asUtc - (wallClock(asUtc, timeZone) - asUtc);
}

/** What the clocks of a zone show at a moment, read as if it were UTC, ms. */
function wallClock(at: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

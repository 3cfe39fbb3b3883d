// What people said against a decision or in a ballot, as far as the record itself shows it: never a name. Knows no model.
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { wordsOf } from './fold.ts';
import { objectionCite, reasonCite } from './place-kinds.ts';

export type Remark = {
	/** `d0o1` an objection to a decision, `b0r2` a reason given in a ballot. */
	cite: string;
	text: string;
	/** `null` where the record does not tell. */
	sector: Sector | null;
	/** Id of what was chosen in the ballot. */
	choice?: string;
	/** A no or an objection, not a mere concern. */
	firm: boolean;
	/** The decision, or the ballot that led to none, and what it said. */
	answers: { cite: string; text: string };
};

/** Choices that say no or not yet, and whether they say it firmly. */
const contrary = new Map([
	['objection', true],
	['no', true],
	['f0', true],
	['concern', false],
	['f1', false],
	['f2', false]
]);

/**
 * Each thing that was said against the same once, decisions first. An objection to a wording that a later ballot took up and
 * amended is answered by that one. Reasons of a result that is withheld, or whose choices nobody knows, are not read.
 */
export function remarksOf({ decisions, ballots }: Pick<SessionRecord, 'decisions' | 'ballots'>): Remark[] {
	const amended = new Set(ballots.map(({ follows }) => follows).filter(Boolean));
	const objections = decisions.flatMap(({ id, text, objections: all }) =>
		all.map(({ reason, sector }, index): Remark => ({
			...{ cite: objectionCite(id, index), text: reason, sector, firm: true },
			answers: { cite: id, text }
		}))
	);
	const reasons = ballots.flatMap(({ id, question, proposal, secret, choices, tally }) => {
		if (amended.has(id) || tally.withheld || choices.length === 0) return [];
		const decision = decisions.find(({ ballot }) => ballot === id);
		const answers = { cite: decision?.id ?? id, text: decision?.text || proposal || question };
		return (tally.reasons ?? []).flatMap(({ choice, reason, sector }, index): Remark[] => {
			const firm = choice === null ? undefined : contrary.get(choice);
			if (choice === null || firm === undefined) return [];
			const who = secret ? null : (sector ?? null);
			return [{ cite: reasonCite(id, index), text: reason, sector: who, choice, firm, answers }];
		});
	});
	const known = new Set<string>();
	return [...objections, ...reasons].filter(({ text, answers }) => {
		const words = wordsOf(text);
		const key = `${answers.cite} ${words.join(' ')}`;
		if (words.length === 0 || known.has(key)) return false;
		known.add(key);
		return true;
	});
}

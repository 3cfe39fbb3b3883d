// Ballots: a question, its choices, a method, the votes and their count. Knows no sealing, no socket, no screen.
import * as v from 'valibot';
import type { SeatId, Sector } from '#lib/people/people.ts';

export const ballotMethods = ['single', 'yes-no-abstain', 'dots'] as const;
export type BallotMethod = (typeof ballotMethods)[number];

export const questionLimit = 300;
export const choiceLimit = 160;
export const choicesLimit = 12;
export const dotsLimit = 99;

/** Ids of the three fixed choices of `yes-no-abstain`. */
export const yesNoAbstain = ['yes', 'no', 'abstain'] as const;

/** A ballot as it is prepared in a plan or opened on the spot. */
export const ballotPlanSchema = v.object({
	question: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(questionLimit)),
	method: v.picklist(ballotMethods),
	/** Texts of the choices; only `single` has any of its own. */
	choices: v.optional(
		v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(choiceLimit))), v.maxLength(choicesLimit)),
		[]
	),
	/** Secret: nobody, the facilitator included, ever sees who chose what. */
	secret: v.optional(v.boolean(), true),
	/** Dots per seat, for the method `dots`. */
	dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(dotsLimit)), 5)
});
export type BallotPlan = v.InferOutput<typeof ballotPlanSchema>;

export type BallotId = string;
export type ChoiceId = string;
export type Choice = { id: ChoiceId; text: string };

/** One seat's answer: how much of it goes to which choice (1 for a chosen one, n for n dots). */
export const voteSchema = v.record(
	v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(dotsLimit))
);
export type Vote = v.InferOutput<typeof voteSchema>;

/** Votes of one sector, or of several sectors merged so that nobody can be told apart. */
export type SectorTally = { sectors: Sector[]; voted: number; counts: Record<ChoiceId, number> };

export type Tally = {
	/** How many seats voted. */
	voted: number;
	counts: Record<ChoiceId, number>;
	/** Left out where any breakdown would show who voted how. */
	bySector?: SectorTally[];
};

export type Ballot = {
	id: BallotId;
	/** The agenda item in which it was opened. */
	item: string;
	question: string;
	method: BallotMethod;
	/** Empty for `dots`, whose choices are the stickies of the board. */
	choices: Choice[];
	secret: boolean;
	dots: number;
	status: 'open' | 'closed' | 'revealed';
	/** Server time, ms. */
	openedAt: number;
	closedAt?: number;
	/** Who has voted, never how. */
	voters: SeatId[];
	/** From closing on. */
	tally?: Tally;
	/** Votes by seat, only of a ballot that was not secret, from closing on. */
	votes?: Record<SeatId, Vote>;
};

/** The choices with the ids under which votes name them. */
export function choicesOf(plan: BallotPlan): Choice[] {
	if (plan.method === 'yes-no-abstain') return yesNoAbstain.map((id) => ({ id, text: id }));
	if (plan.method === 'dots') return [];
	return plan.choices.map((text, index) => ({ id: `c${index}`, text }));
}

/** Whether a plan can be opened: `single` needs two different choices. */
export function planIsComplete(plan: BallotPlan): boolean {
	return plan.method !== 'single' || new Set(plan.choices).size >= 2;
}

/** Choices written one a line: empty lines and repetitions do not count. */
export const choicesFrom = (text: string): string[] =>
	[...new Set(text.split('\n').map((line) => line.trim().slice(0, choiceLimit)))]
		.filter(Boolean)
		.slice(0, choicesLimit);

/** Whether a vote keeps the rules of its ballot. An empty vote of `dots` takes all dots back. */
export function voteIsValid(ballot: Pick<Ballot, 'method' | 'choices' | 'dots'>, vote: Vote): boolean {
	const entries = Object.entries(vote);
	if (ballot.method === 'dots') return entries.reduce((sum, [, dots]) => sum + dots, 0) <= ballot.dots;
	const [first, ...rest] = entries;
	if (!first || rest.length > 0) return false;
	return first[1] === 1 && ballot.choices.some((choice) => choice.id === first[0]);
}

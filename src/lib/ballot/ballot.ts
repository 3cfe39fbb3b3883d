// Ballots: a question, its choices, a method and rules, as they are prepared and as they are held. Counts nothing, seals nothing.
import type { InferOutput } from 'valibot';
import type { SeatId, Sector } from '#lib/people/people.ts';
import { choiceLimit, choicesLimit } from './ballot-limits.ts';
import { consentStances, type ConsentRemark, type ConsentStance, type ConsentStep } from './consent.ts';
import { fingers } from './fist.ts';
import type { aboutSchema, ballotPlanSchema } from './ballot-schema.ts';
import { standardRules, type BallotRules, type ReasonRule } from './rules.ts';
import { countedMethods, type CountedMethod } from './stance.ts';
import type { Tally } from './tally.ts';
import { dotsLimit, type ChoiceId, type Vote } from './vote.ts';
import { yesNoAbstain } from './yes-no-abstain.ts';

export { dotsLimit, yesNoAbstain };
export type { ChoiceId, Tally, Vote };
export type { SectorTally } from './balance.ts';

/** Every way to decide, in the order in which it is offered; the rules of each have a file of its name beside this one. */
export const ballotMethods = countedMethods;
export type BallotMethod = CountedMethod;

export type AboutChoice = InferOutput<typeof aboutSchema>;

export type BallotPlan = InferOutput<typeof ballotPlanSchema>;

export type BallotId = string;
/** `meaning` and `prompt` are the facilitator's own words; without them the screen has its own for fixed choices. */
export type Choice = { id: ChoiceId; text: string; meaning?: string; prompt?: string; reason?: ReasonRule };

/** A vote that the facilitator entered: from a paper in a box, or for a person without a phone. */
export const entryKinds = ['paper', 'proxy'] as const;
export type EntryKind = (typeof entryKinds)[number];
export type EnteredVote = { id: string; kind: EntryKind; sector: Sector };

export type Ballot = {
	id: BallotId;
	/** The agenda item in which it was opened. */
	item: string;
	question: string;
	proposal?: string;
	method: BallotMethod;
	/** Empty for `dots`, whose choices are the stickies of the board. */
	choices: Choice[];
	secret: boolean;
	dots: number;
	/** Missing in ballots from before there were rules: the standard ones. */
	rules?: BallotRules;
	/** The ballot that this one repeats, or whose proposal it amends. */
	follows?: BallotId;
	/** Where a proposal stands on its way to consent. */
	step?: ConsentStep;
	/** Questions and reactions that were written down before objections were asked for. */
	remarks?: ConsentRemark[];
	status: 'open' | 'closed' | 'revealed';
	/** Server time, ms. */
	openedAt: number;
	closedAt?: number;
	/** How often all votes were thrown away and voting began anew. */
	resets?: number;
	/** Who may vote: frozen at opening; latecomers join it where the rules let them in. Missing: every seat. */
	entitled?: SeatId[];
	/** Who has voted, never how. */
	voters: SeatId[];
	entered?: EnteredVote[];
	/** From closing on. */
	tally?: Tally;
	/** Votes and reasons by seat, only of a ballot that was not secret, from closing on. */
	votes?: Record<SeatId, Vote>;
	reasons?: Record<SeatId, string>;
};

/** Methods whose choices the facilitator writes. */
export const hasOwnChoices = (method: BallotMethod): boolean => ownChoices.includes(method);
const ownChoices: readonly string[] = ['single', 'approval', 'score', 'ranking'];

const fixedChoices = {
	'yes-no-abstain': yesNoAbstain,
	consent: consentStances,
	fist: fingers
} as const satisfies Record<string, readonly ChoiceId[]>;

/** How consent asks for reasons unless the plan says otherwise: an objection without one is none. */
const consentReasons: Record<ConsentStance, ReasonRule> = {
	consent: 'off',
	concern: 'optional',
	objection: 'required'
};

/** The choices with the ids under which votes name them. */
export function choicesOf(plan: BallotPlan): Choice[] {
	const texts: { id: ChoiceId; text: string; reason?: ReasonRule }[] = hasOwnChoices(plan.method)
		? plan.choices.map((text, index) => ({ id: `c${index}`, text }))
		: fixedIds(plan.method).map((id) => ({ id, text: id, ...standardReason(plan.method, id) }));
	return texts.map((choice) => {
		const { meaning, prompt, reason } = plan.about?.[choice.id] ?? {};
		return { ...choice, ...(meaning ? { meaning } : {}), ...(prompt ? { prompt } : {}), ...(reason ? { reason } : {}) };
	});
}

const fixedIds = (method: string): readonly ChoiceId[] =>
	method in fixedChoices ? fixedChoices[method as keyof typeof fixedChoices] : [];

const standardReason = (method: string, id: ChoiceId): { reason?: ReasonRule } =>
	method === 'consent' ? { reason: consentReasons[id as ConsentStance] } : {};

/** The plan of a ballot that was held, to put it again. */
export function planOf(
	ballot: Pick<Ballot, 'question' | 'proposal' | 'method' | 'choices' | 'secret' | 'dots' | 'rules'>
): BallotPlan {
	const { question, proposal, method, choices, secret, dots, rules } = ballot;
	const about = choices.flatMap(({ id, meaning = '', prompt = '', reason }) =>
		meaning || prompt || reason ? [[id, { meaning, prompt, ...(reason ? { reason } : {}) }] as const] : []
	);
	return {
		question,
		method,
		choices: hasOwnChoices(method) ? choices.map(({ text }) => text) : [],
		secret,
		dots,
		...(proposal ? { proposal } : {}),
		...(about.length > 0 ? { about: Object.fromEntries(about) } : {}),
		...(rules ? { rules } : {})
	};
}

/** Whether a plan can be opened: where it has choices of its own, it needs two different ones. */
export function planIsComplete(plan: BallotPlan): boolean {
	return !hasOwnChoices(plan.method) || new Set(plan.choices).size >= 2;
}

/** Choices written one a line: empty lines and repetitions do not count. */
export const choicesFrom = (text: string): string[] =>
	[...new Set(text.split('\n').map((line) => line.trim().slice(0, choiceLimit)))]
		.filter(Boolean)
		.slice(0, choicesLimit);

/** How a vote is asked for its reason: as its choice says, else as the ballot does. */
export function reasonRuleOf(ballot: Pick<Ballot, 'choices' | 'rules'>, vote: Vote): ReasonRule {
	const [first, ...rest] = Object.keys(vote);
	const choice = rest.length === 0 ? ballot.choices.find(({ id }) => id === first) : undefined;
	return choice?.reason ?? (ballot.rules ?? standardRules).reason;
}

export function reasonIsValid(
	ballot: Pick<Ballot, 'choices' | 'rules'>,
	vote: Vote,
	reason: string | undefined
): boolean {
	const rule = reasonRuleOf(ballot, vote);
	return rule === 'optional' || (rule === 'required') === (reason !== undefined);
}

/** Whether a seat may vote in a ballot. */
export const isEntitled = (ballot: Pick<Ballot, 'entitled'>, seat: SeatId): boolean =>
	ballot.entitled === undefined || ballot.entitled.includes(seat);

/** How many votes are in. */
export const votedIn = (ballot: Pick<Ballot, 'voters' | 'entered'>): number =>
	ballot.voters.length + (ballot.entered?.length ?? 0);

/** A ballot and those that it repeats or amends, oldest first: the versions of a proposal. */
export function versionsOf<B extends Pick<Ballot, 'id' | 'follows'>>(ballots: readonly B[], ballot: B): B[] {
	const versions = [ballot];
	for (;;) {
		const before = ballots.find(({ id }) => id === versions[0]!.follows);
		if (!before || versions.includes(before)) return versions;
		versions.unshift(before);
	}
}

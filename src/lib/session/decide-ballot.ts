// What ballot commands lead to. Pure: seals and counts come from the server.
import type { LiveItem } from '#lib/agenda/agenda.ts';
import {
	choicesOf,
	isEntitled,
	planIsComplete,
	reasonIsValid,
	type Ballot,
	type BallotPlan,
	type Vote
} from '#lib/ballot/ballot.ts';
import { remarksLimit, remarkSteps } from '#lib/ballot/consent.ts';
import { rulesOf, voteIsValid } from '#lib/ballot/counting.ts';
import type { BallotEvent } from '#lib/ballot/live-ballots.ts';
import type { SeatId } from '#lib/people/people.ts';
import { standardRules } from '#lib/ballot/rules.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import type { Command, Refusal } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Sitting, type Surroundings } from './outcome.ts';
import type { SessionState } from './session.ts';

type BallotCommand = Extract<Command, { type: `ballot.${string}` | `vote.${string}` }>;
type Around = Pick<Surroundings, 'now' | 'seal' | 'count' | 'mayBeDotted'>;

const ballotsLimit = 200;
const entriesLimit = 100;

export const openBallots = (state: SessionState): Ballot[] => state.ballots.filter(({ status }) => status === 'open');

export function decideBallot(
	state: SessionState,
	seat: Sitting,
	commandId: string,
	command: BallotCommand,
	around: Around
): Outcome {
	if (command.type === 'ballot.open') return open(state, commandId, command, around);
	const ballot = state.ballots.find(({ id }) => id === command.ballot);
	if (!ballot) return refuse('no-such-ballot');
	const isOpen = ballot.status === 'open';
	switch (command.type) {
		case 'ballot.close':
			return isOpen ? lead(closing(ballot, around)) : lead();
		case 'ballot.reveal':
			if (isOpen) return refuse('ballot-still-open');
			return ballot.status === 'revealed' ? lead() : lead({ type: 'ballot.revealed', ballot: ballot.id });
	}
	if (!isOpen) return refuse('ballot-not-open');
	switch (command.type) {
		case 'ballot.step':
			return ballot.method === 'consent'
				? lead({ type: 'ballot.stepped', ballot: ballot.id, step: command.step })
				: refuse('malformed');
		case 'ballot.remark': {
			const step = remarkSteps.find((known) => known === ballot.step);
			if (!step) return refuse('malformed');
			if ((ballot.remarks ?? []).length >= remarksLimit) return refuse('too-many');
			const { text, sector } = command;
			return lead({
				type: 'ballot.remarked',
				ballot: ballot.id,
				remark: { step, text, ...(sector ? { sector } : {}) }
			});
		}
		case 'ballot.reset':
			return lead({ type: 'ballot.reset', ballot: ballot.id });
		case 'vote.cast': {
			const problem = isEntitled(ballot, seat.id) ? problemOf(ballot, command, seat.id, around) : 'not-entitled';
			if (problem) return refuse(problem);
			const { receipts } = rulesOf(ballot);
			const receipt = ballot.secret && receipts ? command.receipt : undefined;
			const sealed = around.seal(ballot, slip(command.vote, command.reason, receipt));
			return lead({ type: 'vote.cast', ballot: ballot.id, seat: seat.id, sealed });
		}
		case 'vote.enter': {
			const problem = problemOf(ballot, command, seat.id, around);
			if (problem) return refuse(problem);
			if ((ballot.entered ?? []).length >= entriesLimit) return refuse('too-many');
			const { kind, sector } = command;
			const sealed = around.seal(ballot, slip(command.vote, command.reason));
			return lead({ type: 'vote.entered', ballot: ballot.id, entry: { id: commandId, kind, sector }, sealed });
		}
		case 'vote.withdraw':
			return ballot.entered?.some(({ id }) => id === command.entry)
				? lead({ type: 'vote.withdrawn', ballot: ballot.id, entry: command.entry })
				: lead();
	}
}

/** A ballot that is repeated or amended is closed by its follower, if it is the one that is open. */
function open(
	state: SessionState,
	commandId: string,
	{ item, plan, follows }: Extract<Command, { type: 'ballot.open' }>,
	around: Around
): Outcome {
	if (!planIsComplete(plan)) return refuse('ballot-incomplete');
	const before = follows === undefined ? undefined : state.ballots.find(({ id }) => id === follows);
	if (follows !== undefined && !before) return refuse('no-such-ballot');
	if (openBallots(state).some((ballot) => ballot !== before)) return refuse('another-ballot-open');
	if (state.ballots.length >= ballotsLimit) return refuse('too-many');
	const place = item ?? before?.item ?? state.now.item ?? '';
	const ballot = openedBallot(state, commandId, place, plan, around.now);
	return lead(...(before?.status === 'open' ? [closing(before, around)] : []), {
		type: 'ballot.opened',
		ballot: follows === undefined ? ballot : { ...ballot, follows }
	});
}

const closing = (ballot: Ballot, around: Around): BallotEvent => ({
	type: 'ballot.closed',
	ballot: ballot.id,
	...around.count(ballot)
});

function problemOf(
	ballot: Ballot,
	{ vote, reason }: { vote: Vote; reason?: string | undefined },
	seat: SeatId,
	{ mayBeDotted }: Around
): Refusal | null {
	if (!voteIsValid(ballot, vote)) return 'vote-invalid';
	const dots = ballot.method === 'dots' ? Object.keys(vote) : [];
	if (!dots.every((sticky) => mayBeDotted(ballot, sticky, seat))) return 'vote-invalid';
	if (reasonIsValid(ballot, vote, reason)) return null;
	return reason === undefined ? 'reason-missing' : 'vote-invalid';
}

const slip = (vote: Vote, reason?: string, receipt?: string): Slip => ({
	vote,
	...(reason === undefined ? {} : { reason }),
	...(receipt === undefined ? {} : { receipt })
});

/** The ballot that was prepared for an item, opened when the item starts for the first time and no other is open. */
export function preparedBallot(state: SessionState, item: LiveItem, commandId: string, now: number): BallotEvent[] {
	if (item.activity.kind !== 'ballot' || item.spans.length > 0 || openBallots(state).length > 0) return [];
	const { ballot: plan } = item.activity;
	if (!planIsComplete(plan)) return [];
	return [{ type: 'ballot.opened', ballot: openedBallot(state, `${commandId}-b`.slice(-40), item.id, plan, now) }];
}

/** Who is entitled is frozen here: the participants who are in, and the facilitators where they vote too. */
function openedBallot(state: SessionState, id: string, item: string, plan: BallotPlan, now: number): Ballot {
	const rules = plan.rules ?? standardRules;
	const entitled = Object.values(state.seats)
		.filter(({ role }) => role === 'participant' || rules.facilitatorVotes)
		.map((seat) => seat.id);
	return {
		id,
		item,
		question: plan.question,
		...(plan.proposal ? { proposal: plan.proposal } : {}),
		method: plan.method,
		choices: choicesOf(plan),
		secret: plan.secret,
		dots: plan.dots,
		rules,
		...(plan.method === 'consent' ? { step: 'questions' as const } : {}),
		status: 'open',
		openedAt: now,
		entitled,
		voters: []
	};
}

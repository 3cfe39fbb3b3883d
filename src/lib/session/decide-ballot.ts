// What ballot commands lead to. Pure: seals and counts come from the server.
import type { LiveItem } from '#lib/agenda/agenda.ts';
import { choicesOf, planIsComplete, type Ballot, type BallotPlan } from '#lib/ballot/ballot.ts';
import { voteIsValid } from '#lib/ballot/counting.ts';
import type { BallotEvent } from '#lib/ballot/live-ballots.ts';
import type { Command } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Sitting, type Surroundings } from './outcome.ts';
import type { SessionState } from './session.ts';

type BallotCommand = Extract<Command, { type: `ballot.${string}` | 'vote.cast' }>;

const ballotsLimit = 200;

export const openBallots = (state: SessionState): Ballot[] => state.ballots.filter(({ status }) => status === 'open');

export function decideBallot(
	state: SessionState,
	seat: Sitting,
	commandId: string,
	command: BallotCommand,
	around: Pick<Surroundings, 'now' | 'seal' | 'count'>
): Outcome {
	if (command.type === 'ballot.open') {
		if (!planIsComplete(command.plan)) return refuse('ballot-incomplete');
		if (openBallots(state).length > 0) return refuse('another-ballot-open');
		if (state.ballots.length >= ballotsLimit) return refuse('too-many');
		const item = command.item ?? state.now.item ?? '';
		return lead({ type: 'ballot.opened', ballot: openedBallot(commandId, item, command.plan, around.now) });
	}
	const ballot = state.ballots.find(({ id }) => id === command.ballot);
	if (!ballot) return refuse('no-such-ballot');
	switch (command.type) {
		case 'vote.cast':
			if (ballot.status !== 'open') return refuse('ballot-not-open');
			if (!voteIsValid(ballot, command.vote)) return refuse('vote-invalid');
			return lead({
				type: 'vote.cast',
				ballot: ballot.id,
				seat: seat.id,
				sealed: around.seal(ballot.id, command.vote)
			});
		case 'ballot.close':
			return ballot.status === 'open'
				? lead({ type: 'ballot.closed', ballot: ballot.id, ...around.count(ballot) })
				: lead();
		case 'ballot.reveal':
			if (ballot.status === 'open') return refuse('ballot-still-open');
			return ballot.status === 'revealed' ? lead() : lead({ type: 'ballot.revealed', ballot: ballot.id });
	}
}

/** The ballot that was prepared for an item, opened when the item starts for the first time and no other is open. */
export function preparedBallot(state: SessionState, item: LiveItem, commandId: string, now: number): BallotEvent[] {
	if (item.activity.kind !== 'ballot' || item.spans.length > 0 || openBallots(state).length > 0) return [];
	const { ballot: plan } = item.activity;
	if (!planIsComplete(plan)) return [];
	return [{ type: 'ballot.opened', ballot: openedBallot(`${commandId}-b`.slice(-40), item.id, plan, now) }];
}

const openedBallot = (id: string, item: string, plan: BallotPlan, now: number): Ballot => ({
	id,
	item,
	question: plan.question,
	method: plan.method,
	choices: choicesOf(plan),
	secret: plan.secret,
	dots: plan.dots,
	status: 'open',
	openedAt: now,
	voters: []
});

// Promise 6 through a whole session: two people who swap their secret votes leave the same events, views and record behind.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ballotMethods, type BallotMethod } from '#lib/ballot/ballot.ts';
import { consentStances } from '#lib/ballot/consent.ts';
import { fingers } from '#lib/ballot/fist.ts';
import type { Vote } from '#lib/ballot/vote.ts';
import { yesNoAbstain } from '#lib/ballot/yes-no-abstain.ts';
import type { Sector } from '#lib/people/people.ts';
import { freeze } from '#lib/record/freeze.ts';
import { plan, StageBallots } from './stage-ballots.ts';

function dice(seed: number): (sides: number) => number {
	let state = (seed * 7919 + 31) % 2147483647;
	return (sides) => {
		state = (state * 48271) % 2147483647;
		return state % sides;
	};
}

const texts = ['Magazyn', 'Sklep', 'Warsztat'];
const ids = texts.map((_, index) => `c${index}`);

function randomVote(method: BallotMethod, roll: (sides: number) => number): Vote {
	const one = (of: readonly string[]) => ({ [of[roll(of.length)]!]: 1 });
	switch (method) {
		case 'yes-no-abstain':
			return one(yesNoAbstain);
		case 'fist':
			return one(fingers);
		case 'consent':
			return one(consentStances);
		case 'single':
			return one(ids);
		case 'approval':
			return { ...one(ids), ...one(ids) };
		case 'dots':
			return { [`s${roll(8)}`]: 1, [`t${roll(8)}`]: 2 };
		default:
			return Object.fromEntries(ids.map((id) => [id, 1 + roll(3)]));
	}
}

type Slip = { vote: Vote; reason?: string; receipt: string };

/** One session with one secret ballot after another; `slips` by ballot and seat. */
function play(
	room: readonly Sector[],
	methods: readonly BallotMethod[],
	slips: readonly (readonly Slip[])[]
): StageBallots {
	const stage = new StageBallots(room);
	methods.forEach((method, index) => {
		const choices = ['single', 'approval', 'score', 'ranking'].includes(method) ? texts : [];
		stage.open({ method, choices, secret: true, rules: { reason: 'optional' } });
		const { id } = stage.ballot;
		slips[index]!.forEach((slip, seat) => {
			assert.is(stage.do(`seat${seat}`, { type: 'vote.cast', ballot: id, ...slip }), null);
		});
		stage.do('host', { type: 'ballot.close', ballot: id });
		stage.do('host', { type: 'ballot.reveal', ballot: id });
	});
	return stage;
}

/** Everything that is kept or sent, besides what is sealed (the seal's key is destroyed at closing). */
function left(stage: StageBallots): Record<string, string> {
	const events = stage.events.map((event) => ('sealed' in event ? { ...event, sealed: '' } : event));
	const views = Object.fromEntries(
		['host', 'seat0', 'seat1', 'seat2', 'screen'].map((id) => [id, JSON.stringify(stage.view(id))])
	);
	stage.do('host', { type: 'session.close' });
	const laboratory = { id: 'l', name: 'L', territory: { gmina: '', powiat: '', wojewodztwo: '' } };
	const { record } = freeze(laboratory, plan, stage.state, new Map());
	return {
		events: JSON.stringify(events),
		...views,
		state: JSON.stringify(stage.state.ballots),
		record: JSON.stringify(record)
	};
}

test('6 in a thousand secret ballots two of a sector who swap votes, reasons and codes change no event, view or record', () => {
	let ballots = 0;
	for (let seed = 1; seed <= 125; seed++) {
		const roll = dice(seed);
		const sectors: Sector[] = ['public', 'ngo', 'business', 'church'];
		const room = Array.from({ length: 6 + roll(8) }, () => sectors[roll(2 + roll(3))]!);
		const methods = [...ballotMethods];
		const slips = methods.map((method) =>
			room.map((_, seat): Slip => {
				const vote = randomVote(method, roll);
				const asked = method !== 'consent' || 'objection' in vote || ('concern' in vote && roll(2) > 0);
				return {
					vote,
					...(asked ? { reason: `Bo ${roll(4)}` } : {}),
					receipt: `CCCC${'2346'[roll(4)]}${'79CD'[roll(4)]}${'FGHJ'[seat % 4]}${'KMNP'[seat >> 2]}`
				};
			})
		);
		const one = roll(room.length);
		const mates = room.flatMap((sector, seat) => (sector === room[one] ? [seat] : []));
		const other = mates[roll(mates.length)]!;
		const swapped = slips.map((ballot) => {
			const copy = [...ballot];
			[copy[one], copy[other]] = [copy[other]!, copy[one]!];
			return copy;
		});
		const before = left(play(room, methods, slips));
		const after = left(play(room, methods, swapped));
		for (const [what, text] of Object.entries(before)) assert.is(after[what], text, `${what}, seed ${seed}`);
		ballots += methods.length;
	}
	assert.is(ballots, 1000);
});

test('6 without a breakdown even two of different sectors may swap', () => {
	const room: Sector[] = ['public', 'public', 'ngo', 'business'];
	const ballots = [
		['yes', 'no', 'no', 'yes'],
		['no', 'yes', 'no', 'yes']
	];
	const slips = ballots.map((votes) =>
		votes.map((choice, seat): Slip => ({ vote: { [choice]: 1 }, receipt: `CCCC222${'2346'[seat]}` }))
	);
	const swapped = slips.map(([first, second, third, fourth]) => [third!, second!, first!, fourth!]);
	const methods: BallotMethod[] = ['yes-no-abstain', 'yes-no-abstain'];
	assert.equal(left(play(room, methods, swapped)), left(play(room, methods, slips)));
});

test.run();

// How bots decide in the great rehearsal: every method, changed minds, paper, a repeated vote, consent in two versions. Knows no agenda.
import type { Vote } from '#lib/ballot/ballot.ts';
import { makeReceipt } from '#lib/ballot/receipt.ts';
import { makeId } from '#lib/people/ids.ts';
import { sectors } from '#lib/people/people.ts';
import { expect, type Guest, type Hall } from './great-hall.ts';
import type { Held } from './ledger.ts';

type Open = { id: string; question: string; method: string; choices: string[]; held: Held };

/** The ballot that an item has opened, or the newest one. */
export async function opened(hall: Hall, item: string): Promise<Open> {
	const ballot = await hall.desk.until('the open ballot', ({ ballots }) =>
		ballots.find((each) => each.item === item && each.status === 'open' && !hall.ledger.ballots.has(each.id))
	);
	const { id, question, method, secret } = ballot;
	const before = ballot.follows === undefined ? undefined : hall.ledger.ballots.get(ballot.follows);
	const waiting = before ? hall.undecided.indexOf(before.question) : -1;
	if (waiting >= 0) hall.undecided.splice(waiting, 1);
	if (method !== 'dots') hall.undecided.push(question);
	const choices = ballot.choices.map((choice) => choice.id);
	return { id, question, method, choices, held: hall.ledger.ballot(id, question, method, secret) };
}

const byRandom = (hall: Hall) => (bytes: number) => Uint8Array.from({ length: bytes }, () => hall.number(256));

function voteOf(hall: Hall, { method, choices }: Open): Vote {
	switch (method) {
		case 'approval':
			return Object.fromEntries(
				shuffled(hall, choices)
					.slice(0, 1 + hall.number(3))
					.map((id) => [id, 1])
			);
		case 'score':
			return Object.fromEntries(choices.map((id) => [id, hall.number(6)]));
		case 'ranking':
			return Object.fromEntries(
				shuffled(hall, choices)
					.slice(0, 1 + hall.number(choices.length))
					.map((id, place) => [id, place + 1])
			);
		case 'dots': {
			const vote: Vote = {};
			const stickies = [...hall.ledger.stickies].filter(([, { item }]) => item === hall.titleOf('quiet'));
			for (let dot = 0; dot <= hall.number(5); dot++) {
				const [sticky] = hall.pick(stickies);
				vote[sticky] = (vote[sticky] ?? 0) + 1;
			}
			return vote;
		}
		default:
			return { [hall.pick(choices)]: 1 };
	}
}

export async function cast(hall: Hall, ballot: Open, guest: Guest, vote = voteOf(hall, ballot)): Promise<void> {
	const { bot, seat, who } = guest;
	const receipt = ballot.held.secret ? makeReceipt(byRandom(hall)) : undefined;
	const reason = 'objection' in vote || 'concern' in vote ? `${who.institution} ma powód ${makeId()}` : undefined;
	const more = { ...(receipt ? { receipt } : {}), ...(reason ? { reason } : {}) };
	const command = { type: 'vote.cast', ballot: ballot.id, vote, ...more } as const;
	const id = makeId();
	// a phone with a bad network sends the same vote again
	const answers = await Promise.all([bot.link.send(command, id), bot.link.send(command, id)]);
	expect(
		answers.every(({ ok }) => ok),
		`the vote of ${who.institution} in ${ballot.question} is kept`
	);
	ballot.held.slips.set(seat, { who: who.institution, vote, ...more });
}

/** Everybody at once; some change their minds. */
export async function vote(hall: Hall, ballot: Open, guests = hall.guests): Promise<void> {
	await Promise.all(guests.map((guest) => cast(hall, ballot, guest)));
	await Promise.all(guests.filter(() => hall.random() < 0.3).map((guest) => cast(hall, ballot, guest)));
}

export async function close(hall: Hall, { id }: Open): Promise<void> {
	await Promise.all([
		hall.desk.carryOut({ type: 'ballot.close', ballot: id }),
		hall.second.carryOut({ type: 'ballot.close', ballot: id })
	]);
	await hall.desk.carryOut({ type: 'ballot.reveal', ballot: id });
	await Promise.all(
		hall.guests.map(({ bot }) =>
			bot.link.until('the result', ({ ballots }) => ballots.find((each) => each.id === id)?.tally)
		)
	);
}

/** The same question again: the second one follows the first. */
export async function repeat(hall: Hall, item: string, before: Open, proposal?: string): Promise<Open> {
	const { question, method, choices, secret } = (await hall.desk.until('the ballot', ({ ballots }) =>
		ballots.find(({ id }) => id === before.id)
	))!;
	const own = ['single', 'approval', 'score', 'ranking'].includes(method);
	await hall.desk.carryOut({
		type: 'ballot.open',
		item,
		follows: before.id,
		plan: {
			question,
			method,
			secret,
			choices: own ? choices.map(({ text }) => text) : [],
			...(proposal ? { proposal } : {})
		}
	});
	return opened(hall, item);
}

/** Votes on paper and of people without a phone; the last one was a mistake and is withdrawn. */
export async function enter(hall: Hall, ballot: Open, count: number): Promise<void> {
	for (let index = 0; index <= count; index++) {
		const id = makeId();
		const entered = voteOf(hall, ballot);
		const kind = index % 2 === 0 ? 'paper' : 'proxy';
		const command = { type: 'vote.enter', ballot: ballot.id, kind, sector: hall.pick(sectors), vote: entered } as const;
		expect((await hall.desk.send(command, id)).ok, 'a vote on paper is entered');
		if (index < count) ballot.held.entered.set(id, entered);
		else await hall.desk.carryOut({ type: 'vote.withdraw', ballot: ballot.id, entry: id });
	}
}

export async function reset(hall: Hall, ballot: Open): Promise<void> {
	await hall.desk.carryOut({ type: 'ballot.reset', ballot: ballot.id });
	ballot.held.slips.clear();
}

/** Questions, reactions, objections; then the proposal is amended and everybody consents. */
export async function consent(hall: Hall, item: string): Promise<void> {
	const first = await opened(hall, item);
	const step = (to: 'questions' | 'reactions' | 'objections', ballot: Open) =>
		hall.desk.carryOut({ type: 'ballot.step', ballot: ballot.id, step: to });
	const remark = async (text: string) => {
		await hall.desk.carryOut({ type: 'ballot.remark', ballot: first.id, text, sector: hall.pick([null, 'ngo']) });
		first.held.remarks.push(text);
	};
	await remark('Kto zapłaci za lokal?');
	await step('reactions', first);
	await remark('Podoba mi się.');
	await remark('Za wcześnie.');
	await step('objections', first);
	await vote(hall, first);
	await cast(hall, first, hall.guests[0]!, { objection: 1 });
	await close(hall, first);
	const amended = await repeat(hall, item, first, 'Otwieramy sklep we wrześniu, na próbę.');
	await step('objections', amended);
	await Promise.all(hall.guests.map((guest) => cast(hall, amended, guest, { consent: 1 })));
	await close(hall, amended);
	await hall.decide('Sklep we wrześniu, na próbę.', amended.id, amended.question);
}

function shuffled<T>(hall: Hall, items: readonly T[]): T[] {
	const copy = [...items];
	for (let end = copy.length - 1; end > 0; end--) {
		const at = hall.number(end + 1);
		[copy[end], copy[at]] = [copy[at]!, copy[end]!];
	}
	return copy;
}

// Plays a script from the first chair to the record: who does what, in which order. Knows no page and no socket.
import type { Vote } from '#lib/ballot/ballot.ts';
import { Bot } from './bot.ts';
import { Organiser } from './organiser.ts';
import type { Pace } from './pace.ts';
import type { Script } from './script.ts';

export type Played = {
	session: string;
	code: string;
	/** Path of the record's JSON export; null while the session goes on. */
	record: string | null;
	people: number;
	stickies: number;
	ballots: number;
	seconds: number;
};

export type Wishes = { url: string; password: string; pace: Pace; close: boolean; say: (sentence: string) => void };

/** Seconds that people take at human pace. */
const toJoin = 3;
const toBegin = 4;
const toVote = 6;

export async function play(
	script: Script,
	wishes: Wishes
): Promise<{ played: Played; /** The export's text. */ record: string | null }> {
	const begun = Date.now();
	const { url, pace, say } = wishes;
	for (const remark of script.remarks) say(remark);
	const organiser = new Organiser(url);
	const bots: Bot[] = [];
	try {
		await organiser.signIn(wishes.password);
		const prepared = await organiser.prepare(script);
		await organiser.facilitate(prepared);
		say(`The session is open: ${url}/s/${prepared.code}`);
		for (const who of script.people) {
			bots.push(await Bot.join({ url, ...prepared }, who, pace));
			await pace.pause(toJoin);
		}
		say(`${bots.length} people have joined.`);

		const stickies = await writeStickies(script, organiser, bots, pace);
		say(`${stickies.length} stickies are written.`);
		const dots = await giveDots(script, organiser, bots, pace, stickies);
		await takeNotes(script, organiser, bots);
		const decisions = await decide(script, organiser, bots, pace);
		say(`${dots + decisions} ballots are held, ${script.decisions.length} decisions made.`);

		if (wishes.close) await organiser.closeSession();
		const record = wishes.close ? await organiser.record(prepared.session) : null;
		const played: Played = {
			...prepared,
			record: wishes.close ? Organiser.recordPath(prepared.session) : null,
			people: bots.length,
			stickies: stickies.length,
			ballots: dots + decisions,
			seconds: Math.round((Date.now() - begun) / 10) / 100
		};
		return { played, record };
	} finally {
		for (const bot of bots) bot.close();
		organiser.close();
	}
}

/** One after another in the order of the record; at human pace all type at the same time. Returns the ids. */
async function writeStickies(script: Script, organiser: Organiser, bots: Bot[], pace: Pace): Promise<string[]> {
	const ids: string[] = [];
	const typing: Promise<void>[] = [];
	if (script.boardItem === null) return ids;
	await organiser.startItem(script.boardItem);
	for (const [index, text] of script.stickies.entries()) {
		const bot = bots[index % bots.length]!;
		const id = await bot.putSticky(script.boardItem, pace.human ? '' : text, ids.at(-1) ?? null);
		ids.push(id);
		if (pace.human) typing.push(bot.typeSticky(id, text));
		await pace.pause(toBegin);
	}
	await Promise.all(typing);
	return ids;
}

async function giveDots(
	script: Script,
	organiser: Organiser,
	bots: Bot[],
	pace: Pace,
	stickies: string[]
): Promise<number> {
	if (script.dotsItem === null) return 0;
	const votes = script.dots.map((mine): Vote =>
		Object.fromEntries([...mine].map(([sticky, dots]) => [stickies[sticky]!, dots]))
	);
	await holdBallot(script, script.dotsItem, votes, organiser, bots, pace);
	return 1;
}

async function holdBallot(script: Script, item: string, votes: Vote[], organiser: Organiser, bots: Bot[], pace: Pace) {
	const activity = script.agenda.find(({ id }) => id === item)?.activity;
	if (activity?.kind !== 'ballot') throw new Error(`the item ${item} holds no ballot`);
	await organiser.startItem(item);
	const ballot = await organiser.openBallot(item, activity.ballot);
	await Promise.all(
		votes.map(async (vote, index) => {
			if (Object.keys(vote).length === 0) return;
			await pace.pause(toVote * ((index + 1) / votes.length));
			await bots[index]!.vote(ballot, vote);
		})
	);
	return { ballot, tally: await organiser.closeBallot(ballot) };
}

/** Sentence by sentence, one person after another; as fast as it goes one person at once. */
async function takeNotes(script: Script, organiser: Organiser, bots: Bot[]): Promise<void> {
	for (const { item, text } of script.notes) {
		await organiser.startItem(item);
		const parts = bots[0]!.pace.human ? (text.match(/[^.!?\n]+[.!?\n]*\s*|[.!?\n]+\s*/g) ?? [text]) : [text];
		let from = 0;
		for (const [index, part] of parts.entries()) {
			await bots[index % bots.length]!.typeNote(item, from, part);
			from += part.length;
		}
	}
}

/** Returns how many ballots were held. */
async function decide(script: Script, organiser: Organiser, bots: Bot[], pace: Pace): Promise<number> {
	let held = 0;
	for (const { item, draft, votes } of script.decisions) {
		if (votes === null) {
			await organiser.startItem(item);
			await organiser.decide(draft);
			continue;
		}
		const { ballot, tally } = await holdBallot(script, item, votes, organiser, bots, pace);
		held += 1;
		const { yes = 0, no = 0, abstain = 0 } = tally.counts;
		const counted = yes === (draft.yes ?? 0) && no === (draft.no ?? 0) && abstain === (draft.abstain ?? 0);
		await organiser.decide(counted ? { ...draft, method: 'ballot', yes, no, abstain, ballot } : draft);
	}
	return held;
}

// What the bots remember of what they did, and whether a record accounts for every bit of it. Counts by itself: uses no rule of the house.
import type { Vote } from '#lib/ballot/ballot.ts';
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';

export type Written = { text: string; sector: Sector | null; by: string | null; item: string };
type Slip = { who: string; vote: Vote; reason?: string; receipt?: string };
export type Held = {
	question: string;
	method: string;
	secret: boolean;
	/** By seat; the last one counts. */
	slips: Map<string, Slip>;
	/** By an id of their own: votes that the facilitator entered. */
	entered: Map<string, Vote>;
	remarks: string[];
};

export class Ledger {
	/** By id on the board. */
	readonly stickies = new Map<string, Written>();
	readonly passages: { item: string; text: string }[] = [];
	readonly ballots = new Map<string, Held>();
	readonly tasks = new Map<string, { text: string; owner: string; due: string; status: string }>();
	readonly decisions: string[] = [];
	readonly hands = new Map<Sector, number>();
	readonly turns = new Map<Sector, number>();
	readonly people: { institution: string; sector: Sector }[] = [];
	/** Titles of items in their order, with how often they ran and whether they were planned. */
	agenda: { title: string; runs: number; planned: boolean }[] = [];
	topics: string[] = [];

	ballot(id: string, question: string, method: string, secret: boolean): Held {
		const held = { question, method, secret, slips: new Map(), entered: new Map(), remarks: [] };
		this.ballots.set(id, held);
		return held;
	}

	get votes(): number {
		return [...this.ballots.values()].reduce((sum, { slips, entered }) => sum + slips.size + entered.size, 0);
	}

	/** What the record lacks, has too much or says otherwise; empty when it accounts for everything. */
	differences(record: SessionRecord): string[] {
		return [
			...this.#stickies(record),
			...this.#notes(record),
			...this.#ballots(record),
			...same('tasks', record.tasks.map(taskText), [...this.tasks.values()].map(taskText)),
			...same(
				'decisions',
				record.decisions.map(({ text }) => text),
				this.decisions
			),
			...same('people', record.participants.map(personText), this.people.map(personText)),
			...this.#floor(record),
			...same(
				'agenda',
				record.agenda.map(({ title, spans, planned }) => `${title} ×${spans.length} ${planned !== null}`),
				this.agenda.map(({ title, runs, planned }) => `${title} ×${runs} ${planned}`)
			),
			...same(
				'topics',
				record.topics.map(({ topic }) => topic?.item.title ?? ''),
				this.topics
			)
		];
	}

	#stickies(record: SessionRecord): string[] {
		const dots = new Map<string, number>();
		for (const { method, slips } of this.ballots.values())
			if (method === 'dots')
				for (const { vote } of slips.values())
					for (const [sticky, count] of Object.entries(vote)) dots.set(sticky, (dots.get(sticky) ?? 0) + count);
		const titles = new Map(record.agenda.map(({ id, title }) => [id, title]));
		return same(
			'stickies',
			record.stickies.map(({ text, sector, by, item, votes }) =>
				[text, sector, by, titles.get(item ?? ''), votes].join(' | ')
			),
			[...this.stickies].map(([id, { text, sector, by, item }]) =>
				[text, sector, by, item, dots.get(id) ?? 0].join(' | ')
			)
		);
	}

	#notes(record: SessionRecord): string[] {
		const titles = new Map(record.agenda.map(({ id, title }) => [id, title]));
		return same(
			'note passages',
			record.notes.flatMap(({ item, markdown }) =>
				markdown.split('\n').map((line) => `${titles.get(item ?? '')}: ${line}`)
			),
			this.passages.map(({ item, text }) => `${item}: ${text}`)
		);
	}

	#floor(record: SessionRecord): string[] {
		const sectors = new Set([...this.hands.keys(), ...this.turns.keys()]);
		return same(
			'hands and turns',
			record.floor.map(({ sector, hands, turns }) => `${sector} ${hands} ${turns}`),
			[...sectors].map((sector) => `${sector} ${this.hands.get(sector) ?? 0} ${this.turns.get(sector) ?? 0}`)
		);
	}

	#ballots(record: SessionRecord): string[] {
		const held = [...this.ballots.values()];
		const wrong = same(
			'ballots',
			record.ballots.map(({ question, method, secret }) => `${question} ${method} ${secret}`),
			held.map(({ question, method, secret }) => `${question} ${method} ${secret}`)
		);
		if (wrong.length > 0) return wrong;
		return held.flatMap((mine, index) => this.#ballot(mine, record.ballots[index]!, record));
	}

	#ballot(mine: Held, kept: SessionRecord['ballots'][number], record: SessionRecord): string[] {
		const name = `${mine.question} (${mine.method})`;
		const slips = [...mine.slips.values()].map((slip) => ({ ...slip, vote: this.#cited(mine, slip.vote, record) }));
		const votes = [...slips.map(({ vote }) => vote), ...mine.entered.values()];
		const { tally } = kept;
		const withReceipt = slips.flatMap(({ vote, receipt }) => (receipt ? [`${receipt} ${voteText(vote)}`] : []));
		const institutions = new Map(record.participants.map(({ id, institution }) => [id, institution]));
		return [
			...same(`${name}: voted and entered`, [tally.voted, tally.entered ?? 0], [votes.length, mine.entered.size]),
			...(mine.method === 'ranking'
				? same(`${name}: pairs`, pairs(tally.result), this.#pairs(kept, votes))
				: same(`${name}: counts`, countText(tally.counts), countText(summed(votes)))),
			...same(
				`${name}: reasons`,
				(tally.reasons ?? []).map(({ reason }) => reason),
				slips.flatMap(({ reason }) => (reason ? [reason] : []))
			),
			...same(
				`${name}: receipts`,
				(tally.receipts ?? []).map(({ code, vote }) => `${code} ${voteText(vote)}`),
				withReceipt
			),
			...same(
				`${name}: remarks`,
				(kept.remarks ?? []).map(({ text }) => text),
				mine.remarks
			),
			...same(
				`${name}: who voted how`,
				Object.entries(kept.votes ?? {}).map(([who, vote]) => `${institutions.get(who)} ${voteText(vote)}`),
				mine.secret ? [] : slips.map(({ who, vote }) => `${who} ${voteText(vote)}`)
			)
		];
	}

	/** Dots name stickies; on paper these have citation ids. */
	#cited(mine: Held, vote: Vote, record: SessionRecord): Vote {
		if (mine.method !== 'dots') return vote;
		const idOf = (sticky: string) =>
			record.stickies.find(({ text }) => text === this.stickies.get(sticky)?.text)?.id ?? sticky;
		return Object.fromEntries(Object.entries(vote).map(([sticky, count]) => [idOf(sticky), count]));
	}

	/** How many place each choice before each other one; what is not ranked stands last. */
	#pairs(kept: SessionRecord['ballots'][number], votes: readonly Vote[]): string[] {
		const last = Number.MAX_SAFE_INTEGER;
		const before = (one: string, other: string) =>
			votes.filter((vote) => (vote[one] ?? last) < (vote[other] ?? last)).length;
		const ids = kept.choices.map(({ id }) => id);
		return ids.map((one) => ids.map((other) => before(one, other)).join(' '));
	}
}

const pairs = (result: SessionRecord['ballots'][number]['tally']['result']): string[] =>
	result?.method === 'ranking' ? result.pairwise.map((row) => row.join(' ')) : ['none'];

const taskText = ({ text, owner, due, status }: { text: string; owner: string; due: string; status: string }) =>
	[text, owner, due, status].join(' | ');
const personText = ({ institution, sector }: { institution: string; sector: Sector | null }) =>
	`${institution} ${sector}`;
const voteText = (vote: Vote): string =>
	Object.entries(vote)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([choice, weight]) => `${choice}=${weight}`)
		.join(' ');
const countText = (counts: Record<string, number>): string[] =>
	Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([id, count]) => `${id} ${count}`);

function summed(votes: readonly Vote[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const vote of votes)
		for (const [choice, weight] of Object.entries(vote)) counts[choice] = (counts[choice] ?? 0) + weight;
	return counts;
}

/** The differences of two lists whose order does not matter. */
function same(what: string, kept: readonly unknown[], mine: readonly unknown[]): string[] {
	const left = kept.map(String);
	const lacking: string[] = [];
	for (const each of mine.map(String)) {
		const at = left.indexOf(each);
		if (at < 0) lacking.push(`${what}: the record lacks “${each}”`);
		else left.splice(at, 1);
	}
	return [...lacking, ...left.map((each) => `${what}: only the record has “${each}”`)];
}

// The hall of the great rehearsal: bots, two desks and a ledger that grows with everything they do. Knows no order of events.
import { makeId } from '#lib/people/ids.ts';
import type { Introduction } from '#lib/people/people.ts';
import type { CommandInput } from '#lib/protocol.ts';
import { noteText } from '#lib/note/note.ts';
import { greatAgenda } from './great-agenda.ts';
import { Bot } from './bot.ts';
import type { CommandLink } from './command-link.ts';
import { Ledger } from './ledger.ts';
import type { Organiser } from './organiser.ts';
import { paceOf } from './pace.ts';

export type Guest = { bot: Bot; seat: string; who: Introduction };

/** What must be true, or the rehearsal breaks off with this sentence. */
export function expect(holds: boolean, sentence: string): void {
	if (!holds) throw new Error(`It should have been so: ${sentence}`);
}

export class Hall {
	readonly ledger = new Ledger();
	readonly guests: Guest[] = [];
	/** Titles of undecided topics so far. */
	readonly undecided: string[] = [];
	readonly #runs = new Map<string, number>();
	readonly #order = greatAgenda.map(({ id, title }) => ({ id, title, planned: true }));
	#written = 0;

	constructor(
		readonly organiser: Organiser,
		readonly second: CommandLink<'facilitator'>,
		readonly at: { url: string; session: string; code: string },
		/** Numbers from 0 to 1, the same for the same seed. */
		readonly random: () => number
	) {}

	get desk(): CommandLink<'facilitator'> {
		return this.organiser.desk;
	}

	number(below: number): number {
		return Math.floor(this.random() * below);
	}

	pick<T>(items: readonly T[]): T {
		return items[this.number(items.length)]!;
	}

	some(share: number): Guest[] {
		return this.guests.filter(() => this.random() < share);
	}

	/** Many at a time, as in a hall, but not more than a small server has doors. */
	async arrive(people: readonly Introduction[]): Promise<void> {
		for (let from = 0; from < people.length; from += 8)
			await Promise.all(people.slice(from, from + 8).map((who) => this.sit(who)));
	}

	async sit(who: Introduction, counted = true): Promise<Guest> {
		const bot = await Bot.join(this.at, who, paceOf(0));
		const seat = await bot.link.until('the seat', (view) => view.seat.id);
		const guest = { bot, seat, who };
		if (counted) {
			this.guests.push(guest);
			this.ledger.people.push({ institution: who.institution, sector: who.sector });
		}
		return guest;
	}

	/** Starts an item, by both desks at once: it is one step. */
	async start(item: string): Promise<void> {
		const from = this.desk.view?.now.item ?? null;
		const next = { type: 'item.start', item, from } as const;
		await Promise.all([this.desk.carryOut(next), this.second.carryOut(next)]);
		this.#runs.set(item, (this.#runs.get(item) ?? 0) + 1);
		await Promise.all(
			this.guests.map(({ bot }) => bot.link.until(`the item ${item}`, (view) => view.now.item === item))
		);
	}

	/** Puts an item that was not planned behind another one. */
	async added(id: string, title: string, behind: string, command: CommandInput): Promise<void> {
		const answer = await this.desk.send(command, id);
		expect(answer.ok, `${command.type} is carried out`);
		const place = this.#order.findIndex((item) => item.id === behind);
		this.#order.splice(place + 1, 0, { id, title, planned: false });
	}

	titleOf(item: string): string {
		return this.#order.find(({ id }) => id === item)?.title ?? '';
	}

	/** What is known of the author of a sticky, by the privacy of the item. */
	signed({ who }: Guest, item: string): { sector: Introduction['sector'] | null; by: string | null } {
		const privacy = greatAgenda.find(({ id }) => id === item)?.privacy ?? 'sector';
		return {
			sector: privacy === 'anonymous' ? null : who.sector,
			by: privacy === 'named' ? who.name || who.institution : null
		};
	}

	thought(guest: Guest, item: string): string {
		return `${this.titleOf(item)}: myśl ${++this.#written} (${guest.who.institution.length})`;
	}

	async stick(guest: Guest, item: string): Promise<void> {
		const text = this.thought(guest, item);
		const id = await guest.bot.putSticky(item, text, null);
		this.ledger.stickies.set(id, { text, ...this.signed(guest, item), item: this.titleOf(item) });
	}

	async draft(guest: Guest, item: string): Promise<void> {
		const id = makeId();
		const text = this.thought(guest, item);
		await guest.bot.link.carryOut({ type: 'draft.keep', draft: id, frame: null, text: `${text} – brudnopis` });
		await guest.bot.link.carryOut({ type: 'draft.keep', draft: id, frame: null, text });
		this.ledger.stickies.set(id, { text, ...this.signed(guest, item), item: this.titleOf(item) });
	}

	async note({ bot, who }: Guest, item: string): Promise<void> {
		const name = await bot.link.until('the note', ({ notes }) => notes[item]);
		const note = await bot.document(name);
		const text = `${who.institution} mówi rzecz ${++this.#written}.`;
		const shared = noteText(note.doc);
		shared.insert(shared.length, `${text}\n`);
		await note.saved();
		this.ledger.passages.push({ item: this.titleOf(item), text });
	}

	async raise({ bot, who }: Guest): Promise<void> {
		await bot.link.carryOut({ type: 'hand.set', raised: true });
		this.ledger.hands.set(who.sector, (this.ledger.hands.get(who.sector) ?? 0) + 1);
	}

	async speak(seat: string): Promise<void> {
		await this.desk.carryOut({ type: 'speaker.start', seat });
		const sector = this.guests.find((guest) => guest.seat === seat)?.who.sector;
		if (sector) this.ledger.turns.set(sector, (this.ledger.turns.get(sector) ?? 0) + 1);
	}

	/** Frees a seat; the device learns it and gets no further. */
	async remove(guest: Guest, doubled: boolean): Promise<void> {
		await this.desk.carryOut({ type: 'seat.remove', seat: guest.seat, doubled });
		await guest.bot.link.ended;
		const place = this.guests.indexOf(guest);
		if (place >= 0) this.guests.splice(place, 1);
		guest.bot.close();
	}

	async task(text: string, owner: string, due = ''): Promise<string> {
		const id = makeId();
		await this.desk.send({ type: 'task.keep', task: null, draft: { text, owner, due } }, id);
		this.ledger.tasks.set(id, { text, owner, due, status: 'open' });
		return id;
	}

	async decide(text: string, ballot: string, question: string): Promise<void> {
		await this.desk.carryOut({ type: 'decision.record', decision: { text, method: 'ballot', ballot } });
		this.ledger.decisions.push(text);
		const place = this.undecided.indexOf(question);
		if (place >= 0) this.undecided.splice(place, 1);
	}

	finish(): void {
		this.ledger.agenda = this.#order.map(({ id, title, planned }) => ({
			title,
			planned,
			runs: this.#runs.get(id) ?? 0
		}));
		this.ledger.topics = this.undecided;
	}

	leave(): void {
		for (const { bot } of this.guests) bot.close();
		this.second.close();
	}
}

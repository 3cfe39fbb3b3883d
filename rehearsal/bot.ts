// One participant as a bot: joins by the page, then writes, votes and notes through the protocols that phones use. Decides nothing.
import type * as Y from 'yjs';
import { addSticky, editSticky, frames, stickies, thing } from '#lib/board/board.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import { noteText } from '#lib/note/note.ts';
import type { Introduction } from '#lib/people/people.ts';
import { BotDocument } from './bot-document.ts';
import { CommandLink } from './command-link.ts';
import { lettersPerSecond, type Pace } from './pace.ts';
import { Obstacle, Visitor } from './visitor.ts';

export class Bot {
	#documents = new Map<string, BotDocument>();

	private constructor(
		readonly link: CommandLink<'participant'>,
		readonly cookie: string,
		readonly pace: Pace
	) {}

	static async join(at: { url: string; session: string; code: string }, who: Introduction, pace: Pace): Promise<Bot> {
		const visitor = new Visitor(at.url);
		const page = await visitor.get(`/s/${at.code}`);
		const notice = /<input[^>]*name="notice"[^>]*>/.exec(page.text)?.[0];
		const version = /value="(\d+)"/.exec(notice ?? '')?.[1] ?? '1';
		const answer = await visitor.post(`/s/${at.code}?/join`, { ...who, name: who.name ?? '', notice: version });
		if (!visitor.has(`narada_participant_${at.session}`))
			throw new Obstacle(`“${who.institution}” could not join (the server answered ${answer.status}).`);
		return Bot.sit(at, visitor.cookie, pace);
	}

	/** A bot that has its seat already. */
	static sit(at: { url: string; session: string }, cookie: string, pace: Pace): Bot {
		return new Bot(new CommandLink({ ...at, role: 'participant', cookie }), cookie, pace);
	}

	/** A document of the session, in step with the server when this resolves. */
	async document(name: string): Promise<BotDocument> {
		let document = this.#documents.get(name);
		if (!document) {
			document = new BotDocument({ ...this.link.place, cookie: this.cookie }, name);
			this.#documents.set(name, document);
		}
		const { synced } = document;
		if (!synced) await document.until(`the document ${name}`, () => document.synced);
		return document;
	}

	async board(): Promise<BotDocument> {
		const { board } = await this.link.until('the open session', (view) => view.status === 'open' && view);
		return this.document(board.document);
	}

	/** The board once a sticky of somebody else has reached this device. */
	async boardWith(sticky: string | null): Promise<BotDocument> {
		const board = await this.board();
		if (sticky !== null) await board.until('the sticky before', () => thing(board.doc, sticky));
		return board;
	}

	/** Puts a sticky into the frame of an item; resolves with its id when the server has saved it. */
	async putSticky(item: string, text: string, after: string | null): Promise<string> {
		const board = await this.boardWith(after);
		const frame = await board.until('the frame of the item', () =>
			frames(board.doc).find((each) => each.item === item)
		);
		const id = addSticky(board.doc, { text, frame: frame.id });
		await board.saved();
		return id;
	}

	/** Types the text of a sticky word by word. */
	async typeSticky(id: string, text: string): Promise<void> {
		const board = await this.board();
		for (const part of growing(text)) {
			await this.pace.pause(part.added / lettersPerSecond);
			editSticky(board.doc, id, part.text);
		}
		await board.saved();
	}

	/** Adds to the end of a note, once it has the length that it should have by then. */
	async typeNote(item: string, from: number, text: string): Promise<void> {
		const name = await this.link.until('the note', ({ notes }) => notes[item]);
		const note = await this.document(name);
		const shared: Y.Text = noteText(note.doc);
		await note.until('what others wrote before', () => shared.length >= from);
		let done = 0;
		for (const part of this.pace.human ? growing(text) : [{ text, added: text.length }]) {
			await this.pace.pause(part.added / lettersPerSecond);
			shared.insert(from + done, part.text.slice(done));
			done = part.text.length;
		}
		await note.saved();
	}

	/** Votes in the open ballot; resolves when the vote is kept. */
	async vote(ballot: string, vote: Vote): Promise<void> {
		await this.link.until('the open ballot', ({ ballots }) =>
			ballots.some(({ id, status }) => id === ballot && status === 'open')
		);
		await this.link.carryOut({ type: 'vote.cast', ballot, vote });
	}

	/** How many stickies this device shows. */
	async stickies(): Promise<number> {
		return stickies((await this.board()).doc).length;
	}

	close(): void {
		this.link.close();
		for (const document of this.#documents.values()) document.close();
	}
}

/** A text as it grows word by word. */
function* growing(text: string): Generator<{ text: string; added: number }> {
	let end = 0;
	for (const { index, 0: word } of text.matchAll(/\S+\s*/g)) {
		const start = end;
		end = index + word.length;
		yield { text: text.slice(0, end), added: end - start };
	}
}

// One live session in memory: its state, its documents, and the one queue through which both change. Knows no socket.
import type { Logger } from 'pino';
import { rulesOf } from '#lib/ballot/counting.ts';
import { isInDotArea } from '#lib/board/dot-area.ts';
import type { Role, Seat, SeatId } from '#lib/people/people.ts';
import type { Answer, Command, Envelope, Refusal } from '#lib/protocol.ts';
import type { View } from '#lib/protocol/views.ts';
import { authorMark } from '#lib/session/authorship.ts';
import { decide } from '#lib/session/decide.ts';
import type { Carried, Surroundings } from '#lib/session/outcome.ts';
import type { Plan } from '#lib/session/plan.ts';
import {
	fold,
	initialState,
	isDone,
	boardDocument,
	type SessionEvent,
	type SessionState
} from '#lib/session/session.ts';
import { viewFor, type Own, type Viewer } from '#lib/session/view.ts';
import type { SharedDocument } from './documents.ts';
import { newId } from './ids.ts';
import { StorageFailed, type Entry, type Journal } from './journal.ts';
import type { Ongoing } from './ongoing.ts';
import { QuietDrafts } from './quiet-drafts.ts';
import type { Seals } from './seal.ts';
import { SessionDocuments } from './session-documents.ts';
import { Votes } from './votes.ts';

export type LiveTools = {
	journal: Journal;
	seals: Seals;
	log: Logger;
	/** What must end before the store is closed. */
	ongoing: Ongoing;
	/** Server time, ms. */
	clock: () => number;
	/** Of the hall's clocks. */
	timeZone: string;
	carried: (plan: Plan) => Carried;
};

export class LiveSession {
	/** What is on disk: the only state that anyone is shown. */
	#kept: SessionState = initialState;
	/** With what is on its way to disk: what the next command is decided on. */
	#ahead: SessionState = initialState;
	#closing = false;
	readonly documents: SessionDocuments;
	readonly #votes: Votes;
	readonly #drafts: QuietDrafts;
	/** Told after every change that has been kept. */
	onChange: (events: readonly SessionEvent[]) => void = () => {};
	/** The memory can no longer be trusted; whoever holds this session loads it anew. */
	onFailure: () => void = () => {};

	private constructor(
		readonly plan: () => Plan,
		readonly id: string,
		readonly tools: LiveTools
	) {
		this.documents = new SessionDocuments(id, {
			journal: tools.journal,
			seals: tools.seals,
			clock: tools.clock,
			state: () => this.#kept,
			onFailure: () => this.onFailure()
		});
		this.#votes = new Votes(tools.seals);
		this.#drafts = new QuietDrafts(id, tools.seals);
	}

	static async load(id: string, plan: () => Plan, tools: LiveTools): Promise<LiveSession> {
		const live = new LiveSession(plan, id, tools);
		for (const { sequence, entry } of await tools.journal.read(id)) {
			if (entry.kind === 'event') live.#kept = fold(live.#kept, entry.event);
			else live.documents.remember(entry.document, { ...entry, sequence });
		}
		live.#ahead = live.#kept;
		for (const ballot of live.#kept.ballots) if (ballot.status !== 'open') tools.seals.destroy(ballot.id);
		for (const item of live.#kept.agenda) live.#drafts.forget(live.#kept, item.id);
		if (live.#kept.status === 'closed') live.documents.forgetAuthors();
		return live;
	}

	/** Whatever is still sealed can never be opened again: the session is erased. */
	forget(): void {
		for (const { id } of this.#kept.ballots) this.tools.seals.destroy(id);
		for (const { id } of this.#kept.agenda) this.#drafts.forget({ ...this.#kept, drafts: [] }, id);
	}

	get state(): SessionState {
		return this.#kept;
	}

	seat(id: SeatId): Seat | undefined {
		return this.#kept.seats[id];
	}

	view(viewer: Viewer): View {
		const own: Own = {
			slip: (ballot) =>
				viewer.role === 'projector' ? undefined : this.#votes.slipOf(this.#kept, ballot, viewer.seat.id),
			draft: (draft) => this.#drafts.open(draft)
		};
		return viewFor(viewer, this.plan(), this.#kept, own, this.tools.clock(), this.tools.timeZone);
	}

	/** Carries out a command once; the answer comes after the commit that holds its effect. */
	submit(seat: Pick<Seat, 'id' | 'role'>, envelope: Envelope): Promise<Answer> {
		return this.tools.ongoing.add(this.#submit(seat, envelope));
	}

	async #submit(seat: Pick<Seat, 'id' | 'role'>, { commandId, command }: Envelope): Promise<Answer> {
		try {
			// all that waits comes first: from the look at what is done to the decision nothing may come between
			const ends = command.type === 'session.close' && seat.role === 'facilitator' && this.#ahead.status === 'open';
			if (ends) await this.#stopWriting();
			const reveals = ends || command.type === 'drafts.reveal';
			const board =
				reveals && this.#kept.status === 'open' ? await this.documents.get(boardDocument(this.#kept)) : null;
			const dotted = this.#namesStickies(command) ? await this.documents.get(boardDocument(this.#kept)) : null;
			if (isDone(this.#ahead, seat.id, commandId)) {
				await this.tools.journal.flushed();
				return { ok: true, revision: this.#kept.revision };
			}
			const outcome = decide(this.#ahead, seat, commandId, command, this.#surroundings(dotted));
			if ('refusal' in outcome) {
				this.#closing = false;
				return { ok: false, refusal: outcome.refusal };
			}
			await this.record(outcome.events, board);
			return { ok: true, revision: this.#kept.revision };
		} catch (error) {
			if (!(error instanceof StorageFailed)) throw error;
			this.#closing = false;
			return { ok: false, refusal: 'storage' };
		}
	}

	/** Votes of dots are held against the board. */
	#namesStickies(command: Command): boolean {
		if ((command.type !== 'vote.cast' && command.type !== 'vote.enter') || this.#kept.status !== 'open') return false;
		return this.#ahead.ballots.some(({ id, method }) => id === command.ballot && method === 'dots');
	}

	#surroundings(board: SharedDocument | null): Surroundings {
		return {
			now: this.tools.clock(),
			agenda: this.plan().agenda,
			carried: this.tools.carried(this.plan()),
			epoch: newId,
			random: Math.random,
			seal: (ballot, slip) => this.#votes.seal(ballot, slip),
			mayBeDotted: (ballot, sticky, seat) =>
				(board !== null && isInDotArea(board.doc, sticky, rulesOf(ballot).area)) ||
				Object.hasOwn(this.#votes.slipOf(this.#ahead, ballot.id, seat)?.vote ?? {}, sticky),
			sealDraft: (item, draft) => this.#drafts.seal(item, draft),
			count: (ballot) => this.#votes.count(this.#ahead, ballot)
		};
	}

	/** Keeps events, and what they bring to the board in the same batch, then shows them. */
	record(events: readonly SessionEvent[], board: SharedDocument | null = null): Promise<void> {
		return this.tools.ongoing.add(this.#record(events, board));
	}

	async #record(events: readonly SessionEvent[], board: SharedDocument | null): Promise<void> {
		if (events.length === 0) return;
		for (const event of events) if (event.type === 'ballot.opened') this.tools.seals.make(event.ballot.id);
		const before = this.#ahead;
		const written = board?.prepare((doc) =>
			this.#drafts.place(doc, before, events, this.documents.attestation, this.tools.clock())
		);
		this.#ahead = events.reduce(fold, before);
		const after = this.#ahead;
		try {
			await this.tools.journal.append(this.id, [
				...events.map((event) => ({ kind: 'event', event }) satisfies Entry),
				...(written?.entries ?? [])
			]);
		} catch (error) {
			this.onFailure();
			throw error;
		}
		this.#kept = after;
		written?.publish();
		this.#forgetSealed(before, events);
		await this.#rightsChanged(events);
		this.onChange(events);
	}

	/** What is no longer needed sealed can never be opened again. */
	#forgetSealed(before: SessionState, events: readonly SessionEvent[]): void {
		for (const event of events) {
			if (event.type === 'ballot.closed') this.tools.seals.destroy(event.ballot);
			if (event.type === 'session.closed') this.documents.forgetAuthors();
			if (event.type === 'drafts.revealed')
				for (const { item } of before.drafts.filter(({ id }) => event.drafts.includes(id)))
					this.#drafts.forget(this.#kept, item);
		}
	}

	/** What the journal may say of a seat's edits made now. */
	authorMark(seat: SeatId, document: string): string {
		return authorMark(this.#kept, seat, document);
	}

	/** Why a seat may not write in a document now; null when it may. */
	writeRefusal(role: Role, seat: SeatId, document: string): Refusal | null {
		if (role === 'projector' || !this.#kept.seats[seat]) return 'role';
		if (this.#kept.status === 'closed' || this.#closing) return 'session-closed';
		if (this.#kept.status !== 'open') return 'session-not-open';
		const locked = this.#kept.board.locked && document === boardDocument(this.#kept);
		return locked && role !== 'facilitator' ? 'board-locked' : null;
	}

	async #rightsChanged(events: readonly SessionEvent[]): Promise<void> {
		if (!events.some(({ type }) => type === 'board.locked' || type === 'session.closed')) return;
		for (const document of await this.documents.loaded()) document.rightsChanged();
	}

	/** Before the end: what devices have sent is kept, what comes later waits on them. */
	async #stopWriting(): Promise<void> {
		this.#closing = true;
		await this.tools.journal.flushed();
	}
}

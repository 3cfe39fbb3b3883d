// One live session in memory: its state, its documents, and the one queue through which both change. Knows no socket.
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { tallyOf } from '#lib/ballot/tally.ts';
import { strictest } from '#lib/agenda/agenda.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';
import { rulesOf } from '#lib/ballot/counting.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import { addSticky, frames } from '#lib/board/board.ts';
import type { Made } from '#lib/board/thing.ts';
import type { Draft, DraftContent } from '#lib/board/drafts.ts';
import type { Task } from '#lib/decision/task.ts';
import { noteLimit } from '#lib/note/note.ts';
import type { Role, Seat, SeatId } from '#lib/people/people.ts';
import type { Answer, Envelope, Refusal, View } from '#lib/protocol.ts';
import { decide } from '#lib/session/decide.ts';
import type { Surroundings } from '#lib/session/outcome.ts';
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
import { BoardAttestation, boardRules } from './attest.ts';
import { SharedDocument } from './documents.ts';
import { newId } from './ids.ts';
import { StorageFailed, type Entry, type Journal } from './journal.ts';
import type { Seals } from './seal.ts';

export type LiveTools = {
	journal: Journal;
	seals: Seals;
	log: Logger;
	/** Server time, ms. */
	clock: () => number;
	/** Of the hall's clocks. */
	timeZone: string;
	/** Tasks that earlier sessions of a laboratory left open. */
	carriedTasks: (plan: Plan) => Task[];
};

type Update = { sequence: number; bytes: Uint8Array };

export class LiveSession {
	/** What is on disk: the only state that anyone is shown. */
	#kept: SessionState = initialState;
	/** With what is on its way to disk: what the next command is decided on. */
	#ahead: SessionState = initialState;
	#documents = new Map<string, Promise<SharedDocument>>();
	#stored = new Map<string, Update[]>();
	#closing = false;
	#attestation: BoardAttestation | null = null;
	/** Told after every change that has been kept. */
	onChange: (events: readonly SessionEvent[]) => void = () => {};
	/** The memory can no longer be trusted; whoever holds this session loads it anew. */
	onFailure: () => void = () => {};

	private constructor(
		readonly plan: () => Plan,
		readonly id: string,
		readonly tools: LiveTools
	) {}

	static async load(id: string, plan: () => Plan, tools: LiveTools): Promise<LiveSession> {
		const live = new LiveSession(plan, id, tools);
		for (const { sequence, entry } of await tools.journal.read(id)) {
			if (entry.kind === 'event') live.#kept = fold(live.#kept, entry.event);
			else {
				const updates = live.#stored.get(entry.document) ?? [];
				updates.push({ sequence, bytes: entry.bytes });
				live.#stored.set(entry.document, updates);
			}
		}
		live.#ahead = live.#kept;
		for (const ballot of live.#kept.ballots) if (ballot.status !== 'open') tools.seals.destroy(ballot.id);
		for (const item of live.#kept.agenda) live.#forgetDrafts(item.id);
		return live;
	}

	get state(): SessionState {
		return this.#kept;
	}

	seat(id: SeatId): Seat | undefined {
		return this.#kept.seats[id];
	}

	view(viewer: Viewer): View {
		const own: Own = {
			slip: (ballot) => (viewer.role === 'projector' ? undefined : this.#slipOf(ballot, viewer.seat.id)),
			draft: (draft) => this.#openDraft(draft)
		};
		return viewFor(viewer, this.plan(), this.#kept, own, this.tools.clock(), this.tools.timeZone);
	}

	#slipOf(ballotId: string, seat: SeatId): Slip | undefined {
		const sealed = this.#kept.sealed[ballotId]?.[seat];
		if (sealed) return this.tools.seals.open<Slip>(ballotId, sealed);
		const ballot = this.#kept.ballots.find(({ id }) => id === ballotId);
		const vote = ballot?.votes?.[seat];
		const reason = ballot?.reasons?.[seat];
		return vote && { vote, ...(reason ? { reason } : {}) };
	}

	/** Carries out a command once; the answer comes after the commit that holds its effect. */
	async submit(seat: Pick<Seat, 'id' | 'role'>, { commandId, command }: Envelope): Promise<Answer> {
		try {
			// all that waits comes first: from the look at what is done to the decision nothing may come between
			const ends = command.type === 'session.close' && seat.role === 'facilitator' && this.#ahead.status === 'open';
			if (ends) await this.#stopWriting();
			const reveals = ends || command.type === 'drafts.reveal';
			const board = reveals && this.#kept.status === 'open' ? await this.document(boardDocument(this.#kept)) : null;
			if (isDone(this.#ahead, seat.id, commandId)) {
				await this.tools.journal.flushed();
				return { ok: true, revision: this.#kept.revision };
			}
			const outcome = decide(this.#ahead, seat, commandId, command, this.#surroundings());
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

	#surroundings(): Surroundings {
		return {
			now: this.tools.clock(),
			agenda: this.plan().agenda,
			carriedTasks: this.tools.carriedTasks(this.plan()),
			epoch: newId,
			random: Math.random,
			seal: (ballot, slip) => this.tools.seals.seal(ballot.id, slip, sealedBytes(ballot)),
			sealDraft: (item, draft) => {
				this.tools.seals.make(this.#draftKey(item));
				return this.tools.seals.seal(this.#draftKey(item), draft);
			},
			count: (ballot) => this.#count(ballot)
		};
	}

	#count(ballot: Ballot) {
		const everyone = { ...this.#ahead.removed, ...this.#ahead.seats };
		const entered = new Map((ballot.entered ?? []).map((entry) => [entry.id, entry]));
		const cast = Object.entries(this.#ahead.sealed[ballot.id] ?? {}).flatMap(([id, sealed]) => {
			const sector = (entered.get(id) ?? everyone[id])?.sector;
			const slip = this.tools.seals.open<Slip>(ballot.id, sealed);
			return sector ? [{ ...slip, id, sector, entered: entered.has(id) }] : [];
		});
		const tally = tallyOf(ballot, cast);
		if (ballot.secret) return { tally };
		const votes = Object.fromEntries(cast.map(({ id, vote }) => [id, vote]));
		const reasons = Object.fromEntries(cast.flatMap(({ id, reason }) => (reason ? [[id, reason]] : [])));
		return { tally, votes, ...(Object.keys(reasons).length > 0 ? { reasons } : {}) };
	}

	/** Keeps events, and what they bring to the board in the same batch, then shows them. */
	async record(events: readonly SessionEvent[], board: SharedDocument | null = null): Promise<void> {
		if (events.length === 0) return;
		for (const event of events) if (event.type === 'ballot.opened') this.tools.seals.make(event.ballot.id);
		const before = this.#ahead;
		const written = board?.prepare((doc) => this.#placeDrafts(doc, before, events));
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
			if (event.type === 'drafts.revealed')
				for (const { item } of before.drafts.filter(({ id }) => event.drafts.includes(id))) this.#forgetDrafts(item);
		}
	}

	#draftKey(item: string): string {
		return `drafts-${this.id}-${item}`;
	}

	#openDraft(draft: Draft): DraftContent {
		return this.tools.seals.open<DraftContent>(this.#draftKey(draft.item), draft.sealed);
	}

	#forgetDrafts(item: string): void {
		if (!this.#kept.drafts.some((draft) => draft.item === item)) this.tools.seals.destroy(this.#draftKey(item));
	}

	/** Revealed drafts become stickies, attested as their item allows. */
	#placeDrafts(doc: Y.Doc, before: SessionState, events: readonly SessionEvent[]): void {
		for (const event of events) {
			if (event.type !== 'drafts.revealed') continue;
			for (const draft of before.drafts.filter(({ id }) => event.drafts.includes(id))) {
				const { frame, text } = this.#openDraft(draft);
				const home = frame ?? frames(doc).find(({ item }) => item === draft.item)?.id ?? null;
				const id = addSticky(doc, { id: draft.id, text, frame: home }, null);
				this.#attestation?.vouch(doc, id, this.#madeBy(draft.seat, draft.item));
			}
		}
	}

	/** A document of this session, or null when there is none of that name. */
	document(name: string): Promise<SharedDocument> | null {
		if (!this.documentExists(name)) return null;
		const known = this.#documents.get(name);
		if (known) return known;
		const loading = this.#load(name);
		this.#documents.set(name, loading);
		return loading;
	}

	documentExists(name: string): boolean {
		const { status, epoch, agenda } = this.#kept;
		if (status === 'planned') return false;
		return name === `board.${epoch}` || agenda.some(({ id }) => name === `note.${id}.${epoch}`);
	}

	/** Names of the documents that hold anything. */
	get writtenDocuments(): string[] {
		return [...new Set([...this.#stored.keys(), ...this.#documents.keys()])];
	}

	async #load(name: string): Promise<SharedDocument> {
		const board = name.startsWith('board.');
		const rules = board ? boardRules : { roots: new Set(['note']), longestText: noteLimit };
		const document = new SharedDocument(this.id, name, this.tools.journal, rules, this.tools.clock);
		document.onFailure = () => this.onFailure();
		const snapshot = await this.tools.journal.readSnapshot(this.id, name);
		const later = (this.#stored.get(name) ?? []).filter(({ sequence }) => sequence > (snapshot?.sequence ?? -1));
		document.load([...(snapshot ? [snapshot.bytes] : []), ...later.map(({ bytes }) => bytes)]);
		if (board) {
			const attestation = new BoardAttestation(document.doc);
			this.#attestation = attestation;
			document.attest = (changed, seat) =>
				attestation.attest(document.doc, changed, (frameItem) => this.#madeBy(seat, frameItem));
		}
		return document;
	}

	/** What may be known of the author of something in a frame: as the stricter of the frame's item and the running one says. */
	#madeBy(seatId: SeatId, frameItem: string | null): Made {
		const { agenda, now, seats, removed } = this.#kept;
		const privacy = strictest(
			agenda.filter(({ id }) => id === now.item || id === frameItem).map((item) => item.privacy)
		);
		const seat = seats[seatId] ?? removed[seatId];
		const participant = seat?.role === 'participant' ? seat : null;
		return {
			sector: participant && privacy !== 'anonymous' ? participant.sector : null,
			by: participant && privacy === 'named' ? participant.name || participant.institution : null,
			at: this.tools.clock(),
			item: agenda.some(({ id }) => id === frameItem) ? frameItem : now.item
		};
	}

	/** What the journal may say of a seat's edits: as little as the strictest item of the agenda allows. */
	authorMark(seatId: SeatId): string {
		const privacy = strictest(this.#kept.agenda.map((item) => item.privacy));
		if (privacy === 'named') return seatId;
		return privacy === 'sector' ? `sector:${this.#kept.seats[seatId]?.sector ?? ''}` : '';
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
		for (const document of await this.loadedDocuments()) document.rightsChanged();
	}

	/** Before the end: what devices have sent is kept, what comes later waits on them. */
	async #stopWriting(): Promise<void> {
		this.#closing = true;
		await this.tools.journal.flushed();
	}

	loadedDocuments(): Promise<SharedDocument[]> {
		return Promise.all(this.#documents.values());
	}

	/** The contents of a document as they are kept, for the record. */
	async contents(name: string): Promise<Y.Doc> {
		const document = await (this.#documents.get(name) ?? this.document(name));
		return document?.doc ?? new Y.Doc();
	}
}

/** Every slip of a ballot is sealed to the same size, whatever was chosen and whether a reason was given, bytes. */
function sealedBytes(ballot: Ballot): number {
	if (ballot.method === 'dots') return 8192;
	const reasons = rulesOf(ballot).reason !== 'off' || ballot.choices.some(({ reason = 'off' }) => reason !== 'off');
	return reasons ? 4096 : 512;
}

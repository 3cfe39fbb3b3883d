// The documents of one live session: which there are, loaded from the journal when somebody asks. Knows no socket and no event.
import * as Y from 'yjs';
import { noteLimit } from '#lib/note/note.ts';
import { toolItem } from '#lib/agenda/agenda.ts';
import { toolsIn } from '#lib/board/rights.ts';
import { documentMessages } from '#lib/protocol/wire.ts';
import { madeBy } from '#lib/session/authorship.ts';
import type { SessionState } from '#lib/session/session.ts';
import { BoardAttestation, boardRules } from './attest.ts';
import { judge, type Judged } from './board-judge.ts';
import { SharedDocument } from './documents.ts';
import { sentence } from './frames.ts';
import { Hands, type HandMark } from './hands.ts';
import type { Journal } from './journal.ts';
import type { Seals } from './seal.ts';
import { BoardTrail } from './trail.ts';

type Update = { sequence: number; bytes: Uint8Array; hands?: readonly HandMark[] };

type Tools = {
	journal: Journal;
	seals: Seals;
	/** Server time, ms. */
	clock: () => number;
	/** What is kept of the session now. */
	state: () => SessionState;
	/** What a document holds in memory was never kept. */
	onFailure: () => void;
};

export class SessionDocuments {
	#documents = new Map<string, Promise<SharedDocument>>();
	/** Updates that the journal held when the session was loaded. */
	#stored = new Map<string, Update[]>();
	/** Of the board, once it is loaded. */
	attestation: BoardAttestation | null = null;

	constructor(
		readonly session: string,
		readonly tools: Tools
	) {}

	/** An update that the journal holds; for loading only. */
	remember(name: string, update: Update): void {
		const updates = this.#stored.get(name) ?? [];
		updates.push(update);
		this.#stored.set(name, updates);
	}

	/** A document of this session, or null when there is none of that name. */
	get(name: string): Promise<SharedDocument> | null {
		if (!this.exists(name)) return null;
		const known = this.#documents.get(name);
		if (known) return known;
		const loading = this.#load(name);
		this.#documents.set(name, loading);
		return loading;
	}

	exists(name: string): boolean {
		const { status, epoch, agenda } = this.tools.state();
		if (status === 'planned') return false;
		return name === `board.${epoch}` || agenda.some(({ id }) => name === `note.${id}.${epoch}`);
	}

	/** Names of the documents that hold anything. */
	get written(): string[] {
		return [...new Set([...this.#stored.keys(), ...this.#documents.keys()])];
	}

	async #load(name: string): Promise<SharedDocument> {
		const { journal, clock } = this.tools;
		const board = name.startsWith('board.');
		const rules = board ? boardRules : { roots: new Set(['note']), longestText: noteLimit };
		const document = new SharedDocument(this.session, name, journal, rules, clock);
		document.onFailure = this.tools.onFailure;
		document.hands = new Hands({
			mark: (seat, hand) => this.#tag(seat, `${name} ${hand}`),
			present: () => Object.keys(this.tools.state().seats),
			leads: (seat) => this.tools.state().seats[seat]?.role === 'facilitator'
		});
		for (const { hands } of this.#stored.get(name) ?? []) if (hands) document.hands.remember(hands);
		const snapshot = await journal.readSnapshot(this.session, name);
		const later = (this.#stored.get(name) ?? []).filter(({ sequence }) => sequence > (snapshot?.sequence ?? -1));
		document.load([...(snapshot ? [snapshot.bytes] : []), ...later.map(({ bytes }) => bytes)]);
		if (board) {
			const attestation = new BoardAttestation(document.doc, (seat, id) => this.#tag(seat, id));
			this.attestation = attestation;
			const trail = new BoardTrail(document.doc);
			document.attest = (changed, seat) => {
				const author = (item: string | null) => madeBy(this.tools.state(), seat, item, clock());
				attestation.attest(document.doc, changed, seat, author);
				trail.follow(changed, author);
			};
			document.judge = (update, seat) => judge(document.doc, update, this.#judged(attestation, seat));
			document.greet = (reader) =>
				reader.send(sentence(documentMessages.yours, attestation.ownedBy(reader.seat).join()));
		}
		return document;
	}

	#judged(attestation: BoardAttestation, seat: string): Judged {
		const { agenda, now, seats } = this.tools.state();
		return {
			leads: seats[seat]?.role === 'facilitator',
			owner: (id) => attestation.owner(id, seat),
			isFixed: attestation.isFixed,
			tools: (frameItem) => toolsIn(agenda.map(toolItem), now.item, frameItem)
		};
	}

	/** The key of the tags; it ends with the session, so that nobody can tell then who wrote what. */
	get #key(): string {
		return `hands-${this.session}`;
	}

	#tag(seat: string, id: string): string | null {
		const { seals } = this.tools;
		if (this.tools.state().status !== 'open') return null;
		seals.make(this.#key);
		return seals.mark(this.#key, `${seat} ${id}`);
	}

	forgetAuthors(): void {
		this.tools.seals.destroy(this.#key);
	}

	loaded(): Promise<SharedDocument[]> {
		return Promise.all(this.#documents.values());
	}

	/** The contents of a document as they are kept, for the record. */
	async contents(name: string): Promise<Y.Doc> {
		const document = await (this.#documents.get(name) ?? this.get(name));
		return document?.doc ?? new Y.Doc();
	}
}

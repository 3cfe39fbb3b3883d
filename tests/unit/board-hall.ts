// The server's board without sockets and journal, and devices at it. Knows no story.
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addFrame, addSticky, byHand, things, thingsOf } from '#lib/board/board.ts';
import { boardTools, type BoardTool } from '#lib/board/rights.ts';
import { BoardAttestation, boardRules } from '../../server/attest.ts';
import { judge } from '../../server/board-judge.ts';
import { decoded, inspectUpdate } from '../../server/update-guard.ts';

export class Hall {
	readonly doc = new Y.Doc();
	attestation: BoardAttestation;
	tools: readonly BoardTool[] = boardTools;
	readonly devices: Device[] = [];

	constructor() {
		this.attestation = this.#attest();
		this.doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
			if (!(origin instanceof Device) || changed.size === 0) return;
			const author = () => ({
				sector: null,
				by: null,
				at: 1,
				item: null,
				...(origin.leads ? { fixed: true as const } : {})
			});
			this.doc.transact(() => this.attestation.attest(this.doc, changed, origin.seat, author), 'server');
		});
		this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			for (const device of this.devices) if (device !== origin) Y.applyUpdate(device.doc, bytes, this);
		});
	}

	#attest = () => new BoardAttestation(this.doc, (seat, id) => `tag of ${seat} on ${id}`);

	/** What was in memory is gone; what the document says is not. */
	restart(): void {
		this.attestation = this.#attest();
	}

	receive(device: Device, bytes: Uint8Array): string | null {
		const update = decoded(bytes);
		if (!update) return 'malformed';
		const verdict = inspectUpdate(this.doc, update, boardRules);
		if (verdict !== 'fits') return verdict;
		const { attestation } = this;
		const judgement = judge(this.doc, update, {
			leads: device.leads,
			owner: (id) => attestation.owner(id, device.seat),
			isFixed: attestation.isFixed,
			tools: () => new Set(this.tools)
		});
		if (judgement === 'foreign') return 'foreign';
		Y.applyUpdate(this.doc, judgement ? judgement.left : bytes, device);
		assert.is(this.doc.store.pendingStructs, null, 'nothing waits for something that was taken out');
		return judgement?.refusal ?? null;
	}
}

export class Device {
	doc = new Y.Doc();
	sent: Uint8Array[] = [];

	constructor(
		readonly hall: Hall,
		readonly seat: string,
		readonly leads = false
	) {
		this.renew();
		hall.devices.push(this);
	}

	/** Takes the board as it is. */
	renew(): void {
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.hall.doc), this.hall);
		this.doc.on('update', (bytes: Uint8Array, origin: unknown) => origin !== this.hall && this.sent.push(bytes));
	}

	/** Sends what it did; the reasons of the server in order. */
	send(): (string | null)[] {
		return this.sent.splice(0).map((bytes) => this.hall.receive(this, bytes));
	}

	does(change: (doc: Y.Doc) => unknown): string | null {
		this.doc.transact(() => change(this.doc), byHand);
		const answers = this.send();
		assert.is(answers.length, 1);
		return answers[0]!;
	}
}

export function stage() {
	const hall = new Hall();
	const [leader, ala, olek] = [new Device(hall, 'lead', true), new Device(hall, 'ala'), new Device(hall, 'olek')];
	let [frame, fixed, hers] = ['', '', ''];
	assert.is(
		leader.does((doc) => (frame = addFrame(doc, { name: 'Potrzeby', place: [0, 0, 2000, 1200], item: 'a1' }))),
		null
	);
	assert.is(
		leader.does((doc) => (fixed = addSticky(doc, { text: 'od prowadzącej', frame }))),
		null
	);
	assert.is(
		ala.does((doc) => (hers = addSticky(doc, { text: 'Ali', frame }))),
		null
	);
	return { hall, leader, ala, olek, frame, fixed, hers };
}

export const set = (id: string, key: string, value: unknown) => (doc: Y.Doc) =>
	(thingsOf(doc).get(id) as Y.Map<unknown>).set(key, value);

export function make(id: string, kind: string, more: Record<string, unknown> = {}) {
	return (doc: Y.Doc) => {
		const value = new Y.Map<unknown>(Object.entries({ kind, place: [0, 0, 200, 200], ...more }));
		thingsOf(doc).set(id, value);
	};
}

/** All that lies on a board, whatever the order in which it arrived. */
export const all = (doc: Y.Doc) => JSON.stringify(things(doc).sort((a, b) => (a.id < b.id ? -1 : 1)));

/** The board is what it was, and the offender, once it took it anew, sees the same. */
export function refused(hall: Hall, offender: Device, change: (doc: Y.Doc) => unknown, reason: string): void {
	const before = all(hall.doc);
	assert.is(offender.does(change), reason);
	assert.is(all(hall.doc), before);
	offender.renew();
	assert.is(all(offender.doc), before);
	assert.is(
		offender.does((doc) => addSticky(doc, { text: 'dalej', frame: null })),
		null,
		'the offender goes on'
	);
}

// A data folder with an open session and seated people, made by the server's own code, and a look into it while no server runs.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import * as Y from 'yjs';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import { sectors } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { fold, initialState, type SessionEvent, type SessionState } from '#lib/session/session.ts';
import { App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { seatCookie } from '../../server/identity.ts';
import { Journal } from '../../server/journal.ts';
import { Seals } from '../../server/seal.ts';

export const password = 'haslo-do-prob-1';
const log = pino({ level: 'silent' });

export type Stage = {
	dataDirectory: string;
	session: string;
	code: string;
	/** `Cookie` headers. */
	participants: { seat: string; cookie: string }[];
	facilitator: { seat: string; cookie: string };
	projector: { cookie: string };
};

const usual = { prompt: '', privacy: 'sector', quiet: false } as const;
export const boardAndNote = [
	{
		id: 'board',
		title: 'Karteczki',
		minutes: 0,
		activity: { kind: 'board', template: 'open' },
		instructions: '',
		...usual
	},
	{ id: 'note', title: 'Notatka', minutes: 0, activity: { kind: 'note' }, instructions: '', ...usual }
] as AgendaItem[];

export const openApp = (dataDirectory: string): Promise<App> =>
	App.open(readConfig({ DATA_DIR: dataDirectory, ORGANISER_PASSWORD: password }, false), log);

/** An open session in which the first item has been started. */
export async function setStage(
	people: number,
	given: { dataDirectory?: string; agenda?: AgendaItem[] } = {}
): Promise<Stage> {
	const dataDirectory = given.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'narada-stage-')));
	const agenda = given.agenda ?? boardAndNote;
	const app = await openApp(dataDirectory);
	const territory = { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' };
	const draft = { name: 'Próba', purpose: '', territory, circle: 'changing' as const };
	const laboratory = await app.laboratories.create(draft);
	const plan = await app.sessions.create(
		laboratory.id,
		{
			title: 'Próba',
			date: '2026-11-05',
			start: '',
			end: '',
			language: 'pl',
			place: '',
			notice: '',
			retentionMonths: 60
		},
		agenda
	);
	const cookie = (role: 'participant' | 'facilitator' | 'projector', seat: string) =>
		`${seatCookie(plan.id, role)}=${app.identity.seatValue(plan.id, role, seat)}`;
	const introduce = (index: number) => ({
		institution: `Instytucja ${index}`,
		sector: sectors[index % sectors.length]!,
		name: ''
	});
	const leader = await app.sessions.facilitate(plan, { institution: 'Organizator', sector: 'public', name: '' });
	const live = await app.sessions.live(plan.id);
	await live.submit(leader, { commandId: 'stage-open', command: { type: 'session.open' } });
	const participants = [];
	for (let index = 0; index < people; index++) {
		const seat = await app.sessions.join(plan, introduce(index));
		if (typeof seat === 'string') throw new Error(`nobody could join: ${seat}`);
		participants.push({ seat: seat.id, cookie: cookie('participant', seat.id) });
	}
	if (agenda[0])
		await live.submit(leader, { commandId: 'stage-start', command: { type: 'item.start', item: agenda[0].id } });
	await app.journal.flushed();
	await app.close();
	return {
		dataDirectory,
		session: plan.id,
		code: plan.code,
		participants,
		facilitator: { seat: leader.id, cookie: cookie('facilitator', leader.id) },
		projector: { cookie: cookie('projector', 'projector') }
	};
}

export type OnDisk = {
	state: SessionState;
	events: SessionEvent[];
	/** Documents by the first part of their name and, for notes, the item: `board`, `note.<item>`. */
	documents: Map<string, Y.Doc>;
	/** A seat's sealed vote in an open ballot. */
	vote(ballot: string, seat: string): Vote | undefined;
};

/** What the journal of a stopped or killed server holds. */
export async function readDisk(dataDirectory: string, session: string): Promise<OnDisk> {
	const journal = await Journal.open(join(dataDirectory, 'journal'));
	const entries = await journal.read(session);
	await journal.close();
	const seals = new Seals(join(dataDirectory, 'ballot-keys'));
	const events: SessionEvent[] = [];
	const documents = new Map<string, Y.Doc>();
	for (const { entry } of entries) {
		if (entry.kind === 'event') events.push(entry.event);
		else {
			const name = entry.document.split('.').slice(0, -1).join('.');
			const doc = documents.get(name) ?? new Y.Doc();
			documents.set(name, doc);
			Y.applyUpdate(doc, entry.bytes);
		}
	}
	const state = events.reduce(fold, initialState);
	const vote = (ballot: string, seat: string) => {
		const sealed = state.sealed[ballot]?.[seat];
		return sealed === undefined ? undefined : seals.open<Slip>(ballot, sealed).vote;
	};
	return { state, events, documents, vote };
}

/** The record of a closed session, made by the server's own code if the killed one had not come to it. */
export async function readRecord(dataDirectory: string, session: string): Promise<SessionRecord | null> {
	const app = await openApp(dataDirectory);
	const record = app.records.get(session);
	await app.close();
	return record;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

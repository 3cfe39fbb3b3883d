// Sessions from plan to record: keeps the plans, holds the live ones, lets people in, freezes what is closed. Knows no page and no socket.
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { agendaSchema, type AgendaItem } from '#lib/agenda/agenda.ts';
import { placeTemplate } from '#lib/board/arrange.ts';
import type { Introduction } from '#lib/people/people.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';
import { topicsIn } from '#lib/record/topics.ts';
import { freeze } from '#lib/record/freeze.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Carried } from '#lib/session/outcome.ts';
import { boardDocument, type SessionEvent } from '#lib/session/session.ts';
import { codeLength, planDraftSchema, type Plan, type PlanDraft } from '#lib/session/plan.ts';
import { loadWords } from '#lib/ui/words.ts';
import { newId, newKey } from './ids.ts';
import type { Images } from './images.ts';
import { LiveSession, type LiveTools } from './live.ts';
import type { Laboratories } from './laboratories.ts';
import type { Records } from './records.ts';
import { Shelf } from './shelf.ts';

/** Seats of one session; a hall of 25 people with two devices each is far below. */
const seatsLimit = 300;

export type SessionsTools = Omit<LiveTools, 'carried'> & {
	laboratories: Laboratories;
	records: Records;
	images: Images;
};

/** What the sockets want to know. */
export type SessionListener = {
	changed(live: LiveSession, events: readonly SessionEvent[]): void;
	/** The session was dropped from memory; whoever holds its documents must come again. */
	dropped(live: LiveSession): void;
};

const planSchema = v.looseObject({
	id: v.string(),
	code: v.string(),
	laboratory: v.string(),
	agenda: v.array(v.any())
});

export class Sessions {
	#live = new Map<string, Promise<LiveSession>>();
	/** Of sessions that were opened or closed since the start. */
	#statuses = new Map<string, Plan['status']>();
	/** Sessions that closed since the start: resolved once the record is kept, or cannot be. */
	#closing = new Map<string, Promise<void>>();
	listener: SessionListener = { changed: () => {}, dropped: () => {} };

	private constructor(
		readonly plans: Shelf<Plan>,
		readonly tools: SessionsTools
	) {}

	static async open(directory: string, tools: SessionsTools): Promise<Sessions> {
		const parse = (value: unknown) => v.parse(planSchema, value) as unknown as Plan;
		const sessions = new Sessions(await Shelf.open<Plan>(directory, parse, tools.log), tools);
		// one that was opened right before a kill may still be called planned
		for (const plan of sessions.plans.all()) if (plan.status !== 'closed') await sessions.live(plan.id);
		for (const plan of sessions.plans.all())
			if (plan.status === 'closed' && !tools.records.get(plan.id)) {
				const live = await sessions.live(plan.id);
				if (live.state.status === 'closed') await sessions.#freeze(live);
			}
		return sessions;
	}

	/** Plans, newest date first. */
	list(laboratory?: string): Plan[] {
		return this.#all()
			.filter((plan) => laboratory === undefined || plan.laboratory === laboratory)
			.sort((one, other) => other.date.localeCompare(one.date) || other.createdAt - one.createdAt);
	}

	get(id: string): Plan | null {
		const plan = this.plans.get(id);
		return plan && this.#asOfNow(plan);
	}

	#all(): Plan[] {
		return this.plans.all().map((plan) => this.#asOfNow(plan));
	}

	/** The journal knows of an opening or closing a moment before the plan's file does. */
	#asOfNow(plan: Plan): Plan {
		const status = this.#statuses.get(plan.id) ?? plan.status;
		return status === plan.status ? plan : { ...plan, status };
	}

	byCode(code: string): Plan | null {
		return this.#all().find((plan) => plan.code === code) ?? null;
	}

	create(
		laboratory: string,
		draft: PlanDraft,
		agenda: readonly AgendaItem[],
		more: { example?: boolean } = {}
	): Promise<Plan> {
		return this.plans.put({
			...draft,
			...more,
			id: newId(),
			laboratory,
			code: this.#newCode(),
			agenda: [...agenda],
			noticeVersion: 1,
			facilitatorKey: newKey(),
			projectorKey: newKey(),
			status: 'planned',
			createdAt: this.tools.clock()
		});
	}

	#newCode(): string {
		for (;;) {
			const code = String(randomInt(10 ** (codeLength - 1), 10 ** codeLength));
			if (!this.byCode(code)) return code;
		}
	}

	/** A changed notice gets a new version, which everyone who joins later accepts anew. */
	update(id: string, draft: PlanDraft): Promise<Plan | null> {
		const checked = v.parse(planDraftSchema, draft);
		return this.plans.change(id, (plan) => ({
			...plan,
			...checked,
			noticeVersion: plan.notice === checked.notice ? plan.noticeVersion : plan.noticeVersion + 1
		}));
	}

	/** Null when there is no such session or it is no longer planned. */
	async saveAgenda(id: string, agenda: readonly AgendaItem[]): Promise<Plan | null> {
		if (this.get(id)?.status !== 'planned') return null;
		const checked = v.parse(agendaSchema, agenda);
		return this.plans.change(id, (plan) => ({ ...plan, agenda: checked }));
	}

	async remove(id: string): Promise<void> {
		if (this.get(id)) (await this.live(id)).forget();
		await this.#drop(id);
		await this.tools.images.erase(id);
		await this.tools.journal.erase(id);
		await this.plans.remove(id);
		this.#statuses.delete(id);
	}

	/** The session in memory, loaded from the journal when it is asked for first. */
	live(id: string): Promise<LiveSession> {
		const known = this.#live.get(id);
		if (known) return known;
		const loading = this.#load(id);
		this.#live.set(id, loading);
		loading.catch(() => this.#live.delete(id));
		return loading;
	}

	async #load(id: string): Promise<LiveSession> {
		const plan = () => {
			const found = this.get(id);
			if (!found) throw new Error('a session without a plan');
			return found;
		};
		const live = await LiveSession.load(id, plan, { ...this.tools, carried: (of) => this.carried(of) });
		live.onChange = (events) => {
			const work = this.tools.ongoing.add(this.#changed(live, events));
			if (events.some(({ type }) => type === 'session.closed'))
				this.#closing.set(
					id,
					work.catch(() => {})
				);
		};
		live.onFailure = () => void this.tools.ongoing.add(this.#drop(id));
		if (live.state.status !== this.plans.get(id)?.status) await this.#keepStatus(live);
		// the server may have been killed between the start of an item and its frames
		if (live.state.status === 'open' && live.state.now.item !== null)
			await this.#prepareBoard(live, live.state.now.item);
		return live;
	}

	/** What the last session of the same laboratory left open. */
	carried({ id, laboratory }: Pick<Plan, 'id' | 'laboratory'>): Carried {
		const last = this.tools.records.list().find((record) => record.laboratory.id === laboratory && record.id !== id);
		const tasks = (last?.tasks ?? [])
			.filter(({ status }) => status === 'open')
			.map((task) => ({ ...task, id: newId(), at: this.tools.clock(), from: last?.id ?? '' }));
		return { tasks, topics: topicsIn(last?.topics ?? []) };
	}

	async #changed(live: LiveSession, events: readonly SessionEvent[]): Promise<void> {
		if (events.some(({ type }) => type === 'session.opened' || type === 'session.closed'))
			this.#statuses.set(live.id, live.state.status);
		this.listener.changed(live, events);
		try {
			for (const event of events) {
				if (event.type === 'session.opened' || event.type === 'session.closed') await this.#keepStatus(live);
				if (event.type === 'item.started') await this.#prepareBoard(live, event.item);
				if (event.type === 'session.closed') await this.#freeze(live);
			}
		} catch (error) {
			this.tools.log.error({ session: live.id, reason: (error as Error).message }, 'a change had no full effect');
		}
	}

	#keepStatus(live: LiveSession): Promise<Plan | null> {
		return this.plans.change(live.id, (plan) => ({ ...plan, status: live.state.status }));
	}

	async #prepareBoard(live: LiveSession, itemId: string): Promise<void> {
		const item = live.state.agenda.find(({ id }) => id === itemId);
		if (item?.activity.kind !== 'board') return;
		const { template } = item.activity;
		const words = await loadWords(live.plan().language);
		const board = await live.documents.get(boardDocument(live.state));
		await board?.change((doc) => void placeTemplate(doc, template, item.id, words));
	}

	/** The record of a session, waited for where it has closed just now; null when there is none. */
	async recordOf(id: string): Promise<SessionRecord | null> {
		await this.#closing.get(id);
		return this.tools.records.get(id);
	}

	async #freeze(live: LiveSession): Promise<void> {
		const laboratory = this.tools.laboratories.get(live.plan().laboratory);
		if (!laboratory) return;
		const names = live.documents.written.filter((name) => live.documents.exists(name));
		const documents = new Map(
			await Promise.all(names.map(async (name) => [name, await live.documents.contents(name)] as const))
		);
		const { record, leftOut } = freeze(laboratory, live.plan(), live.state, documents, this.tools.timeZone);
		if (leftOut > 0) this.tools.log.warn({ session: live.id, leftOut }, 'malformed things were left out of a record');
		const shown = new Set(record.images.map(({ file }) => file));
		await this.tools.images
			.keepOnly(live.id, shown)
			.catch(() => this.tools.log.warn({ session: live.id }, 'pictures that nothing shows are still there'));
		await this.tools.records.put(record);
	}

	async #drop(id: string): Promise<void> {
		const loading = this.#live.get(id);
		this.#live.delete(id);
		const live = await loading?.catch(() => null);
		if (live) this.listener.dropped(live);
	}

	/** After the storage failed and works again: what is in memory may not be what is on disk. */
	async dropAll(): Promise<void> {
		for (const id of [...this.#live.keys()]) await this.#drop(id);
	}

	/** A participant takes a seat; resolves when it is kept. */
	async join(
		plan: Plan,
		introduction: Introduction
	): Promise<Seat | 'session-not-open' | 'session-closed' | 'too-many'> {
		const live = await this.live(plan.id);
		if (live.state.status === 'planned') return 'session-not-open';
		if (live.state.status === 'closed') return 'session-closed';
		if (Object.keys(live.state.seats).length >= seatsLimit) return 'too-many';
		return this.#seat(live, plan, introduction, 'participant');
	}

	/** A device that facilitates: the organiser's own, or one that came by the facilitator's link. */
	async facilitate(plan: Plan, introduction: Introduction): Promise<Seat> {
		return this.#seat(await this.live(plan.id), plan, introduction, 'facilitator');
	}

	async #seat(live: LiveSession, plan: Plan, introduction: Introduction, role: Seat['role']): Promise<Seat> {
		const at = this.tools.clock();
		const seat: Seat = { ...introduction, id: newId(), role, notice: String(plan.noticeVersion), joinedAt: at };
		await live.record([{ type: 'seat.joined', at, by: 'server', seat }]);
		return seat;
	}

	/** The seat of a cookie, if it was not taken away. */
	async seat(session: string, seat: SeatId): Promise<Seat | null> {
		if (!this.get(session)) return null;
		return (await this.live(session)).seat(seat) ?? null;
	}

	loaded(): Promise<LiveSession[]> {
		return Promise.all(this.#live.values());
	}
}

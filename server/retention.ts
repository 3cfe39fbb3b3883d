// Erases what was promised to be erased: sessions whose time is over, with everything that belongs to them. Knows no page.
import type { Logger } from 'pino';
import * as v from 'valibot';
import { withoutVoices } from '#lib/recommendation/desk-forget.ts';
import { dayOf, keepUntil } from '#lib/session/retention.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Ongoing } from './ongoing.ts';
import type { Recommendations } from './recommendations.ts';
import type { Records } from './records.ts';
import type { Sessions } from './sessions.ts';
import type { Shares } from './shares.ts';
import { Shelf } from './shelf.ts';

/** That something was erased, and when; of people nothing. */
const erasureSchema = v.object({
	/** Of the session. */
	id: v.string(),
	title: v.string(),
	/** Day of the meeting and day until which it was to be kept, YYYY-MM-DD. */
	date: v.string(),
	until: v.string(),
	/** ms since the epoch */
	at: v.number()
});
export type Erasure = v.InferOutput<typeof erasureSchema>;

/** A day begins at another hour everywhere, so it looks more often than daily, ms. */
const interval = 3600_000;

export type RetentionTools = {
	log: Logger;
	ongoing: Ongoing;
	/** Server time, ms. */
	clock: () => number;
	timeZone: string;
	sessions: Sessions;
	records: Records;
	shares: Shares;
	recommendations: Recommendations;
};

export class Retention {
	#timer: NodeJS.Timeout;

	private constructor(
		readonly shelf: Shelf<Erasure>,
		readonly tools: RetentionTools
	) {
		this.#timer = setInterval(() => void tools.ongoing.add(this.sweep()), interval);
		this.#timer.unref();
	}

	/** What is overdue is erased before anybody can look at it. */
	static async open(directory: string, tools: RetentionTools): Promise<Retention> {
		const shelf = await Shelf.open<Erasure>(directory, (value) => v.parse(erasureSchema, value), tools.log);
		const retention = new Retention(shelf, tools);
		await retention.sweep();
		return retention;
	}

	/** Last erased first. */
	erased(): Erasure[] {
		return this.shelf.all().sort((one, other) => other.at - one.at);
	}

	/** The last day on which a record is kept; null where nobody set one. */
	untilOf(record: string): string | null {
		const plan = this.tools.sessions.get(record);
		return plan && keepUntil(plan.date, plan.retentionMonths);
	}

	/** Erases every session that was held and whose last day is over; what fails is tried again next time. */
	async sweep(): Promise<void> {
		const { sessions, clock, timeZone, log } = this.tools;
		const today = dayOf(clock(), timeZone);
		for (const { id, status, title, date, retentionMonths } of sessions.list()) {
			const until = keepUntil(date, retentionMonths);
			if (status === 'planned' || until >= today) continue;
			try {
				await this.erase(id);
				await this.shelf.put({ id, title, date, until, at: clock() });
				log.info({ session: id, until }, 'a session was erased: its time was over');
			} catch (error) {
				log.error({ session: id, reason: (error as Error).message }, 'a session could not be erased');
			}
		}
	}

	/**
	 * Everything of one session. The plan goes last: after a kill in between, what is left of it is known to be overdue and erased at the
	 * next start.
	 */
	async erase(session: string): Promise<void> {
		const { sessions, records, shares, recommendations } = this.tools;
		for (const { id, language, records: drawnFrom, consultations } of recommendations.list()) {
			if (!drawnFrom.some((one) => one.id === session) && !consultations.some((one) => one.session === session))
				continue;
			const sentence = (await loadWords(language))('recommendation_quote_erased');
			await recommendations.purge(id, (now) => withoutVoices(now, session, sentence));
		}
		await shares.close(session);
		await records.remove(session);
		await sessions.remove(session);
	}

	stop(): void {
		clearInterval(this.#timer);
	}
}

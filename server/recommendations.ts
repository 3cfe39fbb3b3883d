// The shelf of recommendations that a person has taken up; hears of new records, which may answer them. Knows no page and no rule of its own.
import type { Logger } from 'pino';
import * as v from 'valibot';
import { modelOf, type Catalogue, type EntityModel } from '#lib/catalogue/catalogue.ts';
import { askedIn, withOutcome } from '#lib/recommendation/desk-consult.ts';
import { recommendationSchema, type Recommendation } from '#lib/recommendation/desk.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import type { Confidence, RecommendationKind } from '#lib/recommendation/recommendation.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Catalogues } from './catalogue.ts';
import { newId } from './ids.ts';
import type { Ongoing } from './ongoing.ts';
import type { Records } from './records.ts';
import { Shelf } from './shelf.ts';

type Tools = { log: Logger; ongoing: Ongoing; clock: () => number; records: Records; catalogues: Catalogues };

/** What the engine answers to one record, in short. */
export type Proposal = { kind: RecommendationKind; confidence: Confidence; name: EntityModel['name'] | null };

export class Recommendations {
	#proposals = new WeakMap<Catalogue, WeakMap<SessionRecord, Proposal>>();

	private constructor(
		readonly shelf: Shelf<Recommendation>,
		readonly tools: Tools
	) {}

	static async open(directory: string, tools: Tools): Promise<Recommendations> {
		const parse = (value: unknown) => v.parse(recommendationSchema, value);
		const recommendations = new Recommendations(await Shelf.open<Recommendation>(directory, parse, tools.log), tools);
		tools.records.onKept = (record) => void tools.ongoing.add(recommendations.#hear(record));
		for (const record of tools.records.list()) await recommendations.#hear(record);
		return recommendations;
	}

	/** A session that was asked about recommendations has its record: its answers come back to them, and to those that took them in. */
	async #hear(record: SessionRecord): Promise<void> {
		const about = askedIn(record);
		if (about.size === 0) return;
		try {
			const all = this.shelf.all();
			for (const { id, consultations } of all) {
				if (consultations.some(({ session, outcome }) => session === record.id && outcome !== null)) continue;
				const ids = [id, ...all.filter(({ mergedInto }) => mergedInto === id).map((one) => one.id)];
				if (ids.some((each) => about.has(each)))
					await this.change(id, (now) => withOutcome(now, record, this.tools.clock(), ids));
			}
		} catch (error) {
			this.tools.log.error({ session: record.id, reason: (error as Error).message }, 'an answer was not kept');
		}
	}

	/** Last changed first. */
	list(): Recommendation[] {
		return this.shelf.all().sort((one, other) => other.changedAt - one.changedAt);
	}

	get(id: string): Recommendation | null {
		return this.shelf.get(id);
	}

	newId(): string {
		return newId();
	}

	put(recommendation: Recommendation): Promise<Recommendation> {
		return this.shelf.put(recommendation);
	}

	change(id: string, change: (recommendation: Recommendation) => Recommendation): Promise<Recommendation | null> {
		return this.shelf.change(id, change);
	}

	/** Takes out what may no longer be kept. */
	purge(id: string, change: (recommendation: Recommendation) => Recommendation): Promise<void> {
		return this.shelf.purge(id, change);
	}

	remove(id: string): Promise<void> {
		return this.shelf.remove(id);
	}

	/** Worked out once for each record and catalogue as they are. */
	proposal(record: SessionRecord): Proposal {
		const catalogue = this.tools.catalogues.current;
		const proposals = this.#proposals.get(catalogue) ?? new WeakMap<SessionRecord, Proposal>();
		this.#proposals.set(catalogue, proposals);
		const known = proposals.get(record);
		if (known) return known;
		const { kind, confidence, best } = recommend([record], catalogue);
		const proposal = { kind, confidence, name: best === null ? null : (modelOf(catalogue, best)?.name ?? null) };
		proposals.set(record, proposal);
		return proposal;
	}

	/** Ids of files that cannot be read; they are left as they are and named at the desk. */
	get damaged(): readonly string[] {
		return this.shelf.damaged;
	}
}

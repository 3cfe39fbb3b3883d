// The shelf of recommendations that a person has taken up. Knows no page and no rule of its own.
import type { Logger } from 'pino';
import * as v from 'valibot';
import { catalogue, modelOf, type EntityModel } from '#lib/catalogue/catalogue.ts';
import { recommendationSchema, type Recommendation } from '#lib/recommendation/desk.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import type { Confidence, RecommendationKind } from '#lib/recommendation/recommendation.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { newId } from './ids.ts';
import { Shelf } from './shelf.ts';

/** What the engine answers to one record, in short. */
export type Proposal = { kind: RecommendationKind; confidence: Confidence; name: EntityModel['name'] | null };

export class Recommendations {
	#proposals = new WeakMap<SessionRecord, Proposal>();

	private constructor(readonly shelf: Shelf<Recommendation>) {}

	static async open(directory: string, log: Logger): Promise<Recommendations> {
		return new Recommendations(
			await Shelf.open<Recommendation>(directory, (value) => v.parse(recommendationSchema, value), log)
		);
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

	remove(id: string): Promise<void> {
		return this.shelf.remove(id);
	}

	/** Worked out once for each record as it is. */
	proposal(record: SessionRecord): Proposal {
		const known = this.#proposals.get(record);
		if (known) return known;
		const { kind, confidence, best } = recommend([record], catalogue);
		const proposal = { kind, confidence, name: best === null ? null : (modelOf(catalogue, best)?.name ?? null) };
		this.#proposals.set(record, proposal);
		return proposal;
	}

	/** Ids of files that cannot be read; they are left as they are and named at the desk. */
	get damaged(): readonly string[] {
		return this.shelf.damaged;
	}
}

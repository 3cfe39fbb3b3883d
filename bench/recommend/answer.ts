// What the engine answers to a labelled record, as the scorer reads it. Knows no label.
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { allOptions, recommend, type RecommendOptions } from '#lib/recommendation/recommend.ts';
import type { Answer } from './score.ts';
import type { Labelled } from './sets.ts';

export const answerWith =
	(catalogue: Catalogue, options: RecommendOptions = allOptions) =>
	({ record }: Labelled): Answer => {
		const draft = recommend([record], catalogue, options);
		const best = draft.best === null ? undefined : draft.ranked[0];
		return {
			kind: draft.kind,
			best: draft.best ?? 'none',
			ranked: draft.ranked.map(({ model }) => model),
			for: [...new Set(draft.evidenceFor.map(({ cite }) => cite))],
			against: [...new Set(draft.evidenceAgainst.map(({ cite }) => cite))],
			missing: (best?.preconditions ?? []).filter(({ state }) => state === 'missing').map(({ key }) => key)
		};
	};

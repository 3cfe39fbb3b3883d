// Counts how well answers agree with the labels, by the rules of the project's scorer. Knows no engine.
import type { Labelled } from './sets.ts';

export type Answer = {
	kind: string;
	best: string;
	ranked: string[];
	for: string[];
	against: string[];
	missing: string[];
};

export type Score = {
	records: number;
	best: number;
	wrong: number;
	top3: number;
	kind: number;
	none: [number, number];
	citationPrecision: number | null;
	forRecall: number | null;
	missingPrecision: number | null;
	missingRecall: number | null;
};

export function score(records: readonly Labelled[], answer: (one: Labelled) => Answer): Score {
	const count = { best: 0, wrong: 0, top3: 0, kind: 0, noneRight: 0, noneAll: 0 };
	const cited = { hit: 0, given: 0 };
	const forIt = { hit: 0, want: 0 };
	const missing = { hit: 0, given: 0, want: 0 };
	for (const one of records) {
		const { expected } = one;
		const got = answer(one);
		if (expected.best === 'none') count.noneAll++;
		if (got.best === expected.best) {
			count.best++;
			if (got.best === 'none') count.noneRight++;
			missing.want += expected.missing_keys.length;
			missing.given += got.missing.length;
			missing.hit += got.missing.filter((key) => expected.missing_keys.includes(key)).length;
		}
		if (expected.wrong.includes(got.best)) count.wrong++;
		if (expected.best === 'none' ? got.best === 'none' : got.ranked.slice(0, 3).includes(expected.best)) count.top3++;
		if (got.kind === expected.kind) count.kind++;
		const known = new Set([...expected.evidence_for, ...expected.evidence_against]);
		const given = new Set([...got.for, ...got.against]);
		cited.given += given.size;
		cited.hit += [...given].filter((cite) => known.has(cite)).length;
		forIt.want += expected.evidence_for.length;
		forIt.hit += got.for.filter((cite) => expected.evidence_for.includes(cite)).length;
	}
	const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
	return {
		records: records.length,
		best: count.best,
		wrong: count.wrong,
		top3: count.top3,
		kind: count.kind,
		none: [count.noneRight, count.noneAll],
		citationPrecision: share(cited.hit, cited.given),
		forRecall: share(forIt.hit, forIt.want),
		missingPrecision: share(missing.hit, missing.given),
		missingRecall: share(missing.hit, missing.want)
	};
}

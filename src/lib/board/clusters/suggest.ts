// Proposes groups of stickies that speak of the same, and says by which words. Deterministic, on this device, and only a
// proposal: it moves nothing. Average linkage over the words that two stickies share; pure.
import { nameForm } from './forms.ts';
import { toldBy } from './stems.ts';

type Text = { id: string; text: string };

/** Stickies that could be one group; `words` are those they share, as somebody wrote them, the most telling first. */
export type Proposal = { stickies: string[]; words: string[] };

/**
 * How alike (cosine of weighted words and pairs of neighbouring words, 0–1) the stickies of two groups are on average so
 * that they become one. From 0.14 to 0.16 nothing differs on the stickies of
 * `board-suggest.test.ts` (precision of pairs 0.88, recall 0.71); from 0.18 on pairs are lost.
 */
export const alikeFrom = 0.16;
/** A word in more than this share of the stickies is the topic of the whole board and joins nobody. */
const topicShare = 0.34;
/** Two neighbouring words that are shared weigh this much of what their rarity would give them. */
const pairWeight = 0.6;
/** More stickies than these are not compared: it would take seconds on a weak laptop. */
export const suggestLimit = 1200;
/** Words that explain a proposal. */
const explainedBy = 3;

type Vector = Map<string, number>;

/** Groups of at least two, the largest first; what resembles nothing is in none. */
export function suggest(texts: readonly Text[]): Proposal[] {
	// the order in which they are given must not matter
	const all = [...texts].sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, suggestLimit);
	const told = all.map(({ text }) => toldBy(text));
	const features = told.map((words) => featuresOf(words.map(({ stem }) => stem)));
	const vectors = weighted(features);
	const groups = linked(similarities(vectors), all.length);
	return groups
		.filter((group) => group.length > 1)
		.map((group) => ({ group, words: shared(group, told, vectors) }))
		.filter(({ words }) => words.length > 0)
		.map(({ group, words }) => ({ stickies: group.map((index) => all[index]!.id), words }))
		.sort(
			(one, other) => other.stickies.length - one.stickies.length || (one.stickies[0]! < other.stickies[0]! ? -1 : 1)
		);
}

/** Stems, and pairs of neighbours joined by a space. */
function featuresOf(stems: readonly string[]): Set<string> {
	const features = new Set(stems);
	for (const [index, stem] of stems.slice(1).entries())
		if (stem !== stems[index]) features.add([stems[index]!, stem].sort().join(' '));
	return features;
}

/** Every feature by its rarity, to length 1; what only one sticky has keeps its weight, for it sets that one apart. */
function weighted(features: readonly Set<string>[]): Vector[] {
	const count = features.length;
	const found = new Map<string, number>();
	for (const each of features) for (const feature of each) found.set(feature, (found.get(feature) ?? 0) + 1);
	const most = Math.max(3, count * topicShare);
	return features.map((each) => {
		const vector: Vector = new Map();
		let square = 0;
		for (const feature of each) {
			const times = found.get(feature)!;
			const pair = feature.includes(' ');
			if (times > most || (pair && times < 2)) continue;
			// one that nobody shares counts as little as a common one: short texts would never meet
			const weight = (times < 2 ? 1 : Math.log(1 + count / times)) * (pair ? pairWeight : 1);
			vector.set(feature, weight);
			square += weight * weight;
		}
		const length = Math.sqrt(square);
		for (const [feature, weight] of vector) vector.set(feature, weight / length);
		return vector;
	});
}

/** For each sticky the later and earlier ones with which it shares something, with how much. */
function similarities(vectors: readonly Vector[]): Map<number, number>[] {
	const holders = new Map<string, number[]>();
	for (const [index, vector] of vectors.entries())
		for (const feature of vector.keys()) holders.set(feature, [...(holders.get(feature) ?? []), index]);
	const near: Map<number, number>[] = vectors.map(() => new Map());
	for (const [feature, indexes] of holders)
		for (const one of indexes)
			for (const other of indexes) {
				if (one === other) continue;
				const product = vectors[one]!.get(feature)! * vectors[other]!.get(feature)!;
				near[one]!.set(other, (near[one]!.get(other) ?? 0) + product);
			}
	return near;
}

/** Average linkage: again and again the two groups that are most alike become one, while they are alike enough. */
function linked(near: Map<number, number>[], count: number): number[][] {
	const groups: (number[] | null)[] = Array.from({ length: count }, (_, index) => [index]);
	const average = (one: number, other: number) =>
		near[one]!.get(other)! / (groups[one]!.length * groups[other]!.length);
	const bestOf = (one: number): { other: number; alike: number } => {
		let best = { other: -1, alike: 0 };
		for (const other of near[one]!.keys()) {
			const alike = average(one, other);
			// of equal ones the first, whatever the order in which they were found
			if (alike > best.alike + 1e-9 || (alike > best.alike - 1e-9 && other < best.other)) best = { other, alike };
		}
		return best;
	};
	const best = groups.map((_group, index) => bestOf(index));
	for (;;) {
		let one = -1;
		for (const [index, { alike }] of best.entries())
			if (groups[index] && alike >= alikeFrom && (one < 0 || alike > best[one]!.alike + 1e-9)) one = index;
		if (one < 0) return groups.filter((group) => group !== null);
		const { other } = best[one]!;
		groups[one] = [...groups[one]!, ...groups[other]!].sort((a, b) => a - b);
		groups[other] = null;
		for (const [third, sum] of near[other]!) {
			near[third]!.delete(other);
			if (third === one) continue;
			const joined = (near[one]!.get(third) ?? 0) + sum;
			near[one]!.set(third, joined);
			near[third]!.set(one, joined);
		}
		near[other] = new Map();
		best[other] = { other: -1, alike: 0 };
		best[one] = bestOf(one);
		for (const third of near[one]!.keys()) best[third] = bestOf(third);
	}
}

/** Words that at least half of a group (and two) share, weightiest first, each in the form that can stand as a name. */
function shared(
	group: readonly number[],
	told: readonly { word: string; stem: string }[][],
	vectors: readonly Vector[]
) {
	const least = Math.max(2, Math.ceil(group.length / 2));
	const weights = new Map<string, { weight: number; holders: number; forms: Map<string, number> }>();
	for (const index of group) {
		const seen = new Set<string>();
		for (const { stem, word } of told[index]!) {
			const weight = vectors[index]!.get(stem);
			if (weight === undefined) continue;
			const entry = weights.get(stem) ?? { weight: 0, holders: 0, forms: new Map<string, number>() };
			entry.forms.set(word, (entry.forms.get(word) ?? 0) + 1);
			if (!seen.has(stem)) [entry.weight, entry.holders] = [entry.weight + weight, entry.holders + 1];
			seen.add(stem);
			weights.set(stem, entry);
		}
	}
	const ranked = [...weights].sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1));
	const common = ranked.filter(([, { holders }]) => holders >= least);
	// a group held together by several words names those that at least two share
	const named = common.length ? common : ranked.filter(([, { holders }]) => holders >= 2);
	return named.slice(0, explainedBy).map(([, { forms }]) => nameForm(forms));
}

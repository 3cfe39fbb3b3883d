// Learns from the labelled records how much each stem leans to each model, to nothing and to a change; run alone it writes the catalogue's leanings.
import { writeFileSync } from 'node:fs';
import { catalogue, type Catalogue } from '#lib/catalogue/catalogue.ts';
import { allPassages } from '#lib/evidence/passage.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { heardIn } from '#lib/evidence/leanings.ts';
import { engineOf } from '#lib/recommendation/engine.ts';
import { entitiesOf } from '#lib/recommendation/entities.ts';
import { changes, heardFrom, nothing } from '#lib/recommendation/leaning.ts';
import { allOptions } from '#lib/recommendation/recommend.ts';
import { readPassage } from '#lib/recommendation/weigh.ts';
import type { Labelled } from './sets.ts';

/** A stem must be heard in this many records. */
const leastRecords = 2;
/** How strongly weights are held near zero; chosen by leaving hands out. */
const wordRestraint = 0.03;
const changeRestraint = 0.2;
/** Records that lead nowhere are few: each counts this often. */
const nothingCounts = 3;
/** How much the model itself says of whether something is there already, beside the words. */
const modelSign = 1;
const rounds = 400;
/** Weights that give less than this are not written down, in hundredths. */
const leastWritten = 25;

type Example = { stems: Map<string, number>; signs: Map<string, number>; best: string; kind: string };
const read = new WeakMap<Labelled, Example>();

/** What was heard in a record; the same however the weights stand. */
function exampleOf(one: Labelled): Example {
	const before = read.get(one);
	if (before) return before;
	const engine = engineOf(catalogue);
	const entities = entitiesOf(engine, one.record);
	const readings = passagesOf(one.record, allPassages).map((passage) =>
		readPassage(engine, passage, allOptions, entities)
	);
	const example = { ...heardIn(heardFrom(readings)), best: one.expected.best, kind: one.expected.kind };
	read.set(one, example);
	return example;
}

export function learn(records: readonly Labelled[]): Catalogue['leanings'] {
	const examples = records.map(exampleOf);
	const counts = new Map<string, number>();
	for (const { stems } of examples) for (const stem of stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	const rarity = new Map(
		[...counts]
			.filter(([, count]) => count >= leastRecords)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([stem, count]) => [stem, Math.sqrt(Math.log(examples.length / count))])
	);
	const rowOf = ({ stems }: Example): Row => {
		const row = [...stems].flatMap(([stem, loudness]): [string, number][] => {
			const rare = rarity.get(stem);
			return rare === undefined ? [] : [[stem, loudness * rare]];
		});
		const length = Math.sqrt(row.reduce((sum, [, value]) => sum + value ** 2, 0)) || 1;
		return new Map(row.map(([stem, value]) => [stem, value / length]));
	};
	const real = examples.filter(({ best }) => best !== nothing);
	const models = catalogue.models.map(({ id }) => id);
	const names = [...models, nothing, changes];
	const plain = real.map(rowOf);
	const signed = real.map(
		(example) => new Map([...rowOf(example), ...signsOf(example), [modelKey(example.best), modelSign]])
	);
	const toModels = fit(
		plain,
		real.map(({ best }) => models.indexOf(best)),
		models.length
	);
	const toNothing = fit(
		examples.map(rowOf),
		examples.map(({ best }) => (best === nothing ? 1 : 0)),
		2,
		examples.map(({ best }) => (best === nothing ? nothingCounts : 1))
	);
	const toChange = fit(
		signed,
		real.map(({ kind }) => (kind === changes ? 1 : 0)),
		2,
		undefined,
		changeRestraint
	);
	const weightsOf = (key: string): number[] => [
		...models.map((_, at) => toModels.weights.get(key)?.[at] ?? 0),
		...[toNothing, toChange].map(({ weights }) => (weights.get(key)?.[1] ?? 0) - (weights.get(key)?.[0] ?? 0))
	];
	const written = (key: string, scale: number): number[] => [
		Math.round(scale * 100),
		...weightsOf(key).flatMap((weight, at) => {
			const rounded = Math.round(weight * 100);
			return Math.abs(rounded) < leastWritten ? [] : [at, rounded];
		})
	];
	const base = [...toModels.base, ...[toNothing, toChange].map(({ base: [no = 0, yes = 0] }) => yes - no)];
	const signs = [
		...new Set(signed.flatMap((row) => [...row.keys()].filter((key) => key.startsWith('#') || key.startsWith('='))))
	].sort();
	return {
		names,
		base: base.map((weight) => Math.round(weight * 100)),
		stems: Object.fromEntries([...rarity].map(([stem, rare]) => [stem, written(stem, rare)])),
		signs: Object.fromEntries(
			signs.map((sign) => [sign.replace('#', ''), written(sign, sign.startsWith('=') ? modelSign : 1)])
		)
	};
}

const signsOf = ({ signs }: Example): [string, number][] => [...signs].map(([sign, value]) => [`#${sign}`, value]);
const modelKey = (model: string) => `=${model}`;

type Row = ReadonlyMap<string, number>;
type Fitted = { weights: Map<string, number[]>; base: number[] };

/** Softmax regression with restrained weights, by accelerated descent over the examples. Deterministic. */
function fit(
	rows: readonly Row[],
	answers: readonly number[],
	classes: number,
	counts?: readonly number[],
	restraint = wordRestraint
): Fitted {
	const size = rows.length;
	const gram = new Float64Array(size * size);
	for (let i = 0; i < size; i++)
		for (let j = 0; j <= i; j++) {
			let sum = 0;
			for (const [key, value] of rows[i] as Row) sum += value * ((rows[j] as Row).get(key) ?? 0);
			gram[i * size + j] = gram[j * size + i] = sum;
		}
	const most = largest(gram, size) * Math.max(1, ...(counts ?? [])) + size;
	const step = 1 / (most / 2 + restraint);
	let held = new Float64Array(size * classes);
	let ahead = held;
	let base = new Float64Array(classes);
	let baseAhead = base;
	let momentum = 1;
	for (let round = 0; round < rounds; round++) {
		const next = new Float64Array(size * classes);
		const nextBase = Float64Array.from(baseAhead);
		for (let i = 0; i < size; i++) {
			const said = new Float64Array(classes);
			for (let c = 0; c < classes; c++) {
				let sum = baseAhead[c] as number;
				for (let j = 0; j < size; j++) sum += (gram[i * size + j] as number) * (ahead[j * classes + c] as number);
				said[c] = sum;
			}
			const top = Math.max(...said);
			let total = 0;
			for (let c = 0; c < classes; c++) total += said[c] = Math.exp((said[c] as number) - top);
			for (let c = 0; c < classes; c++) {
				const off = (counts?.[i] ?? 1) * ((said[c] as number) / total - (answers[i] === c ? 1 : 0));
				const at = i * classes + c;
				next[at] = (ahead[at] as number) - step * (off + restraint * (ahead[at] as number));
				nextBase[c] = (nextBase[c] as number) - step * off;
			}
		}
		const after = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
		const push = (momentum - 1) / after;
		const before = held;
		const baseBefore = base;
		ahead = next.map((value, at) => value + push * (value - (before[at] as number)));
		baseAhead = nextBase.map((value, at) => value + push * (value - (baseBefore[at] as number)));
		held = next;
		base = nextBase;
		momentum = after;
	}
	const weights = new Map<string, number[]>();
	rows.forEach((row, i) => {
		for (const [key, value] of row) {
			const of = weights.get(key) ?? Array.from({ length: classes }, () => 0);
			for (let c = 0; c < classes; c++) of[c] = (of[c] as number) + value * (held[i * classes + c] as number);
			weights.set(key, of);
		}
	});
	return { weights, base: [...base] };
}

/** The largest eigenvalue of a matrix of likenesses, about. */
function largest(gram: Float64Array, size: number): number {
	let vector = new Float64Array(size).fill(1 / Math.sqrt(size));
	let length = 0;
	for (let round = 0; round < 20; round++) {
		const next = vector.map((_, i) => {
			let sum = 0;
			for (let j = 0; j < size; j++) sum += (gram[i * size + j] as number) * (vector[j] as number);
			return sum;
		});
		length = Math.sqrt(next.reduce((sum, value) => sum + value ** 2, 0)) || 1;
		vector = next.map((value) => value / length);
	}
	return length;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
	const { writers } = await import('./sets.ts');
	const place = new URL('../../src/lib/catalogue/leanings.json', import.meta.url);
	writeFileSync(place, `${JSON.stringify(learn(writers.flat()))}\n`);
}

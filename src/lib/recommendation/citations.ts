// Chooses what to cite: what carried weight for a model, and what clearly speaks against it. Quotes, never rewrites.
import type { Opinion } from './leaning.ts';
import { isForm } from './entities.ts';
import type { NeedReading } from './preconditions.ts';
import type { Citation } from './recommendation.ts';
import type { Likeness } from './affinity.ts';
import type { Reading, Weighed } from './weigh.ts';

/** Dots below this share of the loudest sticky's are background. */
const audible = 0.3;
/** From this share on a sticky is part of what the session stood for, whatever its words. */
const loud = 0.55;
/** A sticky with a smaller share tempted nobody. */
const noticed = 0.12;
/**
 * How much the share of dots, what a sticky says of the model, what it sounds like, and what it says of another one tell whether
 * people cite it for the model; fitted on labelled stickies, each hand read by what the others cite.
 */
const worth = { share: 5, loudness: 1.2, said: 0.8, sound: 1.7, rival: 0.45, silence: 0.5, enough: 3.1 };
const mostSound = 0.5;
/** What sounds less like a model than this does not sound like it. */
const leastSound = 0.03;
/** From this on it does so plainly. */
const plainSound = 0.1;
/** From this share on a sticky led the session. */
const leading = 0.8;
/** Affinity from which a passage clearly speaks of a model. */
const clearFor = 2;
/** Where nothing is recommended, affinity from which a passage tempts. */
const tempting = 2.5;

/** What a remark weighs beside a contrary sticky, by how firmly it was said. */
const remarkShare = 2;
/** A remark is about a model of which what it answers speaks from this affinity on, and about as much as of any other. */
const aimed = { affinity: 1.5, share: 0.6 };

type Cited = { evidenceFor: Citation[]; evidenceAgainst: Citation[] };

export function citationsFor(
	model: string,
	readings: readonly Reading[],
	weighed: Weighed,
	needs: readonly NeedReading[],
	opinion: Opinion,
	isBest: boolean
): Cited {
	const given = new Map((weighed.parts.get(model) ?? []).map(({ reading, amount }) => [reading, amount]));
	const obstacles = new Set(
		needs.filter(({ state }) => state === 'missing').flatMap(({ readings: shownBy }) => shownBy)
	);
	const met = new Set(
		needs.flatMap(({ state, readings: shownBy, spoken = [] }) => [...(state === 'met' ? shownBy : []), ...spoken])
	);
	const { citable, loudest, votedDown } = groundsOf(readings);
	const cited: Cited = { evidenceFor: [], evidenceAgainst: [] };
	const notes = new Map<string, { reading: Reading; amount: number }>();
	const carried = new Set<string>();
	for (const reading of citable) {
		const { passage, outcome } = reading;
		const amount = given.get(reading) ?? 0;
		if (passage.kind === 'decision') {
			if (outcome === 'adopted' && amount > 0) {
				cited.evidenceFor.push(citationOf(reading, 'for', amount));
				carried.add(`${passage.record}/${passage.cite}`);
			} else if (isBest && outcome === 'rejected' && rivalOf(reading, model))
				cited.evidenceAgainst.push(citationOf(reading, 'against', 1));
		} else if (passage.kind === 'note') {
			if (amount <= 0 && !obstacles.has(reading) && !met.has(reading)) continue;
			const key = `${passage.record}/${passage.cite}`;
			const before = notes.get(key);
			if (!before || amount > before.amount) notes.set(key, { reading, amount });
		} else if (passage.kind === 'remark') {
			// the remarks of a record come after its decisions
			const isAgainst = carried.has(`${passage.record}/${passage.answers}`) || aimsAt(reading, model);
			if (isAgainst || obstacles.has(reading))
				cited.evidenceAgainst.push(citationOf(reading, 'against', remarkShare * passage.strength));
		} else if (passage.kind === 'sticky') {
			const share = passage.strength / loudest;
			const rival = rivalOf(reading, model);
			const likeness = reading.affinity.get(model) ?? 0;
			const elsewhere = rival !== null && rival.affinity >= clearFor && rival.affinity > 2 * Math.max(0.5, likeness);
			let heard: number | undefined;
			const sound = () => (heard ??= isBest ? opinion.given(reading, model) : 0);
			const strays =
				elsewhere && share >= noticed && (share < loud || votedDown.has(rival.model)) && sound() < plainSound;
			const tempts = strays && (proposes(reading) || votedDown.has(rival.model));
			const hinders = obstacles.has(reading) && likeness < clearFor && !(share >= loud && sound() >= plainSound);
			if (passage.against && likeness <= -clearFor) cited.evidenceAgainst.push(citationOf(reading, 'against', 0.5));
			else if (hinders || (isBest && tempts && !obstacles.has(reading)))
				cited.evidenceAgainst.push(citationOf(reading, 'against', 0.5));
			else if (!strays && (isWorthCiting(reading, share, likeness, sound) || (met.has(reading) && share >= audible)))
				cited.evidenceFor.push(citationOf(reading, 'for', Math.max(amount, 0.2)));
		}
	}
	for (const { reading, amount } of notes.values()) cited.evidenceFor.push(citationOf(reading, 'for', amount));
	return sorted(cited);
}

/** Folded; how people propose something in few words. */
const proposing = /^(niech|moze|mogl\w*|zeby|zrob\w*|zamiast)$/;

/** "suszarka pada co tydzień" sounds like another model and proposes none; "klaster meblowy" and "niech gmina założy" do. */
const proposes = ({ concepts, stances, passage }: Reading): boolean =>
	concepts.some(isForm) ||
	(['founding', 'improving', 'changing', 'hedge'] as const).some((stance) => stances.has(stance)) ||
	passage.words.some((word) => proposing.test(word));

type Grounds = { citable: Reading[]; loudest: number; votedDown: Set<string> };

/** What all models have in common; found once for them. */
const grounds = new WeakMap<readonly Reading[], Grounds>();
function groundsOf(readings: readonly Reading[]): Grounds {
	const before = grounds.get(readings);
	if (before) return before;
	const found = {
		citable: readings.filter(({ passage: { kind } }) => kind !== 'title' && kind !== 'participant'),
		loudest: loudestOf(readings),
		votedDown: new Set(readings.filter(({ outcome }) => outcome === 'rejected').flatMap(defeatedBy))
	};
	grounds.set(readings, found);
	return found;
}

/** Whether what a remark answers proposed this model: who says no to it speaks against what it spoke for. */
function aimsAt({ affinity }: Reading, model: string): boolean {
	const likeness = affinity.get(model) ?? 0;
	return likeness <= -aimed.affinity && likeness <= aimed.share * Math.min(...affinity.values());
}

/** `sound` is asked for only where it decides. */
function isWorthCiting({ leading: [first] }: Reading, share: number, likeness: number, sound: () => number): boolean {
	const said = Math.log1p(Math.max(0, likeness));
	const other = Math.log1p(Math.max(0, first?.affinity ?? 0)) - said;
	const plain =
		worth.share * share +
		worth.loudness * Math.max(0, share - loud) +
		worth.said * said -
		worth.rival * Math.max(0, other);
	if (plain + worth.sound * mostSound <= worth.enough) return false;
	if (plain - (likeness <= 0 ? worth.silence : 0) > worth.enough) return true;
	const heard = sound();
	const silent = likeness <= 0 && heard < leastSound;
	return plain + worth.sound * Math.min(mostSound, Math.max(0, heard)) - (silent ? worth.silence : 0) > worth.enough;
}

/** With the sentences of notes that show a precondition, so that each quote of a finding stands among the evidence. */
export function withSentences({ evidenceFor, evidenceAgainst }: Cited, more: readonly Citation[]): Cited {
	const keyOf = ({ record, cite, quote }: Citation) => `${record} ${cite} ${quote}`;
	const known = new Set([...evidenceFor, ...evidenceAgainst].map(keyOf));
	const added = more.filter((citation) => !known.has(keyOf(citation)) && known.add(keyOf(citation)));
	const stand = (stance: Citation['stance']) => added.filter((citation) => citation.stance === stance);
	return sorted({
		evidenceFor: [...evidenceFor, ...stand('for')],
		evidenceAgainst: [...evidenceAgainst, ...stand('against')]
	});
}

/** The model, other than this one, of which a passage speaks most. */
function rivalOf({ leading }: Reading, model: string): Likeness | null {
	const rival = leading.find((one) => one.model !== model);
	return rival && rival.affinity > 0 ? rival : null;
}

const loudestOf = (readings: readonly Reading[]): number =>
	readings.reduce((most, { passage }) => (passage.kind === 'sticky' ? Math.max(most, passage.strength) : most), 0);

/** The models that a rejected decision speaks of about as much as of any other. */
const defeatedBy = ({ affinity, leading: [first] }: Reading): string[] =>
	!first ? [] : [...affinity].filter(([, likeness]) => likeness >= 0.6 * first.affinity).map(([model]) => model);

/** Where nothing is recommended: the notes, the refusals and the lacks that show why; what tempted stands against. */
export function citationsForNone(readings: readonly Reading[]): Cited {
	const cited: Cited = { evidenceFor: [], evidenceAgainst: [] };
	const notes = new Set<string>();
	const loudest = loudestOf(readings);
	for (const reading of readings) {
		const { passage, outcome } = reading;
		const key = `${passage.record}/${passage.cite}`;
		if (passage.kind === 'note') {
			if (!notes.has(key)) cited.evidenceFor.push(citationOf(reading, 'for', 1));
			notes.add(key);
		} else if (passage.kind === 'decision') {
			cited.evidenceFor.push(citationOf(reading, 'for', outcome === 'rejected' ? 1 : 0.6));
		} else if (passage.kind === 'remark') {
			cited.evidenceFor.push(citationOf(reading, 'for', remarkShare * passage.strength));
		} else if (passage.kind === 'sticky') {
			if (reading.stances.has('putOff') || reading.stances.has('lack') || reading.denied.length > 0) {
				if ((passage.dots ?? 0) >= 3) cited.evidenceFor.push(citationOf(reading, 'for', 0.5));
			} else if ((reading.leading[0]?.affinity ?? 0) >= tempting && (passage.dots ?? 0) >= 1)
				cited.evidenceAgainst.push(citationOf(reading, 'against', 0.5));
			else if (passage.strength >= loudest * leading && (passage.dots ?? 0) >= 3)
				cited.evidenceFor.push(citationOf(reading, 'for', 0.3));
		}
	}
	return sorted(cited);
}

export const citationOf = ({ passage, concepts }: Reading, stance: Citation['stance'], amount: number): Citation => ({
	record: passage.record,
	cite: passage.cite,
	stance,
	quote: passage.text,
	weight: Math.round((100 * Math.max(0, amount)) / (Math.max(0, amount) + 2)) / 100,
	concepts
});

const sorted = ({ evidenceFor, evidenceAgainst }: Cited): Cited => {
	const byWeight = (a: Citation, b: Citation) => b.weight - a.weight || (a.cite < b.cite ? -1 : 1);
	return { evidenceFor: evidenceFor.sort(byWeight), evidenceAgainst: evidenceAgainst.sort(byWeight) };
};

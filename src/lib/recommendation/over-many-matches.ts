// Needs and offers that fit one another, between different institutions: drafts of partnerships. Reads markers and shared words; pure.
import { fold, wordsOf } from '#lib/evidence/fold.ts';
import type { Sector } from '#lib/people/people.ts';
import { institutionName } from './desk-outcomes.ts';
import type { Engine } from './engine.ts';
import type { Said } from './said.ts';

export type Side = {
	record: string;
	cite: string;
	quote: string;
	/** Who says it, as far as is known: an institution, else nothing. */
	institution: string;
	sector: Sector | null;
};
export type Match = { offer: Side; need: Side; /** Words that both share. */ shared: string[]; score: number };

/** The frames "Co możemy dać" and "Czego potrzebujemy", whatever they are called in a room. */
const offerFrame = /mozemy dac|moge dac|oferuj|zasoby|we can give|offers?/;
const needFrame = /potrzeb|brakuje|czego nam trzeba|we need|needs?/;
/** Outside such frames only words that leave no doubt. */
const offerWords = /^(damy|oferuj\w*|udostepni\w*|uzycz\w*|pozycz\w*|oddamy|przekazemy|zlecimy|zleci)$/;
const needWords = /^(potrzeb\w*|szukam\w*|przydal\w*)$/;
/** Words that say nothing of what is given or needed. */
const idle = new Set(
	'jest sa sami samo nikt mozemy moge chcemy chce nie tak tylko jako dla nas nam nasz nasza nasze ktos kto cos czyli albo oraz bardzo moze mozna trzeba bedzie byl byla bylo przez przed pod nad bez jak ale juz tez sie ten ta to tym tego tej ich jego jej raz dwa trzy rok roku dzis teraz kiedy gdzie wszystko wszyscy ludzie ludzi osob osoby osoba praca pracy prace gmina gminy gminie powiat powiatu'.split(
		' '
	)
);
const stemLength = 5;
const shown = 20;

type Half = Side & { stems: Map<string, string>; concepts: Set<string>; isOffer: boolean; isFramed: boolean };

export function matchesIn(said: readonly Said[], engine: Engine): Match[] {
	const halves = said.flatMap((one) => halfOf(one, engine) ?? []);
	const rarity = rarityOf(halves);
	const matches: Match[] = [];
	for (const offer of halves.filter(({ isOffer }) => isOffer))
		for (const need of halves.filter(({ isOffer }) => !isOffer)) {
			if (isSame(offer, need)) continue;
			const shared = [...offer.stems.keys()].filter((stem) => need.stems.has(stem));
			const concepts = [...offer.concepts].filter((concept) => need.concepts.has(concept));
			const score = shared.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0), 0) + concepts.length;
			const framed = offer.isFramed && need.isFramed;
			if (shared.length === 0 || (!framed && shared.length + concepts.length < 2)) continue;
			matches.push({
				offer: sideOf(offer),
				need: sideOf(need),
				shared: shared.map((stem) => offer.stems.get(stem) ?? stem),
				score: Math.round(score * 100) / 100
			});
		}
	const order = ({ offer, need }: Match) => `${offer.record}/${offer.cite}/${need.record}/${need.cite}`;
	return matches.sort((one, other) => other.score - one.score || (order(one) < order(other) ? -1 : 1)).slice(0, shown);
}

function halfOf({ passage, record, sector, frame, by }: Said, engine: Engine): Half | null {
	if (passage.kind !== 'sticky') return null;
	const { words, cite, text } = passage;
	const named = fold(frame);
	const offers = offerFrame.test(named) || (!needFrame.test(named) && words.some((word) => offerWords.test(word)));
	const needs = needFrame.test(named) || (!offerFrame.test(named) && words.some((word) => needWords.test(word)));
	if (offers === needs) return null;
	const mentioned = by || mentionedIn(words, record.participants);
	const stems = new Map(
		words
			.filter((word) => word.length >= 4 && !idle.has(word) && !offerWords.test(word) && !needWords.test(word))
			.map((word) => [word.slice(0, stemLength), word])
	);
	const concepts = [...engine.concepts.names(words)].filter((concept) => !concept.startsWith('name-'));
	return {
		...{ record: record.id, cite, quote: text, institution: mentioned, sector, stems },
		concepts: new Set(concepts),
		isOffer: offers,
		isFramed: offerFrame.test(named) || needFrame.test(named)
	};
}

/** The institution of the room that the text names: by its own name in quotes, or by all its telling words. */
export function mentionedIn(words: readonly string[], participants: readonly { institution: string }[]): string {
	const stems = new Set(words.map((word) => word.slice(0, stemLength)));
	for (const { institution } of participants) {
		const own = wordsOf(/[„"“]([^”"]+)[”"]/.exec(institution)?.[1] ?? '').filter((word) => word.length > 3);
		const name = institutionName(institution);
		const telling = own.length > 0 ? own : wordsOf(name).filter((word) => word.length > stemLength);
		if (telling.length > 0 && telling.every((word) => stems.has(word.slice(0, stemLength)))) return name;
	}
	return '';
}

/** One and the same institution, or one sector of one session where nobody is named. */
const isSame = (offer: Half, need: Half): boolean =>
	offer.institution && need.institution
		? fold(offer.institution) === fold(need.institution)
		: offer.record === need.record && offer.sector !== null && offer.sector === need.sector;

/** A word that all say tells little. */
function rarityOf(halves: readonly Half[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { stems } of halves) for (const stem of stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	return new Map([...counts].map(([stem, count]) => [stem, Math.log2(1 + halves.length / count)]));
}

const sideOf = ({ record, cite, quote, institution, sector }: Half): Side => ({
	...{ record, cite, quote, institution, sector }
});

// Names a place of a record in words: "karteczka 4", "decyzja 1". Knows no page.
import { choiceText } from '#lib/ballot/choice-words.ts';
import { numbersWithin, placeKind } from '#lib/evidence/place-kinds.ts';
import type { ConsentCounts } from '#lib/record/asked-consent.ts';
import type { Words } from '#lib/ui/words.ts';
import type { Counted } from './counted.ts';
import type { ConsultationOutcome } from './desk.ts';
import type { Place } from './desk-evidence.ts';

/** The page of the archive at this very place. */
export const placeHref = (record: string, cite: string): string => `/archive/${record}#${cite}`;

export function placeWords(cite: string, words: Words): string {
	const kind = placeKind(cite);
	const { outer, inner } = numbersWithin(cite);
	if (kind === 'reply') return words('place_reply_numbered', { number: inner + 1, sticky: outer + 1 });
	if (kind === 'objection') return words('place_objection_numbered', { number: inner + 1, decision: outer + 1 });
	if (kind === 'reason') return words('place_reason_numbered', { number: inner + 1, ballot: outer + 1 });
	const number = Number(cite.slice(1));
	return cite.length > 1 && Number.isInteger(number)
		? words(`place_${kind}_numbered`, { number: number + 1 })
		: words(`place_${kind}`);
}

/** Dots, frame and votes: what says how loudly it was said. */
export function placeDetails(place: Place, words: Words): string[] {
	const { dots, frame, votes, consent, sector, choice } = place;
	return [
		...(dots === undefined ? [] : [words('place_dots', { count: dots })]),
		...(frame ? [frame] : []),
		...(choice ? [choiceText(choice, words)] : []),
		...(votes && votes.yes !== null
			? [words('place_votes', { yes: votes.yes, no: votes.no ?? 0, abstain: votes.abstain ?? 0 })]
			: []),
		...(consent ? [consentWords(consent, words)] : []),
		...(sector ? [words(`sector_${sector}`)] : [])
	];
}

/** "Zapis mówi o 2 z potrzebnych 5". */
export const countedWords = ({ found, needed }: Counted, words: Words): string =>
	words(found >= needed ? 'finding_counted_enough' : 'finding_counted_short', { found, needed });

/** "5 zgód, 1 z obawą, 1 sprzeciw". */
export const consentWords = ({ consents, concerns, objections }: ConsentCounts, words: Words): string =>
	[
		words('outcome_consents', { count: consents }),
		words('outcome_concerns', { count: concerns }),
		words('outcome_objections', { count: objections })
	].join(', ');

/** "12 zgód, 1 obawa, 0 sprzeciwów"; a bare word where nobody was counted. */
export function outcomeWords({ method, counts, cite }: ConsultationOutcome, words: Words): string {
	const { yes = 0, no = 0, abstain = 0, consent = 0, concern = 0, objection = 0 } = counts;
	if (method === 'consent' && 'consent' in counts)
		return consentWords({ consents: consent, concerns: concern, objections: objection }, words);
	if (placeKind(cite) === 'ballot' && Object.keys(counts).length === 0) return words('outcome_withheld');
	return 'yes' in counts ? words('place_votes', { yes, no, abstain }) : words('outcome_decided');
}

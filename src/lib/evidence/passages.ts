// A record taken apart into passages that can be cited, each with how loudly the session said it. Knows no model.
import { consentBehind, isUnsettled } from '#lib/record/asked-consent.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { boardPassages } from './board-passages.ts';
import { sentencesOf, wordsOf } from './fold.ts';
import { allPassages, type Passage, type PassageKind, type PassageOptions } from './passage.ts';
import { remarksOf } from './remarks.ts';

/** A no or an objection is heard before a concern; neither is as loud as what is written to be seen. */
const firmly = 0.3;
const softly = 0.15;

export function passagesOf(record: SessionRecord, options: PassageOptions = allPassages): Passage[] {
	const make = (cite: string, kind: PassageKind, text: string, strength: number): Passage => ({
		record: record.id,
		cite,
		kind,
		text,
		words: wordsOf(text),
		strength
	});
	const decisions = record.decisions.map((decision) => {
		const { id, text, yes, no, abstain } = decision;
		const consent = counted(decision) ? null : consentBehind(record, decision);
		const votes = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
		const all = votes.yes + votes.no + votes.abstain;
		const share = !options.votes || !counted(decision) ? 1 : all === 0 ? 0 : votes.yes / all;
		return {
			...make(id, 'decision', text, share),
			...(counted(decision) ? { votes } : {}),
			...(consent ? { consent } : {}),
			...(isUnsettled(record, decision) ? { unsettled: true as const } : {})
		};
	});
	const notes = options.notes
		? record.notes.flatMap(({ id, markdown }) =>
				sentencesOf(markdown).map((sentence) => make(id, 'note', sentence, 0.6))
			)
		: [];
	const participants = options.participants
		? record.participants.map(({ id, institution }) => make(id, 'participant', institution, 0.5))
		: [];
	const remarks = remarksOf(record).map(({ cite, text, firm, answers }): Passage => {
		const against = { text: answers.text, words: wordsOf(answers.text) };
		return { ...make(cite, 'remark', text, firm ? firmly : softly), against, answers: answers.cite };
	});
	return [
		make('', 'title', record.title, 0.4),
		...boardPassages(record, options),
		...notes,
		...decisions,
		...participants,
		...remarks
	].filter(({ words }) => words.length > 0);
}

/** Whether anybody was counted for or against. */
const counted = ({ yes, no }: SessionRecord['decisions'][number]): boolean => yes !== null || no !== null;

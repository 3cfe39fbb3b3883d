// A record taken apart into passages that can be cited, each with how loudly the session said it. Knows no model.
import type { SessionRecord } from '#lib/record/record.ts';
import { boardPassages } from './board-passages.ts';
import { sentencesOf, wordsOf } from './fold.ts';

/** `sticky` is all that was written on the board: also the name of a group, a text, an answer. */
export type PassageKind = 'title' | 'sticky' | 'note' | 'decision' | 'participant';

/** A piece of a record: one thing on its board, one decision, one sentence of a note, one participant. */
export type Passage = {
	/** Id of the record. */
	record: string;
	/** Citation id within it; empty for the title, which is never cited. */
	cite: string;
	kind: PassageKind;
	text: string;
	words: string[];
	/** 0–1: votes relative to people, or the share that voted yes. */
	strength: number;
	/** Votes of a decision, where they were counted. */
	votes?: { yes: number; no: number; abstain: number };
	/** Dots on a sticky, or on the group that it lies in. */
	dots?: number;
	/** An objection of somebody else: what it says no to. */
	against?: { text: string; words: string[] };
};

/** What may be left out, to measure what it is worth. */
export type PassageOptions = { votes: boolean; notes: boolean; participants: boolean; duplicates: boolean };

export const allPassages: PassageOptions = { votes: true, notes: true, participants: true, duplicates: true };

export function passagesOf(record: SessionRecord, options: PassageOptions = allPassages): Passage[] {
	const make = (cite: string, kind: PassageKind, text: string, strength: number): Passage => ({
		record: record.id,
		cite,
		kind,
		text,
		words: wordsOf(text),
		strength
	});
	const decisions = record.decisions.map(({ id, text, yes, no, abstain }) => {
		const counted = yes !== null || no !== null;
		const votes = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
		const all = votes.yes + votes.no + votes.abstain;
		const share = !options.votes || !counted ? 1 : all === 0 ? 0 : votes.yes / all;
		return { ...make(id, 'decision', text, share), ...(counted ? { votes } : {}) };
	});
	const notes = options.notes
		? record.notes.flatMap(({ id, markdown }) =>
				sentencesOf(markdown).map((sentence) => make(id, 'note', sentence, 0.6))
			)
		: [];
	const participants = options.participants
		? record.participants.map(({ id, institution }) => make(id, 'participant', institution, 0.5))
		: [];
	return [
		make('', 'title', record.title, 0.4),
		...boardPassages(record, options),
		...notes,
		...decisions,
		...participants
	].filter(({ words }) => words.length > 0);
}

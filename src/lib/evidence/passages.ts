// A record taken apart into passages that can be cited, each with how loudly the session said it. Knows no model.
import type { SessionRecord } from '#lib/record/record.ts';
import { sentencesOf, wordsOf } from './fold.ts';

export type PassageKind = 'title' | 'sticky' | 'note' | 'decision' | 'participant';

/** A piece of a record: one sticky, one decision, one sentence of a note, one participant. */
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
	/** Dots on a sticky. */
	dots?: number;
};

/** What may be left out, to measure what it is worth. */
export type PassageOptions = { votes: boolean; notes: boolean; participants: boolean; duplicates: boolean };

export const allPassages: PassageOptions = { votes: true, notes: true, participants: true, duplicates: true };

/** Strength of a sticky in a session in which nobody gave dots. */
const undotted = 0.35;
/** The least that counts as the number of people, so that one person's dots do not outweigh a hall. */
const leastPeople = 8;
/** Share of the people whose dots make a sticky as loud as it can be. */
const loudShare = 0.6;

export function passagesOf(record: SessionRecord, options: PassageOptions = allPassages): Passage[] {
	const people = Math.max(leastPeople, record.participants.length);
	const dotted = record.stickies.some(({ votes }) => votes > 0);
	const make = (cite: string, kind: PassageKind, text: string, strength: number): Passage => ({
		record: record.id,
		cite,
		kind,
		text,
		words: wordsOf(text),
		strength
	});
	const stickies = record.stickies.map((sticky) => {
		const loud = dotted ? Math.min(1, sticky.votes / (people * loudShare)) : undotted;
		return { ...make(sticky.id, 'sticky', sticky.text, options.votes ? loud : undotted), dots: sticky.votes };
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
		...(options.duplicates ? withoutRepeats(stickies) : stickies),
		...notes,
		...decisions,
		...participants
	].filter(({ words }) => words.length > 0);
}

/** A sticky pasted again counts once, with the most dots that any copy got; the first copy is cited. */
function withoutRepeats(stickies: Passage[]): Passage[] {
	const kept = new Map<string, Passage>();
	for (const sticky of stickies) {
		const key = sticky.words.join('');
		const before = kept.get(key);
		if (!before) kept.set(key, sticky);
		else if (sticky.strength > before.strength)
			kept.set(key, { ...before, strength: sticky.strength, dots: sticky.dots ?? 0 });
	}
	return [...kept.values()];
}

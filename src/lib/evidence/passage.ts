// A passage: a piece of a record that can be cited, and which of them may be left out. Knows no record.
import type { ConsentCounts } from '#lib/record/asked-consent.ts';

/**
 * `sticky` is all that was written on the board: also the name of a group, a text, an answer. `remark` is what was said against a
 * decision or in a ballot: it is cited and tells what is missing, and weighs nothing, for the count has weighed it.
 */
export type PassageKind = 'title' | 'sticky' | 'note' | 'decision' | 'participant' | 'remark';

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
	/** What was answered where a decision comes from a question of consent. */
	consent?: ConsentCounts;
	/** Of a decision: an objection stood, and no other way of deciding was named. */
	unsettled?: true;
	/** Dots on a sticky, or on the group that it lies in. */
	dots?: number;
	/** An objection of somebody else: what it says no to. */
	against?: { text: string; words: string[] };
	/** Of a remark: the citation id of the decision or ballot that it is about. */
	answers?: string;
};

/** What may be left out, to measure what it is worth. */
export type PassageOptions = { votes: boolean; notes: boolean; participants: boolean; duplicates: boolean };

export const allPassages: PassageOptions = { votes: true, notes: true, participants: true, duplicates: true };

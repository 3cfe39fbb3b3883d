// What a recommendation is before a person has touched it: a model proposed, with its reasons and evidence. Computes nothing.
import type { ModelId } from '#lib/catalogue/catalogue.ts';
import type { Counted } from './counted.ts';
import type { MessageKey } from '#lib/ui/words.ts';

/** A sentence for people: its message, the values to fill in, and ids of concepts and models whose names go in by language. */
export type Sentence = {
	key: MessageKey;
	values?: Record<string, string | number>;
	/** Fills `{concepts}`. */
	concepts?: string[];
	/** Fills `{model}`. */
	model?: ModelId;
};

/** A pointer into a record, frozen with its quote. */
export type Citation = {
	/** Id of the record. */
	record: string;
	/** `s3` a sticky, `d0` a decision, `n` or `n1` a note, `p2` a participant. */
	cite: string;
	stance: 'for' | 'against';
	quote: string;
	/** How much it weighed, 0–1. */
	weight: number;
	/** Concepts recognised in it. */
	concepts: string[];
};

export type PreconditionState = 'met' | 'missing' | 'unknown';
export type PreconditionFinding = {
	key: string;
	kind: 'hard' | 'soft';
	state: PreconditionState;
	/** Where it asks for a number and the session tells one: "2 of 5". */
	counted?: Counted;
	/** What the session says about it; empty when unknown, unless too few are told of. */
	citations: Citation[];
};

export type RankedModel = {
	model: ModelId;
	/** 0–1; comparable within one recommendation, no probability. */
	score: number;
	reason: Sentence;
	evidenceFor: Citation[];
	evidenceAgainst: Citation[];
	preconditions: PreconditionFinding[];
};

export type RecommendationKind = 'new' | 'modernise' | 'none';

/** How much to trust it; the sentence is the message `confidence_<word>`. */
export const confidences = ['strong', 'fair', 'thin', 'none'] as const;
export type Confidence = (typeof confidences)[number];

export type RecommendationDraft = {
	kind: RecommendationKind;
	best: ModelId | null;
	/** Why this, or why nothing. */
	reason: Sentence;
	/** Best first; models for which nothing speaks are left out. */
	ranked: RankedModel[];
	/** For `none`: what shows that it is too early. Otherwise that of the best model. */
	evidenceFor: Citation[];
	evidenceAgainst: Citation[];
	rejected: { model: ModelId; reason: Sentence; citations: Citation[] }[];
	confidence: Confidence;
	/** Versions that it was made with. */
	catalogueVersion: number;
};

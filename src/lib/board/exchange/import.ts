// What a file brings to the board before anybody has agreed to it: texts by area, things, and what was left out. Declarations.
import type { Thing } from '../thing.ts';

/** Bytes of a file above which it is an accident. */
export const fileByteLimit = 2 * 1024 * 1024;

export type Left = {
	/** Message key's tail: why. */ why: 'too_long' | 'too_many' | 'kind';
	count: number;
	/** Kinds that have no counterpart. */ kinds?: readonly string[];
};

/** A list: one sticky a text; `frame` is the name of an area where the file has one. */
export type ImportedTexts = {
	kind: 'texts';
	texts: readonly { text: string; frame: string | null }[];
	left: readonly Left[];
};
/** A drawing: things with ids and places of their own. */
export type ImportedThings = { kind: 'things'; things: readonly Thing[]; left: readonly Left[] };
export type Imported = ImportedTexts | ImportedThings;

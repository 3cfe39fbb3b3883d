// What kind of place of a record a citation id names. Small, for pages load it; knows no record.

export type PlaceKind =
	| 'sticky'
	| 'reply'
	| 'cluster'
	| 'mark'
	| 'image'
	| 'decision'
	| 'task'
	| 'topic'
	| 'ballot'
	| 'note'
	| 'participant'
	| 'agenda'
	| 'other';

const kinds: Record<string, PlaceKind> = {
	...{ s: 'sticky', c: 'cluster', m: 'mark', i: 'image', d: 'decision', t: 'task' },
	...{ u: 'topic', b: 'ballot', n: 'note', p: 'participant', a: 'agenda' }
};
/** By its citation id: `s3`, `s3r0`, `d0`, `n`. */
export const placeKind = (cite: string): PlaceKind =>
	/^s\d+r\d+$/.test(cite) ? 'reply' : (kinds[cite[0] ?? ''] ?? 'other');

/** Id of an answer, by that of its sticky and its number: the page of the record knows it. */
export const replyCite = (sticky: string, index: number): string => `${sticky}r${index}`;

// What kind of place of a record a citation id names. Small, for pages load it; knows no record.

export type PlaceKind =
	| 'sticky'
	| 'reply'
	| 'cluster'
	| 'mark'
	| 'image'
	| 'decision'
	| 'objection'
	| 'task'
	| 'topic'
	| 'ballot'
	| 'reason'
	| 'note'
	| 'participant'
	| 'agenda'
	| 'other';

const kinds: Record<string, PlaceKind> = {
	...{ s: 'sticky', c: 'cluster', m: 'mark', i: 'image', d: 'decision', t: 'task' },
	...{ u: 'topic', b: 'ballot', n: 'note', p: 'participant', a: 'agenda' }
};
/** What stands within another place, by the letters of both. */
const within: Record<string, PlaceKind> = { sr: 'reply', do: 'objection', br: 'reason' };

/** By its citation id: `s3`, `s3r0`, `d0`, `d0o1`, `b0r2`, `n`. */
export function placeKind(cite: string): PlaceKind {
	const [, outer = '', , inner = ''] = /^([a-z])(\d*)(?:([a-z])\d+)?$/.exec(cite) ?? [];
	return inner === '' ? (kinds[cite[0] ?? ''] ?? 'other') : (within[outer + inner] ?? 'other');
}

/** Id of an answer, by that of its sticky and its number: the page of the record knows it. */
export const replyCite = (sticky: string, index: number): string => `${sticky}r${index}`;
/** Id of an objection, by that of its decision; of a reason, by that of its ballot. */
export const objectionCite = (decision: string, index: number): string => `${decision}o${index}`;
export const reasonCite = (ballot: string, index: number): string => `${ballot}r${index}`;

/** The numbers of a place within another one, from zero: `s3r0` is 3 and 0. */
export function numbersWithin(cite: string): { outer: number; inner: number } {
	const [outer = 0, inner = 0] = (cite.match(/\d+/g) ?? []).map(Number);
	return { outer, inner };
}

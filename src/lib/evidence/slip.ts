// Whether a word is another one but for a slip of the finger. Knows letters, no vocabulary.

/** Stems this long forgive one wrong, missing, added or swapped letter, longer ones two. */
export const oneTypo = 8;
const twoTypos = 13;

/** Whether a word begins like a stem but for a typing error; its first letter must be right. */
export function startsLike(stem: string, said: string, prefix: boolean): boolean {
	if (said[0] !== stem[0] || said.length < stem.length - 1) return false;
	// one wrong letter leaves one of the next two in its place or beside it: quick to see, and most words fail here
	if (said[1] !== stem[1] && said[2] !== stem[2] && said[1] !== stem[2] && said[2] !== stem[1]) return false;
	const allowed = stem.length >= twoTypos ? 2 : 1;
	for (let length = stem.length - allowed; length <= stem.length + allowed; length++) {
		if (length > said.length || (!prefix && length !== said.length)) continue;
		if (distance(stem, said.slice(0, length), allowed) <= allowed) return true;
	}
	return false;
}

/** Letters to change, add, drop or swap with a neighbour to make one word of the other; stops counting above `limit`. */
function distance(a: string, b: string, limit: number): number {
	let above: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(
				(last[j] as number) + 1,
				(row[j - 1] as number) + 1,
				(last[j - 1] as number) + (same ? 0 : 1)
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (above[j - 2] as number) + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > limit) return limit + 1;
		above = last;
		last = row;
	}
	return last[b.length] as number;
}

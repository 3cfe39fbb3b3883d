// What one writing of a text changed against another, so that a shared text is touched only where it differs. Pure.

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** One replacement that turns `before` into `after`; never cuts an emoji in half. */
export function difference(before: string, after: string): { at: number; remove: number; insert: string } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	while (start > 0 && isHalf(before.charCodeAt(start - 1))) start--;
	let end = 0;
	while (
		end < shorter - start &&
		before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
	) {
		end++;
	}
	while (end > 0 && isHalf(before.charCodeAt(before.length - end))) end--;
	return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

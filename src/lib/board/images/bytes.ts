// Reading and joining bytes of picture files. Knows no format.

/** The file ends before what it promised. */
export class Cut extends Error {}

export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(at, at + length));

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

/** A part of the file; one that is not there is a defect of the file. */
export function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
	if (at + length > bytes.length) throw new Cut();
	return bytes.subarray(at, at + length);
}

export const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const each of parts) {
		all.set(each, at);
		at += each.length;
	}
	return all;
}

/** What is left of a picture file when only the picture is left; sides in pixels, as it is shown. */
export type Still = { bytes: Uint8Array; width: number; height: number };

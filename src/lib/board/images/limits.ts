// What the board takes as a picture, and why it takes some not. Numbers and names only.

/** Bytes of one file. */
export const pictureByteLimit = 5 * 1024 * 1024;
/** Pixels of one picture: a small file can unfold into gigabytes. */
export const picturePixelLimit = 40_000_000;
/** Pixels along one side, the most that browsers draw. */
export const pictureSideLimit = 16_384;
/** Bytes that one seat may bring since the server started, and that one session may hold. */
export const seatByteLimit = 40 * 1024 * 1024;
export const sessionByteLimit = 400 * 1024 * 1024;

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** Why a file is not taken; the sentence is `image_refused_<reason>`. */
export const pictureRefusals = [
	'unknown_type',
	'svg',
	'broken',
	'moving',
	'too_large',
	'too_many_pixels',
	'seat_full',
	'session_full',
	'not_now',
	'storage',
	'forbidden'
] as const;
export type PictureRefusal = (typeof pictureRefusals)[number];

/** What the server answers to a file: by which name it keeps it, or why it does not. */
export type PictureAnswer =
	{ ok: true; file: string; width: number; height: number } | { ok: false; refusal: PictureRefusal };

/** A file is named by the SHA-256 of its bytes. */
export const isFileName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

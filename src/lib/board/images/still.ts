// Makes of a file that anyone may have sent a still picture and nothing else, by its bytes and not by its name. Pure.
import { Cut, startsWith, textAt, type Still } from './bytes.ts';
import { isGif, stillGif } from './gif.ts';
import { jpegStart, stillJpeg } from './jpeg.ts';
import { picturePixelLimit, pictureSideLimit, type PictureRefusal, type PictureType } from './limits.ts';
import { pngStart, stillPng } from './png.ts';
import { isWebp, stillWebp } from './webp.ts';

/** By the first bytes alone; null for everything that the board does not take. */
export function typeOf(bytes: Uint8Array): PictureType | null {
	if (startsWith(bytes, pngStart)) return 'image/png';
	if (startsWith(bytes, jpegStart)) return 'image/jpeg';
	if (isWebp(bytes)) return 'image/webp';
	return isGif(bytes) ? 'image/gif' : null;
}

/** Only to say it in plain words: a drawing that may hold a program. */
const looksLikeSvg = (bytes: Uint8Array): boolean => /<svg[\s>]/i.test(textAt(bytes, 0, 1000));

const makers: Record<PictureType, (bytes: Uint8Array) => Still | 'moving'> = {
	'image/png': stillPng,
	'image/jpeg': stillJpeg,
	'image/webp': stillWebp,
	'image/gif': stillGif
};

/** What is kept of a file: one picture, without who, where and when; or why nothing is. */
export function still(bytes: Uint8Array): (Still & { type: PictureType }) | PictureRefusal {
	const type = typeOf(bytes);
	if (!type) return looksLikeSvg(bytes) ? 'svg' : 'unknown_type';
	try {
		const made = makers[type](bytes);
		if (made === 'moving') return 'moving';
		const { width, height } = made;
		if (!width || !height) return 'broken';
		if (Math.max(width, height) > pictureSideLimit || width * height > picturePixelLimit) return 'too_many_pixels';
		return { ...made, type };
	} catch (error) {
		// a header that points outside of the file
		if (error instanceof Cut || error instanceof RangeError) return 'broken';
		throw error;
	}
}

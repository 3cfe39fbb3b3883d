// A picture as it leaves the house: as what it is, never as a page. Knows no store.
import type { PictureType } from './limits.ts';

export const pictureResponse = ({ bytes, type }: { bytes: Uint8Array<ArrayBuffer>; type: PictureType }): Response =>
	new Response(bytes, {
		headers: {
			'content-type': type,
			'content-length': String(bytes.length),
			'content-disposition': 'inline',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cross-origin-resource-policy': 'same-origin',
			// a name stands for the same bytes for ever; a day, because what is erased must not stay on devices
			'cache-control': 'private, max-age=86400, immutable'
		}
	});

// Random ids made on a device; works on a page without a secure context.

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 16 characters, 80 random bits. */
export function makeId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte & 31]).join('');
}

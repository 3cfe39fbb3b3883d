// Frames of the document wire as the server writes them. Knows no document and no socket.
import * as encoding from 'lib0/encoding';

export function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, type);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

export const sentence = (type: number, text: string): Uint8Array =>
	frame(type, (encoder) => encoding.writeVarString(encoder, text));

export const number = (type: number, value: number): Uint8Array =>
	frame(type, (encoder) => encoding.writeVarUint(encoder, value));

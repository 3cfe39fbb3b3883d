// Picture files made byte by byte, with what cameras and programs hide in them. Knows no test.
import { deflateSync } from 'node:zlib';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const le = (value: number, length: number) =>
	Buffer.from(Array.from({ length }, (_, at) => (value >>> (8 * at)) & 255));

const crcTable = Array.from({ length: 256 }, (_, start) => {
	let value = start;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value >>> 0;
});
const crc = (bytes: Buffer) => ~bytes.reduce((sum, byte) => crcTable[(sum ^ byte) & 255]! ^ (sum >>> 8), ~0) >>> 0;

export const pngChunk = (name: string, content: Buffer): Buffer => {
	const body = Buffer.concat([ascii(name), content]);
	return Buffer.concat([u32(content.length), body, u32(crc(body))]);
};

export type PngOptions = { width?: number; height?: number; extra?: Buffer[]; noise?: Buffer; tail?: Buffer };

/** A grey PNG that any program opens (unless its sides are said to be others than they are). */
export function png({ width = 4, height = 3, extra = [], noise, tail }: PngOptions = {}): Buffer {
	const small = width * height < 1_000_000;
	const rows = small ? Buffer.alloc((width + 1) * height, 0x99) : Buffer.alloc(10);
	if (small) for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		pngChunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
		...extra,
		pngChunk('IDAT', noise ?? deflateSync(rows)),
		pngChunk('IEND', Buffer.alloc(0)),
		...(tail ? [tail] : [])
	]);
}

const segment = (marker: number, content: Buffer) =>
	Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);

/** EXIF as a phone writes it: which way up, who made the phone, and where it was. */
export function exif(orientation: number): Buffer {
	const entry = (tag: number, type: number, count: number, value: Buffer) =>
		Buffer.concat([u16(tag), u16(type), u32(count), value]);
	return Buffer.concat([
		ascii('Exif\0\0MM'),
		u16(42),
		u32(8),
		u16(3),
		entry(0x010f, 2, 4, ascii('Fon\0')),
		entry(0x0112, 3, 1, Buffer.concat([u16(orientation), u16(0)])),
		entry(0x8825, 4, 1, u32(50)),
		u32(0),
		u16(1),
		entry(0x0001, 2, 2, ascii('N\0\0\0')),
		u32(0),
		ascii('GPS 52.5461 19.7064')
	]);
}

/** A JPEG in structure; what is drawn in it is nothing. */
export function jpeg({ orientation = 6, width = 40, height = 30, tail = Buffer.alloc(0) as Buffer } = {}): Buffer {
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
		segment(0xe1, exif(orientation)),
		segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Jan Kowalski</x:xmpmeta>')),
		segment(0xed, ascii('Photoshop 3.0\0 Jan Kowalski')),
		segment(0xfe, ascii('Jan Kowalski <script>')),
		segment(0xe2, ascii('ICC_PROFILE\0 colours')),
		segment(0xdb, Buffer.alloc(65, 1)),
		segment(0xc0, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])])),
		segment(0xc4, Buffer.alloc(19)),
		segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
		Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
		Buffer.from([0xff, 0xd9]),
		tail
	]);
}

const riffChunk = (name: string, content: Buffer) =>
	Buffer.concat([ascii(name), le(content.length, 4), content, Buffer.alloc(content.length % 2)]);

export function webp({ width = 40, height = 30, moving = false } = {}): Buffer {
	const body = Buffer.concat([
		ascii('WEBP'),
		riffChunk('VP8X', Buffer.concat([le(moving ? 0x0e : 0x0c, 4), le(width - 1, 3), le(height - 1, 3)])),
		...(moving ? [riffChunk('ANIM', Buffer.alloc(6))] : []),
		riffChunk(
			'VP8 ',
			Buffer.concat([Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a]), le(width, 2), le(height, 2), Buffer.alloc(3)])
		),
		riffChunk('EXIF', exif(6)),
		riffChunk('XMP ', ascii('<x:xmpmeta>Jan Kowalski</x:xmpmeta>'))
	]);
	return Buffer.concat([ascii('RIFF'), le(body.length, 4), body]);
}

/** Two pictures, a comment, and a page behind its end. */
export function gif({ width = 4, height = 3 } = {}): Buffer {
	const picture = Buffer.concat([
		Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]),
		Buffer.from([0x2c, 0, 0, 0, 0]),
		le(width, 2),
		le(height, 2),
		Buffer.from([0, 2, 2, 0x4c, 0x01, 0])
	]);
	return Buffer.concat([
		ascii('GIF89a'),
		le(width, 2),
		le(height, 2),
		Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
		Buffer.concat([Buffer.from([0x21, 0xfe, 12]), ascii('Jan Kowalski'), Buffer.from([0])]),
		picture,
		picture,
		Buffer.from([0x3b]),
		ascii('<script>alert(1)</script>')
	]);
}

/** A PNG of so many bytes that nothing makes smaller. */
export const heavyPng = (bytes: number, seed = 1): Buffer => {
	const noise = Buffer.alloc(bytes - 57);
	noise.writeUInt32LE(seed, 0);
	return png({ noise });
};

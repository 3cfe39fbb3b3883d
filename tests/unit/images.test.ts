// Pictures of boards: what is a picture, what is taken out of it, where it is kept, and what hostile files come to.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pictureByteLimit, type PictureRefusal } from '#lib/board/images/limits.ts';
import { pictureResponse } from '#lib/board/images/response.ts';
import { still, typeOf } from '#lib/board/images/still.ts';
import { Images, type ImagesTools } from '../../server/images.ts';
import { Ongoing } from '../../server/ongoing.ts';
import { gif, heavyPng, jpeg, png, pngChunk, webp } from './picture-files.ts';

let folder: string;
test.before.each(async () => {
	folder = await mkdtemp(join(tmpdir(), 'narada-images-'));
});
test.after.each(() => rm(folder, { recursive: true, force: true }));

const openImages = (more: Partial<ImagesTools> = {}) =>
	Images.open(folder, { ongoing: new Ongoing(), clock: () => 0, ...more });
const mine = { session: 'one', seat: 'anna' };
const free = () => null;
async function* bodyOf(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* parts;
}
const made = (bytes: Uint8Array) => {
	const result = still(bytes);
	if (typeof result === 'string') throw new Error(result);
	return result;
};
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1');

test('a picture is known by its bytes, whatever it is called', () => {
	assert.is(typeOf(png()), 'image/png');
	assert.is(typeOf(jpeg()), 'image/jpeg');
	assert.is(typeOf(webp()), 'image/webp');
	assert.is(typeOf(gif()), 'image/gif');
	assert.is(typeOf(new Uint8Array()), null);
});

test('7: drawings with scripts, pages, and other files are refused', () => {
	const text = (content: string) => still(Buffer.from(content));
	assert.is(text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'svg');
	assert.is(text('<?xml version="1.0"?>\n<!-- x -->\n<svg onload="alert(1)"/>'), 'svg');
	assert.is(text('<!doctype html><script>alert(1)</script>'), 'unknown_type');
	assert.is(text('%PDF-1.7'), 'unknown_type');
	assert.is(text('GIF89'), 'unknown_type');
	assert.is(text('BM000000'), 'unknown_type');
	assert.is(text(''), 'unknown_type');
});

test('7: a page hidden in a picture does not come out again', () => {
	const page = Buffer.from('<html><script>alert(1)</script></html>');
	const hidden = png({ extra: [pngChunk('tEXt', page), pngChunk('zZzZ', page)], tail: page });
	for (const file of [hidden, gif(), jpeg({ tail: page })]) {
		assert.ok(holds(file, '<script>'));
		assert.not(holds(made(file).bytes, '<script>'));
	}
	// what begins as a picture and goes on as a page
	assert.is(still(Buffer.concat([png().subarray(0, 8), page])), 'broken');
	assert.is(still(Buffer.concat([Buffer.from('GIF89a'), page])), 'broken');
	assert.is(still(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page])), 'broken');
});

test('9: where, when and by whom a picture was taken goes; which way up it is stays', () => {
	const photo = jpeg({ orientation: 6 });
	assert.ok(holds(photo, 'GPS 52.5461') && holds(photo, 'Jan Kowalski') && holds(photo, 'Fon'));
	const { bytes, width, height } = made(photo);
	for (const secret of ['GPS', '52.5461', 'Fon', 'Jan Kowalski', 'Photoshop', 'xmpmeta', 'JFIF'])
		assert.not(holds(bytes, secret), secret);
	assert.ok(holds(bytes, 'ICC_PROFILE'));
	assert.equal([width, height], [30, 40], 'as it is shown');
	// the segment that stays says the same way up, and is taken out and put in again unchanged
	assert.is(bytes[bytes.indexOf(0x12) + 8], 6);
	assert.equal(Buffer.from(made(bytes).bytes), Buffer.from(bytes));
	assert.not(holds(made(jpeg({ orientation: 1 })).bytes, 'Exif'));
	// the second picture that phones put behind the first, with places of its own
	assert.not(holds(made(jpeg({ tail: jpeg() })).bytes, 'GPS'));
});

test('9: words and EXIF go from PNG, WebP and GIF', () => {
	const drawn = png({ extra: [pngChunk('eXIf', Buffer.from('GPS')), pngChunk('iTXt', Buffer.from('Jan Kowalski'))] });
	assert.equal(Buffer.from(made(drawn).bytes), png());
	const web = made(webp());
	assert.not(holds(web.bytes, 'Jan Kowalski') || holds(web.bytes, 'GPS'));
	assert.is(web.bytes[20]! & 0x0c, 0, 'the head no longer promises them');
	assert.is(Buffer.from(web.bytes).readUInt32LE(4), web.bytes.length - 8);
	assert.equal([web.width, web.height], [40, 30]);
	assert.not(holds(made(gif()).bytes, 'Jan Kowalski'));
	assert.is(Buffer.from(made(gif()).bytes).filter((byte) => byte === 0x2c).length, 1, 'the first picture alone');
	assert.is(still(webp({ moving: true })), 'moving');
});

test('7: a small file that would unfold into gigabytes is refused', () => {
	assert.is(still(png({ width: 60_000, height: 60_000 })), 'too_many_pixels');
	assert.is(still(png({ width: 0xffffffff, height: 1 })), 'too_many_pixels');
	assert.is(still(jpeg({ width: 65_000, height: 65_000 })), 'too_many_pixels');
	assert.is(still(webp({ width: 16_000, height: 16_000 })), 'too_many_pixels');
	assert.is(still(gif({ width: 20_000, height: 20_000 })), 'too_many_pixels');
	assert.is(still(jpeg({ width: 0 })), 'broken');
});

test('7: every cut and every turned byte ends in a refusal or in a picture, never in a failure', () => {
	for (const file of [png(), jpeg(), webp(), gif()])
		for (let at = 0; at < file.length; at++) {
			still(file.subarray(0, at));
			const turned = Buffer.from(file);
			turned[at]! ^= 0xff;
			still(turned);
		}
	assert.is(still(png().subarray(0, 40)), 'broken');
});

test('a picture is kept under the name of its bytes, once, and read again after a restart', async () => {
	const images = await openImages();
	const first = await images.keep(mine, bodyOf(jpeg().subarray(0, 50), jpeg().subarray(50)), free);
	assert.ok(first.ok);
	const again = await images.keep({ session: 'one', seat: 'jan' }, bodyOf(jpeg()), free);
	assert.equal(again, first);
	assert.equal(await readdir(join(folder, 'one')), [first.file]);
	assert.is((await stat(join(folder, 'one', first.file))).mode & 0o777, 0o600);
	const kept = await (await openImages()).read('one', first.file);
	assert.is(kept?.type, 'image/jpeg');
	assert.not(holds(kept!.bytes, 'GPS'));
	assert.is(await images.read('two', first.file), null, 'another session has none of it');
});

test('7: a name that leads elsewhere finds nothing', async () => {
	const images = await openImages();
	await images.keep(mine, bodyOf(png()), free);
	await writeFile(join(folder, 'a'.repeat(64)), png());
	for (const name of ['../' + 'a'.repeat(64), '..', '', '.', 'a'.repeat(63), 'A'.repeat(64), '%2e%2e%2fa', '\0'])
		assert.is(await images.read('one', name), null, name);
	assert.is(await images.read('..', 'a'.repeat(64)), null);
	assert.is(await images.read('one/..', 'a'.repeat(64)), null);
});

test('7: a file is read no further than it may be long', async () => {
	const images = await openImages();
	let sent = 0;
	async function* endless() {
		for (;;) {
			sent += 65_536;
			yield Buffer.concat([png(), Buffer.alloc(65_536)]);
		}
	}
	assert.equal(await images.keep(mine, endless(), free), { ok: false, refusal: 'too_large' });
	assert.ok(sent <= pictureByteLimit + 65_536);
	assert.not(existsSync(join(folder, 'one')));
});

test('7: one seat fills only its own share, and never those of others', async () => {
	const images = await openImages({ limits: { seat: 3000, session: 5000 } });
	const keep = (seat: string, seed: number, session = 'one') =>
		images.keep({ session, seat }, bodyOf(heavyPng(1400, seed)), free);
	assert.ok((await keep('anna', 1)).ok);
	assert.ok((await keep('anna', 2)).ok);
	assert.equal(await keep('anna', 3), { ok: false, refusal: 'seat_full' });
	assert.ok((await keep('anna', 1)).ok, 'what is there costs nothing');
	assert.ok((await keep('jan', 4)).ok);
	assert.equal(await keep('jan', 5), { ok: false, refusal: 'session_full' });
	assert.ok((await keep('anna', 6, 'two')).ok);
	const restarted = await openImages({ limits: { seat: 3000, session: 5000 } });
	assert.equal(await restarted.keep({ session: 'one', seat: 'ewa' }, bodyOf(heavyPng(1400, 7)), free), {
		ok: false,
		refusal: 'session_full'
	});
});

test('7: a seat that sends without end is slowed down, others are not', async () => {
	let now = 0;
	const images = await openImages({ clock: () => now });
	const send = (seat: string) => images.keep({ session: 'one', seat }, bodyOf(png()), free);
	const refusalsOf = async (seat: string) => {
		const answer = await send(seat);
		return answer.ok ? null : answer.refusal;
	};
	for (let count = 0; count < 20; count++) assert.is(await refusalsOf('anna'), null);
	assert.is(await refusalsOf('anna'), 'not_now');
	assert.is(await refusalsOf('jan'), null);
	now = 3001;
	assert.is(await refusalsOf('anna'), null);
	// files that never end hold only their own seat's places
	const hang = async function* () {
		yield png();
		await new Promise(() => {});
	};
	for (let count = 0; count < 3; count++) void images.keep({ session: 'one', seat: 'slow' }, hang(), free);
	assert.is(await refusalsOf('slow'), 'not_now');
	assert.is(await refusalsOf('jan'), null);
});

test('5: a right that ends while a file arrives ends the file', async () => {
	const images = await openImages();
	let refusal: PictureRefusal | null = null;
	const arriving = async function* () {
		yield png();
		refusal = 'forbidden';
	};
	assert.equal(await images.keep(mine, arriving(), () => refusal), { ok: false, refusal: 'forbidden' });
	assert.not(existsSync(join(folder, 'one')));
});

test('8: with a failing disk nothing is confirmed and nothing half is left', async () => {
	const images = await openImages();
	await writeFile(join(folder, 'one'), 'a file where the folder should be');
	assert.equal(await images.keep(mine, bodyOf(png()), free), { ok: false, refusal: 'storage' });
	await rm(join(folder, 'one'));
	assert.ok((await images.keep(mine, bodyOf(png()), free)).ok);
	// what a killed server left behind goes, and counts nothing
	await writeFile(join(folder, 'one', `${'b'.repeat(64)}.new`), 'half');
	const restarted = await openImages();
	assert.ok((await restarted.keep(mine, bodyOf(gif()), free)).ok);
	assert.not((await readdir(join(folder, 'one'))).some((name) => name.endsWith('.new')));
});

test('9: what a record does not show goes, and an erased session leaves no picture', async () => {
	const images = await openImages();
	const [shown, other] = [await images.keep(mine, bodyOf(png()), free), await images.keep(mine, bodyOf(gif()), free)];
	assert.ok(shown.ok && other.ok);
	await images.keepOnly('one', new Set([shown.file]));
	assert.equal(await readdir(join(folder, 'one')), [shown.file]);
	await images.keepOnly('none', new Set());
	await images.erase('one');
	assert.equal(await readdir(folder), []);
	assert.equal(await images.keep(mine, bodyOf(png()), free), { ok: false, refusal: 'forbidden' });
});

test('7: a picture is sent as a picture and as nothing else', () => {
	const { headers } = pictureResponse({ bytes: new Uint8Array(png()), type: 'image/png' });
	assert.is(headers.get('content-type'), 'image/png');
	assert.is(headers.get('x-content-type-options'), 'nosniff');
	assert.match(headers.get('content-security-policy') ?? '', "default-src 'none'");
	assert.match(headers.get('cache-control') ?? '', 'private');
});

test.run();

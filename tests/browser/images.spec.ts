// A picture on its way: from the desk or a phone to the board, to every list and to the hall; refused with a sentence; lost never.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { Prepared } from '../../rehearsal/organiser.ts';
import { heavyPng, jpeg, png } from '../unit/picture-files.ts';
import { noViolations } from './axe.ts';
import { BoardRoom } from './board-room.ts';
import { item } from './hall.ts';

const agenda: AgendaItem[] = [
	item('board', 'Zasoby', { kind: 'board', template: 'resources' }),
	item('words', 'Tylko karteczki', { kind: 'board', template: 'open', tools: ['sticky', 'order'] })
];

let room: BoardRoom;
test.beforeAll(async () => {
	room = await BoardRoom.open();
});
test.afterAll(() => room.close());

const open = () => room.start(agenda);
const desk = (browser: Browser, session: Prepared) => room.desk(browser, session);

async function phone(browser: Browser, session: Prepared): Promise<Page> {
	const page = await room.join(browser, session, { institution: 'Mieszkanka', sector: 'mieszkańcy', width: 390 });
	await expect(page.getByRole('textbox', { name: 'Dopisz karteczkę' }).first()).toBeVisible();
	return page;
}

type Given = { name: string; type: string; bytes?: Buffer };

/** Pastes a file as the browser would hand it over; without bytes a picture that the page paints itself. */
async function paste(page: Page, { name, type, bytes }: Given): Promise<void> {
	await page.locator('.surface').focus();
	await page.evaluate(
		async ({ name, type, data }) => {
			let blob = new Blob([Uint8Array.from(atob(data ?? ''), (letter) => letter.charCodeAt(0))], { type });
			if (data === null) {
				const canvas = Object.assign(document.createElement('canvas'), { width: 2600, height: 1300 });
				const paper = canvas.getContext('2d')!;
				paper.fillStyle = '#2c6e2a';
				paper.fillRect(0, 0, 2600, 1300);
				paper.fillStyle = '#f4d35e';
				paper.fillRect(300, 300, 800, 700);
				blob = await new Promise((resolve) => canvas.toBlob((made) => resolve(made!), type));
			}
			const clipboardData = new DataTransfer();
			clipboardData.items.add(new File([blob], name, { type }));
			document.activeElement!.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
			);
		},
		{ name, type, data: bytes?.toString('base64') ?? null }
	);
}

const tray = (page: Page) => page.getByRole('region', { name: 'Obrazy w drodze na tablicę' });
const onBoard = (page: Page) => page.locator('.surface [aria-roledescription=obraz] img');
const isDrawn = (page: Page, selector: string) =>
	expect
		.poll(() => page.locator(selector).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
		.toBeTruthy();

test('a picture pasted on the desk is described, seen on phones and in the hall, and kept in the record', async ({
	browser
}) => {
	const session = await open();
	const [atDesk, onPhone] = [await desk(browser, session), await phone(browser, session)];
	await paste(atDesk, { name: 'pole.png', type: 'image/png' });
	await expect(tray(atDesk).getByText('Obraz jest na tablicy.')).toBeVisible();
	await noViolations(atDesk);
	await tray(atDesk).getByLabel('Co widać na obrazie?').fill('Żółty dom na łące');
	await tray(atDesk).getByRole('button', { name: 'Gotowe' }).click();
	await expect(tray(atDesk)).toBeHidden();
	await expect(onBoard(atDesk)).toHaveAttribute('alt', 'Żółty dom na łące');
	await isDrawn(atDesk, '.surface [aria-roledescription=obraz] img');
	const source = await onBoard(atDesk).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
	expect(source).toEqual([2048, 1024]);

	const card = onPhone.getByRole('img', { name: 'Żółty dom na łące' });
	await onPhone.getByRole('button', { name: 'Wszystko' }).click();
	await expect(card).toBeVisible();
	await noViolations(onPhone);

	const hall = await atDesk.context().newPage();
	await hall.setViewportSize({ width: 1920, height: 1080 });
	await hall.goto(`${room.server.url}/s/${session.code}/screen`);
	await expect(hall.getByRole('img', { name: 'Żółty dom na łące' })).toBeVisible();
	await isDrawn(hall, 'img[alt="Żółty dom na łące"]');

	await room.organiser.closeSession();
	const record = JSON.parse(await room.organiser.record(session.session)) as { images: { id: string; alt: string }[] };
	expect(record.images).toMatchObject([{ id: 'i0', alt: 'Żółty dom na łące' }]);
	await hall.goto(`${room.server.url}/archive/${session.session}`);
	await expect(hall.getByRole('img', { name: 'Żółty dom na łące' })).toBeVisible();
	await isDrawn(hall, 'img[alt="Żółty dom na łące"]');
});

test('what is not a picture, and what is too large, is explained in a sentence', async ({ browser }) => {
	const session = await open();
	const page = await desk(browser, session);
	const says = async (file: Given, sentence: string) => {
		await paste(page, file);
		await expect(tray(page).getByText(sentence)).toBeVisible();
		await tray(page).getByRole('button', { name: 'Zamknij' }).click();
		await expect(tray(page)).toBeHidden();
	};
	const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
	await says({ name: 'rysunek.svg', type: 'image/svg+xml', bytes: script }, 'Rysunków SVG tablica nie przyjmuje');
	await says({ name: 'umowa.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }, 'To nie jest obraz');
	await says({ name: 'dziura.png', type: 'image/png', bytes: png().subarray(0, 40) }, 'pewnie jest uszkodzony');
	await expect(onBoard(page)).toHaveCount(0);
});

test('a picture chosen on a phone without a network waits, survives a reload, and is sent when the network is back', async ({
	browser
}) => {
	const session = await open();
	const page = await phone(browser, session);
	await page.route('**/images?role=*', (route) => route.abort());
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Dodaj obraz' }).click();
	await (
		await choosing
	).setFiles({ name: 'studnia.png', mimeType: 'image/png', buffer: png({ width: 300, height: 200 }) });
	await expect(tray(page).getByText('Obraz czeka')).toBeVisible();
	await tray(page).getByLabel('Co widać na obrazie?').fill('Studnia');
	await noViolations(page);
	await tray(page).getByRole('button', { name: 'Gotowe' }).click();
	await expect(page.getByRole('button', { name: '1 obraz czeka na wysłanie' })).toBeVisible();
	await expect(page.locator('[data-waiting="1"]')).toBeVisible();

	await page.reload();
	await expect(tray(page).getByText('Obraz czeka')).toBeVisible();
	await expect(tray(page).getByLabel('Co widać na obrazie?')).toHaveValue('Studnia');
	await page.unroute('**/images?role=*');
	await expect(page.getByRole('img', { name: 'Studnia' })).toBeVisible();
	await expect(page.locator('[data-waiting="0"]')).toBeVisible();

	// nothing of it is sent a second time
	await page.reload();
	await expect(page.getByRole('img', { name: 'Studnia' })).toHaveCount(1);
	await expect(tray(page)).toBeHidden();
});

test('a picture on the canvas is pulled to another size in its shape, described by keyboard, removed and brought back', async ({
	browser
}) => {
	const session = await open();
	const page = await desk(browser, session);
	await paste(page, { name: 'pole.png', type: 'image/png' });
	await expect(tray(page).getByText('Obraz jest na tablicy.')).toBeVisible();
	await tray(page).getByRole('button', { name: 'Gotowe' }).click();
	await onBoard(page).waitFor();
	const box = (await onBoard(page).boundingBox())!;
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await page.keyboard.press('Shift+Digit2');
	const corner = page.locator('.corner.se');
	await corner.waitFor();
	const start = (await onBoard(page).boundingBox())!;
	expect(start.width / start.height).toBeCloseTo(2, 1);
	const [x, y] = [start.x + start.width, start.y + start.height];
	await corner.hover();
	await page.mouse.down();
	await page.mouse.move(x - 60, y - 10, { steps: 5 });
	await page.mouse.move(x - 120, y - 10, { steps: 5 });
	await page.mouse.up();
	await expect.poll(async () => (await onBoard(page).boundingBox())!.width).not.toBeCloseTo(start.width, 0);
	const pulled = (await onBoard(page).boundingBox())!;
	expect(pulled.width / pulled.height).toBeCloseTo(2, 1);
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Co widać na obrazie?' }).fill('Łąka');
	await page.keyboard.press('Enter');
	await expect(onBoard(page)).toHaveAttribute('alt', 'Łąka');
	await page.keyboard.press('Delete');
	await expect(onBoard(page)).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(onBoard(page)).toHaveAttribute('alt', 'Łąka');
});

test('7: the server itself refuses what a page would never send, and gives pictures to nobody outside', async ({
	browser
}) => {
	const session = await open();
	const page = await phone(browser, session);
	const address = `${room.server.url}/s/${session.code}/images`;
	const send = (data: Buffer, role = 'participant', type = 'image/png') =>
		page.request.post(`${address}?role=${role}`, { data, headers: { 'content-type': type } });
	const refusalOf = async (answer: Awaited<ReturnType<typeof send>>) =>
		[answer.status(), ((await answer.json()) as { refusal: string }).refusal] as const;

	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
	expect(await refusalOf(await send(svg, 'participant', 'image/svg+xml'))).toEqual([415, 'svg']);
	expect(await refusalOf(await send(svg, 'participant', 'image/png'))).toEqual([415, 'svg']);
	expect(await refusalOf(await send(Buffer.from('<!doctype html>')))).toEqual([415, 'unknown_type']);
	expect(await refusalOf(await send(png({ width: 60_000, height: 60_000 })))).toEqual([415, 'too_many_pixels']);
	expect(await refusalOf(await send(heavyPng(5.5 * 1024 * 1024)))).toEqual([413, 'too_large']);
	expect(await refusalOf(await send(png(), 'facilitator'))).toEqual([403, 'forbidden']);
	expect(await refusalOf(await send(png(), 'projector'))).toEqual([403, 'forbidden']);

	// called something else, a picture is still what its bytes are; where it was taken is gone
	const photo = (await (await send(jpeg(), 'participant', 'text/html')).json()) as { ok: true; file: string };
	const seen = await page.request.get(`${address}/${photo.file}`);
	expect(seen.headers()).toMatchObject({
		'content-type': 'image/jpeg',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	});
	expect((await seen.body()).includes('GPS')).toBe(false);
	const strange = ['%2e%2e%2fcookie.key', '..%2f..%2fcookie.key', 'a'.repeat(64), `${photo.file}.new`];
	for (const name of strange) expect((await page.request.get(`${address}/${name}`)).status(), name).toBe(404);

	const stranger = await browser.newContext();
	expect((await stranger.request.get(`${address}/${photo.file}`)).status()).toBe(404);
	expect((await stranger.request.post(`${address}?role=participant`, { data: png() })).status()).toBe(403);

	await room.organiser.carryOut({ type: 'board.lock', locked: true });
	expect(await refusalOf(await send(png()))).toEqual([403, 'forbidden']);
	await room.organiser.carryOut({ type: 'board.lock', locked: false });
	await room.organiser.startItem('words');
	expect(await refusalOf(await send(png()))).toEqual([403, 'forbidden']);
	await room.organiser.startItem('board');
	expect((await send(png())).status()).toBe(200);
	const seat = room.organiser.desk.view!.seats.find(({ role }) => role === 'participant')!.id;
	await room.organiser.carryOut({ type: 'seat.remove', seat });
	expect(await refusalOf(await send(png()))).toEqual([403, 'forbidden']);
	expect((await page.request.get(`${address}/${photo.file}`)).status()).toBe(404);
});

// One board with everything on it, through the whole built server: the desk draws, a phone works by touch on the canvas, somebody else
// by keys alone in the list, the hall shows it; in the end record, list and canvas hold the same.
import { expect, test, type Page } from '@playwright/test';
import type { SessionRecord } from '#lib/record/record.ts';
import { noViolations } from './axe.ts';
import { asCanvas, boardItem, BoardRoom, fingersOn, middleOf, paper, surface, writeInList } from './board-room.ts';
import { press, spaced, tabTo } from './hall.ts';

let room: BoardRoom;
test.beforeAll(async () => {
	room = await BoardRoom.open();
});
test.afterAll(() => room.close());

const sorted = (all: readonly string[]) => [...all].sort();
const card = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const idsOn = (page: Page, selector: string, name: string) =>
	page.locator(selector).evaluateAll((all, key) => all.map((each) => each.getAttribute(key) ?? ''), name);

/** A point of the desk's canvas, in CSS pixels from its corner. */
async function at(page: Page, x: number, y: number): Promise<[number, number]> {
	const box = (await surface(page).boundingBox())!;
	return [box.x + x, box.y + y];
}

async function pull(page: Page, from: [number, number], to: [number, number]): Promise<void> {
	await page.mouse.move(...(await at(page, ...from)));
	await page.mouse.down();
	await page.mouse.move(...(await at(page, ...to)), { steps: 8 });
	await page.mouse.up();
}

test('3 10 desk, phone, keys and hall work on one board; record, list and canvas hold the same', async ({
	browser
}) => {
	test.slow();
	const session = await room.start([boardItem('named', 'Potrzeby', { privacy: 'named' })]);
	const phone = await room.join(browser, session, {
		institution: 'Koło gospodyń',
		sector: 'mieszkańcy',
		width: 390,
		hasTouch: true
	});
	const keys = await room.join(browser, session, { institution: 'OSP Wykowo', sector: 'organizacje', width: 1100 });
	const lead = await room.desk(browser, session);
	const hall = await room.screen(lead, session);

	// by keys alone, in the list
	const field = keys.getByLabel('Dopisz karteczkę', { exact: true });
	for (const text of ['Brak autobusu', 'Dowóz na targ']) {
		await tabTo(keys, field);
		await keys.keyboard.type(text);
		await keys.keyboard.press('Enter');
		await expect(card(keys, text)).toBeVisible();
	}

	// the desk: text, pen, shape, and an arrow between two of them
	await expect(paper(lead, 'Dowóz na targ')).toBeVisible();
	await surface(lead).focus();
	await lead.keyboard.press('t');
	await lead.mouse.click(...(await at(lead, 120, 90)));
	await lead.keyboard.type('Co nas łączy?');
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('r');
	await pull(lead, [120, 420], [260, 520]);
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('p');
	await pull(lead, [150, 180], [280, 260]);
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('a');
	const [first, second] = [await middleOf(lead, 'Brak autobusu'), await middleOf(lead, 'Dowóz na targ')];
	await lead.mouse.move(first.x, first.y);
	await lead.mouse.down();
	await lead.mouse.move(second.x, second.y, { steps: 8 });
	await lead.mouse.up();
	await expect(lead.getByRole('img', { name: 'Strzałka od „Brak autobusu” do „Dowóz na targ”' })).toHaveCount(1);
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('Escape');
	await expect(surface(lead).locator('[data-mark]')).toHaveCount(4);

	// the phone: its list, then the canvas by touch; it writes there, moves the view and zooms, and nothing is moved by that
	await writeInList(phone, 'Samotność starszych');
	await asCanvas(phone);
	await expect(paper(phone, 'Samotność starszych')).toBeAttached();
	await phone.getByRole('button', { name: 'Nowa karteczka' }).tap();
	await phone.keyboard.type('Pusta remiza');
	await phone.keyboard.press('Escape');
	await expect(paper(lead, 'Pusta remiza')).toBeVisible();
	const before = await Promise.all(['Samotność starszych', 'Pusta remiza'].map((text) => middleOf(lead, text)));
	const touch = await fingersOn(phone);
	const ground = (await surface(phone).boundingBox())!;
	const [x, y] = [ground.x + 40, ground.y + 60];
	const onPhone = () => phone.locator('[data-layer="things"]').evaluate((layer) => getComputedStyle(layer).transform);
	const unmoved = await onPhone();
	await touch('touchStart', [x, y]);
	for (const far of [20, 50, 90]) await touch('touchMove', [x + far, y + far]);
	await touch('touchEnd');
	await expect.poll(onPhone).not.toBe(unmoved);
	const zoom = await phone.locator('.zoom').textContent();
	await touch('touchStart', [x + 60, y + 60], [x + 160, y + 160]);
	for (const far of [15, 30, 45])
		await touch('touchMove', [x + 60 - far, y + 60 - far], [x + 160 + far, y + 160 + far]);
	await touch('touchEnd');
	await expect.poll(() => phone.locator('.zoom').textContent()).not.toBe(zoom);
	expect(await Promise.all(['Samotność starszych', 'Pusta remiza'].map((text) => middleOf(lead, text)))).toEqual(
		before
	);

	// by keys alone: two cards under one name
	await press(keys, keys.getByRole('button', { name: 'Wybierz kilka' }));
	for (const text of ['Brak autobusu', 'Dowóz na targ'])
		await press(keys, keys.getByRole('checkbox', { name: text }), 'Space');
	await tabTo(keys, keys.getByRole('textbox', { name: 'Nazwa grupy' }), 'Shift+Tab');
	await keys.keyboard.type('Dojazd');
	await keys.keyboard.press('Enter');
	await expect(keys.getByRole('heading', { name: /^Dojazd/ })).toBeVisible();
	await expect(lead.locator('[data-cluster]').first()).toContainText('Dojazd');

	// the hall
	for (const text of ['Samotność starszych', 'Dojazd'])
		await expect(hall.getByText(spaced(new RegExp(text))).first()).toBeVisible();
	for (const page of [lead, phone, keys, hall]) await noViolations(page);

	// list == canvas == record
	await expect(card(keys, 'Pusta remiza')).toBeVisible();
	const listed = await idsOn(keys, 'article[id^="sticky-"]', 'id');
	const drawn = await idsOn(lead, '.surface [data-layer="things"] [data-sticky]', 'data-sticky');
	expect(sorted(drawn.map((id) => `sticky-${id}`))).toEqual(sorted(listed));
	const lines = await idsOn(keys, '[data-mark-line]', 'data-mark-line');
	const marks = await idsOn(lead, '.surface [data-mark]', 'data-mark');
	expect(marks).toHaveLength(4);
	for (const line of lines) expect(marks).toContain(line);
	for (const page of [phone, keys]) await expect(page.locator('[data-waiting="0"]')).toBeVisible();

	await room.organiser.closeSession();
	const record = JSON.parse(await room.organiser.record(session.session)) as SessionRecord;
	expect(sorted(record.stickies.map(({ text }) => text))).toEqual(
		sorted(['Brak autobusu', 'Dowóz na targ', 'Samotność starszych', 'Pusta remiza'])
	);
	expect(record.stickies).toHaveLength(listed.length);
	const [group] = record.clusters;
	const textOf = (id: string) => record.stickies.find((each) => each.id === id)?.text ?? '';
	expect([group?.name, sorted(group!.stickies.map(textOf))]).toEqual(['Dojazd', ['Brak autobusu', 'Dowóz na targ']]);
	expect(sorted(record.marks.map(({ kind }) => kind))).toEqual(['arrow', 'shape', 'stroke', 'text']);
	const arrow = record.marks.find(({ kind }) => kind === 'arrow');
	expect([arrow?.from?.text, arrow?.to?.text]).toEqual(['Brak autobusu', 'Dowóz na targ']);
	expect(record.marks.find(({ kind }) => kind === 'text')?.text).toBe('Co nas łączy?');
});

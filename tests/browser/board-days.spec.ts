// Bad days of the board, in the built server with three boards open at once: the desk's canvas, a participant's canvas or phone, a list.
import { expect, test, type Page } from '@playwright/test';
import { asCanvas, boardItem, BoardRoom, fingersOn, middleOf, paper, surface, writeInList } from './board-room.ts';
import { spaced } from './hall.ts';

const agenda = [boardItem('named', 'Potrzeby', { privacy: 'named' })];
const fireBrigade = { institution: 'OSP Wykowo', sector: 'organizacje', width: 1100 };
const circle = { institution: 'Koło gospodyń', sector: 'mieszkańcy', width: 390 };

let room: BoardRoom;
test.beforeAll(async () => {
	room = await BoardRoom.open();
});
test.afterAll(() => room.close());

const card = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text });
const allSaved = (page: Page) => expect(page.locator('[data-waiting="0"]')).toBeVisible();

/** Takes a sticky of the canvas and holds it a little aside. */
async function lift(page: Page, text: string): Promise<void> {
	const { x, y } = await middleOf(page, text);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 80, y + 60, { steps: 5 });
}

async function choose(page: Page, text: string): Promise<void> {
	const { x, y } = await middleOf(page, text);
	await page.mouse.click(x, y);
}

test('2 3 author and facilitator write in one sticky, with accents being composed, emoji, both directions and a very long word', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const list = await room.join(browser, session, circle);
	const lead = await room.desk(browser, session);
	const hall = await room.screen(lead, session);
	await writeInList(list, 'rów');
	await expect(paper(lead, 'rów')).toBeVisible();

	await list.getByRole('button', { name: 'Zmień karteczkę: rów' }).click();
	const field = list.getByLabel('Treść karteczki');
	await field.press('End');
	const keys = await list.context().newCDPSession(list);
	const compose = (text: string) =>
		keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
	await compose(' za');
	await choose(lead, 'rów');
	await lead.keyboard.press('Enter');
	await lead.keyboard.press('Home');
	await lead.keyboard.type('Nasz ');
	await compose(' zażo');
	await expect(field, 'nothing moves under an unfinished word').toHaveValue('rów zażo');
	await keys.send('Input.insertText', { text: ' zażółć' });
	await lead.keyboard.type('stary ');
	// a dead key: the accent first, the letter after it; then a combining letter, emoji of several parts and words from right to left
	await compose('´');
	await keys.send('Input.insertText', { text: ' ó' });
	await keys.send('Input.insertText', { text: ' o\u0301 👩‍👩‍👧‍👦🇵🇱 שלום ' });
	await keys.send('Input.insertText', { text: 'Konstantynopolitańczykowianeczka'.repeat(3) });
	await list.getByRole('region', { name: 'Tablica' }).getByRole('button', { name: 'Gotowe' }).click();
	await lead.keyboard.press('Escape');

	const whole = `Nasz stary rów zażółć ó o\u0301 👩‍👩‍👧‍👦🇵🇱 שלום ${'Konstantynopolitańczykowianeczka'.repeat(3)}`;
	await expect(card(list, whole)).toBeVisible();
	await expect(paper(lead, whole)).toBeVisible();
	await expect(hall.getByText(spaced(new RegExp('Nasz stary rów zażółć'))).first()).toBeVisible();
	await allSaved(list);
	for (const [page, selector] of [
		[lead, '.surface .sticky p'],
		[list, 'article']
	] as const)
		expect(
			await page.locator(selector).evaluateAll((all) => all.filter((p) => p.scrollWidth > p.clientWidth + 1).length)
		).toBe(0);
});

test('3 one drags what another removes: the drag ends and is explained, undo brings back nothing of others, and theirs all of it', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const wide = await room.join(browser, session, fireBrigade);
	const list = await room.join(browser, session, circle);
	const lead = await room.desk(browser, session);
	await writeInList(wide, 'Świetlica');
	await writeInList(list, 'Autobus');
	await asCanvas(wide);
	await expect(paper(wide, 'Autobus')).toBeVisible();
	await expect(paper(lead, 'Świetlica')).toBeVisible();
	const before = await middleOf(lead, 'Świetlica');

	await lift(wide, 'Świetlica');
	await choose(lead, 'Świetlica');
	await lead.keyboard.press('Delete');
	await expect(wide.getByText('Ktoś właśnie usunął to, co było przesuwane.')).toBeVisible();
	await wide.mouse.up();
	await surface(wide).press('Control+z');
	await expect(card(list, 'Świetlica')).toHaveCount(0);
	await expect(paper(wide, 'Świetlica')).toHaveCount(0);
	await expect(paper(lead, 'Autobus')).toBeVisible();

	await surface(lead).press('Control+z');
	await expect(card(list, 'Świetlica')).toBeVisible();
	await expect(paper(wide, 'Świetlica')).toBeVisible();
	expect(await middleOf(lead, 'Świetlica')).toEqual(before);
	// it is still its author's
	await choose(wide, 'Świetlica');
	await wide.keyboard.press('Enter');
	await wide.keyboard.press('End');
	await wide.keyboard.type(' w remizie');
	await wide.keyboard.press('Escape');
	await expect(card(list, 'Świetlica w remizie')).toBeVisible();
	await expect(wide.getByText('Tej zmiany nie przyjęto')).toHaveCount(0);
});

test('5 pinned or closed in the middle of a drag: the drag ends, the thing goes back, and a sentence says why', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const wide = await room.join(browser, session, fireBrigade);
	const lead = await room.desk(browser, session);
	await writeInList(wide, 'Świetlica');
	await asCanvas(wide);
	await expect(paper(lead, 'Świetlica')).toBeVisible();
	await expect(paper(wide, 'Świetlica')).toBeVisible();
	const places = async () => [await middleOf(wide, 'Świetlica'), await middleOf(lead, 'Świetlica')];
	const before = await places();

	await lift(wide, 'Świetlica');
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveText('Świetlica');
	await choose(lead, 'Świetlica');
	await surface(lead).press('Control+Shift+L');
	await expect(wide.getByText('Osoba prowadząca właśnie przypięła tę rzecz')).toBeVisible();
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveCount(0);
	await wide.mouse.up();
	expect(await places()).toEqual(before);
	await surface(lead).press('Control+Shift+L');

	await lift(wide, 'Świetlica');
	await room.organiser.carryOut({ type: 'board.lock', locked: true });
	await expect(wide.getByText('Tablica jest od teraz zablokowana')).toBeVisible();
	await wide.mouse.up();
	expect(await places()).toEqual(before);
	await room.organiser.carryOut({ type: 'board.lock', locked: false });
	await lift(wide, 'Świetlica');
	await wide.mouse.up();
	await expect.poll(async () => (await middleOf(lead, 'Świetlica')).x).toBeGreaterThan(before[1]!.x + 20);
});

test('3 a second finger in the middle of a drag zooms, and nothing has moved for anybody', async ({ browser }) => {
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, { ...circle, hasTouch: true });
	const list = await room.join(browser, session, fireBrigade);
	const lead = await room.desk(browser, session);
	await writeInList(phone, 'Świetlica');
	await expect(paper(lead, 'Świetlica')).toBeVisible();
	await asCanvas(phone);
	await expect(paper(phone, 'Świetlica')).toBeVisible();
	const before = await middleOf(lead, 'Świetlica');
	const touch = await fingersOn(phone);
	const { x, y } = await middleOf(phone, 'Świetlica');
	await touch('touchStart', [x, y]);
	await touch('touchEnd');
	await expect(phone.getByRole('button', { name: 'Usuń' }).first()).toBeVisible();
	const zoom = await phone.locator('.zoom').textContent();
	await touch('touchStart', [x, y]);
	for (const far of [12, 30, 50]) await touch('touchMove', [x + far / 2, y + far]);
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveText('Świetlica');
	await touch('touchStart', [x + 25, y + 50], [x + 90, y - 60]);
	for (const far of [20, 40, 60]) await touch('touchMove', [x + 25 - far, y + 50 + far], [x + 90, y - 60 - far / 2]);
	await touch('touchEnd');
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveCount(0);
	expect(await phone.locator('.zoom').textContent()).not.toBe(zoom);
	expect(await middleOf(lead, 'Świetlica')).toEqual(before);
	await expect(card(list, 'Świetlica')).toBeVisible();
	await allSaved(phone);
});

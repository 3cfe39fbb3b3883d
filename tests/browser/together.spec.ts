// Three boards at once: the desk's canvas, a participant's canvas and a participant's list. Who points, drags and writes is seen, a
// drag is committed once, and who changes what they may not is told and sees the board as it is.
import { expect, test } from '@playwright/test';
import { addSticky } from '#lib/board/board.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { asCanvas, boardItem, BoardRoom, middleOf, paper, surface } from './board-room.ts';

const agenda = [
	boardItem('named', 'Potrzeby', { privacy: 'named' }),
	boardItem('quiet', 'Bez nazwisk', { privacy: 'anonymous' }),
	boardItem('order', 'Porządkowanie', { privacy: 'named' }, ['order'])
];

let room: BoardRoom;
test.beforeAll(async () => {
	room = await BoardRoom.open();
});
test.afterAll(() => room.close());

test('pointers, a drag, writing, and a change that is not taken, on three boards at once', async ({ browser }) => {
	const session = await room.start(agenda);
	const wide = await room.join(browser, session, { institution: 'OSP Wykowo', sector: 'organizacje', width: 1100 });
	const list = await room.join(browser, session, { institution: 'Koło gospodyń', sector: 'mieszkańcy', width: 390 });
	const lead = await room.desk(browser, session);
	await list.getByLabel('Dopisz karteczkę', { exact: true }).fill('Dowóz na targ');
	await list.keyboard.press('Enter');
	await asCanvas(wide);
	await expect(paper(wide, 'Dowóz na targ')).toBeVisible();
	await expect(paper(lead, 'Dowóz na targ')).toBeVisible();

	// a pointer with its name, since the item is named
	await wide.mouse.move(...(Object.values(await middleOf(wide, 'Dowóz na targ')) as [number, number]));
	await wide.mouse.move(600, 500);
	await expect(surface(lead).locator('.cursor')).toContainText('OSP Wykowo');

	// a drag: a ghost for the others, one change at the drop
	const from = await middleOf(wide, 'Dowóz na targ');
	const before = await middleOf(lead, 'Dowóz na targ');
	await wide.mouse.move(from.x, from.y);
	await wide.mouse.down();
	await wide.mouse.move(from.x + 60, from.y + 40, { steps: 6 });
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveText('Dowóz na targ');
	expect(await middleOf(lead, 'Dowóz na targ')).toEqual(before);
	await wide.mouse.up();
	await expect(surface(lead).locator('[data-peer="drag"]')).toHaveCount(0);
	await expect.poll(() => middleOf(lead, 'Dowóz na targ')).not.toEqual(before);

	// somebody writes: it is shown, and not dragged from under their pen
	await lead.mouse.click(...(Object.values(await middleOf(lead, 'Dowóz na targ')) as [number, number]));
	await lead.keyboard.press('Enter');
	await expect(surface(wide).locator('[data-peer="writes"]')).toBeVisible();
	const held = await middleOf(wide, 'Dowóz na targ');
	await wide.mouse.move(held.x, held.y);
	await wide.mouse.down();
	await wide.mouse.move(held.x + 90, held.y, { steps: 4 });
	await wide.mouse.up();
	await lead.keyboard.press('Escape');
	await expect(surface(wide).locator('[data-peer="writes"]')).toHaveCount(0);

	// the light of the facilitator, and their view on request
	await lead.mouse.move(700, 420);
	await surface(lead).focus();
	await lead.keyboard.press('k');
	await lead.mouse.move(720, 430, { steps: 4 });
	await expect(surface(wide).locator('.light').first()).toBeVisible();
	await expect(surface(wide).locator('.light')).toHaveCount(0);
	await lead.keyboard.press('k');
	const zoom = () => wide.locator('.zoom').textContent();
	const first = await zoom();
	await wide.getByRole('button', { name: 'Patrz tam, gdzie osoba prowadząca' }).click();
	await lead.mouse.move(700, 420);
	await lead.keyboard.down('Control');
	for (let step = 0; step < 12; step++) await lead.mouse.wheel(0, 30);
	await lead.keyboard.up('Control');
	await expect.poll(zoom).not.toBe(first);
	await wide.mouse.move(500, 400);
	await wide.mouse.wheel(0, 10);
	await expect(wide.getByRole('button', { name: 'Patrz tam, gdzie osoba prowadząca' })).toBeVisible();

	// what others wrote is not offered for change, but may be moved
	await expect(list.getByRole('button', { name: 'Zmień karteczkę: Dowóz na targ' })).toBeVisible();
});

test('a stroke is seen while it is drawn, and the one on the board takes its place without a gap', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const wide = await room.join(browser, session, { institution: 'OSP Wykowo', sector: 'organizacje', width: 1100 });
	const lead = await room.desk(browser, session);
	await asCanvas(wide);
	await surface(wide).focus();
	await wide.mouse.move(500, 400);
	await expect(surface(lead).locator('.cursor')).toBeVisible();
	// with every frame: whether the line is there, drawn by the pen or lying on the board
	await lead.evaluate(() => {
		const frames: string[] = [];
		Object.assign(window, { frames_of_ink: frames });
		const look = () => {
			const [pen, lies] = ['[data-peer="ink"] path', 'svg[data-mark]'].map((each) => document.querySelector(each));
			frames.push(`${pen ? 'pen' : ''}${lies ? 'board' : ''}`);
			requestAnimationFrame(look);
		};
		look();
	});
	await wide.keyboard.press('p');
	await wide.mouse.down();
	for (let step = 1; step <= 40; step++) {
		await wide.mouse.move(500 + step * 4, 400 + 40 * Math.sin(step / 6));
		await wide.waitForTimeout(10);
	}
	await expect(surface(lead).locator('[data-peer="ink"] path')).toBeVisible();
	await expect(surface(lead).locator('svg[data-mark]')).toHaveCount(0);
	await expect
		.poll(async () => (await surface(lead).locator('[data-peer="ink"] path').boundingBox())!.width)
		.toBeGreaterThan(60);
	await wide.mouse.up();
	await expect(surface(lead).locator('svg[data-mark]')).toHaveCount(1);
	await expect(surface(lead).locator('[data-peer="ink"]')).toHaveCount(0);
	const frames = await lead.evaluate(() => (window as unknown as { frames_of_ink: string[] }).frames_of_ink);
	const drawn = frames.slice(frames.indexOf('pen'));
	expect(new Set(drawn)).toEqual(new Set(['pen', 'penboard', 'board']));

	// one that is called off is gone for everybody
	await wide.mouse.move(500, 500);
	await wide.mouse.down();
	await wide.mouse.move(600, 540, { steps: 12 });
	await expect(surface(lead).locator('[data-peer="ink"] path')).toBeVisible();
	await wide.keyboard.press('Escape');
	await expect(surface(lead).locator('[data-peer="ink"]')).toHaveCount(0);
	await expect(surface(lead).locator('svg[data-mark]')).toHaveCount(1);
});

test('reactions of a phone and of the desk are counted for everybody, each takes back their own', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const list = await room.join(browser, session, { institution: 'Koło gospodyń', sector: 'mieszkańcy', width: 390 });
	const lead = await room.desk(browser, session);
	await list.getByLabel('Dopisz karteczkę', { exact: true }).fill('Dowóz na targ');
	await list.keyboard.press('Enter');
	await list.getByRole('button', { name: 'Odpowiedzi i reakcje: Dowóz na targ' }).click();
	await list.getByRole('button', { name: 'Popieram', exact: true }).click();
	const note = lead.locator('[data-sticky]').filter({ hasText: 'Dowóz na targ' });
	await expect(note).toHaveAccessibleName(/Popieram: 1/);

	await lead.mouse.click(...(Object.values(await middleOf(lead, 'Dowóz na targ')) as [number, number]));
	await lead.getByRole('button', { name: 'Reakcje', exact: true }).click();
	await lead.getByRole('button', { name: 'Popieram: 1' }).click();
	await expect(note).toHaveAccessibleName(/Popieram: 2/);
	// the phone sees both, with the institution that the item names
	await expect(list.getByRole('button', { name: 'Popieram: 2, także Twoja' })).toBeVisible();
	await expect(list.locator('.told')).toContainText('Koło gospodyń');

	// after the pages are opened anew both still know their own
	await lead.reload();
	await list.reload();
	await list.getByRole('button', { name: 'Popieram: 2' }).click();
	await expect(note).toHaveAccessibleName(/Popieram: 1/);
	await lead.mouse.click(...(Object.values(await middleOf(lead, 'Dowóz na targ')) as [number, number]));
	await lead.getByRole('button', { name: 'Reakcje', exact: true }).click();
	await lead.getByRole('button', { name: 'Popieram: 1, także Twoja' }).click();
	await expect(note).toHaveAccessibleName(/^Dowóz na targ \([^)]*\)$/);
});

test('5 who is refused sees the board as it is, is told why, and loses nothing else', async ({ browser }) => {
	const session = await room.start(agenda);
	const list = await room.join(browser, session, { institution: 'Koło gospodyń', sector: 'mieszkańcy', width: 390 });
	const lead = await room.desk(browser, session);
	const field = list.getByLabel('Dopisz karteczkę', { exact: true });
	const write = async (text: string) => {
		await field.fill(text);
		await list.keyboard.press('Enter');
	};
	const bot = await Bot.join(
		{ url: room.server.url, ...session },
		{ sector: 'ngo', institution: 'Fundacja', name: '' },
		paceOf(0)
	);
	await bot.putSticky('named', 'Świetlica', null);
	await write('Moja pierwsza');
	await expect(paper(lead, 'Moja pierwsza')).toBeVisible();
	await expect(paper(lead, 'Świetlica')).toBeVisible();

	// what another wrote is not offered for change
	await expect(list.getByRole('button', { name: 'Zmień karteczkę: Moja pierwsza' })).toBeVisible();
	await expect(list.getByRole('button', { name: 'Zmień karteczkę: Świetlica' })).toHaveCount(0);

	// alone, without a network: one's own sticky is changed and another is written, while the facilitator pins the first
	await list.getByRole('button', { name: 'Zmień karteczkę: Moja pierwsza' }).click();
	await expect(list.getByLabel('Treść karteczki')).toBeVisible();
	await list.context().setOffline(true);
	await list.getByLabel('Treść karteczki').fill('Moja pierwsza, zmieniona');
	await list.getByRole('region', { name: 'Tablica' }).getByRole('button', { name: 'Gotowe' }).click();
	await write('Moja druga');
	await expect(list.getByText('Moja pierwsza, zmieniona')).toBeVisible();
	await lead.mouse.click(...(Object.values(await middleOf(lead, 'Moja pierwsza')) as [number, number]));
	await surface(lead).press('Control+Shift+L');
	await expect(lead.getByRole('button', { name: 'Odepnij' })).toBeVisible();
	await list.context().setOffline(false);

	const told = list.getByRole('status').filter({ hasText: 'Tej zmiany nie przyjęto' });
	await expect(told).toContainText('przypięta');
	await expect(list.getByRole('article').filter({ hasText: /^Moja pierwsza(?!,)/ })).toBeVisible();
	await expect(told.getByRole('textbox', { name: 'Twój tekst, żeby nie przepadł' })).toHaveValue(
		'Moja pierwsza, zmieniona'
	);
	await expect(list.getByRole('article').filter({ hasText: 'Moja pierwsza, zmieniona' })).toHaveCount(0);
	await expect(list.getByRole('article').filter({ hasText: 'Moja druga' })).toBeVisible();
	await expect(list.locator('[data-waiting="0"]')).toBeVisible();
	await expect(paper(lead, 'Moja druga')).toBeVisible();
	await expect(paper(lead, 'Moja pierwsza')).toBeVisible();

	// the page goes on as before, and so it is after a reload
	await told.getByRole('button', { name: 'Rozumiem' }).click();
	await write('Moja trzecia');
	await expect(paper(lead, 'Moja trzecia')).toBeVisible();
	await list.reload();
	await expect(list.getByText('Moja trzecia')).toBeVisible();
	await expect(list.getByText('Moja pierwsza', { exact: true })).toBeVisible();
	await expect(list.getByText('Moja pierwsza, zmieniona')).toHaveCount(0);

	// an item in which nothing new is written
	await room.organiser.startItem('order');
	await expect(list.getByText('W tym punkcie nie dopisujemy karteczek')).toBeVisible();
	const board = await bot.board();
	addSticky(board.doc, { text: 'mimo zakazu', frame: null });
	expect(await board.until('the answer', () => board.refusal)).toBe('tool-off');
	await expect(list.getByText('mimo zakazu')).toHaveCount(0);
	bot.close();
});

test('in an anonymous item nobody is named and pointers are off until the facilitator shows them', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const wide = await room.join(browser, session, { institution: 'OSP Wykowo', sector: 'organizacje', width: 1100 });
	const lead = await room.desk(browser, session);
	await room.organiser.startItem('quiet');
	await asCanvas(wide);
	const pointers = lead.getByRole('button', { name: 'Pokazuj wskaźniki' });
	await expect(pointers).toHaveAttribute('aria-pressed', 'false');
	await pointers.click();
	await expect(pointers).toHaveAttribute('aria-pressed', 'true');
	await wide.mouse.move(500, 500);
	await wide.mouse.move(520, 520);
	const cursor = surface(lead).locator('.cursor');
	await expect(cursor).toBeVisible();
	await expect(cursor).toHaveText('');
	await pointers.click();
	await expect(cursor).toHaveCount(0);
});

test('the light of the facilitator falls on the same card in the hall, and goes out by itself', async ({ browser }) => {
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, { institution: 'OSP Wykowo', sector: 'organizacje', width: 390 });
	await phone.getByLabel('Dopisz karteczkę', { exact: true }).fill('Dowóz na targ');
	await phone.keyboard.press('Enter');
	const lead = await room.desk(browser, session);
	await expect(paper(lead, 'Dowóz na targ')).toBeVisible();
	const hall = await room.screen(lead, session);
	const card = hall.locator('.card[data-thing]', { hasText: 'Dowóz' });
	await expect(card).toBeVisible();
	await surface(lead).focus();
	await lead.keyboard.press('k');
	const light = hall.locator('.light');
	await expect(async () => {
		const { x, y } = await middleOf(lead, 'Dowóz na targ');
		await lead.mouse.move(x - 8, y, { steps: 3 });
		await lead.mouse.move(x, y, { steps: 3 });
		await expect(light).toBeVisible({ timeout: 700 });
	}).toPass();
	const [spot, on] = [(await light.boundingBox())!, (await card.boundingBox())!];
	expect(spot.x + spot.width / 2).toBeGreaterThan(on.x);
	expect(spot.x + spot.width / 2).toBeLessThan(on.x + on.width);
	await expect(light).toHaveCount(0);
});

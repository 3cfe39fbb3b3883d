// A board in trouble and in a crowd, through the built server: a phone that slept for an hour, twenty-five people at once, ten thousand
// things in one change, two megabytes pasted, and a board that is full. Nothing is lost and everybody is told what they must know.
import { expect, test, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { addSticky, removeThing, stickies, thingsOf } from '#lib/board/board.ts';
import { overlap } from '#lib/board/slots.ts';
import { sectors } from '#lib/people/people.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { BotDocument } from '../../rehearsal/bot-document.ts';
import type { Prepared } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { asCanvas, boardItem, BoardRoom, paper, surface, writeInList } from './board-room.ts';

const agenda = [boardItem('named', 'Potrzeby', { privacy: 'named' })];
const circle = { institution: 'Koło gospodyń', sector: 'mieszkańcy', width: 390 };

// a trace looks at every card after every step: with ten thousand of them it would take longer than the story
test.use({ trace: 'off' });

let room: BoardRoom;
test.beforeAll(async () => {
	room = await BoardRoom.open();
});
test.afterAll(() => room.close());

const bots: Bot[] = [];
test.afterEach(() => {
	for (const bot of bots.splice(0)) bot.close();
});
async function crowd(session: Prepared, count: number): Promise<Bot[]> {
	const come = (_: unknown, place: number) =>
		Bot.join(
			{ url: room.server.url, ...session },
			{ sector: sectors[place % sectors.length]!, institution: `Instytucja ${place}`, name: '' },
			paceOf(0)
		);
	bots.push(...(await Promise.all(Array.from({ length: count }, come))));
	return bots;
}

const cards = (page: Page) => page.getByRole('article');
const card = (page: Page, text: string) => cards(page).filter({ hasText: text });
const allSaved = (page: Page) => expect(page.locator('[data-waiting="0"]')).toBeVisible();
const field = (page: Page) => page.getByLabel('Dopisz karteczkę', { exact: true });

/** Seconds on the countdown of a page. */
async function left(page: Page): Promise<number> {
	const text = (await page.getByRole('timer').first().textContent()) ?? '';
	const [, sign, minutes, seconds] = /([−-]?)\s*(\d+):(\d\d)/.exec(text) ?? [];
	return (sign ? -1 : 1) * (Number(minutes) * 60 + Number(seconds));
}

/** Sees the whole board from far, then looks for one sticky. */
async function find(desk: Page, text: string): Promise<void> {
	await surface(desk).press('Shift+Digit1');
	await desk.keyboard.press('Control+f');
	await desk.keyboard.type(text);
	await desk.keyboard.press('Enter');
	await expect(paper(desk, text)).toBeVisible();
}

test('2 3 a phone asleep for an hour: all that was written meanwhile is there, nothing of its own is lost, its clock is right', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, circle, (page) => page.clock.install());
	const [bot] = await crowd(session, 1);
	const lead = await room.desk(browser, session);
	await expect(lead.getByText('połączeni: 2 z 2')).toBeVisible();
	await writeInList(phone, 'Przed snem');
	await expect(paper(lead, 'Przed snem')).toBeVisible();
	await phone.context().setOffline(true);
	await writeInList(phone, 'W tunelu');
	await expect(phone.locator('[data-waiting="1"]')).toBeVisible();
	const power = await phone.context().newCDPSession(phone);
	await power.send('Page.setWebLifecycleState', { state: 'frozen' });
	await expect(lead.getByText('połączeni: 1 z 2')).toBeVisible();

	const board = await bot!.board();
	for (let index = 0; index < 30; index++) addSticky(board.doc, { text: `Bez telefonu ${index}`, frame: null });
	await board.saved();
	await power.send('Page.setWebLifecycleState', { state: 'active' });
	await phone.clock.fastForward('01:00:00');
	await expect(card(phone, 'Bez telefonu')).toHaveCount(0);
	const woken = Date.now();
	await phone.context().setOffline(false);
	await expect(paper(lead, 'W tunelu')).toBeVisible();
	await expect(card(phone, 'Bez telefonu')).toHaveCount(30);
	test.info().annotations.push({ type: 'woken, ms', description: String(Date.now() - woken) });
	await allSaved(phone);
	await expect(card(phone, 'Przed snem')).toHaveCount(1);
	await expect(card(phone, 'W tunelu')).toHaveCount(1);
	await expect(lead.getByText('połączeni: 2 z 2')).toBeVisible();
	await expect.poll(async () => Math.abs((await left(phone)) - (await left(lead)))).toBeLessThan(3);
	expect(await left(lead)).toBeGreaterThan(18 * 60);
});

test('3 7 twenty-five people add at once: every sticky is everywhere, none covers another', async ({ browser }) => {
	test.slow();
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, circle);
	const lead = await room.desk(browser, session);
	const hall = await room.screen(lead, session);
	await crowd(session, 25);
	const rounds = 4;
	for (let round = 0; round < rounds; round++) {
		await Promise.all([
			...bots.map((bot, place) => bot.putSticky('named', `Głos ${round}-${place}`, null)),
			writeInList(phone, `Telefon ${round}`)
		]);
	}
	const most = rounds * (bots.length + 1);
	await expect(cards(phone)).toHaveCount(most);
	await allSaved(phone);
	const { doc } = await bots[0]!.board();
	await expect.poll(() => stickies(doc).length).toBe(most);
	const all = stickies(doc);
	const covered = all.filter((one, index) => all.slice(index + 1).some((other) => overlap(one.place, other.place)));
	expect(covered.map(({ text }) => text)).toEqual([]);
	await find(lead, 'Głos 3-24');
	await expect(hall.getByText(/Głos\s3-/).first()).toBeVisible();
});

test('7 two megabytes pasted at the desk become two hundred stickies for everybody, and who pasted reads how many were left', async ({
	browser
}) => {
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, circle);
	const lead = await room.desk(browser, session);
	await surface(lead).focus();
	await lead.evaluate(() => {
		const data = new DataTransfer();
		const line = (_: unknown, index: number) => `Pomysł numer ${index}: rowy, mosty, drogi i światłowody`;
		data.setData('text/plain', Array.from({ length: 40_000 }, line).join('\n'));
		document.activeElement!.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
		);
	});
	// the list makes its cards as one scrolls there
	await expect(phone.getByRole('heading', { name: /200$/ })).toBeVisible();
	await expect(cards(phone)).not.toHaveCount(0);
	await expect(lead.getByText(/39\s?800/).first()).toBeVisible();
});

test('3 7 ten thousand stickies in one change: saved, and desk, phone and hall stay usable', async ({ browser }) => {
	test.slow();
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, circle);
	const lead = await room.desk(browser, session);
	const hall = await room.screen(lead, session);
	const [bot] = await crowd(session, 1);
	const board = await bot!.board();
	const start = Date.now();
	board.doc.transact(() => {
		for (let index = 0; index < 10_000; index++)
			addSticky(board.doc, {
				text: `Karteczka ${index}`,
				frame: null,
				place: [(index % 128) * 220, Math.floor(index / 128) * 220, 200, 200]
			});
	});
	await board.saved();
	const kept = Date.now();
	await writeInList(phone, 'A ja jeszcze to');
	await allSaved(phone);
	await find(lead, 'A ja jeszcze to');
	await expect(hall.getByText(/A\sja\sjeszcze\sto/).first()).toBeVisible();
	test.info().annotations.push({
		type: 'ten thousand, ms',
		description: `saved after ${kept - start}, everybody at work after ${Date.now() - start}`
	});
	expect(stickies(board.doc).length).toBeGreaterThanOrEqual(10_000);
});

test('8 2 a full board says so in a sentence, keeps what was written on the phone, and takes it when there is room', async ({
	browser
}) => {
	test.slow();
	const session = await room.start(agenda);
	const phone = await room.join(browser, session, circle);
	await writeInList(phone, 'Zmieściła się');
	await allSaved(phone);
	await crowd(session, 7);
	// what nobody can read and nobody shows, but it fills the document: ever smaller pieces, until not a single one fits
	const heavy: { board: BotDocument; ids: string[] }[] = [];
	for (const [place, size] of [450_000, 450_000, 450_000, 450_000, 20_000, 1000, 1].entries()) {
		const board = await bots[place]!.board();
		const ids: string[] = [];
		heavy.push({ board, ids });
		for (let part = 0; part < (size > 100_000 ? 8 : 40) && board.refusal === null; part++) {
			const id = `balast-${place}-${part}`;
			const values = { kind: 'sticky', place: [0, 0, 1, 1], junk: 'x'.repeat(size) };
			thingsOf(board.doc).set(id, new Y.Map<unknown>(Object.entries(values)));
			ids.push(id);
			await board.saved().catch(() => {});
		}
	}
	expect(heavy.map(({ board }) => board.refusal).slice(3)).toEqual(Array.from({ length: 4 }, () => 'too-many'));

	await field(phone).fill('Ostatnia kropla');
	await field(phone).press('Enter');
	await expect(phone.getByText('Jest już tyle, ile w jednej sesji się mieści.')).toBeVisible();
	await expect(card(phone, 'Ostatnia kropla')).toBeVisible();
	await expect(phone.locator('[data-waiting="1"]')).toBeVisible();
	await phone.reload();
	await expect(card(phone, 'Ostatnia kropla')).toBeVisible();

	const [first] = heavy;
	for (const id of first!.ids) removeThing(first!.board.doc, id);
	await first!.board.saved();
	await allSaved(phone);
	await expect(phone.getByText('Jest już tyle, ile w jednej sesji się mieści.')).toHaveCount(0);
	const lead = await room.desk(browser, session);
	await expect(paper(lead, 'Ostatnia kropla')).toBeAttached();
	await asCanvas(phone);
});

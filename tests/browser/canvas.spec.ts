// Hands on the canvas: mouse, fingers and keys alone; and bad days of the board, on the canvas without a server.
import { expect, test, type Page } from '@playwright/test';
import type { Place } from '#lib/board/slots.ts';
import { noViolations } from './axe.ts';
import { servePlane } from './plane/serve.ts';

let plane: Awaited<ReturnType<typeof servePlane>>;
test.beforeAll(async () => {
	plane = await servePlane();
});
test.afterAll(() => plane.stop());

async function open(page: Page): Promise<void> {
	await page.goto(plane.url);
	await page.waitForFunction(() => window.plane?.canvas()?.view.width);
}

/** Looks at a place once the board has shown its own first view. */
const look = (page: Page, x: number, y: number, zoom: number) =>
	page.evaluate(
		([left, top, near]) =>
			new Promise<void>((done) => {
				const later = (frames: number): void => {
					if (frames) requestAnimationFrame(() => later(frames - 1));
					else {
						window.plane!.canvas().look({ x: left, y: top, zoom: near });
						requestAnimationFrame(() => done());
					}
				};
				later(4);
			}),
		[x, y, zoom] as const
	);

async function row(page: Page, count: number): Promise<void> {
	await page.evaluate((many) => {
		for (let index = 0; index < many; index++)
			window.plane!.sticky(`s${index}`, `Karteczka ${index}`, [index * 260, index * 30, 200, 200]);
	}, count);
	await look(page, -150, -150, 0.8);
}

const place = (page: Page, id: string) =>
	page.evaluate((which) => window.plane!.thing(which)?.place ?? null, id) as Promise<Place | null>;
const texts = (page: Page) =>
	page.evaluate(() => window.plane!.things().flatMap((each) => (each.kind === 'sticky' ? [each.text] : [])));
const chosen = (page: Page) => page.evaluate(() => [...window.plane!.canvas().selected]);
const middle = (page: Page, id: string) => page.evaluate((which) => window.plane!.middle(which), id);
const surface = (page: Page) => page.getByRole('group', { name: 'Płótno tablicy' });

async function press(page: Page, id: string, held?: 'Shift'): Promise<void> {
	const { x, y } = await middle(page, id);
	if (held) await page.keyboard.down(held);
	await page.mouse.click(x, y);
	if (held) await page.keyboard.up(held);
}

test('by mouse things are chosen, aligned, joined and dragged as one; undo leaves what others did', async ({
	page
}) => {
	await open(page);
	await row(page, 4);
	await press(page, 's0');
	await press(page, 's1', 'Shift');
	await press(page, 's2', 'Shift');
	await page.getByRole('button', { name: 'Ułóż', exact: true }).click();
	await page.getByRole('button', { name: 'Do góry' }).click();
	await page.getByRole('button', { name: /^Zwiąż/ }).click();
	await page.keyboard.press('Escape');
	expect((await place(page, 's2'))?.[1]).toBe(0);
	await surface(page).focus();
	await page.keyboard.press('Escape');
	const from = await middle(page, 's1');
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 40, from.y + 160, { steps: 4 });
	await page.mouse.up();
	expect((await chosen(page)).sort()).toEqual(['s0', 's1', 's2']);
	expect(await place(page, 's0')).toEqual([50, 200, 200, 200]);
	expect(await place(page, 's2')).toEqual([570, 200, 200, 200]);
	await page.evaluate(() => window.plane!.move('s3', [5, 900, 200, 200]));
	await page.keyboard.press('Control+z');
	await expect.poll(() => place(page, 's0')).toEqual([0, 0, 200, 200]);
	expect(await place(page, 's3')).toEqual([5, 900, 200, 200]);
});

test('a corner changes the size, a plus makes the next sticky', async ({ page }) => {
	await open(page);
	await row(page, 1);
	await press(page, 's0');
	const corner = (await page.getByRole('button', { name: 'Zmień wielkość' }).last().boundingBox())!;
	await page.mouse.move(corner.x + 12, corner.y + 12);
	await page.mouse.down();
	await page.mouse.move(corner.x + 92, corner.y + 52, { steps: 3 });
	await page.mouse.up();
	expect(await place(page, 's0')).toEqual([0, 0, 300, 250]);
	await page.getByRole('button', { name: /po prawej/ }).click();
	await page.keyboard.type('Obok');
	await page.keyboard.press('Escape');
	expect(await texts(page)).toContain('Obok');
});

test('by keys alone: write, go on, nudge, copy, remove, take back, ask for the keys', async ({ page }) => {
	await open(page);
	await surface(page).focus();
	await page.keyboard.press('n');
	await page.keyboard.type('Zażółć gęślą jaźń');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Druga');
	await page.keyboard.press('Escape');
	expect(await texts(page)).toEqual(['Zażółć gęślą jaźń', 'Druga']);
	const [id] = await chosen(page);
	const [x, y] = (await place(page, id!))!;
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Shift+ArrowDown');
	await expect.poll(() => place(page, id!)).toEqual([x + 1, y + 10, 200, 200]);
	await page.keyboard.press('Control+d');
	expect(await texts(page)).toHaveLength(3);
	await page.keyboard.press('Delete');
	expect(await texts(page)).toHaveLength(2);
	await page.keyboard.press('Control+z');
	expect(await texts(page)).toHaveLength(3);
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Control+g');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Skróty na tablicy' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(surface(page)).toBeFocused();
});

test('things are copied to another board, whole', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page);
	await row(page, 3);
	await page.evaluate(() => window.plane!.colour('s1', 'pink'));
	await surface(page).focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Control+c');
	const other = await context.newPage();
	await open(other);
	await surface(other).focus();
	await other.keyboard.press('Control+v');
	await expect.poll(() => texts(other)).toEqual(['Karteczka 0', 'Karteczka 1', 'Karteczka 2']);
	const colours = await other.evaluate(() => window.plane!.things().map((each) => 'colour' in each && each.colour));
	expect(colours).toEqual([null, 'pink', null]);
});

test('what is locked or removed in the middle of a drag stays as others left it', async ({ page }) => {
	await open(page);
	await row(page, 2);
	for (const [id, meanwhile] of [
		['s0', 'lock'],
		['s1', 'remove']
	] as const) {
		const from = await middle(page, id);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
		await page.evaluate(
			([which, what]) => (what === 'lock' ? window.plane!.lock(which, true) : window.plane!.remove(which)),
			[id, meanwhile] as const
		);
		const sentence = meanwhile === 'lock' ? /właśnie przypięła tę rzecz/ : /właśnie usunął to, co było przesuwane/;
		await expect(page.getByText(sentence)).toBeVisible();
		expect(await page.evaluate(() => window.plane!.canvas().dragging)).toBe(null);
		await page.mouse.move(from.x + 120, from.y + 90, { steps: 3 });
		await page.mouse.up();
	}
	expect(await place(page, 's0')).toEqual([0, 0, 200, 200]);
	expect(await place(page, 's1')).toBe(null);
	await page.keyboard.press('Control+z');
	expect(await place(page, 's1')).toBe(null);
});

test('when writing is closed in the middle of a drag nothing moves', async ({ page }) => {
	await open(page);
	await row(page, 1);
	const from = await middle(page, 's0');
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
	await page.evaluate(() => (window.plane!.settings.mayWrite = false));
	await expect(page.getByText(/Tablica jest od teraz zablokowana/)).toBeVisible();
	await page.mouse.move(from.x + 120, from.y + 90, { steps: 3 });
	await page.mouse.up();
	expect(await place(page, 's0')).toEqual([0, 0, 200, 200]);
	await expect(page.getByRole('button', { name: /^Nowa karteczka/ })).toHaveCount(0);
});

test('Escape calls off a drag, near and from far', async ({ page }) => {
	await open(page);
	await row(page, 4);
	for (const zoom of [0.8, 0.12]) {
		await look(page, -150, -150, zoom);
		await press(page, 's1');
		const was = await place(page, 's1');
		const from = await middle(page, 's1');
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 120, from.y + 90, { steps: 4 });
		expect(await page.evaluate(() => window.plane!.canvas().isDragging), `at ${zoom}`).toBe(true);
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => window.plane!.canvas().isDragging), `at ${zoom}`).toBe(false);
		await page.mouse.move(from.x + 200, from.y + 90);
		await page.mouse.up();
		expect(await place(page, 's1'), `at ${zoom}`).toEqual(was);
		expect(await chosen(page), `at ${zoom}`).toEqual(['s1']);
		await page.keyboard.press('Escape');
	}
});

test('by fingers: one drags the chosen sticky, a second calls it off and zooms', async ({ browser }) => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
	const page = await context.newPage();
	await open(page);
	await page.evaluate(() => {
		window.plane!.sticky('s0', 'Palcem', [0, 0, 200, 200]);
	});
	await look(page, -100, -300, 0.9);
	const session = await context.newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
	const { x, y } = await middle(page, 's0');
	await touch('touchStart', [x, y]);
	await touch('touchEnd');
	await expect.poll(() => chosen(page)).toEqual(['s0']);
	await touch('touchStart', [x, y]);
	await touch('touchMove', [x + 20, y + 30]);
	await touch('touchMove', [x + 40, y + 60]);
	const before = await page.evaluate(() => window.plane!.canvas().camera.zoom);
	await touch('touchStart', [x + 40, y + 60], [x + 100, y + 160]);
	await touch('touchMove', [x + 20, y + 30], [x + 130, y + 220]);
	await touch('touchMove', [x, y], [x + 150, y + 260]);
	await touch('touchEnd');
	expect(await page.evaluate(() => window.plane!.canvas().camera.zoom)).toBeGreaterThan(before * 1.2);
	expect(await place(page, 's0')).toEqual([0, 0, 200, 200]);
	const again = await middle(page, 's0');
	await touch('touchStart', [again.x, again.y]);
	await touch('touchMove', [again.x, again.y + 30]);
	await touch('touchMove', [again.x, again.y + 90]);
	await touch('touchEnd');
	expect((await place(page, 's0'))?.[1]).toBeGreaterThan(25);
	await context.close();
});

test('a word that is being composed is kept whole while somebody else writes in the same sticky', async ({ page }) => {
	await open(page);
	await row(page, 1);
	await press(page, 's0');
	await page.keyboard.press('Enter');
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: ' za', selectionStart: 3, selectionEnd: 3 });
	expect(await texts(page), 'an unfinished word is not sent').toEqual(['Karteczka 0']);
	await page.evaluate(() => window.plane!.edit('s0', 'Nasza Karteczka 0'));
	await expect(page.locator('.editor textarea'), 'nothing moves under an unfinished word').toHaveValue(
		'Karteczka 0 za'
	);
	await session.send('Input.imeSetComposition', { text: ' zaż', selectionStart: 4, selectionEnd: 4 });
	await session.send('Input.insertText', { text: ' zażółć 👩‍🌾' });
	await expect.poll(() => texts(page)).toEqual(['Nasza Karteczka 0 zażółć 👩‍🌾']);
	await page.keyboard.press('Escape');
	expect(await texts(page)).toEqual(['Nasza Karteczka 0 zażółć 👩‍🌾']);
});

test('two megabytes of pasted text become as many stickies as a paste may make, and the rest is counted', async ({
	page
}) => {
	await open(page);
	await surface(page).focus();
	const took = await page.evaluate(() => {
		const lines = Array.from(
			{ length: 40_000 },
			(_, index) => `Pomysł numer ${index}: rowy, mosty, drogi i światłowody`
		);
		const data = new DataTransfer();
		data.setData('text/plain', lines.join('\n'));
		const start = performance.now();
		document
			.querySelector('.surface')!
			.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
		return performance.now() - start;
	});
	expect(await texts(page)).toHaveLength(200);
	await expect(page.getByText(/39\s?800/)).toBeVisible();
	test.info().annotations.push({ type: 'paste of 2 MB, ms', description: String(Math.round(took)) });
});

test('ten thousand stickies in one change leave the board usable', async ({ page }) => {
	test.slow();
	await open(page);
	await page.evaluate(() => window.plane!.fill(10_000));
	await surface(page).focus();
	await page.keyboard.press('Shift+Digit1');
	await expect.poll(() => page.evaluate(() => window.plane!.canvas().far)).toBe(true);
	await look(page, 0, 0, 0.8);
	const { x, y } = await middle(page, 'f0');
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 3, y + 90, { steps: 3 });
	await page.mouse.move(x + 8, y + 180, { steps: 3 });
	await page.mouse.up();
	await expect.poll(async () => (await place(page, 'f0'))?.[1]).toBeGreaterThan(150);
	expect(await page.evaluate(() => document.querySelectorAll('.sticky').length)).toBeLessThan(400);
});

test('emoji, letters from right to left, combining letters and a very long word stay on their paper', async ({
	page
}) => {
	await open(page);
	const hard = [
		'👩‍👩‍👧‍👦🇵🇱🏳️‍🌈 zespół',
		'שלום וברכה לכולם',
		'Z\u0301a\u0328z\u0307o\u0301łc\u0301',
		'Konstantynopolitańczykowianeczka'.repeat(6)
	];
	await page.evaluate((all) => {
		for (const [index, text] of all.entries()) window.plane!.sticky(`s${index}`, text, [index * 220, 0, 200, 200]);
	}, hard);
	await look(page, -100, -200, 1);
	await expect(page.locator('.sticky')).toHaveCount(4);
	const outside = await page
		.locator('.sticky p')
		.evaluateAll((all) => all.filter((p) => p.scrollWidth > p.clientWidth + 1));
	expect(outside).toHaveLength(0);
});

test('the canvas has no fault that a machine can find, empty, full and with its panels open', async ({ page }) => {
	await open(page);
	const check = () => noViolations(page, [], { within: '.board' });
	await check();
	await row(page, 16);
	await press(page, 's0');
	await page.getByRole('button', { name: 'Ułóż', exact: true }).click();
	await check();
});

test('a board at rest asks for no frame', async ({ page }) => {
	await open(page);
	await row(page, 30);
	await press(page, 's1');
	const asked = await page.evaluate(async () => {
		await new Promise((resolve) => setTimeout(resolve, 1200));
		let count = 0;
		const ask = window.requestAnimationFrame.bind(window);
		window.requestAnimationFrame = (callback) => {
			count++;
			return ask(callback);
		};
		await new Promise((resolve) => setTimeout(resolve, 1500));
		return count;
	});
	expect(asked).toBe(0);
});

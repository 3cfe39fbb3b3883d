// Marks on the canvas: drawn with mouse, pen and finger, connected, followed, undone by their author alone, made by keys alone.
import { expect, test, type Page } from '@playwright/test';
import { noViolations, ofThePlane } from './axe.ts';
import { servePlane } from './plane/serve.ts';

let plane: Awaited<ReturnType<typeof servePlane>>;
test.beforeAll(async () => {
	plane = await servePlane();
});
test.afterAll(() => plane.stop());

async function open(page: Page): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(plane.url);
	await page.waitForFunction(() => window.plane !== undefined && document.querySelector('.surface') !== null);
	await page.evaluate(() => {
		window.plane!.sticky('raz', 'Brak autobusu', [0, 0, 200, 200]);
		window.plane!.sticky('dwa', 'Samotność', [700, 300, 200, 200]);
	});
	await expect(page.locator('[data-sticky=dwa]')).toBeVisible();
	await page.evaluate(() => window.plane!.canvas().look({ x: -200, y: -100, zoom: 1 }));
	await page.locator('.surface').focus();
}

const kinds = (page: Page) =>
	page.evaluate(() => window.plane!.things().flatMap(({ kind }) => (kind === 'sticky' ? [] : [kind])));
const count = (page: Page, kind: string) =>
	page.evaluate((wanted) => window.plane!.things().filter(({ kind }) => kind === wanted).length, kind);
const path = (page: Page) => page.locator('.arrow path').last().getAttribute('d');

/** What one page has the other gets, as if the server had passed it on. */
async function pass(from: Page, to: Page): Promise<void> {
	const state = await from.evaluate(() => window.plane!.state());
	await to.evaluate((bytes) => window.plane!.receive(bytes), state);
}

test('a mouse draws, writes and connects; the arrow follows; the other page sees it; undo takes back only mine', async ({
	page,
	context
}) => {
	await open(page);
	const other = await context.newPage();
	await open(other);
	await page.bringToFront();

	// pen: what is being drawn is seen before it is on the board
	await page.keyboard.press('p');
	await page.mouse.move(500, 200);
	await page.mouse.down();
	for (let step = 0; step < 40; step++) await page.mouse.move(500 + step * 3, 200 + Math.sin(step / 4) * 30);
	await expect(page.locator('[data-layer=above] svg path')).toBeVisible();
	expect(await count(page, 'stroke')).toBe(0);
	await page.mouse.up();
	await expect(page.locator('svg[data-mark]')).toHaveCount(1);
	const size = await page.evaluate(() => {
		const stroke = window.plane!.things().find(({ kind }) => kind === 'stroke');
		return stroke?.kind === 'stroke' ? stroke.points.length / 3 : 0;
	});
	expect(size).toBeLessThan(40);

	// text
	await page.keyboard.press('t');
	await page.mouse.click(700, 150);
	await page.keyboard.type('Co już mamy?');
	await page.keyboard.press('Escape');
	await expect(page.getByLabel('Co już mamy?')).toBeVisible();

	// an arrow from one sticky to the other, with words
	await page.keyboard.press('a');
	await page.mouse.move(300, 200);
	await page.mouse.down();
	await page.mouse.move(900, 480, { steps: 6 });
	await page.mouse.up();
	const arrow = page.getByRole('img', { name: 'Strzałka od „Brak autobusu” do „Samotność”' });
	await expect(arrow).toHaveCount(1);
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Podpis' }).fill('prowadzi do');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('img', { name: /Samotność”: prowadzi do/ })).toHaveCount(1);

	// while the sticky is being dragged and after it: the arrow follows
	await page.keyboard.press('Escape');
	const before = await path(page);
	await page.mouse.move(960, 520);
	await page.mouse.down();
	await page.mouse.move(960, 420, { steps: 4 });
	await expect.poll(() => path(page)).not.toBe(before);
	const carried = await path(page);
	await page.mouse.move(760, 620, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => path(page)).not.toBe(carried);

	// the other page sees all of it, and moves on
	await pass(page, other);
	await expect(other.getByRole('img', { name: /prowadzi do/ })).toHaveCount(1);
	await expect(other.getByLabel('Co już mamy?')).toBeVisible();
	await other.bringToFront();
	await other.keyboard.press('r');
	await other.mouse.move(200, 500);
	await other.mouse.down();
	await other.mouse.move(400, 620, { steps: 4 });
	await other.mouse.up();
	expect(await count(other, 'shape')).toBe(1);
	await pass(other, page);
	await page.bringToFront();
	await expect.poll(() => count(page, 'shape')).toBe(1);
	await page.locator('.surface').focus();
	for (let step = 0; step < 12; step++) await page.keyboard.press('Control+z');
	await expect.poll(() => kinds(page)).toEqual(['shape']);
	for (let step = 0; step < 12; step++) await page.keyboard.press('Control+y');
	await expect.poll(() => count(page, 'arrow')).toBe(1);
	await noViolations(page, ofThePlane);
});

test('keys alone write a text, make a shape and connect two stickies', async ({ page }) => {
	await open(page);
	await page.keyboard.press('t');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Ustalenia');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.keyboard.press('o');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Gmina');
	await page.keyboard.press('Escape');
	await expect(page.getByLabel('Gmina')).toHaveAttribute('aria-roledescription', 'elipsa');
	const [, , wide] = await page.evaluate(() => window.plane!.things().find(({ kind }) => kind === 'shape')!.place);
	await page.keyboard.press('Alt+Shift+ArrowRight');
	const [, , wider] = await page.evaluate(() => window.plane!.things().find(({ kind }) => kind === 'shape')!.place);
	expect(wider).toBeGreaterThan(wide);
	await page.keyboard.press('Escape');
	// Enter chooses the first sticky, A begins an arrow there, Tab goes on, Enter ends it
	await page.keyboard.press('Enter');
	await page.keyboard.press('a');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('img', { name: 'Strzałka od „Brak autobusu” do „Samotność”' })).toHaveCount(1);
	// the same arrow is not made twice
	await page.keyboard.press('Escape');
	await page.evaluate(() => window.plane!.canvas().select(['raz', 'dwa']));
	await page.keyboard.press('a');
	expect(await count(page, 'arrow')).toBe(1);
	await noViolations(page, ofThePlane);

	// the list has the same, as lines
	await page.evaluate(() => (window.plane!.settings.face = 'list'));
	await expect(page.getByText('Ustalenia')).toBeVisible();
	await expect(page.getByText('Strzałka od „Brak autobusu” do „Samotność”')).toBeVisible();
	await page.getByRole('button', { name: 'Zmień: Gmina' }).click();
	await page.getByRole('textbox', { name: 'Podpis' }).fill('Gmina i powiat');
	await page.getByRole('button', { name: 'Gotowe' }).click();
	await expect(page.getByText('Gmina i powiat')).toBeVisible();
	await noViolations(page, ofThePlane);
});

/** A pointer that Playwright has no hand for. */
const pen = (
	page: Page,
	type: string,
	x: number,
	y: number,
	more: { pointerId?: number; pointerType?: string; pressure?: number; button?: number; buttons?: number } = {}
) =>
	page.evaluate(
		([kind, left, top, init]) => {
			const surface = document.querySelector('.surface')!;
			// a made-up pointer cannot be captured
			surface.setPointerCapture = () => {};
			surface.dispatchEvent(
				new PointerEvent(kind, {
					bubbles: true,
					cancelable: true,
					clientX: left,
					clientY: top,
					pointerId: 7,
					pointerType: 'pen',
					pressure: 0.5,
					buttons: 1,
					isPrimary: true,
					...init
				})
			);
		},
		[type, x, y, more] as const
	);

test('a pen draws with pressure, a palm beside it does nothing, and fingers then only move the board', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('p');
	await pen(page, 'pointerdown', 500, 200);
	await pen(page, 'pointermove', 540, 220, { pressure: 0.9 });
	const palm = { pointerId: 9, pointerType: 'touch' };
	await pen(page, 'pointerdown', 700, 500, palm);
	await pen(page, 'pointermove', 760, 560, palm);
	await pen(page, 'pointerup', 760, 560, palm);
	await pen(page, 'pointermove', 600, 200, { pressure: 0.2 });
	await pen(page, 'pointerup', 600, 200);
	expect(await count(page, 'stroke')).toBe(1);
	const pressures = await page.evaluate(() => {
		const stroke = window.plane!.things().find(({ kind }) => kind === 'stroke');
		return stroke?.kind === 'stroke' ? stroke.points.filter((_point, index) => index % 3 === 2) : [];
	});
	expect(pressures).toEqual([50, 90, 20]);

	const camera = () => page.evaluate(() => ({ ...window.plane!.canvas().camera }));
	const { x } = await camera();
	await pen(page, 'pointerdown', 700, 500, palm);
	await pen(page, 'pointermove', 800, 500, palm);
	await pen(page, 'pointerup', 800, 500, palm);
	expect(await count(page, 'stroke')).toBe(1);
	expect((await camera()).x).toBeLessThan(x);
	await page.getByRole('button', { name: 'Palec też rysuje' }).click();
	await pen(page, 'pointerdown', 700, 500, palm);
	await pen(page, 'pointermove', 800, 500, palm);
	await pen(page, 'pointerup', 800, 500, palm);
	expect(await count(page, 'stroke')).toBe(2);

	// the eraser end of the pen rubs out
	await pen(page, 'pointerdown', 700, 480, { buttons: 32, button: 5 });
	await pen(page, 'pointermove', 700, 520, { buttons: 32 });
	await pen(page, 'pointermove', 750, 470, { buttons: 32 });
	await pen(page, 'pointerup', 750, 470, { buttons: 0 });
	expect(await count(page, 'stroke')).toBe(1);
});

test('a finger draws; a second finger calls the stroke off and zooms', async ({ browser }) => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'pl-PL' });
	const page = await context.newPage();
	await open(page);
	const client = await context.newCDPSession(page);
	const touch = (
		type: 'touchStart' | 'touchMove' | 'touchEnd',
		...touchPoints: { x: number; y: number; id: number }[]
	) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
	await page.getByRole('button', { name: /^Narzędzia\./ }).click();
	await page.getByRole('button', { name: 'Pisak (klawisz P)' }).click();
	await page.getByRole('button', { name: /^Narzędzia\./ }).click();
	await touch('touchStart', { x: 150, y: 300, id: 1 });
	for (let step = 1; step < 10; step++) await touch('touchMove', { x: 150 + step * 8, y: 300, id: 1 });
	await touch('touchEnd');
	await expect.poll(() => count(page, 'stroke')).toBe(1);

	await touch('touchStart', { x: 150, y: 400, id: 1 });
	await touch('touchMove', { x: 180, y: 400, id: 1 });
	await touch('touchStart', { x: 180, y: 400, id: 1 }, { x: 250, y: 400, id: 2 });
	await touch('touchMove', { x: 130, y: 400, id: 1 }, { x: 300, y: 400, id: 2 });
	await expect.poll(() => page.evaluate(() => window.plane!.canvas().camera.zoom)).toBeGreaterThan(1.5);
	await touch('touchEnd');
	expect(await count(page, 'stroke')).toBe(1);
	await expect(page.locator('[data-layer=above] > svg')).toHaveCount(0);
	await context.close();
});

test('bad days: what is pulled or held is removed by somebody else, and rights end in the middle of a stroke', async ({
	page
}) => {
	await open(page);
	// somebody removes the sticky that an arrow is being drawn from
	await page.keyboard.press('a');
	await page.mouse.move(300, 200);
	await page.mouse.down();
	await page.mouse.move(700, 200, { steps: 4 });
	await page.evaluate(() => window.plane!.remove('raz'));
	await page.mouse.move(900, 480, { steps: 4 });
	await page.mouse.up();
	await expect(page.getByRole('img', { name: 'Strzałka od pustego miejsca do „Samotność”' })).toHaveCount(1);
	// and then the one that it leads to: the end stays where it was
	await page.evaluate(() => window.plane!.remove('dwa'));
	await expect(page.getByRole('img', { name: /do pustego miejsca/ })).toHaveCount(1);

	// a text goes while its handle is being pulled
	await page.keyboard.press('Escape');
	await page.keyboard.press('t');
	await page.mouse.click(500, 400);
	await page.keyboard.type('Znikający tekst');
	await page.keyboard.press('Escape');
	const handle = page.locator('[data-handle=side]');
	const box = (await handle.boundingBox())!;
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x - 60, box.y, { steps: 3 });
	await page.evaluate(() => {
		const text = window.plane!.things().find(({ kind }) => kind === 'text')!;
		window.plane!.remove(text.id);
	});
	await page.mouse.up();
	expect(await count(page, 'text')).toBe(0);
	await page.keyboard.press('Control+z');
	expect(await count(page, 'text')).toBe(0);

	// the item is locked while somebody draws
	await page.keyboard.press('Escape');
	await page.keyboard.press('p');
	await page.mouse.move(400, 500);
	await page.mouse.down();
	await page.mouse.move(450, 520, { steps: 3 });
	await page.evaluate(() => (window.plane!.settings.mayWrite = false));
	await expect(page.getByRole('toolbar', { name: 'Narzędzia do rysowania' })).toHaveCount(0);
	await page.mouse.move(500, 540, { steps: 3 });
	await page.mouse.up();
	expect(await count(page, 'stroke')).toBe(0);
});

// Writing on the canvas: a frame gets another name where its name stands, and a sticky removed under the pen comes back as it was.
import { expect, test, type Page } from '@playwright/test';
import { noViolations, ofThePlane } from './axe.ts';
import { servePlane } from './plane/serve.ts';

let plane: Awaited<ReturnType<typeof servePlane>>;
test.beforeAll(async () => {
	plane = await servePlane();
});
test.afterAll(() => plane.stop());

async function open(page: Page, mayFrame: boolean): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(plane.url);
	await page.waitForFunction(() => window.plane !== undefined && document.querySelector('.surface') !== null);
	await page.evaluate((mayFrame) => {
		const here = window.plane!;
		here.settings.mayFrame = mayFrame;
		here.template('needs', 'a1');
		const [first] = here.things();
		here.sticky('raz', 'Brak autobusu', [first!.place[0] + 40, first!.place[1] + 100, 200, 200], first!.id);
	}, mayFrame);
	await expect(page.locator('[data-sticky=raz]')).toBeVisible();
	await page.locator('.surface').focus();
}

const names = (page: Page) =>
	page.evaluate(() => window.plane!.things().flatMap((each) => (each.kind === 'frame' ? [each.name] : [])));

test('a frame is renamed by two clicks on its name or by F2, and back by undo', async ({ page }) => {
	await open(page, true);
	const before = await names(page);
	const title = page.locator('h2[data-frame]').first();
	await title.locator('b').dblclick();
	const field = page.getByRole('textbox', { name: 'Nazwa obszaru' });
	await expect(field).toBeFocused();
	await expect(field).toHaveValue(before[0]!);
	// it is written where the name stands, in letters of its size
	const [name, area] = [(await title.boundingBox())!, (await field.boundingBox())!];
	expect(Math.abs(name.y - area.y)).toBeLessThan(20);
	await noViolations(page, ofThePlane);
	await field.fill('Czego nam   brakuje');
	await page.keyboard.press('Enter');
	await expect(field).toHaveCount(0);
	await expect(title).toContainText('Czego nam brakuje');
	expect(await names(page)).toContain('Czego nam brakuje');

	// the frame is chosen now: F2 writes again, an emptied name stays as it was
	await page.keyboard.press('F2');
	await field.fill('');
	await page.keyboard.press('Escape');
	await expect(title).toContainText('Czego nam brakuje');
	await page.keyboard.press('Control+z');
	await expect(title).toContainText(before[0]!);
	expect(await names(page)).toEqual(before);
});

test('who may not move frames does not rename them', async ({ page }) => {
	await open(page, false);
	const before = await names(page);
	await page.locator('h2[data-frame]').first().locator('b').dblclick();
	await page.keyboard.press('F2');
	await expect(page.getByRole('textbox', { name: 'Nazwa obszaru' })).toHaveCount(0);
	expect(await names(page)).toEqual(before);
});

test('2 a sticky removed under the pen comes back with its words, its colour and its group', async ({ page }) => {
	await open(page, true);
	await page.evaluate(() => {
		window.plane!.colour('raz', 'pink');
		window.plane!.cluster('grupa', 'Dojazd', ['raz']);
	});
	await page.locator('.surface').focus();
	const at = await page.evaluate(() => window.plane!.middle('raz'));
	await page.mouse.dblclick(at.x, at.y);
	const area = page.getByRole('textbox', { name: 'Treść karteczki' });
	await expect(area).toBeFocused();
	await page.keyboard.type(' w niedzielę');
	const there = await page.evaluate(() => window.plane!.thing('raz')!.place);
	await page.evaluate(() => window.plane!.remove('raz'));
	await page.keyboard.type(' i święta');
	await page.keyboard.press('Escape');
	const back = await page.evaluate(() => window.plane!.things().filter((each) => each.kind === 'sticky'));
	expect(back).toHaveLength(1);
	expect(back[0]).toMatchObject({
		text: 'Brak autobusu w niedzielę i święta',
		colour: 'pink',
		cluster: 'grupa',
		place: there
	});
	expect(back[0]!.frame).not.toBeNull();
});

test('2 a card of the list removed under the pen leaves its words, to be written on and added anew', async ({
	page
}) => {
	await open(page, true);
	await page.evaluate(() => {
		window.plane!.colour('raz', 'pink');
		window.plane!.settings.face = 'list';
	});
	const card = page.getByRole('article').filter({ hasText: 'Brak autobusu' });
	await card.getByRole('button', { name: /^Zmień/ }).click();
	await expect(page.getByRole('textbox', { name: 'Treść karteczki' })).toBeFocused();
	await page.keyboard.type(' w niedzielę');
	const was = await page.evaluate(() => window.plane!.thing('raz')!);
	await page.evaluate(() => window.plane!.remove('raz'));
	const dialog = page.getByRole('alertdialog', { name: 'Ktoś usunął tę karteczkę' });
	await expect(dialog.getByRole('textbox', { name: 'Treść karteczki' })).toBeFocused();
	await page.keyboard.type(' i święta');
	await noViolations(page);
	await dialog.getByRole('button', { name: 'Dodaj na nowo' }).click();
	await expect(dialog).toHaveCount(0);
	const back = await page.evaluate(() => window.plane!.things().filter((each) => each.kind === 'sticky'));
	expect(back).toHaveLength(1);
	const { place, frame } = was as { place: unknown; frame: unknown };
	expect(back[0]).toMatchObject({ text: 'Brak autobusu w niedzielę i święta', colour: 'pink', place, frame });

	// who removes it by the own hand is asked nothing
	await page
		.getByRole('article')
		.getByRole('button', { name: /^Zmień/ })
		.click();
	await page.getByRole('button', { name: 'Usuń karteczkę' }).click();
	await expect(page.getByText('Karteczka usunięta').first()).toBeVisible();
	await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('the first drag right after the key of a tool is its work', async ({ page }) => {
	await open(page, true);
	for (const [key, kind] of [
		['p', 'stroke'],
		['r', 'shape'],
		['a', 'arrow'],
		['t', 'text']
	] as const) {
		await page.keyboard.press(key);
		await page.mouse.move(700, 300);
		await page.mouse.down();
		await page.mouse.move(800, 340, { steps: 2 });
		await page.mouse.up();
		if (kind === 'text') await page.keyboard.type('Napis');
		await page.keyboard.press('Escape');
		expect(
			await page.evaluate((kind) => window.plane!.things().filter((each) => each.kind === kind), kind)
		).toHaveLength(1);
		await page.keyboard.press('Control+z');
		await page.keyboard.press('v');
	}
});

// Reactions: given and taken back by the same tap on a phone, by keyboard on the canvas; list, canvas and table count the same.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { servePlane } from './plane/serve.ts';

let plane: Awaited<ReturnType<typeof servePlane>>;
test.beforeAll(async () => {
	plane = await servePlane();
});
test.afterAll(() => plane.stop());

async function open(page: Page, face: 'canvas' | 'list'): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(plane.url);
	await page.waitForFunction(() => window.plane !== undefined);
	await page.evaluate((face) => {
		const here = window.plane!;
		here.settings.face = face;
		here.sticky('raz', 'Brak autobusu', [0, 0, 200, 200]);
		here.sticky('dwa', 'Samotność', [300, 0, 200, 200]);
		here.react('raz', 'support');
		here.react('raz', 'concern');
	}, face);
}

const given = (page: Page, of: string) =>
	page.evaluate(
		(of) =>
			window
				.plane!.things()
				.flatMap((each) => (each.kind === 'reaction' && each.of === of ? [each.sign] : []))
				.sort(),
		of
	);

async function noViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one']).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test.describe('on a phone', () => {
	test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

	test('a tap joins what others gave, the same tap takes it back; all signs lie one tap away', async ({ page }) => {
		await open(page, 'list');
		const card = page.getByRole('article').filter({ hasText: 'Brak autobusu' });
		const chip = card.getByRole('button', { name: 'Popieram: 1' });
		await expect(chip).toHaveAttribute('aria-pressed', 'false');
		await chip.tap();
		const two = card.getByRole('button', { name: 'Popieram: 2' });
		await expect(two).toHaveAttribute('aria-pressed', 'true');
		expect(await given(page, 'raz')).toEqual(['concern', 'support', 'support']);
		await two.tap();
		await expect(chip).toHaveAttribute('aria-pressed', 'false');
		expect(await given(page, 'raz')).toEqual(['concern', 'support']);

		const other = page.getByRole('article').filter({ hasText: 'Samotność' });
		await other.getByRole('button', { name: 'Odpowiedzi i reakcje: Samotność' }).tap();
		const signs = other.getByRole('group', { name: 'Reakcje na: Samotność' });
		await expect(signs.getByRole('button')).toHaveCount(5);
		await other.getByRole('button', { name: 'Mam pomysł' }).tap();
		await expect(page.getByText('Dodano reakcję „Mam pomysł”')).toBeAttached();
		expect(await given(page, 'dwa')).toEqual(['idea']);
		await noViolations(page);
		for (const button of await signs.getByRole('button').all()) {
			const box = (await button.boundingBox())!;
			expect(box.height).toBeGreaterThanOrEqual(44);
			expect(box.x + box.width).toBeLessThanOrEqual(320);
		}

		// undo means what one wrote and moved, not a tap that takes itself back
		await other.getByRole('button', { name: 'Mam pomysł: 1, także Twoja' }).tap();
		expect(await given(page, 'dwa')).toEqual([]);
	});
});

test('by keyboard on the canvas: given, counted on the note, in the list and in the table, taken back', async ({
	page
}) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await open(page, 'canvas');
	const note = page.locator('[data-sticky=raz]');
	await expect(note).toHaveAccessibleName(/Brak autobusu\. Popieram: 1\. Mam obawę: 1/);
	await page.locator('.surface').focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Reakcje', exact: true }).press('Enter');
	await page.getByRole('button', { name: 'Popieram: 1' }).press('Enter');
	await expect(note).toHaveAccessibleName(/Popieram: 2/);
	await expect(note.locator('.signs')).toHaveText(/2\s*1/);
	await noViolations(page);

	await page.evaluate(() => (window.plane!.settings.face = 'table'));
	const row = page.getByRole('row', { name: /Brak autobusu/ });
	await expect(row).toContainText('Popieram: 2');
	await page.getByRole('button', { name: /^Reakcje/ }).click();
	await expect(page.getByRole('columnheader', { name: /Reakcje/ })).toHaveAttribute('aria-sort', 'descending');
	await expect(page.getByRole('row').nth(1)).toContainText('Brak autobusu');
	await noViolations(page);

	await page.evaluate(() => (window.plane!.settings.face = 'list'));
	await page.getByRole('button', { name: 'Popieram: 2' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Popieram: 1' })).toBeVisible();
	expect(await given(page, 'raz')).toEqual(['concern', 'support']);

	// who may only read sees the numbers and gives nothing
	await page.evaluate(() => (window.plane!.settings.mayWrite = false));
	await expect(page.getByRole('button', { name: 'Popieram: 1' })).toBeDisabled();
});

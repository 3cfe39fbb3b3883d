// Order by meaning: groups by keyboard alone and by touch alone, near-duplicates, replies, suggestions; the list, the canvas and
// the table show the same board.
import { expect, test, type Page } from '@playwright/test';
import { noViolations, ofThePlane } from './axe.ts';
import { servePlane } from './plane/serve.ts';

let plane: Awaited<ReturnType<typeof servePlane>>;
test.beforeAll(async () => {
	plane = await servePlane();
});
test.afterAll(() => plane.stop());

async function open(page: Page, face: 'canvas' | 'list' | 'table', count = 15): Promise<void> {
	await page.goto(plane.url);
	await page.waitForFunction(() => window.plane !== undefined);
	await page.evaluate(
		({ face, count }) => {
			const here = window.plane!;
			here.settings.face = face;
			here.template('needs', 'a1');
			const frame = here.things().find(({ kind }) => kind === 'frame')!;
			here.fill(count, frame.place[0] + 40, frame.place[1] + 100, frame.id);
		},
		{ face, count }
	);
}

/** What the document holds, as the story asks for it. */
const board = (page: Page) =>
	page.evaluate(() => {
		const things = window.plane!.things();
		const stickies = things.filter((each) => each.kind === 'sticky');
		const clusters = things.filter((each) => each.kind === 'cluster');
		return {
			groups: Object.fromEntries(
				clusters.map(({ id, name }) => [name, stickies.filter(({ cluster }) => cluster === id).map((each) => each.id)])
			),
			merged: stickies.filter(({ into }) => into !== null).map(({ id }) => id),
			replies: things.flatMap((each) => (each.kind === 'reply' ? [each.text] : []))
		};
	});

test('by keyboard alone: a group, its name, a suggestion, one of two, and back', async ({ page }) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await open(page, 'canvas');
	const surface = page.getByRole('group', { name: 'Płótno tablicy' });
	await surface.focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('g');
	const name = page.getByRole('textbox', { name: 'Nazwa grupy' });
	await expect(name).toBeFocused();
	await page.keyboard.type('Wszystko razem');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-cluster]')).toContainText('Wszystko razem');
	expect((await board(page)).groups['Wszystko razem']).toHaveLength(15);

	// back: first the name, then the group
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await expect(page.locator('[data-cluster]')).toHaveCount(0);

	// suggestions explain themselves and move nothing before they are accepted
	const before = await page.evaluate(() => JSON.stringify(window.plane!.things()));
	await page.getByRole('button', { name: /^Propozycje grup/ }).press('Enter');
	await page.getByRole('button', { name: 'Zaproponuj grupy' }).press('Enter');
	const panel = page.getByRole('complementary', { name: 'Grupy' });
	await expect(panel.getByText(/^Wspólne słowa: „świetlicy”/)).toBeVisible();
	expect(await page.evaluate(() => JSON.stringify(window.plane!.things()))).toBe(before);
	await noViolations(page, ofThePlane);
	await panel.getByRole('button', { name: /^Przyjmij ?: Świetlicy/ }).press('Enter');
	await expect(page.locator('[data-cluster]')).toContainText('Świetlicy');
	expect((await board(page)).groups['Świetlicy']).toEqual(['f1', 'f9']);
	await panel.getByRole('button', { name: 'Odrzuć' }).first().press('Enter');
	await panel.getByRole('button', { name: 'Przyjmij wszystkie' }).press('Enter');
	expect(Object.keys((await board(page)).groups).length).toBeGreaterThan(3);
	await page.getByRole('button', { name: 'Zamknij grupy' }).press('Enter');

	// near-duplicates become one, and two again
	await surface.focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('m');
	await expect(page.locator('[data-sticky]')).toHaveCount(1);
	await expect(page.locator('[data-sticky]')).toContainText('×15');
	await page.getByRole('button', { name: 'Rozłącz połączone' }).press('Enter');
	await expect(page.locator('[data-sticky]')).toHaveCount(15);
});

test.describe('on a phone', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('by touch alone: several cards into a group, one more, merged, answered, taken apart', async ({ page }) => {
		await open(page, 'list');
		await page.getByRole('button', { name: 'Wybierz kilka' }).tap();
		for (const index of [0, 2, 3]) await page.getByRole('checkbox').nth(index).tap();
		await page.getByRole('textbox', { name: 'Nazwa grupy' }).fill('Woda i rowy');
		await page.getByRole('button', { name: 'Zgrupuj', exact: true }).tap();
		const group = page.getByRole('list', { name: /Woda i rowy/ });
		await expect(group.getByRole('listitem')).toHaveCount(3);
		await expect(page.getByRole('heading', { name: /Poza grupami/ })).toBeVisible();
		expect((await board(page)).groups['Woda i rowy']).toEqual(['f0', 'f2', 'f3']);

		// one more by its menu of places
		await page.getByRole('button', { name: /^Zmień karteczkę: Gmina może zlecić koszenie poboczy 4/ }).tap();
		await page.getByLabel('Przenieś do obszaru').selectOption({ label: '– Woda i rowy' });
		await page.getByRole('button', { name: 'Gotowe' }).tap();
		await expect(group.getByRole('listitem')).toHaveCount(4);

		// a new name and a colour
		await page.getByRole('button', { name: 'Zmień grupę: Woda i rowy' }).tap();
		await page.getByRole('textbox', { name: 'Nazwa grupy' }).fill('Woda');
		await page.getByLabel('Kolor grupy').selectOption('blue');
		await page.getByRole('button', { name: 'Zmień grupę: Woda' }).tap();
		await expect(page.getByRole('list', { name: /^Woda/ }).getByRole('listitem')).toHaveCount(4);
		await noViolations(page, ofThePlane);

		// two say the same
		await page.getByRole('button', { name: 'Wybierz kilka' }).tap();
		for (const text of ['Brak świetlicy 1', 'Brak świetlicy 9']) await page.getByRole('checkbox', { name: text }).tap();
		await page.getByRole('button', { name: 'Połącz w jedną' }).tap();
		expect((await board(page)).merged).toEqual(['f9']);
		await page.getByRole('button', { name: /^Odpowiedzi i reakcje: Brak świetlicy 1\. Połączone z 1/ }).tap();
		await expect(page.getByText('Brak świetlicy 9', { exact: true })).toBeVisible();

		// an answer
		await page.getByRole('textbox', { name: 'Odpowiedzi na: Brak świetlicy 1' }).fill('U nas też');
		await page.getByRole('button', { name: 'Dodaj odpowiedź' }).tap();
		await expect(page.getByText('U nas też', { exact: true })).toBeVisible();
		expect((await board(page)).replies).toEqual(['U nas też']);
		await noViolations(page, ofThePlane);
		await page.getByRole('button', { name: /^Rozłącz ?: Brak świetlicy 9/ }).tap();
		expect((await board(page)).merged).toEqual([]);
		await page.getByRole('button', { name: 'Cofnij' }).tap();
		expect((await board(page)).merged).toEqual(['f9']);

		// the group goes, its stickies stay
		await page.getByRole('button', { name: 'Zmień grupę: Woda' }).tap();
		await page.getByRole('button', { name: 'Rozwiąż grupę' }).tap();
		await expect(page.getByRole('heading', { name: /^Woda/ })).toHaveCount(0);
		await expect(page.getByRole('article')).toHaveCount(14);

		// 320 px hold it all
		await page.setViewportSize({ width: 320, height: 640 });
		const wide = await page.evaluate(
			() =>
				[...document.querySelectorAll('.list *')].filter(
					(each) => each.getBoundingClientRect().right > 329 && !each.closest('.chips')
				).length
		);
		expect(wide).toBe(0);
	});
});

test('list, canvas and table are one board; the table is ordered at its heads', async ({ page }) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await open(page, 'list');
	await page.getByRole('button', { name: 'Wybierz kilka' }).click();
	for (const index of [1, 5, 9]) await page.getByRole('checkbox').nth(index).check();
	await page.getByRole('textbox', { name: 'Nazwa grupy' }).fill('Razem');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /Razem/ })).toBeVisible();
	const list = await page
		.getByRole('article')
		.evaluateAll((cards) => cards.map(({ id }) => id.slice('sticky-'.length)));
	expect(list).toHaveLength(15);
	expect(list.slice(0, 3)).toEqual(['f1', 'f5', 'f9']);

	await page.evaluate(() => {
		const totals: Record<string, number> = {};
		for (const [index, { id }] of window.plane!.things().entries()) totals[id] = index % 4;
		window.plane!.settings.dots = { mine: {}, left: 0, limit: 5, open: false, totals };
		window.plane!.settings.face = 'canvas';
	});
	const surface = page.getByRole('group', { name: 'Płótno tablicy' });
	await expect(surface).toBeVisible();
	expect(await page.evaluate(() => window.plane!.canvas().board.stickies.map(({ id }) => id))).toEqual(list);

	await page.evaluate(() => (window.plane!.settings.face = 'table'));
	const texts = () => page.locator('tbody td.text').allInnerTexts();
	await expect(page.locator('tbody tr')).toHaveCount(15);
	expect((await texts()).map((text) => `f${/(\d+)\s*$/.exec(text)![1]}`)).toEqual(list);
	const dots = page.getByRole('columnheader', { name: 'Kropki' });
	await dots.getByRole('button').click();
	await expect(dots).toHaveAttribute('aria-sort', 'descending');
	const counts = await page.locator('tbody tr td:last-child').allInnerTexts();
	expect(counts.map(Number)).toEqual([...counts.map(Number)].sort((a, b) => b - a));
	await dots.getByRole('button').click();
	await expect(dots).toHaveAttribute('aria-sort', 'ascending');
	await page.getByLabel('Grupa').selectOption({ label: 'Razem' });
	await expect(page.locator('tbody tr')).toHaveCount(3);
	await page.getByRole('searchbox').fill('swietlic');
	await expect(page.locator('tbody tr')).toHaveCount(2);
	await noViolations(page, ofThePlane);
});

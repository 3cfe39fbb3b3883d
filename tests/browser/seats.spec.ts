// A seat and a screen by themselves: a resident without touch through a whole session, what stays after the end, and a projector that remembers.
import { expect, test, type Page } from '@playwright/test';
import { Organiser } from '../../rehearsal/organiser.ts';
import { accessible, item, next, openHall, press, tabTo, type Hall } from './hall.ts';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

const question = 'Którą formę wybieramy dla przedsięwzięcia w świetlicy?';
const choices = ['Spółdzielnia socjalna osób prawnych', 'Stowarzyszenie z działalnością gospodarczą'];
const agenda = [
	item('talk', 'Powitanie i runda', { kind: 'talk' }, { prompt: 'Kim jesteśmy i z czym przychodzimy?' }),
	item('board', 'Pomysły', { kind: 'board', template: 'open' }),
	item('decide', 'Decyzja', { kind: 'ballot', ballot: { question, method: 'single', choices, secret: true, dots: 5 } }),
	item('pause', 'Przerwa', { kind: 'break' })
];

/** Texts on the hall's screen that are smaller than 2.2 hundredths of its height. */
const tooSmall = (screen: Page) =>
	screen.evaluate(() => {
		const found: string[] = [];
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) {
			const text = walk.currentNode;
			const home = text.parentElement!;
			if (!text.textContent?.trim() || home.closest('script, style, noscript, .tools, .visually-hidden')) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			const { width, height } = range.getBoundingClientRect();
			if (width < 2 || height < 2) continue;
			const share = parseFloat(getComputedStyle(home).fontSize) / innerHeight;
			if (share < 0.0219) found.push(`${(share * 100).toFixed(2)} %: ${text.textContent.trim().slice(0, 40)}`);
		}
		return found;
	});

/** Joins without touching anything but keys. */
async function joinByKeys(page: Page, { session }: Hall): Promise<void> {
	await page.goto(`${server.url}/s/${session.code}`);
	const resident = page.getByRole('radio', { name: /mieszkańcy/ });
	await tabTo(page, page.getByRole('radio').first());
	for (let step = 0; step < 8 && !(await resident.isChecked()); step++) await page.keyboard.press('ArrowDown');
	const institution = page.getByRole('textbox', { name: /Instytucja/ });
	await expect(institution).toHaveValue('mieszkaniec/mieszkanka');
	await expect(page.getByText('Jesteś we własnym imieniu')).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Dołączam' }));
	await expect(page.getByText('Zapisano', { exact: true })).toBeVisible();
}

test('a resident joins, speaks up, writes, votes and takes it all home by keys alone', async ({ browser }) => {
	const hall = await openHall(browser, server, agenda);
	const { desk, bots } = hall;
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' });
	const page = await context.newPage();
	await joinByKeys(page, hall);

	await next(desk, 'Powitanie i runda');
	await press(page, page.getByRole('button', { name: 'Chcę mówić' }), 'Space');
	await expect(page.getByText('jesteś 1. w kolejce')).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Gotowe' }), 'Space');
	await expect(page.getByRole('button', { name: 'Gotowe' })).toHaveAttribute('aria-pressed', 'true');
	// nothing trembles or sounds unless somebody wants it
	await press(page, page.getByText('Sygnały tego telefonu'));
	for (const signal of await page.getByRole('group').getByRole('checkbox').all())
		await expect(signal).not.toBeChecked();
	const tone = page.getByRole('checkbox', { name: 'Zagraj krótki dźwięk' });
	await expect(tone).not.toBeChecked();
	await press(page, tone, 'Space');
	await page.reload();
	await tabTo(page, page.getByText('Sygnały tego telefonu'));
	await page.keyboard.press('Enter');
	await expect(tone).toBeChecked();

	await next(desk, 'Pomysły');
	const field = page.getByRole('textbox', { name: /karteczk/i });
	await tabTo(page, field);
	await page.keyboard.type('Bar mleczny w świetlicy');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('article').filter({ hasText: 'Bar mleczny' }).getByText('mieszkańcy')).toBeVisible();
	await accessible(page);
	await field.blur();

	await next(desk, 'Decyzja');
	await tabTo(page, page.getByRole('radio').first());
	await page.keyboard.press('Space');
	await press(page, page.getByRole('button', { name: 'Oddaj głos' }));
	await expect(page.getByText(`Twój głos jest zapisany: ${choices[0]}.`)).toBeVisible();
	for (const [place, bot] of bots.entries()) {
		const open = await bot.link.until('the ballot', ({ ballots }) => ballots.find(({ status }) => status === 'open'));
		await bot.link.carryOut({ type: 'vote.cast', ballot: open.id, vote: { [place < 3 ? 'c0' : 'c1']: 1 } });
	}
	await press(desk, desk.getByRole('button', { name: 'Zamknij i pokaż wynik' }));
	await desk.keyboard.press('d');
	await desk.getByLabel('Co postanowiono').fill('W maju otwieramy bar mleczny w świetlicy.');
	await desk.keyboard.press('Control+Enter');
	await tabTo(page, page.getByRole('button', { name: 'Decyzje' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByText('W maju otwieramy bar mleczny')).toBeVisible();

	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	await organiser.facilitate(hall.session);
	for (const [text, owner] of [
		['Zapytać o dotację', 'Mieszkaniec/mieszkanka'],
		['Sprawdzić lokal', 'Urząd Gminy']
	] as const)
		await organiser.carryOut({ type: 'task.keep', task: null, draft: { text, owner, due: '2026-12-11' } });
	await organiser.closeSession();
	organiser.close();

	await press(page, page.getByRole('button', { name: 'Teraz' }));
	const ends = async () => {
		await expect(page.getByRole('heading', { name: 'Dziękujemy!' })).toBeVisible();
		await expect(page.getByText('W maju otwieramy bar mleczny w świetlicy.')).toBeVisible();
		await expect(page.getByText('Zapytać o dotację')).toBeVisible();
		await expect(page.getByText('Sprawdzić lokal')).toBeHidden();
		await expect(page.getByText('1 karteczka z tego urządzenia')).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: /^Bar mleczny w świetlicy$/ })).toBeVisible();
		await expect(page.getByText('Twój głos jest na liście.')).toBeVisible();
		await expect(page.getByText(/Zapis tej sesji przechowujemy do \d+ \S+ 20\d\d/)).toBeVisible();
	};
	await ends();
	await page.reload();
	await ends();
	await accessible(page, hall.screen);
	await expect(hall.screen.getByText('W maju otwieramy bar mleczny w świetlicy.')).toBeVisible();

	const stranger = await (await browser.newContext({ locale: 'pl-PL' })).newPage();
	await stranger.goto(`${server.url}/s/${hall.session.code}`);
	await expect(stranger.getByRole('heading', { name: 'Ta sesja już się skończyła' })).toBeVisible();
	await expect(stranger.getByText('bar mleczny')).toHaveCount(0);
	await stranger.context().close();
	await context.close();
	await hall.close();
});

test('a projector keeps its own size, its words together, its code in sight, and no text too small', async ({
	browser
}) => {
	const hall = await openHall(browser, server, agenda);
	const { desk, screen } = hall;
	const main = screen.getByRole('main');
	const zoom = () => main.evaluate((element) => Number(getComputedStyle(element).zoom));
	// a server that only this machine sees tells the hall so
	await expect(screen.getByText('Telefony nie wejdą pod ten adres')).toBeVisible();
	expect(await tooSmall(screen)).toEqual([]);

	await next(desk, 'Powitanie i runda');
	await expect(screen.getByRole('heading', { name: 'Powitanie i runda' })).toBeVisible();
	expect(await screen.getByText(/^Kim jeste/).textContent()).toContain('i\u00a0z\u00a0czym');
	expect(await zoom()).toBe(1);
	await desk.keyboard.press('s');
	const window = desk.getByRole('dialog', { name: 'Ekran sali' });
	await window.getByRole('button', { name: 'Większy tekst' }).click();
	await expect.poll(zoom).toBeCloseTo(1.12, 3);
	await screen.bringToFront();
	await screen.keyboard.press('+');
	await expect.poll(zoom).toBeCloseTo(1.12 ** 2, 3);
	await screen.reload();
	await expect.poll(zoom).toBeCloseTo(1.12 ** 2, 3);
	await desk.bringToFront();
	await window.getByRole('button', { name: 'Dopasuj sam' }).click();
	await expect.poll(zoom).toBe(1);

	await window.getByRole('textbox', { name: 'Pasek z napisem' }).fill('Wracamy o 11:15. '.repeat(8));
	await window.getByRole('button', { name: 'Pokaż pasek' }).click();
	await expect(window.getByRole('button', { name: 'Zdejmij pasek' })).toBeVisible();
	await screen.setViewportSize({ width: 1024, height: 768 });
	const line = screen.getByText(/^Wracamy/);
	await expect(line).toBeVisible();
	const code = screen.getByText(new RegExp(`^${hall.session.code.slice(0, 3)}\\s`));
	await expect
		.poll(async () => {
			const [over, under] = [await line.boundingBox(), await code.boundingBox()];
			return over !== null && under !== null && under.y + under.height <= over.y + 1;
		})
		.toBe(true);
	await desk.keyboard.press('Escape');

	for (const title of ['Pomysły', 'Decyzja', 'Przerwa']) {
		await desk.keyboard.press('ArrowRight');
		if (title === 'Przerwa') await desk.keyboard.press('ArrowRight');
		await expect(screen.getByRole('heading', { name: title }).first()).toBeVisible();
		for (const [width, height] of [
			[1024, 768],
			[3840, 2160]
		] as const) {
			await screen.setViewportSize({ width, height });
			await expect.poll(() => tooSmall(screen), { message: `${title} at ${width}` }).toEqual([]);
		}
	}
	await screen.keyboard.press('d');
	await expect(screen.locator('html')).toHaveAttribute('data-hall', 'dark');
	await accessible(screen);
	await hall.close();
});

test('a result moves on the projector only while it is revealed, and stays still where motion is not wanted', async ({
	browser
}) => {
	const hall = await openHall(browser, server, agenda);
	const { desk, screen, bots } = hall;
	for (const title of ['Powitanie i runda', 'Pomysły', 'Decyzja']) await next(desk, title);
	const open = await bots[0]!.link.until('the ballot', ({ ballots }) =>
		ballots.find(({ status }) => status === 'open')
	);
	for (const bot of bots) await bot.link.carryOut({ type: 'vote.cast', ballot: open.id, vote: { c0: 1 } });
	const still = await screen
		.context()
		.browser()!
		.newContext({
			viewport: { width: 1920, height: 1080 },
			locale: 'pl-PL',
			reducedMotion: 'reduce',
			storageState: await screen.context().storageState()
		});
	const calm = await still.newPage();
	await calm.goto(`${server.url}/s/${hall.session.code}/screen`);
	const bar = (page: Page) => page.locator('span.fill').first();
	const animation = (page: Page) => bar(page).evaluate((element) => getComputedStyle(element).animationName);
	await press(desk, desk.getByRole('button', { name: 'Zamknij i pokaż wynik' }));
	for (const page of [screen, calm]) await expect(bar(page)).toBeAttached();
	expect(await animation(screen)).toMatch(/grow/);
	expect(await animation(calm)).toBe('none');
	await screen.reload();
	await expect(bar(screen)).toBeAttached();
	expect(await animation(screen)).toBe('none');
	await still.close();
	await hall.close();
});

test('the desk says aloud that there are ways to win time back, and measures the end from the opening', async ({
	browser
}) => {
	const hall = await openHall(browser, server, agenda);
	const { desk } = hall;
	await next(desk, 'Powitanie i runda');
	await expect(desk.getByText(/^Skończymy o \d\d:\d\d, (prawie )?zgodnie z planem/)).toBeVisible();
	for (let minute = 0; minute < 4; minute++) await desk.keyboard.press('+');
	const said = desk.getByRole('status').filter({ hasText: 'Kończymy później niż w planie' });
	await expect(said).toHaveText(/Są \d propozycje, jak odzyskać czas: klawisze od 1 do \d/);
	await expect(desk.getByText(/\d minut\S* później, niż wynikało z planu/)).toBeVisible();
	await hall.close();
});

test('a first password that is too short is refused in a sentence of the page', async ({ page }) => {
	const fresh = await startServer({ password: '' });
	try {
		const link = /\/setup\?key=\S+/.exec(fresh.output())?.[0];
		expect(link).toBeTruthy();
		await page.goto(`${fresh.url}${link}`);
		await page.getByLabel('Nowe hasło').fill('krótkie');
		await page.getByRole('button', { name: 'Ustaw hasło i wejdź' }).click();
		await expect(page.getByText(/Hasło .*(znak|krótk)/).last()).toBeVisible();
		await accessible(page);
	} finally {
		await fresh.stop();
	}
});

// The organiser's way: signs in, looks at the example, plans a session, reads, exports and erases a record; the doors stay shut for others.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { noViolations } from './axe.ts';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

test.describe.configure({ mode: 'serial' });

async function signIn(page: Page, next = '/'): Promise<void> {
	await page.goto(`${server.url}/signin?next=${encodeURIComponent(next)}`);
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await page.waitForURL(`${server.url}${next}`);
}

async function withoutScript(from: BrowserContext, page: Page): Promise<Page> {
	const browser = page.context().browser();
	if (!browser) throw new Error('no browser');
	const context = await browser.newContext({ javaScriptEnabled: false, storageState: await from.storageState() });
	return context.newPage();
}

const titles = (page: Page) =>
	page.getByLabel(/^Tytuł punktu/).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test('pages of the organiser ask for the password first and lead back to where one wanted to go', async ({ page }) => {
	for (const path of ['/labs/new', '/archive', '/archive/x/record.json', '/example']) {
		const answer = await page.request.get(`${server.url}${path}`, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(303);
		expect(answer.headers().location).toBe(`/signin?next=${encodeURIComponent(path)}`);
	}
	const deed = await page.request.post(`${server.url}/example`, {
		headers: { origin: server.url, accept: 'text/html' },
		form: {},
		maxRedirects: 0
	});
	expect(deed.headers().location).toContain('/signin');
	await page.goto(`${server.url}/labs`);
	await page.getByLabel('Hasło').fill('nie to hasło');
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await expect(page.getByText('To nie jest właściwe hasło.')).toBeVisible();
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await expect(page).toHaveURL(`${server.url}/labs`);
	const cookie = (await page.context().cookies()).find(({ name }) => name === 'narada_organiser');
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('signing in never leads to another site', async ({ request }) => {
	const answer = await request.post(`${server.url}/signin`, {
		headers: { origin: server.url, accept: 'text/html' },
		form: { password: server.password, next: '//example.org/labs' },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(303);
	expect(answer.headers().location).toBe('/');
});

test('an empty instance offers the example, with three records and a session that is ready', async ({ page }) => {
	await signIn(page);
	await page.getByRole('button', { name: 'Wczytaj przykładowe laboratorium' }).click();
	await expect(page.getByRole('heading', { name: 'Laboratorium przykładowe' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Zapis sesji:/ })).toHaveCount(3);
	await expect(page.getByRole('link', { name: /^Przygotuj:/ })).toHaveCount(1);
	await expect(page.getByText('treść symulowana').first()).toBeVisible();
});

test('a laboratory and a session are made, and the agenda is put in order by keyboard', async ({ page }) => {
	await signIn(page, '/labs/new');
	await page.getByRole('textbox', { name: 'Nazwa' }).fill('Laboratorium Ziemi Sierpeckiej');
	await page.getByRole('textbox', { name: 'Powiat' }).fill('sierpecki');
	await page.getByRole('button', { name: 'Utwórz laboratorium' }).click();
	await page.getByRole('link', { name: 'Nowa sesja' }).click();
	await page.getByRole('textbox', { name: 'Temat sesji' }).fill('Co zrobić z kuchnią po szkole?');
	await page.getByLabel('Koniec').fill('12:30');
	await page.getByRole('button', { name: 'Utwórz sesję' }).click();

	await expect(page.getByText('Kończy o 12:35, 5 min po planie.')).toBeVisible();
	const before = await titles(page);
	const handle = page.getByRole('button', { name: /^Przenieś punkt 2:/ });
	await handle.focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByText(`„${before[1]}”: miejsce 1 z 9, początek 10:00.`)).toBeAttached();
	await page.keyboard.press('Space');
	await page.getByLabel(`Ile minut: ${before[0]}`).fill('8');
	await expect(page.getByText('Kończy o 12:28, 2 min przed planowanym końcem.')).toBeVisible();
	await expect(page.getByText('Zapisano', { exact: true })).toBeVisible();

	await page.reload();
	await expect(page.getByLabel('Tytuł punktu 1')).toHaveValue(before[1] ?? '');
	expect(await titles(page)).toEqual([before[1], before[0], ...before.slice(2)]);
});

test('an item is dragged, removed and brought back; what cannot be saved is said', async ({ page }) => {
	// tall enough that the drag stays clear of the edge, where the page would scroll
	await page.setViewportSize({ width: 1280, height: 1100 });
	await signIn(page, '/labs');
	await page.getByRole('link', { name: 'Laboratorium Ziemi Sierpeckiej' }).click();
	await page.getByRole('link', { name: /^Przygotuj:/ }).click();
	await expect(page.getByLabel('Tytuł punktu 1')).toBeVisible();
	const before = await titles(page);

	const from = await page.getByRole('button', { name: /^Przenieś punkt 1:/ }).boundingBox();
	const to = await page.getByRole('button', { name: /^Przenieś punkt 3:/ }).boundingBox();
	if (!from || !to) throw new Error('no handles');
	await page.mouse.move(from.x + 8, from.y + 8);
	await page.mouse.down();
	await page.mouse.move(to.x + 8, to.y - 8, { steps: 6 });
	// the place under the pointer is found once a frame
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	await page.mouse.up();
	await expect(page.getByLabel('Tytuł punktu 2')).toHaveValue(before[0] ?? '');

	await page.getByRole('button', { name: /^Szczegóły: Przerwa/ }).click();
	await page.getByRole('button', { name: 'Usuń punkt' }).click();
	await expect(page.getByLabel(/^Tytuł punktu/)).toHaveCount(8);
	await expect(page.getByRole('button', { name: 'Cofnij' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(/^Tytuł punktu/)).toHaveCount(9);

	await page.getByLabel('Tytuł punktu 1').fill('');
	await expect(page.getByText('Nie zapisano. Punkt 1 potrzebuje tytułu.')).toBeVisible();
	await page.getByLabel('Tytuł punktu 1').fill('Początek');
	await expect(page.getByText('Zapisano', { exact: true })).toBeVisible();
});

test('a second window that has not seen the change is told so and overwrites nothing', async ({ page, context }) => {
	await signIn(page, '/labs');
	await page.getByRole('link', { name: 'Laboratorium Ziemi Sierpeckiej' }).click();
	await page.getByRole('link', { name: /^Przygotuj:/ }).click();
	await expect(page.getByLabel('Tytuł punktu 1')).toBeVisible();
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByLabel('Tytuł punktu 1').fill('Z drugiego okna');
	await expect(other.getByText('Zapisano', { exact: true })).toBeVisible();
	await page.getByLabel('Tytuł punktu 1').fill('Z pierwszego okna');
	await expect(page.getByText('Ten program zmieniono w innym oknie.')).toBeVisible();
	await other.reload();
	await expect(other.getByLabel('Tytuł punktu 1')).toHaveValue('Z drugiego okna');
});

test('the invitation shows the code and the way in, and no key', async ({ page }) => {
	await signIn(page, '/labs');
	await page.getByRole('link', { name: 'Laboratorium Ziemi Sierpeckiej' }).click();
	await page.getByRole('link', { name: /^Przygotuj:/ }).click();
	await page.getByRole('link', { name: 'Zaproszenie' }).click();
	await expect(page.getByRole('img', { name: /^Kod QR/ })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Wybierz sektor' })).toBeVisible();
	expect(await page.content()).not.toContain('?key=');
});

test('people without a password join by code: a wrong one gets a sentence, a right one leads in', async ({ page }) => {
	await page.goto(server.url);
	await page.getByLabel('Kod sesji').fill('12 34');
	await page.getByRole('button', { name: 'Dołącz' }).click();
	await expect(page.getByText('Kod sesji ma sześć cyfr.')).toBeVisible();
	await page.getByLabel('Kod sesji').fill('000000');
	await page.getByRole('button', { name: 'Dołącz' }).click();
	await expect(page.getByText('Nie ma sesji o takim kodzie.')).toBeVisible();
});

test('a record is opened for its participants by a link, which shows nothing else and can be closed', async ({
	page
}) => {
	await signIn(page, '/archive');
	await page.getByRole('link', { name: 'Co zrobić z kuchnią po szkole w Mochowie' }).click();
	await page.waitForURL(/\/archive\/[\w-]+$/);
	const address = page.url();
	await page.getByRole('button', { name: 'Otwórz zapis uczestnikom' }).click();
	const path = new URL(await page.getByRole('textbox', { name: 'Link do zapisu' }).inputValue()).pathname;

	const strangers = await page
		.context()
		.browser()
		?.newContext({ viewport: { width: 390, height: 844 } });
	if (!strangers) throw new Error('no browser');
	const stranger = await strangers.newPage();
	const served = await stranger.goto(`${server.url}${path}`);
	expect(await served?.allHeaders()).toMatchObject({
		'cache-control': 'no-store',
		'x-robots-tag': 'noindex, nofollow'
	});
	await expect(stranger.locator('#s3')).toContainText('kuchnia szkolna stoi od zamknięcia szkoły');
	await expect(stranger.locator('#d1')).toContainText('za 11, przeciw 0, wstrzymało się 1');
	// nothing to press, no way into the organiser's rooms, nothing that the page does not show
	await expect(stranger.getByRole('main').getByRole('button')).toHaveCount(0);
	const source = (await served?.text()) ?? '';
	for (const room of ['/archive', '/labs', '/recommendations', 'facilitatorKey']) expect(source).not.toContain(room);
	const width = await stranger.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(390);
	await expect(stranger.getByText('Zapis udostępnił organizator')).toBeVisible();
	for (const language of ['en', 'pl']) {
		await strangers.addCookies([{ name: 'narada_language', value: language, url: server.url }]);
		await stranger.reload();
		await noViolations(stranger, [], { where: language });
	}
	expect((await strangers.request.get(address, { maxRedirects: 0 })).status()).toBe(303);

	await page.getByRole('button', { name: 'Zamknij link' }).click();
	await expect(page.getByRole('button', { name: 'Otwórz zapis uczestnikom' })).toBeVisible();
	const gone = await stranger.reload();
	expect(gone?.status()).toBe(404);
	await expect(stranger.getByRole('heading', { name: 'Tego zapisu nie można już otworzyć' })).toBeVisible();
	await expect(stranger.getByText('Organizator zamknął ten link')).toBeVisible();
	await noViolations(stranger);
	await strangers.close();
});

test('a record is read without JavaScript, exported whole, and erased only when that is confirmed', async ({
	page,
	context
}) => {
	await signIn(page, '/archive');
	await page.getByLabel('Szukaj', { exact: true }).fill('kuchnia mochowo');
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'Co zrobić z kuchnią po szkole w Mochowie' }).click();
	await page.waitForURL(/\/archive\/[\w-]+$/);
	const address = page.url();

	const plain = await withoutScript(context, page);
	await plain.goto(address);
	await expect(plain.locator('#s3')).toContainText('kuchnia szkolna stoi od zamknięcia szkoły');
	await expect(plain.locator('#d1')).toContainText('za 11, przeciw 0, wstrzymało się 1');
	await expect(plain.locator('#p0')).toContainText('Gmina Mochowo');
	await expect(plain.getByText('Dwie rady gmin pracują równolegle')).toBeVisible();

	const json = await page.request.get(`${address}/record.json`);
	expect(json.headers()['content-disposition']).toContain('2024-03-07-co-zrobic-z-kuchnia');
	const record = (await json.json()) as { stickies: { id: string; votes: number }[]; decisions: unknown[] };
	expect(record.stickies.map(({ id, votes }) => [id, votes])).toContainEqual(['s3', 10]);
	expect(record.decisions).toHaveLength(2);
	const markdown = await (await page.request.get(`${address}/record.md`)).text();
	expect(markdown).toContain('`s3` kuchnia szkolna stoi od zamknięcia szkoły');

	await plain.getByText('Usuń zapis na zawsze').first().click();
	await plain.getByRole('checkbox').check();
	await plain.getByRole('button', { name: 'Usuń zapis na zawsze' }).click();
	await expect(plain).toHaveURL(`${server.url}/archive`);
	expect((await page.request.get(address)).status()).toBe(404);
	await plain.context().close();
});

test('axe finds nothing on any page of the organiser, in both languages', async ({ page }) => {
	test.slow();
	const visitor = await page.context().browser()?.newContext();
	if (!visitor) throw new Error('no browser');
	await signIn(page, '/labs');
	const lab = (await page.getByRole('link', { name: 'Laboratorium Ziemi Sierpeckiej' }).getAttribute('href')) ?? '';
	await page.goto(`${server.url}${lab}`);
	const session = (await page.getByRole('link', { name: /^Przygotuj:/ }).getAttribute('href')) ?? '';
	await page.goto(`${server.url}/archive`);
	const record =
		(await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')) ?? '';
	const paths = [
		'/',
		'/labs',
		'/labs/new',
		lab,
		`${lab}/edit`,
		`${lab}/sessions/new`,
		session,
		`${session}/invitation`
	];
	for (const language of ['pl', 'en']) {
		for (const context of [page.context(), visitor])
			await context.addCookies([{ name: 'narada_language', value: language, url: server.url }]);
		for (const path of [...paths, '/archive', record, '/example']) {
			await page.goto(`${server.url}${path}`);
			await noViolations(page, [], { where: `${language} ${path}` });
		}
		const guest = await visitor.newPage();
		for (const path of ['/', '/signin', '/setup']) {
			await guest.goto(`${server.url}${path}`);
			await noViolations(guest, [], { where: `${language} ${path}` });
		}
		await guest.close();
	}
	await visitor.close();
});

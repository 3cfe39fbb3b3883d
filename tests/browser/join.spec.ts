// A participant on a phone: comes in by code, keeps the seat, writes, votes and reads, also with bad Wi-Fi; the hall's screen follows.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { noViolations } from './axe.ts';
import { item } from './hall.ts';
import { startServer, type RunningServer } from './server.ts';

const plan = {
	question: 'Czy zaczynamy od września?',
	method: 'yes-no-abstain',
	choices: [],
	secret: false,
	dots: 5
} as const;
const agenda: AgendaItem[] = [
	item('talk', 'Powitanie', { kind: 'talk' }),
	item('board', 'Zasoby', { kind: 'board', template: 'resources' }),
	item('ballot', 'Termin', { kind: 'ballot', ballot: plan }),
	item('end', 'Zakończenie', { kind: 'talk' })
];

let server: RunningServer;
let organiser: Organiser;
test.beforeAll(async () => {
	server = await startServer();
	organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
});
test.afterEach(() => organiser.close());
test.afterAll(() => server.stop());

const prepare = () =>
	organiser.prepare({
		title: 'Kuchnia po szkole',
		date: '2026-12-03',
		place: 'Dom kultury',
		territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
		agenda
	});

async function phone(browser: Browser, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL', ...more });
	return context.newPage();
}

async function join(page: Page, { code }: Prepared, sector = 'mieszkańcy', institution = 'Mieszkanka'): Promise<void> {
	await page.goto(`${server.url}/s/${code}`);
	await page.getByRole('radio', { name: sector }).check();
	await page.getByLabel('Instytucja lub grupa').fill(institution);
	await page.getByRole('button', { name: 'Dołączam' }).click();
	await expect(saved(page)).toBeVisible();
}

const saved = (page: Page) => page.locator('[data-waiting]');

test('a wrong code gets a sentence and the field again', async ({ browser }) => {
	const session = await prepare();
	const page = await phone(browser);
	const answer = await page.goto(`${server.url}/s/000000`);
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nie ma takiej sesji');
	await noViolations(page);
	await page.getByLabel('Kod sesji').fill(`${session.code.slice(0, 3)} ${session.code.slice(3)}`);
	await page.getByRole('main').getByRole('button').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sesja jeszcze się nie zaczęła');
});

test('who comes early is let in by the page itself, and who comes after the end is thanked', async ({ browser }) => {
	const session = await prepare();
	const page = await phone(browser);
	await page.goto(`${server.url}/s/${session.code}`);
	await expect(page.getByText('Dom kultury')).toBeVisible();
	await noViolations(page);
	await organiser.facilitate(session);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dołącz do sesji');
	await noViolations(page);
	await organiser.closeSession();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ta sesja już się skończyła');
});

test('joining works without JavaScript, with a sentence at each field that needs one more look', async ({
	browser
}) => {
	const session = await prepare();
	await organiser.facilitate(session);
	const page = await phone(browser, { javaScriptEnabled: false });
	await page.goto(`${server.url}/s/${session.code}`);
	await page.getByLabel('Instytucja lub grupa').fill('OSP');
	await page.getByRole('button', { name: 'Dołączam' }).click();
	await expect(page.getByText('Wybierz jedną z sześciu odpowiedzi.')).toBeVisible();
	await expect(page.getByLabel('Instytucja lub grupa')).toHaveValue('OSP');
	await page.getByRole('radio', { name: 'organizacje' }).check();
	await page.getByRole('button', { name: 'Dołączam' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jesteś na miejscu');
});

test('the seat stays after a reload, and the phone follows the agenda', async ({ browser }) => {
	const session = await prepare();
	await organiser.facilitate(session);
	const page = await phone(browser);
	await join(page, session);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jesteś na miejscu');
	await noViolations(page);
	await organiser.startItem('talk');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Powitanie');
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Powitanie');
	await expect(page.getByRole('timer')).toBeVisible();
});

test('a latecomer gets the open ballot at once, votes by keyboard and may change the vote', async ({ browser }) => {
	const session = await prepare();
	await organiser.facilitate(session);
	await organiser.startItem('ballot');
	const page = await phone(browser);
	await join(page, session);
	await expect(page.getByRole('heading', { name: plan.question })).toBeVisible();
	await expect(page.getByText('jawne', { exact: true })).toBeVisible();
	await page.getByRole('radio', { name: 'Za', exact: true }).focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Twój głos jest zapisany: Za.')).toBeVisible();
	await expect(page.getByText('Oddano 1 głos z 1')).toBeVisible();
	await noViolations(page);
	await page.getByRole('radio', { name: 'Przeciw' }).check();
	await page.getByRole('button', { name: 'Zmień głos' }).click();
	await expect(page.getByText('Twój głos jest zapisany: Przeciw.')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('radio', { name: 'Przeciw' })).toBeChecked();
});

test('what is half written stays when the session calls elsewhere', async ({ browser }) => {
	const session = await prepare();
	await organiser.facilitate(session);
	await organiser.startItem('board');
	const page = await phone(browser);
	await join(page, session);
	const field = page.getByRole('textbox');
	await field.fill('kuchnia szkolna stoi pusta');
	await organiser.startItem('ballot');
	await expect(page.getByText('Trwa głosowanie')).toBeVisible();
	await expect(field).toHaveValue('kuchnia szkolna stoi pusta');
	await page.getByRole('button', { name: 'Przejdź' }).click();
	await expect(page.getByRole('heading', { name: plan.question })).toBeVisible();
	await page.getByRole('button', { name: 'Tablica' }).click();
	await expect(field).toHaveValue('kuchnia szkolna stoi pusta');
});

test('a phone without a connection says what waits, and nothing of it is lost when the item changes meanwhile', async ({
	browser
}) => {
	const session = await prepare();
	await organiser.facilitate(session);
	await organiser.startItem('talk');
	await organiser.startItem('board');
	const page = await phone(browser);
	const defects: string[] = [];
	page.on('pageerror', ({ message }) => defects.push(message));
	await join(page, session);
	const field = page.getByRole('textbox');
	await expect(field).toBeVisible();
	await organiser.startItem('talk');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Powitanie');
	await organiser.startItem('board');
	await expect(saved(page)).toHaveText('Zapisano');
	await page.context().setOffline(true);
	for (const text of ['bus parafialny', 'sala w OSP', 'sześć osób chętnych']) {
		await field.fill(text);
		await field.press('Enter');
	}
	await expect(saved(page)).toContainText('Czekają 3 zmiany');
	await page.context().setOffline(false);
	await expect(saved(page)).toHaveText('Zapisano');

	const other = await phone(browser);
	await join(other, session, 'sektor publiczny', 'GOPS');
	for (const text of ['bus parafialny', 'sala w OSP', 'sześć osób chętnych'])
		await expect(other.getByText(text)).toBeVisible();
	expect(defects).toEqual([]);
});

test('the screen of the hall needs its link or the organiser, follows now and shows nothing personal', async ({
	browser
}) => {
	const session = await prepare();
	const hall = await phone(browser, { viewport: { width: 1366, height: 768 } });
	const address = `${server.url}/s/${session.code}/screen`;
	await hall.goto(address);
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('To jest ekran sali');
	await hall.goto(`${address}?key=wrong`);
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('To jest ekran sali');
	await hall.goto(`${server.url}/signin`);
	await hall.getByLabel('Hasło').fill(server.password);
	await hall.getByRole('button', { name: 'Wejdź' }).click();
	await hall.waitForURL((url) => url.pathname !== '/signin');
	await hall.goto(address);
	await organiser.facilitate(session);
	await expect(hall.getByRole('img', { name: `/s/${session.code}` })).toBeVisible();
	await noViolations(hall);

	const page = await phone(browser);
	await join(page, session, 'mieszkańcy', 'Kucharka bez pracy');
	await expect(hall.getByText('Jest już z nami 1 osoba')).toBeVisible();
	await organiser.startItem('ballot');
	await expect(hall.getByRole('heading', { name: plan.question })).toBeVisible();
	await page.getByRole('radio', { name: 'Za', exact: true }).check();
	await page.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(hall.getByText('Oddano 1 głos z 1')).toBeVisible();
	await noViolations(hall);
	expect(await hall.content()).not.toContain('Kucharka');

	await hall.keyboard.press('d');
	await expect(hall.locator('html')).toHaveAttribute('data-hall', 'dark');
	await hall.reload();
	await expect(hall.locator('html')).toHaveAttribute('data-hall', 'dark');
	await organiser.startItem('end');
	await expect(hall.getByRole('heading', { level: 1 })).toHaveText('Zakończenie');
});

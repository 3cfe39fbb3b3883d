// From two rehearsed sessions to a recommendation that is edited, put to the circle, accepted and exported; every reason leads to its words.
import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { parseRecord } from '#lib/record/record.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { play } from '../../rehearsal/rehearsal.ts';
import { scriptOf } from '../../rehearsal/script.ts';
import { noViolations } from './axe.ts';
import { startServer, type RunningServer } from './server.ts';

const pace = paceOf(0);
let server: RunningServer;
let sessions: string[];
let context: BrowserContext;
let page: Page;

async function rehearse(name: string): Promise<string> {
	const path = new URL(`../../bench/labelled/a/${name}.json`, import.meta.url);
	const parsed = parseRecord(JSON.parse(readFileSync(path, 'utf8')));
	if (!parsed.ok) throw new Error(parsed.reason);
	const wishes = { url: server.url, password: server.password, pace, close: true, say: () => {} };
	return (await play(scriptOf(parsed.record), wishes)).played.session;
}

async function signIn(browser: Browser): Promise<void> {
	context = await browser.newContext({ locale: 'pl-PL' });
	page = await context.newPage();
	await page.goto(`${server.url}/signin?next=/recommendations`);
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await page.waitForURL(`${server.url}/recommendations`);
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	server = await startServer();
	sessions = [await rehearse('a01'), await rehearse('a02')];
	await signIn(browser);
});
test.afterAll(async () => {
	await context?.close();
	await server?.stop();
});

async function noViolationsInBoth(): Promise<void> {
	for (const language of ['en', 'pl']) {
		await context.addCookies([{ name: 'narada_language', value: language, url: server.url }]);
		await page.reload();
		await noViolations(page, [], { where: language });
	}
}

let recommendation: string;

test('both sessions wait in the inbox, and every reason leads to the very words', async () => {
	await expect(page.getByRole('heading', { name: 'Czekają na odpowiedź' })).toBeVisible();
	await noViolationsInBoth();
	await page.goto(`${server.url}/archive/${sessions[0]}`);
	await page.getByRole('link', { name: 'Rekomendacja z tej sesji' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Co wynika z sesji' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Co za tym przemawia' })).toBeVisible();
	await expect(page.getByText('To nie jest porada prawna').first()).toBeVisible();
	await noViolationsInBoth();
	const places = page.locator(`main li a[href^="/archive/${sessions[0]}#"]`);
	const links = await places.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	expect(links.length).toBeGreaterThan(2);
	const archive = await (await page.request.get(`${server.url}/archive/${sessions[0]}`)).text();
	for (const link of links) expect(archive, link).toContain(`id="${link.split('#')[1]}"`);
});

test('the organiser keeps it as a draft, puts it into their own words and names who does what by when', async () => {
	await page.getByRole('button', { name: 'Zachowaj jako szkic' }).click();
	await page.waitForURL(/\/recommendations\/[\w-]{12}$/);
	recommendation = page.url();
	await noViolationsInBoth();
	await page.getByRole('link', { name: 'Popraw' }).click();
	await page.waitForURL(`${recommendation}/edit`);
	await noViolationsInBoth();
	await page.getByLabel('Rekomendacja w jednym zdaniu').fill('Zakładamy razem spółdzielnię');
	await page.getByLabel('Kto prowadzi').fill('Gmina');
	const step = page.getByRole('group', { name: 'Krok 1' });
	await step.getByLabel('Kto').fill('Wójt');
	await step.getByLabel('Do kiedy').fill('2027-01-31');
	await step.getByLabel('zrobione').check();
	await page.getByRole('button', { name: 'Zapisz' }).click();
	await page.waitForURL(recommendation);
	await expect(page.getByRole('heading', { level: 1, name: 'Zakładamy razem spółdzielnię' })).toBeVisible();
	await expect(page.getByText('Wójt, do 31 stycznia 2027')).toBeVisible();
	await context.addCookies([{ name: 'narada_language', value: 'en', url: server.url }]);
	await page.reload();
	await expect(page.getByText('Wójt, by 31 January 2027')).toBeVisible();
	for (const polish of [page.getByRole('heading', { level: 1 }), page.getByRole('blockquote').first()])
		await expect(polish).toHaveAttribute('lang', 'pl');
	await context.addCookies([{ name: 'narada_language', value: 'pl', url: server.url }]);
	await page.reload();
});

test('evidence is dropped, and added from the record', async () => {
	await page.getByRole('link', { name: 'Podstawy', exact: true }).click();
	await page.waitForURL(`${recommendation}/evidence`);
	await noViolationsInBoth();
	const kept = page.locator('select[name^=keep_]');
	const before = await kept.count();
	const dropped = await page.getByRole('listitem').filter({ has: kept }).first().locator('p').first().innerText();
	await kept.first().selectOption('drop');
	const fresh = page.getByRole('listitem').filter({ has: page.locator('select[name^=place_]') });
	const added = await fresh.first().locator('p').first().innerText();
	await fresh.first().locator('select').selectOption('for');
	await page.getByRole('button', { name: 'Zapisz' }).click();
	await page.waitForURL(recommendation);
	await expect(page.getByRole('blockquote')).toHaveCount(before);
	await expect(page.getByRole('blockquote').filter({ hasText: added })).toBeVisible();
	await expect(page.getByRole('blockquote').filter({ hasText: dropped })).toHaveCount(0);
	await expect(page.getByText('dodane przez organizatora')).toBeVisible();
});

const facts = { date: '2026-12-10', place: '', territory: { gmina: '', powiat: '', wojewodztwo: '' }, agenda: [] };
const consult = { question: 'Zgoda?', method: 'consent' as const, choices: [], secret: false, dots: 5 };

async function ask(session: string): Promise<void> {
	await page.goto(recommendation);
	await page.getByLabel('Zapytaj na sesji').selectOption({ label: `${session}, 10 grudnia 2026` });
	await page.getByRole('button', { name: 'Dodaj do programu' }).click();
	await expect(page.getByText('czeka na sesję')).toBeVisible();
}

/** Bots sit in the session and vote on this item; `objection`: what the last of them has against it. */
async function answer(organiser: Organiser, at: Prepared, item: () => Promise<string>, objection = ''): Promise<void> {
	await organiser.facilitate(at);
	const bots: Bot[] = [];
	for (const sector of ['public', 'ngo', 'citizen'] as const)
		bots.push(await Bot.join({ url: server.url, ...at }, { sector, institution: sector, name: '' }, pace));
	const voted = await item();
	await organiser.startItem(voted);
	const ballot = await organiser.openBallot(voted, consult);
	for (const bot of objection ? bots.slice(1) : bots) await bot.vote(ballot, { consent: 1 });
	if (objection) await bots[0]!.link.carryOut({ type: 'vote.cast', ballot, vote: { objection: 1 }, reason: objection });
	await organiser.closeBallot(ballot);
	await organiser.closeSession();
	await organiser.record(at.session);
	for (const bot of bots) bot.close();
	organiser.close();
}

const comesBack = (tally: string) =>
	expect(async () => {
		await page.goto(recommendation);
		await expect(page.getByRole('link', { name: tally })).toBeVisible({ timeout: 500 });
	}).toPass();

let refused: Prepared;

test('a session that was to be asked is called off, and its question is taken off the list', async () => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const off = await organiser.prepare({ title: 'Odwołana sesja', ...facts });
	await ask('Odwołana sesja');
	await page.goto(`${server.url}/labs/${off.laboratory}/sessions/${off.session}`);
	await page.locator('summary', { hasText: 'Usuń' }).click();
	await page.getByRole('checkbox').last().check();
	await page.getByRole('button', { name: 'Usuń' }).last().click();
	await page.waitForURL(`${server.url}/labs/${off.laboratory}`);
	await page.goto(recommendation);
	await expect(page.getByText('Tej sesji już nie ma')).toBeVisible();
	await page.getByRole('button', { name: 'Usuń z listy: Odwołana sesja' }).click();
	await expect(page.getByText('Nie pytano jeszcze o nią na żadnej sesji.')).toBeVisible();
});

test('the circle is asked in the next session and refuses: the organiser reads why, and that it is not settled', async () => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	refused = await organiser.prepare({ title: 'Następna sesja', ...facts });
	await ask('Następna sesja');
	await page.getByRole('button', { name: 'Wycofaj pytanie z sesji: Następna sesja' }).click();
	await expect(page.getByText('Nie pytano jeszcze o nią na żadnej sesji.')).toBeVisible();
	await ask('Następna sesja');
	const item = `rec-${recommendation.split('/').at(-1)}`;
	await answer(organiser, refused, () => Promise.resolve(item), 'Nie ma kto tego poprowadzić.');
	await comesBack('2 zgody, 0 z obawą, 1 sprzeciw');
	await expect(page.getByText('nie ma zgody')).toBeVisible();
	await expect(page.getByText('Nie ma kto tego poprowadzić.')).toBeVisible();
	await expect(page.getByText('Wróci sama do planowania następnej sesji')).toBeVisible();
	await expect(page.getByText('Uczestnicy się nie zgodzili', { exact: true })).toBeVisible();
	await noViolationsInBoth();
	await page.getByRole('link', { name: '2 zgody' }).click();
	await expect(page).toHaveURL(new RegExp(`/archive/${refused.session}#b0$`));
	await expect(page.getByText('Nie ma kto tego poprowadzić.')).toBeVisible();
	await noViolationsInBoth();
});

test('what was refused is asked again as a topic of the session after, and its answer comes back by itself', async () => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const { laboratory } = refused;
	const after = await organiser.prepare({ title: 'Jeszcze jedna sesja', ...facts, laboratory });
	await answer(organiser, after, async () => {
		const topic = await organiser.desk.until('the topic', ({ topics }) => topics[0]?.id);
		await organiser.carryOut({ type: 'topic.take', topic, before: null });
		return `topic-${topic}`;
	});
	await comesBack('3 zgody, 0 z obawą, 0 sprzeciwów');
	await expect(page.getByText('jest zgoda')).toBeVisible();
	await expect(page.getByText('Uczestnicy się nie zgodzili')).toHaveCount(0);
	await expect(page.getByRole('main').getByText('skonsultowana').first()).toBeVisible();
	await page.getByRole('link', { name: '3 zgody' }).click();
	await expect(page).toHaveURL(new RegExp(`/archive/${after.session}#b0$`));
});

test('accepted, it becomes a document to print and to download', async () => {
	await page.goto(recommendation);
	await page.getByRole('button', { name: 'Przyjmij' }).click();
	await expect(page.getByRole('main').getByText('przyjęta').first()).toBeVisible();
	await page.getByRole('link', { name: 'Dokument' }).click();
	await expect(page.getByRole('heading', { name: 'Tabela rekomendacji' })).toBeVisible();
	await noViolationsInBoth();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Pobierz DOCX' }).click()
	]);
	expect(download.suggestedFilename()).toBe('zakladamy-razem-spoldzielnie.docx');
	const file = readFileSync((await download.path())!);
	expect(file.subarray(0, 2).toString()).toBe('PK');
});

test('an accepted recommendation never loses its last evidence', async () => {
	await page.goto(`${recommendation}/evidence`);
	for (const select of await page.locator('select[name^=keep_]').all()) await select.selectOption('drop');
	await page.getByRole('button', { name: 'Zapisz' }).click();
	await expect(page.getByRole('alert')).toContainText('Bez choćby jednej podstawy');
});

test('without JavaScript the second session is rejected with its reason, and everything can be read', async ({
	browser
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
	const reader = await plain.newPage();
	await reader.goto(`${server.url}/recommendations/new?record=${sessions[1]}`);
	await reader.locator('summary', { hasText: 'Odrzuć' }).click();
	await reader.getByLabel('Dlaczego nie').fill('Najpierw porozmawiamy z powiatem.');
	await reader.getByRole('button', { name: 'Odrzuć' }).click();
	await expect(reader.getByText('odrzucona: Najpierw porozmawiamy z powiatem.')).toBeVisible();
	await reader.goto(`${server.url}/recommendations/outcomes`);
	await expect(reader.getByText('Najpierw porozmawiamy z powiatem.')).toBeVisible();
	await expect(reader.getByRole('link', { name: 'Zakładamy razem spółdzielnię' })).toBeVisible();
	await expect(reader.getByText('Następny krok:')).toBeVisible();
	await plain.close();
});

test('many sessions are read together, and become assumptions for a strategy', async () => {
	await page.goto(`${server.url}/recommendations/territory`);
	await expect(page.getByRole('heading', { name: 'Tematy, które wracają' })).toBeVisible();
	await noViolationsInBoth();
	await page.getByRole('link', { name: 'Założenia do strategii' }).click();
	await expect(page.getByRole('heading', { name: 'Skąd pieniądze' })).toBeVisible();
	await noViolationsInBoth();
});

test('what was cited is flagged when its record is gone', async () => {
	await page.goto(`${server.url}/archive/${sessions[0]}`);
	await page.locator('summary', { hasText: 'Usuń' }).click();
	await page.getByRole('checkbox').last().check();
	await page.getByRole('button', { name: 'Usuń' }).click();
	await page.waitForURL(`${server.url}/archive`);
	await page.goto(recommendation);
	await expect(page.getByText('nie ma tego już w zapisie').first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Zakładamy razem spółdzielnię' })).toBeVisible();
});

test('the catalogue tells CUŚ and CUS apart', async () => {
	await page.goto(`${server.url}/models`);
	await expect(page.getByRole('heading', { name: 'CUŚ i CUS to dwie różne rzeczy' })).toBeVisible();
	await noViolationsInBoth();
	await page.getByRole('link', { name: 'CUS', exact: true }).click();
	await expect(page.getByText('CUŚ (Centrum Usług Środowiskowych) to spółdzielnia')).toBeVisible();
	await noViolationsInBoth();
});

test('an expert amends a model, every version stays, and nobody else may', async ({ request }) => {
	await page.goto(`${server.url}/models/kgw`);
	await page.getByRole('link', { name: 'Popraw opis' }).click();
	await page.waitForURL(`${server.url}/models/kgw/amend`);
	await noViolationsInBoth();
	await page.getByLabel('W jednym zdaniu, po polsku').fill('Koło, które gotuje i zarabia.');
	await page.getByLabel('Co i dlaczego zmieniasz').fill('Krócej');
	await page.getByRole('button', { name: 'Zapisz nową wersję' }).click();
	await page.waitForURL(`${server.url}/models/kgw`);
	await expect(page.getByText('Koło, które gotuje i zarabia.')).toBeVisible();
	await expect(page.getByText('wersja 2, zmieniona przez organizatora')).toBeVisible();
	await page.goto(`${server.url}/models/kgw/amend`);
	await page.getByRole('button', { name: 'Przywróć wersję 1' }).click();
	await page.waitForURL(`${server.url}/models/kgw`);
	await expect(page.getByText('Koło, które gotuje i zarabia.')).toHaveCount(0);
	const refused = await request.get(`${server.url}/models/kgw/amend`, { maxRedirects: 0 });
	expect(refused.status()).toBe(303);
});

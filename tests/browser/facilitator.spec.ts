// The facilitator's desk: who may sit at it, a whole session by keyboard alone, two devices at once, and nothing lost offline.
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { noViolations } from './axe.ts';
import { startServer, type RunningServer } from './server.ts';

const item = (id: string, title: string, minutes: number, activity: object, instructions = '') =>
	({ id, title, minutes, activity, instructions }) as AgendaItem;

const question = 'Którą formę wybieramy?';
const agenda: AgendaItem[] = [
	item('talk', 'Powitanie', 10, { kind: 'talk' }, 'Zapytaj każdego o jedno słowo.'),
	item('board', 'Mapa potrzeb', 20, { kind: 'board', template: 'needs' }, 'Po trzy karteczki na osobę.'),
	item('note', 'Za i przeciw', 15, { kind: 'note' }),
	item('ballot', 'Wybór formy', 5, {
		kind: 'ballot',
		ballot: { question, method: 'single', choices: ['Spółdzielnia socjalna', 'Stowarzyszenie'], secret: true, dots: 5 }
	}),
	item('end', 'Runda zamknięcia', 0, { kind: 'talk' })
];

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

async function prepare(): Promise<Prepared> {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Słupno', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	return organiser.prepare({ title: 'Formy', date: '2026-11-23', place: 'Biblioteka', territory, agenda });
}

const deskOf = ({ code }: Prepared) => `${server.url}/s/${code}/run`;

async function sitDown(page: Page, session: Prepared): Promise<void> {
	await page.goto(deskOf(session));
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await page.waitForURL(deskOf(session));
	await expect(page.getByRole('heading', { name: 'Zanim otworzysz sesję' })).toBeVisible();
}

async function openSession(page: Page, session: Prepared): Promise<void> {
	await sitDown(page, session);
	await page.getByRole('button', { name: 'Otwórz sesję' }).click();
	await expect(page.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();
}

const join = ({ session, code }: Prepared, sector: 'ngo' | 'public' | 'citizen', institution: string) =>
	Bot.join({ url: server.url, session, code }, { sector, institution, name: '' }, paceOf(100));

const runs = (page: Page, title: string) =>
	expect(page.getByRole('region', { name: 'Program' }).locator('[aria-current=step]')).toContainText(title);

/** Walks with the Tab key until the element has the focus. */
async function tabTo(page: Page, role: 'button' | 'tab', name: string, within: Page | Locator = page): Promise<void> {
	const target = within.getByRole(role, { name }).first();
	await expect(target).toBeVisible();
	for (let step = 0; step < 120; step++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the Tab key does not reach ${name}`);
}

test('only the organiser and the holders of the link come to the desk', async ({ page, browser }) => {
	const session = await prepare();
	for (const address of [deskOf(session), `${deskOf(session)}?key=wrong`]) {
		const answer = await page.request.get(address, { maxRedirects: 0 });
		expect(answer.status()).toBe(303);
		expect(answer.headers().location).toBe(`/signin?next=${encodeURIComponent(`/s/${session.code}/run`)}`);
	}
	await sitDown(page, session);
	await page.getByRole('button', { name: 'Więcej', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Drugie urządzenie prowadzącego' }).click();
	const link = await page.getByLabel('Link dla prowadzących').inputValue();
	await page.keyboard.press('Escape');

	const phone = await (await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } })).newPage();
	await phone.goto(link);
	await expect(phone).toHaveURL(deskOf(session));
	await phone.getByRole('button', { name: 'Open the session' }).click();
	await expect(page.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();
	await phone.getByRole('button', { name: 'Begin', exact: true }).click();
	await runs(page, 'Powitanie');
	await page.keyboard.press('ArrowRight');
	await expect(phone.getByText('2 of 5')).toBeVisible();
	await noViolations(phone);
	await page.reload();
	await runs(page, 'Mapa potrzeb');
	await phone.context().close();
});

test('a whole session is facilitated by keyboard alone', async ({ page }) => {
	const session = await prepare();
	await sitDown(page, session);
	await noViolations(page);
	await tabTo(page, 'button', 'Otwórz sesję');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();
	const people = await Promise.all([
		join(session, 'ngo', 'Stowarzyszenie Nad Wisłą'),
		join(session, 'public', 'Urząd Gminy'),
		join(session, 'citizen', 'mieszkanka'),
		join(session, 'ngo', 'OSP Wykowo')
	]);
	await expect(page.getByText('połączeni: 4 z 4')).toBeVisible();

	await page.keyboard.press('ArrowRight');
	await runs(page, 'Powitanie');
	await expect(page.getByText('Zapytaj każdego o jedno słowo.')).toBeVisible();
	await page.keyboard.press('Space');
	await expect(page.getByRole('button', { name: 'Puść zegar dalej' })).toBeVisible();
	await page.keyboard.press('Space');
	await page.keyboard.press('+');
	await expect(page.getByRole('timer')).toContainText('10:');

	await page.keyboard.press('ArrowRight');
	await runs(page, 'Mapa potrzeb');
	await page.keyboard.press('l');
	await expect(page.getByRole('button', { name: 'Odblokuj tablicę' })).toBeVisible();
	await page.keyboard.press('l');
	await page.keyboard.press('b');
	await expect(page.getByRole('button', { name: 'Wygaś' })).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('b');

	await page.keyboard.press('ArrowRight');
	await runs(page, 'Za i przeciw');
	const note = page.getByRole('textbox', { name: 'Notatka: Za i przeciw' });
	await expect(note).toHaveAttribute('aria-readonly', 'false');
	await note.focus();
	await page.keyboard.type('Brak lokalu? + b l r');
	await expect(note).toContainText('Brak lokalu? + b l r');
	await runs(page, 'Za i przeciw');
	await noViolations(page);
	await tabTo(page, 'tab', 'Notatka');

	await tabTo(page, 'button', 'Dalej');
	await page.keyboard.press('Enter');
	await runs(page, 'Wybór formy');
	const card = page.getByRole('article', { name: question });
	await expect(card.getByText('Zagłosowało 0 z 4')).toBeVisible();
	const open = await people[0].link.until('the ballot', ({ ballots }) =>
		ballots.find(({ status }) => status === 'open')
	);
	for (const [index, person] of people.entries())
		await person.link.carryOut({ type: 'vote.cast', ballot: open.id, vote: { [index === 3 ? 'c1' : 'c0']: 1 } });
	await expect(card.getByText('Zagłosowało 4 z 4')).toBeVisible();

	await page.keyboard.press('ArrowRight');
	await expect(page.getByText(/^Trwa głosowanie\. Naciśnij jeszcze raz/)).toBeVisible();
	await runs(page, 'Wybór formy');
	await page.keyboard.press('r');
	await expect(page.getByRole('alertdialog')).toContainText('oddane głosy: 4');
	await tabTo(page, 'button', 'Zamknij i pokaż wynik', page.getByRole('alertdialog'));
	await page.keyboard.press('Enter');
	await expect(card.getByText('Wynik pokazany')).toBeVisible();
	await expect(card.getByText(/3 \(75/)).toBeVisible();
	await noViolations(page);

	await tabTo(page, 'button', 'Zrób z tego decyzję');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Co postanowiono')).toHaveValue(`${question} – Spółdzielnia socjalna`);
	await noViolations(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('tab', { name: /^Decyzje\s*1$/ })).toBeVisible();

	await page.keyboard.press('ArrowRight');
	await runs(page, 'Runda zamknięcia');
	await tabTo(page, 'button', 'Zakończ…');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alertdialog')).toContainText('Nic nie jest otwarte');
	await tabTo(page, 'button', 'Zakończ sesję', page.getByRole('alertdialog'));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Sesja zakończona' })).toBeVisible();
	const record = await page.request.get(`${server.url}/archive/${session.session}/record.json`);
	expect(await record.text()).toContain('Brak lokalu? + b l r');
	for (const person of people) person.link.close();
});

test('a ballot is written on the spot, and a withdrawn decision is put back', async ({ page }) => {
	const session = await prepare();
	await openSession(page, session);
	await page.getByRole('button', { name: 'Zaczynamy', exact: true }).click();
	await runs(page, 'Powitanie');
	await page.getByRole('tab', { name: 'Głosowania' }).click();
	await page.getByRole('button', { name: 'Nowe głosowanie' }).click();
	const form = page.getByRole('dialog', { name: 'Nowe głosowanie' });
	await form.getByText('Jedna odpowiedź').click();
	await form.getByRole('button', { name: 'Otwórz głosowanie' }).click();
	await expect(form.getByText('Napisz, o co pytasz.')).toBeVisible();
	await form.getByLabel('Pytanie').fill('Kto poprowadzi partnerstwo?');
	await form.getByLabel('Odpowiedź 1', { exact: true }).fill('Gmina');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Spółdzielnia');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Caritas');
	await form.getByRole('button', { name: 'Otwórz głosowanie' }).click();
	const card = page.getByRole('article', { name: 'Kto poprowadzi partnerstwo?' });
	await expect(card.getByText('Caritas')).toBeVisible();
	await card.getByRole('button', { name: 'Zamknij głosowanie' }).click();
	await expect(card.getByText('Wynik widzisz tylko Ty.')).toBeVisible();

	await page.getByRole('tab', { name: 'Decyzje' }).click();
	await page.getByRole('button', { name: 'Zapisz decyzję' }).click();
	const decision = page.getByRole('dialog', { name: 'Decyzja' });
	await decision.getByLabel('Co postanowiono').fill('Spotkamy się za miesiąc.');
	await decision.getByRole('button', { name: 'Dodaj zastrzeżenie' }).click();
	await page.keyboard.type('To za późno.');
	await decision.getByLabel('Czyje').selectOption('ngo');
	await decision.getByRole('button', { name: 'Zapisz decyzję' }).click();
	const written = page.getByRole('article').filter({ hasText: 'Spotkamy się za miesiąc.' });
	await expect(written).toContainText('To za późno.');
	await written.getByRole('button', { name: 'Wycofaj' }).click();
	await expect(written).toHaveCount(0);
	await page.getByRole('button', { name: 'Przywróć' }).click();
	await expect(written).toContainText('To za późno.');
});

test('without a network the desk says so, sends no late command, and keeps what is written', async ({
	page,
	context
}) => {
	const session = await prepare();
	await openSession(page, session);
	await page.getByRole('button', { name: 'Zaczynamy', exact: true }).click();
	await runs(page, 'Powitanie');
	await page.getByRole('tab', { name: 'Notatka' }).click();
	const note = page.getByRole('textbox', { name: 'Notatka: Powitanie' });
	await expect(note).toHaveAttribute('aria-readonly', 'false');

	await context.setOffline(true);
	await expect(page.getByText(/^Brak połączenia z serwerem/)).toBeVisible();
	await page.getByRole('button', { name: 'Dalej' }).click();
	await expect(page.getByText(/polecenie nie zostało wysłane/)).toBeVisible();
	await note.focus();
	await page.keyboard.type('Zapisane bez sieci.');
	await expect(page.getByText(/^Czeka/)).toBeVisible();

	await context.setOffline(false);
	await expect(page.getByText('Zapisano', { exact: true })).toBeVisible();
	await runs(page, 'Powitanie');
	await page.reload();
	await page.getByRole('tab', { name: 'Notatka' }).click();
	await expect(note).toContainText('Zapisane bez sieci.');
});

test('a facilitator frees a seat, and that device is told', async ({ page }) => {
	const session = await prepare();
	await openSession(page, session);
	const person = await join(session, 'ngo', 'Fundacja Szansa');
	await page.getByRole('button', { name: 'Więcej: Fundacja Szansa' }).click();
	await page.getByRole('menuitem', { name: 'Zwolnij miejsce' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Zwolnij miejsce' }).click();
	await expect(page.getByText('Nikt jeszcze nie dołączył.')).toBeVisible();
	person.link.close();
});

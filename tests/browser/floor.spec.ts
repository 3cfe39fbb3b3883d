// The floor: a facilitator wins time back, reveals quiet writing, gives the floor, seats tables, steers the hall's screen, hands out a task.
import { expect, test } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { Organiser } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { noViolations } from './axe.ts';
import { startServer, type RunningServer } from './server.ts';

const item = (id: string, title: string, minutes: number, activity: object, more: Partial<AgendaItem> = {}) =>
	({
		id,
		title,
		minutes,
		activity,
		instructions: '',
		prompt: '',
		privacy: 'sector',
		quiet: false,
		...more
	}) as AgendaItem;

const agenda: AgendaItem[] = [
	item('talk', 'Powitanie', 10, { kind: 'talk' }),
	item('quiet', 'Ciche pisanie', 20, { kind: 'board', template: 'needs' }, { quiet: true }),
	item('sort', 'Porządkowanie', 25, { kind: 'board', template: 'open' }),
	item('pause', 'Przerwa', 10, { kind: 'break' })
];

const people = [
	['ngo', 'Fundacja Szansa'],
	['ngo', 'OSP Wykowo'],
	['public', 'Urząd Gminy'],
	['citizen', 'mieszkanka']
] as const;

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

test('late, quiet, floor, tables, hall and task in one session', async ({ page }) => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Słupno', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	const session = await organiser.prepare({
		title: 'Formy',
		date: '2026-11-23',
		place: 'Biblioteka',
		territory,
		agenda
	});
	await organiser.facilitate(session);
	const [first, second, ...others] = await Promise.all(
		people.map(([sector, institution]) =>
			Bot.join({ url: server.url, ...session }, { sector, institution, name: '' }, paceOf(0))
		)
	);
	await page.goto(`${server.url}/s/${session.code}/run`);
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await expect(page.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();
	const program = page.getByRole('region', { name: 'Program' });

	// late
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('timer')).toBeVisible();
	for (let minute = 11; minute <= 15; minute++) {
		await page.keyboard.press('+');
		await expect(page.getByRole('timer')).toContainText(new RegExp(`^${minute}:00|${minute - 1}:`));
	}
	const proposals = page.getByRole('group', { name: 'Jak odzyskać czas' });
	await expect(proposals.getByRole('button', { name: /^Skróć: Porządkowanie o \d/ })).toBeVisible();
	await expect(proposals.getByRole('button', { name: /^Opuść: Przerwa/ })).toBeVisible();
	await noViolations(page);
	await page.keyboard.press('2');
	await expect(program.getByText('pominięty')).toBeVisible();
	await page.getByRole('button', { name: 'Cofnij' }).click();
	await expect(program.getByText('pominięty')).toHaveCount(0);
	await page.keyboard.press('1');
	await expect(proposals).toHaveCount(0);

	// the agenda changes on the way
	await page.getByRole('button', { name: 'Więcej: Porządkowanie' }).click();
	await page.getByRole('menuitem', { name: 'Wstaw punkt po…' }).click();
	await page.getByRole('dialog').getByLabel('Tytuł').fill('Runda pytań');
	await page.getByRole('dialog').getByRole('button', { name: 'Wstaw' }).click();
	await expect(program.getByRole('listitem').filter({ hasText: 'Runda pytań' })).toBeVisible();
	await page.getByLabel('Moja uwaga').fill('Zapytać o lokal.');
	await page.getByLabel('Moja uwaga').blur();
	await expect(page.getByText('Zapisano', { exact: true })).toHaveCount(2);

	// quiet writing
	await page.getByRole('button', { name: 'Dalej' }).click();
	await expect(page.getByText('Ciche pisanie: żadna karteczka jeszcze nie czeka.')).toBeVisible();
	for (const [place, bot] of [first!, second!].entries())
		await bot.link.carryOut({ type: 'draft.keep', draft: `draft-${place}`, frame: null, text: `Potrzeba ${place}` });
	await expect(page.getByText('Czekają 2 karteczki od 2 osób')).toBeVisible();
	await page.getByRole('button', { name: 'Odsłoń po jednej' }).click();
	await expect(page.getByText('Czeka 1 karteczka od 1 osoby')).toBeVisible();
	await page.getByRole('button', { name: 'Odsłoń wszystkie' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Odsłoń wszystkie' }).click();
	await expect.poll(() => first!.stickies()).toBe(2);

	// the floor
	await first!.link.carryOut({ type: 'ready.set', ready: true });
	await first!.link.carryOut({ type: 'hand.set', raised: true });
	await expect(page.getByText('gotowi: 1 z 4')).toBeVisible();
	await page.getByRole('button', { name: 'Udziel głosu: Fundacja Szansa' }).click();
	await expect(page.getByRole('timer', { name: 'Czas wypowiedzi' })).toBeVisible();
	await page.getByRole('button', { name: 'Koniec wypowiedzi' }).click();
	await page.getByText('Udział sektorów').click();
	await expect(page.getByRole('meter', { name: 'wypowiedzi: organizacje pozarządowe', exact: true })).toHaveAttribute(
		'aria-valuenow',
		'1'
	);
	await expect(page.getByRole('meter', { name: 'karteczki: organizacje pozarządowe' })).toHaveAttribute(
		'aria-valuenow',
		'2'
	);
	await noViolations(page);

	// tables
	const more = page.getByRole('button', { name: 'Więcej', exact: true });
	await more.click();
	await page.getByRole('menuitem', { name: 'Stoliki…' }).click();
	const tables = page.getByRole('dialog', { name: 'Stoliki' });
	await noViolations(page);
	await tables.getByRole('button', { name: 'Ustaw stoliki' }).click();
	const seat = tables.getByLabel('Stolik: Urząd Gminy');
	const before = await seat.inputValue();
	await noViolations(page);
	await tables.getByRole('button', { name: 'Przejdźcie dalej' }).click();
	await expect(seat).not.toHaveValue(before);
	await tables.getByRole('button', { name: 'Wszyscy razem' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Wszyscy razem' }).click();
	await expect(tables).toBeHidden();

	// the screen of the hall
	await page.keyboard.press('s');
	const hall = page.getByRole('dialog', { name: 'Ekran sali' });
	await hall.getByRole('button', { name: 'Dodaj do kolejki: program' }).click();
	await hall.getByRole('textbox', { name: 'Napis na cały ekran' }).fill('Wracamy o 11:00');
	await hall.getByRole('textbox', { name: 'Napis na cały ekran' }).press('Enter');
	await expect(hall.getByText('Teraz widać: napis: Wracamy o 11:00')).toBeVisible();
	await noViolations(page);
	await hall.getByRole('button', { name: 'Pokaż następne' }).click();
	await expect(hall.getByText('Teraz widać: program')).toBeVisible();
	await page.keyboard.press('Escape');

	// everyone here
	await more.click();
	await page.getByRole('menuitem', { name: 'Zaproś wszystkich tutaj' }).click();
	await first!.link.until('the call', ({ call }) => call?.kind === 'soft');
	await page.getByRole('button', { name: 'Zwolnij wszystkich' }).click();
	await first!.link.until('the release', ({ call }) => call === null);

	// a task
	await page.getByRole('tab', { name: 'Decyzje' }).click();
	await page.getByRole('button', { name: 'Dodaj zadanie' }).click();
	await page.getByLabel('Co jest do zrobienia').fill('Sprawdzić lokal po szkole');
	await page.getByLabel('Kto to zrobi').fill('Urząd Gminy');
	await page.getByLabel('Do kiedy').fill('2026-12-11');
	await noViolations(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Zapisz' }).click();
	await expect(page.getByText('Urząd Gminy · do 11 grudnia 2026')).toBeVisible();
	await page.getByRole('button', { name: 'Usuń zadanie: Sprawdzić lokal po szkole' }).click();
	const removed = page.getByRole('log', { name: 'Powiadomienia' }).locator('.toast', { hasText: 'Sprawdzić lokal' });
	await removed.getByRole('button', { name: 'Cofnij' }).click();
	await page.getByLabel('Stan zadania: Sprawdzić lokal po szkole').selectOption('done');
	await first!.link.until('the task', ({ tasks }) => tasks[0]?.status === 'done');

	for (const bot of [first!, second!, ...others]) bot.close();
	organiser.close();
});

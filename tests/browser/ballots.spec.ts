// Every way to decide, on phone, desk and projector: opened, voted, closed, revealed, and what each screen then says.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { BallotMethod, BallotPlan, Vote } from '#lib/ballot/ballot.ts';
import { standardRules, type BallotRules } from '#lib/ballot/rules.ts';
import type { Sector } from '#lib/people/people.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { noViolations } from './axe.ts';
import { spaced } from './hall.ts';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

const forms = ['Spółdzielnia socjalna', 'Stowarzyszenie', 'Spółka non profit'];

const rules = (change: Partial<BallotRules>): BallotRules => ({ ...standardRules, ...change });

type Room = { session: Prepared; desk: Page; screen: Page; phone: Page; bots: Bot[]; close: () => Promise<void> };

/** A folder for pictures of every screen, for eyes; none: no pictures. */
const pictures = process.env.NARADA_PICTURES;
const picture = async (page: Page, name: string) => {
	if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' });
};

/** A desk, a projector, a phone in a hand, and six more people. */
async function room(browser: Browser, plan: Partial<BallotPlan> & { method: BallotMethod }): Promise<Room> {
	const ballot = { question: 'Którą formę wybieramy?', choices: [], secret: true, dots: 3, ...plan };
	const agenda = [
		{ id: 'talk', title: 'Powitanie', minutes: 5, activity: { kind: 'talk' }, instructions: '' },
		{ id: 'board', title: 'Pomysły', minutes: 5, activity: { kind: 'board', template: 'open' }, instructions: '' },
		{ id: 'decide', title: 'Decyzja', minutes: 10, activity: { kind: 'ballot', ballot }, instructions: '' }
	] as unknown as AgendaItem[];
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Słupno', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	const session = await organiser.prepare({
		title: 'Decyzje',
		date: '2026-11-23',
		place: 'Biblioteka',
		territory,
		agenda
	});

	const at = (width: number, height: number) => browser.newContext({ viewport: { width, height }, locale: 'pl-PL' });
	const hall = await at(1366, 768);
	const desk = await hall.newPage();
	await desk.goto(`${server.url}/s/${session.code}/run`);
	await desk.getByLabel('Hasło').fill(server.password);
	await desk.getByRole('button', { name: 'Wejdź' }).click();
	await desk.getByRole('button', { name: 'Otwórz sesję' }).click();
	await expect(desk.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();

	const sectors: Sector[] = ['public', 'public', 'public', 'ngo', 'ngo', 'business'];
	const bots = await Promise.all(
		sectors.map((sector, index) =>
			Bot.join({ url: server.url, ...session }, { sector, institution: `Instytucja ${index}`, name: '' }, paceOf(100))
		)
	);
	const hand = await at(390, 844);
	const phone = await hand.newPage();
	await phone.goto(`${server.url}/s/${session.code}`);
	await phone.getByRole('radio', { name: 'organizacje pozarządowe' }).check();
	await phone.getByRole('textbox', { name: /Instytucja/ }).fill('Stowarzyszenie Nad Wisłą');
	await phone.getByRole('button', { name: /Dołącz|Wejdź|Wchodzę/ }).click();

	const screen = await hall.newPage();
	await screen.setViewportSize({ width: 1920, height: 1080 });
	await screen.goto(`${server.url}/s/${session.code}/screen`);
	await desk.bringToFront();
	for (const title of ['Powitanie', 'Pomysły', 'Decyzja']) {
		await desk.keyboard.press('ArrowRight');
		const program = desk.getByRole('region', { name: 'Program' });
		await expect(program.locator('[aria-current=step]')).toContainText(title);
	}
	await expect(phone.getByRole('heading', { name: ballot.question })).toBeVisible();
	const close = async () => {
		for (const bot of bots) bot.close();
		await hand.close();
		await hall.close();
	};
	return { session, desk, screen, phone, bots, close };
}

async function everyone({ bots }: Room, votes: readonly Vote[], reasons: readonly (string | undefined)[] = []) {
	await Promise.all(
		bots.map(async (bot, index) => {
			const vote = votes[index];
			if (!vote) return;
			const ballot = await bot.link.until('the open ballot', ({ ballots }) =>
				ballots.findLast(({ status }) => status === 'open')
			);
			const reason = reasons[index];
			await bot.link.carryOut({ type: 'vote.cast', ballot: ballot.id, vote, ...(reason ? { reason } : {}) });
		})
	);
}

const cast = async (phone: Page, said: string) => {
	await phone.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(phone.getByText(`Twój głos jest zapisany: ${said}`)).toBeVisible();
};

async function reveal({ desk, phone, screen }: Room, verdict: RegExp) {
	await desk.getByRole('button', { name: 'Zamknij i pokaż wynik' }).click();
	for (const page of [phone, screen, desk]) await expect(page.getByText(spaced(verdict)).first()).toBeVisible();
}

const clean = async (...pages: Page[]) => {
	for (const page of pages) await noViolations(page);
};

test('single choice: secret, with a code that is found on the list', async ({ browser }) => {
	const all = await room(browser, { method: 'single', choices: forms });
	const { phone, screen, desk } = all;
	await expect(phone.getByText('tajne', { exact: true })).toBeVisible();
	await picture(phone, 'single-phone-open');
	await phone.getByText('Stowarzyszenie', { exact: true }).click();
	await cast(phone, 'Stowarzyszenie');
	const code = (await phone.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? '';
	await phone.getByText('Co daje ten kod').click();
	await expect(phone.getByText('Kto zobaczy Twój kod, odczyta Twój głos')).toBeVisible();
	await picture(phone, 'single-phone-receipt');
	await everyone(
		all,
		['c0', 'c0', 'c1', 'c0', 'c1', 'c0'].map((id) => ({ [id]: 1 }))
	);
	await expect(desk.getByText('Zagłosowało 7 z 7')).toBeVisible();
	await clean(phone, desk, screen);
	await picture(screen, 'single-screen-open');
	await reveal(all, /Ponad połowa: Spółdzielnia socjalna/);
	await expect(phone.getByText('Twój głos jest na liście.')).toBeVisible();
	await phone.getByText('Lista głosów z kodami').click();
	await expect(phone.getByRole('row', { name: new RegExp(code) })).toContainText('Stowarzyszenie');
	await picture(phone, 'single-phone-result');
	await picture(desk, 'single-desk-result');
	await picture(screen, 'single-screen-result');
	await clean(phone, desk, screen);
	await phone.reload();
	await expect(phone.getByText('Twój głos jest na liście.')).toBeVisible();
	await all.close();
});

test('yes, no, abstain: quorum and majority are said, a vote from paper is entered and marked, and all starts anew', async ({
	browser
}) => {
	const all = await room(browser, {
		method: 'yes-no-abstain',
		question: 'Czy zakładamy spółdzielnię?',
		secret: false,
		rules: rules({ quorum: 50, base: 'cast', reason: 'optional', facilitatorVotes: true })
	});
	const { phone, desk, screen } = all;
	await phone.getByText('Przeciw', { exact: true }).click();
	await phone.getByLabel('Dlaczego tak?').fill('Nie znamy kosztów.');
	await cast(phone, 'Przeciw');
	await picture(phone, 'yesno-phone-voted');
	await everyone(all, [{ yes: 1 }, { yes: 1 }, { yes: 1 }, { abstain: 1 }, { no: 1 }]);
	await desk.getByRole('button', { name: 'Zacznij od nowa' }).click();
	await desk.getByRole('alertdialog').getByRole('button', { name: 'Zacznij od nowa' }).click();
	await expect(phone.getByText('Głosowanie zaczęto od nowa')).toBeVisible();
	await phone.getByText('Przeciw', { exact: true }).click();
	await phone.getByLabel('Dlaczego tak?').fill('Nie znamy kosztów.');
	await cast(phone, 'Przeciw');
	await everyone(all, [{ yes: 1 }, { yes: 1 }, { yes: 1 }, { abstain: 1 }, { no: 1 }]);
	await desk.getByRole('button', { name: 'Wpisz głos z kartki' }).click();
	await desk.getByLabel('Sektor tej osoby').selectOption('citizen');
	await desk.getByRole('dialog').getByText('Za', { exact: true }).click();
	await picture(desk, 'yesno-desk-enter');
	await desk.getByRole('button', { name: 'Zapisz ten głos' }).click();
	await expect(desk.getByText('głos z kartki', { exact: true })).toBeVisible();
	await desk.getByText('Twój głos', { exact: true }).click();
	await desk.locator('form').getByText('Za', { exact: true }).click();
	await desk.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(desk.getByText('Twój głos (oddany)')).toBeVisible();
	await picture(desk, 'yesno-desk-open');
	await reveal(all, /Przyjęto: 5 za, potrzeba było 5\./);
	await expect(screen.getByText(spaced(/w tym 1 głos wpisany przez osobę prowadzącą/))).toBeVisible();
	await expect(desk.getByText('Nie znamy kosztów.')).toBeVisible();
	await picture(screen, 'yesno-screen-result');
	await picture(desk, 'yesno-desk-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('approval: at least one and at most two', async ({ browser }) => {
	const all = await room(browser, {
		method: 'approval',
		choices: forms,
		rules: rules({ maximum: 2, receipts: false })
	});
	const { phone, screen, desk } = all;
	await expect(phone.getByText('Zaznacz od 1 do 2 odpowiedzi.')).toBeVisible();
	await phone.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(phone.getByText('Twój głos nie jest jeszcze pełny.')).toBeVisible();
	await phone.getByText('Stowarzyszenie', { exact: true }).click();
	await phone.getByText('Spółka non profit').click();
	await expect(phone.getByRole('checkbox', { name: 'Spółdzielnia socjalna' })).toBeDisabled();
	await cast(phone, 'Stowarzyszenie, Spółka non profit');
	await expect(phone.getByText('Kod Twojego głosu')).toHaveCount(0);
	await picture(phone, 'approval-phone-voted');
	await everyone(all, [{ c0: 1, c1: 1 }, { c1: 1 }, { c1: 1, c2: 1 }, { c0: 1 }, { c1: 1 }, { c0: 1, c1: 1 }]);
	await reveal(all, /Najwięcej: Stowarzyszenie/);
	await picture(phone, 'approval-phone-result');
	await picture(screen, 'approval-screen-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('score: means, medians and how many gave which score', async ({ browser }) => {
	const all = await room(browser, { method: 'score', choices: forms });
	const { phone, screen, desk } = all;
	const rows = phone.getByRole('group');
	await rows.filter({ hasText: 'Stowarzyszenie' }).getByRole('radio', { name: '4 punkty' }).check({ force: true });
	await rows.filter({ hasText: 'Spółdzielnia' }).getByRole('radio', { name: '0 punktów' }).check({ force: true });
	await cast(phone, 'Spółdzielnia socjalna: 0, Stowarzyszenie: 4');
	await picture(phone, 'score-phone-voted');
	await everyone(
		all,
		[5, 3, 4, 2, 5, 1].map((points) => ({ c0: points, c1: 5 - points, c2: 3 }))
	);
	await reveal(all, /Najwyższa średnia: Spółka non profit \(3\)/);
	await picture(phone, 'score-phone-result');
	await picture(screen, 'score-screen-result');
	await picture(desk, 'score-desk-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('ranking: put in order by tapping, counted by Schulze, with the table of each against each', async ({
	browser
}) => {
	const all = await room(browser, { method: 'ranking', choices: forms });
	const { phone, screen, desk } = all;
	await phone.getByRole('button', { name: 'Dodaj na miejsce 1: Stowarzyszenie' }).click();
	await phone.getByRole('button', { name: 'Dodaj na miejsce 2: Spółdzielnia socjalna' }).click();
	await phone.getByRole('button', { name: 'Wyżej: Spółdzielnia socjalna' }).click();
	await picture(phone, 'ranking-phone-open');
	await cast(phone, '1. Spółdzielnia socjalna, 2. Stowarzyszenie');
	await everyone(all, [
		{ c0: 1, c1: 2, c2: 3 },
		{ c1: 1, c0: 2, c2: 3 },
		{ c2: 1, c0: 2, c1: 3 },
		{ c0: 1, c2: 2, c1: 3 },
		{ c1: 1, c2: 2, c0: 3 },
		{ c0: 1, c1: 2, c2: 3 }
	]);
	await reveal(all, /Pierwsze miejsce: Spółdzielnia socjalna\. Wygrywa z każdą inną/);
	await desk.getByText('Każda z każdą', { exact: true }).click();
	await expect(desk.getByRole('table').first()).toContainText('5');
	await picture(desk, 'ranking-desk-result');
	await picture(screen, 'ranking-screen-result');
	await picture(phone, 'ranking-phone-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('fist of five: one hand below three is enough to go on talking', async ({ browser }) => {
	const all = await room(browser, { method: 'fist', question: 'Jak bardzo idziemy za tym planem?' });
	const { phone, screen, desk } = all;
	await phone.getByText('2 palce: porozmawiajmy jeszcze').click();
	await cast(phone, '2 palce: porozmawiajmy jeszcze');
	await picture(phone, 'fist-phone-voted');
	await everyone(
		all,
		['f5', 'f4', 'f4', 'f3', 'f5', 'f3'].map((id) => ({ [id]: 1 }))
	);
	await reveal(all, /1 osoba pokazuje mniej niż trzy palce/);
	await picture(screen, 'fist-screen-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('consent: from questions to an objection with its reason, an amended proposal, and consent', async ({
	browser
}) => {
	const all = await room(browser, {
		method: 'consent',
		question: 'Wspólny magazyn',
		proposal: 'Od marca wynajmujemy halę przy ulicy Mostowej na trzy lata.'
	});
	const { phone, screen, desk } = all;
	await expect(phone.getByText('Pytaj o to, co niejasne')).toBeVisible();
	await expect(phone.getByRole('button', { name: 'Oddaj głos' })).toHaveCount(0);
	await picture(phone, 'consent-phone-questions');
	await picture(screen, 'consent-screen-questions');
	await desk.getByRole('button', { name: 'Dalej: Reakcje' }).click();
	await expect(screen.getByText('Po kolei mówimy krótko')).toBeVisible();
	await desk.getByRole('button', { name: 'Dalej: Zgoda lub sprzeciw' }).click();
	await phone.getByText('Sprzeciw', { exact: true }).click();
	await phone.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(phone.getByText('Napisz uzasadnienie')).toBeVisible();
	await picture(phone, 'consent-phone-objection');
	await phone.getByLabel('Jaką szkodę widzisz? Co trzeba zmienić?').fill('Trzy lata to za długo: nie znamy kosztów.');
	await cast(phone, 'Sprzeciw');
	await everyone(
		all,
		[{ consent: 1 }, { consent: 1 }, { concern: 1 }, { consent: 1 }, { consent: 1 }, { consent: 1 }],
		[undefined, undefined, 'Kto będzie miał klucze?']
	);
	await picture(desk, 'consent-desk-open');
	await reveal(all, /1 sprzeciw\. Poprawiamy propozycję\./);
	await expect(screen.getByText('Trzy lata to za długo: nie znamy kosztów.')).toBeVisible();
	await picture(screen, 'consent-screen-objection');
	await clean(phone, desk, screen);

	await desk.getByRole('button', { name: 'Popraw propozycję' }).click();
	await desk
		.getByLabel('Treść propozycji')
		.fill('Od marca wynajmujemy halę przy ulicy Mostowej na pół roku, na próbę.');
	await picture(desk, 'consent-desk-amend');
	await desk.getByRole('dialog').getByRole('button', { name: 'Otwórz głosowanie' }).click();
	await expect(phone.getByText('Wersja 2')).toBeVisible();
	await desk.getByRole('button', { name: 'Dalej: Reakcje' }).click();
	await desk.getByRole('button', { name: 'Dalej: Zgoda lub sprzeciw' }).click();
	await phone.getByText('Zgadzam się', { exact: true }).click();
	await cast(phone, 'Zgadzam się');
	await everyone(
		all,
		Array.from({ length: 6 }, () => ({ consent: 1 }))
	);
	await reveal(all, /Jest zgoda: nikt nie zgłasza sprzeciwu\./);
	await picture(phone, 'consent-phone-given');
	await desk.getByRole('button', { name: 'Zrób z tego decyzję' }).click();
	await expect(desk.getByRole('dialog').getByRole('textbox').first()).toHaveValue(/na pół roku, na próbę/);
	await all.close();
});

test('a latecomer gets the open ballot, and where only those present vote is told so', async ({ browser }) => {
	const all = await room(browser, { method: 'single', choices: forms, rules: rules({ latecomers: false }) });
	const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'pl-PL' });
	const late = await context.newPage();
	await late.goto(`${server.url}/s/${all.session.code}`);
	await late.getByRole('radio', { name: 'biznes' }).check();
	await late.getByRole('textbox', { name: /Instytucja/ }).fill('Piekarnia');
	await late.getByRole('button', { name: /Dołącz|Wejdź|Wchodzę/ }).click();
	await expect(late.getByText('Głosują osoby, które były na sali przy otwarciu')).toBeVisible();
	await picture(late, 'late-phone-320');
	await clean(late);
	await context.close();
	await all.close();
});

test('dots: one on a sticky, kept to the frames of one item, with a code for each', async ({ browser }) => {
	const all = await room(browser, {
		method: 'dots',
		question: 'Co najpierw?',
		rules: rules({ onePerSticky: true, area: 'board' })
	});
	const { phone, screen, desk, bots } = all;
	const [first, second] = [
		await bots[0]!.putSticky('board', 'Wspólny magazyn', null),
		await bots[1]!.putSticky('board', 'Sklep w świetlicy', null)
	];
	const sticky = phone.getByRole('group', { name: /Wspólny magazyn/ });
	await sticky.getByRole('button').click();
	await expect(sticky.getByRole('button').last()).toHaveAttribute('aria-disabled', 'true');
	await expect(phone.getByText('Kod Twojego głosu')).toBeVisible();
	await picture(phone, 'dots-phone-voted');
	await everyone(all, [{ [first]: 1 }, { [first]: 1, [second]: 1 }, { [second]: 1 }, { [first]: 1 }]);
	await expect(desk.getByText('Kropki rozdaje 5 osób z 7')).toBeVisible();
	await reveal(all, /Wspólny magazyn/);
	await expect(phone.getByText('Twój głos jest na liście.')).toBeVisible();
	await expect(desk.getByText('Najwięcej: Wspólny magazyn.')).toBeVisible();
	await picture(desk, 'dots-desk-result');
	await picture(screen, 'dots-screen-result');
	await clean(phone, desk, screen);
	await all.close();
});

test('the desk writes a ballot with its rules', async ({ browser }) => {
	const all = await room(browser, { method: 'single', choices: forms });
	const { desk, phone } = all;
	await desk.getByRole('button', { name: 'Zamknij głosowanie', exact: true }).click();
	await desk.getByRole('button', { name: 'Nowe głosowanie' }).click();
	const form = desk.getByRole('dialog');
	await form.getByLabel('Pytanie', { exact: true }).fill('Czy przyjmujemy plan?');
	await form.getByText('Za, przeciw, wstrzymuję się').click();
	await form.getByText('Zasady głosowania').click();
	await form.getByRole('combobox', { name: 'Uzasadnienie' }).first().selectOption('required');
	await clean(desk);
	await picture(desk, 'desk-form');
	await form.getByRole('button', { name: 'Otwórz głosowanie' }).click();
	await expect(phone.getByRole('heading', { name: 'Czy przyjmujemy plan?' })).toBeVisible();
	await phone.getByText('Za', { exact: true }).click();
	await phone.getByRole('button', { name: 'Oddaj głos' }).click();
	await expect(phone.getByText('Napisz uzasadnienie')).toBeVisible();
	await all.close();
});

// The eight ways to decide, each on desk, projector, a phone without touch and a late phone: what is hidden, changed, closed, told.
import { expect, test, type Page } from '@playwright/test';
import type { BallotPlan, Vote } from '#lib/ballot/ballot.ts';
import { standardRules, type BallotRules } from '#lib/ballot/rules.ts';
import { accessible, everyoneVotes, item, next, openHall, press, spaced, tabTo, type Hall } from './hall.ts';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

const forms = ['Spółdzielnia socjalna', 'Stowarzyszenie', 'Spółka non profit'];
const rules = (change: Partial<BallotRules>): BallotRules => ({ ...standardRules, ...change });

type Story = {
	plan: Partial<BallotPlan> & Pick<BallotPlan, 'method'>;
	/** By keyboard alone, on the phone: a first answer, and another instead of it. */
	first: (phone: Page) => Promise<void>;
	second: (phone: Page) => Promise<void>;
	saidFirst: string;
	saidSecond: string;
	votes: Vote[];
	reasons?: (string | undefined)[];
	verdict: RegExp;
	/** What the hall reads besides the verdict. */
	told?: RegExp;
	/** The decision that the ballot drafts. */
	decision: RegExp;
	/** What putting it again is called, and how the phone calls the second one. */
	again: { button: string; said: string };
};

const repeated = { button: 'Głosuj ponownie', said: 'Głosowanie powtórzone' };

/** Arrows move among answers of which one is chosen. */
const pick = async (phone: Page, name: string | RegExp) => {
	const wanted = phone.getByRole('radio', { name });
	const all = phone.getByRole('radio');
	const entry =
		(await all.and(phone.locator(':checked')).count()) > 0 ? all.and(phone.locator(':checked')) : all.first();
	await tabTo(phone, entry);
	await phone.keyboard.press('Space');
	for (let step = 0; step < 8 && !(await wanted.isChecked()); step++) await phone.keyboard.press('ArrowDown');
	await expect(wanted).toBeChecked();
};

const score = async (phone: Page, choice: string, points: number) => {
	const keys = phone.getByRole('group').filter({ hasText: choice }).last().getByRole('radio');
	const checked = keys.and(phone.locator(':checked'));
	await tabTo(phone, (await checked.count()) > 0 ? checked : keys.first());
	await phone.keyboard.press('Space');
	for (let step = 0; step < 6 && !(await keys.nth(points).isChecked()); step++)
		await phone.keyboard.press('ArrowRight');
	await expect(keys.nth(points)).toBeChecked();
};

const each = (ids: string[]): Vote[] => ids.map((id) => ({ [id]: 1 }));

const stories: Record<string, Story> = {
	'single choice': {
		plan: { method: 'single', choices: forms },
		first: (phone) => pick(phone, forms[2]!),
		second: (phone) => pick(phone, forms[1]!),
		saidFirst: forms[2]!,
		saidSecond: forms[1]!,
		votes: each(['c0', 'c0', 'c1', 'c0', 'c1', 'c0', 'c1']),
		verdict: /^Remis: Spółdzielnia socjalna, Stowarzyszenie\. O tym, co dalej, decyduje sala/,
		decision: /^Którą formę wybieramy\?$/,
		again: repeated
	},
	approval: {
		plan: { method: 'approval', choices: forms, secret: false },
		first: (phone) => press(phone, phone.getByRole('checkbox', { name: forms[0] }), 'Space'),
		second: async (phone) => {
			await press(phone, phone.getByRole('checkbox', { name: forms[2] }), 'Space');
			await tabTo(phone, phone.getByRole('checkbox', { name: forms[0] }), 'Shift+Tab');
			await phone.keyboard.press('Space');
		},
		saidFirst: forms[0]!,
		saidSecond: forms[2]!,
		// four of one sector against one of each other one: the plain winner is not the balanced one
		votes: each(['c0', 'c0', 'c0', 'c0', 'c2', 'c2', 'c1']),
		verdict: /^Najwięcej: Spółdzielnia socjalna\.$/,
		told: /^Gdyby każdy sektor ważył tyle samo, na czele byłoby: Spółka non profit\.$/,
		decision: /Spółdzielnia socjalna/,
		again: repeated
	},
	'yes, no, abstain with a quorum': {
		plan: {
			method: 'yes-no-abstain',
			question: 'Czy zakładamy spółdzielnię?',
			secret: false,
			rules: rules({ quorum: 80, base: 'cast' })
		},
		first: (phone) => pick(phone, /^Za/),
		second: (phone) => pick(phone, /^Przeciw/),
		saidFirst: 'Za',
		saidSecond: 'Przeciw',
		votes: each(['yes', 'yes', 'yes', 'no']),
		verdict: /^Brak kworum: oddano 5 z wymaganych 8 głosów\.$/,
		decision: /^Czy zakładamy spółdzielnię\?/,
		again: repeated
	},
	dots: {
		plan: { method: 'dots', question: 'Co najpierw?', dots: 3, rules: rules({ area: 'board' }) },
		first: async (phone) => {
			const more = phone
				.getByRole('group', { name: /Sklep w świetlicy/ })
				.getByRole('button')
				.last();
			await press(phone, more);
			await press(phone, more);
		},
		second: async (phone) => {
			await press(
				phone,
				phone
					.getByRole('group', { name: /Sklep w świetlicy/ })
					.getByRole('button')
					.first()
			);
			await tabTo(
				phone,
				phone
					.getByRole('group', { name: /Wspólny magazyn/ })
					.getByRole('button')
					.last(),
				'Shift+Tab'
			);
			await phone.keyboard.press('Enter');
		},
		saidFirst: 'Została Ci 1 kropka z 3',
		saidSecond: 'Została Ci 1 kropka z 3',
		votes: [],
		verdict: /^Remis: (Wspólny magazyn, Sklep w świetlicy|Sklep w świetlicy, Wspólny magazyn)\./,
		told: /^3 kropki od 2 osób$/,
		decision: /^Co najpierw\?$/,
		again: repeated
	},
	score: {
		plan: { method: 'score', choices: forms },
		first: (phone) => score(phone, forms[0]!, 5),
		second: (phone) => score(phone, forms[0]!, 2),
		saidFirst: `${forms[0]}: 5`,
		saidSecond: `${forms[0]}: 2`,
		votes: [5, 3, 4, 2, 5, 1, 2].map((points) => ({ c0: points, c1: points, c2: 1 })),
		verdict: /^Najwyższa średnia: Stowarzyszenie \(3,1\)\.$/,
		told: /^mediana 3, oceniło 7$/,
		decision: /Stowarzyszenie/,
		again: repeated
	},
	ranking: {
		plan: { method: 'ranking', choices: forms },
		first: (phone) => press(phone, phone.getByRole('button', { name: `Dodaj na miejsce 1: ${forms[1]}` })),
		second: async (phone) => {
			await press(phone, phone.getByRole('button', { name: `Dodaj na miejsce 2: ${forms[0]}` }));
			await tabTo(phone, phone.getByRole('button', { name: `Wyżej: ${forms[0]}` }), 'Shift+Tab');
			await phone.keyboard.press('Enter');
		},
		saidFirst: `1. ${forms[1]}`,
		saidSecond: `1. ${forms[0]}, 2. ${forms[1]}`,
		// three and three and a phone that decides nothing between the others: a circle of A over B over C over A
		votes: [
			{ c0: 1, c1: 2, c2: 3 },
			{ c0: 1, c1: 2, c2: 3 },
			{ c1: 1, c0: 2, c2: 3 },
			{ c1: 1, c0: 2, c2: 3 },
			{ c1: 1, c0: 2, c2: 3 }
		],
		verdict: /^Remis: Spółdzielnia socjalna, Stowarzyszenie\. O tym, co dalej, decyduje sala/,
		decision: /^Którą formę wybieramy\?$/,
		again: repeated
	},
	'fist of five': {
		plan: { method: 'fist', question: 'Jak bardzo idziemy za tym planem?' },
		first: (phone) => pick(phone, /^5 palców/),
		second: (phone) => pick(phone, /^3 palce/),
		saidFirst: '5 palców: jestem w pełni za',
		saidSecond: '3 palce: mogę na to przystać',
		votes: each(['f5', 'f4', 'f3', 'f3', 'f5', 'f4', 'f3']),
		verdict: /^Idziemy razem: wszyscy pokazują co najmniej trzy palce\.$/,
		decision: /^Jak bardzo idziemy za tym planem\?$/,
		again: repeated
	},
	consent: {
		plan: { method: 'consent', question: 'Wspólny magazyn', proposal: 'Od marca wynajmujemy halę na pół roku.' },
		first: (phone) => pick(phone, /^Zgadzam się(?!, ale)/),
		second: async (phone) => {
			await pick(phone, /^Sprzeciw/);
			await tabTo(phone, phone.getByLabel('Jaką szkodę widzisz? Co trzeba zmienić?'));
			await phone.keyboard.type('Pół roku to za krótko na remont.');
		},
		saidFirst: 'Zgadzam się',
		saidSecond: 'Sprzeciw',
		votes: each(['consent', 'consent', 'consent', 'consent', 'consent', 'consent', 'consent']),
		verdict: /^1 sprzeciw\. Poprawiamy propozycję\.$/,
		told: /Pół roku to za krótko na remont\./,
		decision: /^Od marca wynajmujemy halę na pół roku\.$/,
		again: { button: 'Popraw propozycję', said: 'Wersja 2' }
	}
};

/** Numbers of a result, as any face would show them. */
const numbers = /\d+ \(\d+ %\)|średnia \d|\d+ krop\S+ od/;
const hidden = async (story: Story, ...pages: Page[]) => {
	for (const page of pages) {
		await expect(page.getByText(spaced(story.verdict))).toHaveCount(0);
		await expect(page.getByText(spaced(numbers))).toHaveCount(0);
	}
};

async function castBy(phone: Page, story: Story, how: 'first' | 'second') {
	const dots = story.plan.method === 'dots';
	await story[how](phone);
	const said = how === 'first' ? story.saidFirst : story.saidSecond;
	if (dots) return expect(phone.getByText(said)).toBeVisible();
	await press(phone, phone.getByRole('button', { name: how === 'first' ? 'Oddaj głos' : 'Zmień głos' }));
	await expect(phone.getByText(`Twój głos jest zapisany: ${said}.`)).toBeVisible();
}

async function opened(hall: Hall, story: Story, question: string) {
	const { desk, screen, phone } = hall;
	await next(desk, 'Decyzja');
	// the desk says that voting has begun, and shows it, whatever the method
	await expect(desk.getByRole('status').filter({ hasText: 'Głosowanie otwarte.' })).toBeAttached();
	await expect(desk.getByRole('tab', { name: /^Głosowania/ })).toHaveAttribute('aria-selected', 'true');
	await expect(desk.getByRole('article', { name: question }).getByText('Trwa', { exact: true })).toBeVisible();
	if (story.plan.method === 'consent')
		for (const step of ['Reakcje', 'Zgoda lub sprzeciw'])
			await press(desk, desk.getByRole('button', { name: `Dalej: ${step}` }));
	await expect(phone.getByText(story.plan.secret === false ? 'jawne' : 'tajne', { exact: true })).toBeVisible();
	for (const page of [screen, phone]) await expect(page.getByRole('heading', { name: question })).toBeVisible();
}

for (const [name, story] of Object.entries(stories))
	test(`${name}: without touch, late, changed, hidden until revealed, decided and put again`, async ({ browser }) => {
		const { method, secret = true } = story.plan;
		const question = story.plan.question ?? 'Którą formę wybieramy?';
		const ballot = { question, choices: [], secret, dots: 3, ...story.plan };
		const hall = await openHall(browser, server, [
			item('board', 'Pomysły', { kind: 'board', template: 'open' }),
			item('decide', 'Decyzja', { kind: 'ballot', ballot }),
			item('end', 'Runda zamknięcia', { kind: 'talk' })
		]);
		const { desk, screen, phone, bots } = hall;
		await next(desk, 'Pomysły');
		const stickies: string[] = [];
		if (method === 'dots')
			for (const text of ['Wspólny magazyn', 'Sklep w świetlicy'])
				stickies.push(await bots[0]!.putSticky('board', text, null));
		await opened(hall, story, question);

		await castBy(phone, story, 'first');
		const late = await hall.late();
		await expect(late.getByRole('heading', { name: question })).toBeVisible();
		await castBy(phone, story, 'second');
		const [store = '', shop = ''] = stickies;
		const votes = method === 'dots' ? [{ [store]: 2 }, { [shop]: 2 }, {}] : story.votes;
		await everyoneVotes(hall, votes, story.reasons);
		await hidden(story, phone, screen, late);

		await press(desk, desk.getByRole('button', { name: 'Zamknij głosowanie', exact: true }));
		const open = await bots[0]!.link.until('the closed ballot', ({ ballots }) =>
			ballots.find(({ status }) => status === 'closed')
		);
		for (const page of [phone, screen, late])
			await expect(page.getByText(/^Głosowanie zamknięte/).first()).toBeVisible();
		await expect(phone.getByRole('button', { name: /^(Oddaj|Zmień) głos/ })).toHaveCount(0);
		await expect(
			bots[0]!.link.carryOut({ type: 'vote.cast', ballot: open.id, vote: story.votes[0] ?? { [store]: 1 } })
		).rejects.toThrow(/ballot-not-open/);
		await hidden(story, phone, screen, late);

		await desk.keyboard.press('r');
		for (const page of [phone, screen, desk]) await expect(page.getByText(spaced(story.verdict)).first()).toBeVisible();
		if (story.told) await expect(screen.getByText(spaced(story.told)).first()).toBeVisible();
		if (secret) {
			await expect(phone.getByText('Twój głos jest na liście.')).toBeVisible();
			await expect(screen.getByText('Kod Twojego głosu')).toHaveCount(0);
		}
		await accessible(phone, screen, desk);

		await desk.keyboard.press('d');
		const decision = desk.getByRole('dialog', { name: 'Decyzja' });
		await expect(decision.getByLabel('Co postanowiono')).toHaveValue(story.decision);
		// where an objection stands nobody has consented: how it was decided has to be said
		if (method === 'consent') await decision.getByLabel('W jaki sposób').selectOption({ index: 1 });
		await desk.keyboard.press('Control+Enter');
		await expect(decision).toBeHidden();
		await expect(screen.getByText('Decyzja:')).toBeVisible();

		await press(desk, desk.getByRole('button', { name: story.again.button }));
		await press(desk, desk.getByRole('dialog').getByRole('button', { name: 'Otwórz głosowanie' }));
		for (const page of [phone, screen]) await expect(page.getByText(story.again.said)).toBeVisible();
		await expect(desk.getByRole('heading', { name: 'Wcześniejsze głosowania' })).toBeVisible();
		await hall.close();
	});

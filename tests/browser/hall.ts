// One room for stories: a session with a desk, a projector, a phone and several people who vote. Knows no story.
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import type { Sector } from '#lib/people/people.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { noViolations } from './axe.ts';
import type { RunningServer } from './server.ts';

export type Hall = {
	session: Prepared;
	desk: Page;
	screen: Page;
	phone: Page;
	bots: Bot[];
	/** One more phone that joins now. */
	late: () => Promise<Page>;
	close: () => Promise<void>;
};

/** Everybody but the phone itself, which is of the third sector. */
export const seatedSectors: readonly Sector[] = ['public', 'public', 'public', 'public', 'ngo', 'business', 'citizen'];

export const item = (id: string, title: string, activity: object, more: Partial<AgendaItem> = {}): AgendaItem =>
	({
		id,
		title,
		minutes: 10,
		activity,
		instructions: '',
		prompt: '',
		privacy: 'sector',
		quiet: false,
		...more
	}) as AgendaItem;

/** The session is open and nothing runs yet. */
export async function openHall(browser: Browser, server: RunningServer, agenda: AgendaItem[]): Promise<Hall> {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Słupno', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	const session = await organiser.prepare({
		title: 'Świetlica w Wykowie',
		date: '2026-11-23',
		place: '',
		territory,
		agenda
	});
	organiser.close();
	const context = (width: number, height: number) =>
		browser.newContext({ viewport: { width, height }, locale: 'pl-PL', reducedMotion: 'no-preference' });

	const room = await context(1366, 768);
	const desk = await room.newPage();
	await desk.goto(`${server.url}/s/${session.code}/run`);
	await desk.getByLabel('Hasło').fill(server.password);
	await desk.getByRole('button', { name: 'Wejdź' }).click();
	await desk.getByRole('button', { name: 'Otwórz sesję' }).click();
	await expect(desk.getByRole('heading', { name: 'Sesja jest otwarta' })).toBeVisible();

	const bots = await Promise.all(
		seatedSectors.map((sector, place) =>
			Bot.join({ url: server.url, ...session }, { sector, institution: `Instytucja ${place}`, name: '' }, paceOf(0))
		)
	);
	const hands = [await context(390, 844)];
	const join = async (page: Page, sector: RegExp, institution: string) => {
		await page.goto(`${server.url}/s/${session.code}`);
		await page.getByRole('radio', { name: sector }).check();
		await page.getByRole('textbox', { name: /Instytucja/ }).fill(institution);
		await page.getByRole('button', { name: 'Dołączam' }).click();
		await expect(page.getByText('Zapisano', { exact: true })).toBeVisible();
	};
	const phone = await hands[0]!.newPage();
	await join(phone, /organizacje pozarządowe/, 'Stowarzyszenie Nad Wisłą');
	const screen = await room.newPage();
	await screen.setViewportSize({ width: 1920, height: 1080 });
	await screen.goto(`${server.url}/s/${session.code}/screen`);
	await desk.bringToFront();
	return {
		session,
		desk,
		screen,
		phone,
		bots,
		late: async () => {
			const hand = await context(320, 640);
			hands.push(hand);
			const page = await hand.newPage();
			await join(page, /nauka/, 'Akademia Mazowiecka');
			return page;
		},
		close: async () => {
			for (const bot of bots) bot.close();
			for (const each of [...hands, room]) await each.close();
		}
	};
}

/** Any space: the hall's screen holds short words together with one that does not break. */
export const spaced = ({ source, flags }: RegExp): RegExp => new RegExp(source.replaceAll(' ', '\\s'), flags);

/** The desk's own key for "next", until an item of that title runs. */
export async function next(desk: Page, title: string): Promise<void> {
	await desk.keyboard.press('ArrowRight');
	await expect(desk.getByRole('region', { name: 'Program' }).locator('[aria-current=step]')).toContainText(title);
}

export async function everyoneVotes(
	{ bots }: Hall,
	votes: readonly Vote[],
	reasons: readonly (string | undefined)[] = []
) {
	await Promise.all(
		votes.map(async (vote, place) => {
			const bot = bots[place]!;
			const { id } = await bot.link.until('the open ballot', ({ ballots }) =>
				ballots.findLast(({ status }) => status === 'open')
			);
			const reason = reasons[place];
			await bot.link.carryOut({ type: 'vote.cast', ballot: id, vote, ...(reason ? { reason } : {}) });
		})
	);
}

/** Walks with the Tab key until the element has the focus; backwards with `Shift`. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(target.first()).toBeVisible();
	for (let step = 0; step < 150; step++) {
		if (await target.first().evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`the ${key} key does not reach ${target.toString()}`);
}

export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

export async function accessible(...pages: Page[]): Promise<void> {
	for (const page of pages) await noViolations(page);
}

// A room around one board, through the built server: a desk, canvases, lists and the hall's screen, and where things lie on them.
// Knows no story.
import { expect, type Browser, type Page } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Organiser, type Prepared } from '../../rehearsal/organiser.ts';
import { startServer, type RunningServer } from './server.ts';

/** A board of the agenda; `tools`: what participants may use, all unless said. */
export const boardItem = (id: string, title: string, more: Partial<AgendaItem> = {}, tools?: string[]) =>
	({
		id,
		title,
		minutes: 20,
		activity: { kind: 'board', template: 'open', ...(tools ? { tools } : {}) },
		instructions: '',
		...more
	}) as unknown as AgendaItem;

type Who = { institution: string; sector: string; width: number; height?: number; hasTouch?: boolean };

export class BoardRoom {
	private constructor(
		readonly server: RunningServer,
		readonly organiser: Organiser
	) {}

	static async open(): Promise<BoardRoom> {
		const server = await startServer();
		const organiser = new Organiser(server.url);
		await organiser.signIn(server.password);
		return new BoardRoom(server, organiser);
	}

	/** An open session whose first item runs. */
	async start(agenda: AgendaItem[]): Promise<Prepared> {
		const session = await this.organiser.prepare({
			title: 'Razem przy tablicy',
			date: '2026-12-03',
			place: 'Dom kultury',
			territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
			agenda
		});
		await this.organiser.facilitate(session);
		await this.organiser.startItem(agenda[0]!.id);
		return session;
	}

	async join(browser: Browser, { code }: Prepared, who: Who, prepare?: (page: Page) => Promise<void>): Promise<Page> {
		const { width, height = 844, hasTouch = false } = who;
		const context = await browser.newContext({ viewport: { width, height }, hasTouch, locale: 'pl-PL' });
		const page = await context.newPage();
		await prepare?.(page);
		await page.goto(`${this.server.url}/s/${code}`);
		await page.getByRole('radio', { name: who.sector }).check();
		await page.getByLabel('Instytucja lub grupa').fill(who.institution);
		await page.getByRole('button', { name: 'Dołączam' }).click();
		await expect(page.locator('[data-waiting]')).toBeVisible();
		return page;
	}

	async desk(browser: Browser, { code }: Prepared): Promise<Page> {
		const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'pl-PL' });
		const page = await context.newPage();
		await page.goto(`${this.server.url}/s/${code}/run`);
		await page.getByLabel('Hasło').fill(this.server.password);
		await page.getByRole('button', { name: 'Wejdź' }).click();
		await expect(surface(page)).toBeVisible();
		return page;
	}

	/** The screen of the hall, opened by who sits at the desk. */
	async screen(desk: Page, { code }: Prepared): Promise<Page> {
		const page = await desk.context().newPage();
		await page.setViewportSize({ width: 1920, height: 1080 });
		await page.goto(`${this.server.url}/s/${code}/screen`);
		await desk.bringToFront();
		return page;
	}

	async close(): Promise<void> {
		this.organiser.close();
		await this.server.stop();
	}
}

export const surface = (page: Page) => page.locator('.surface');

/** The paper of a sticky on a page's canvas, and the middle of it. */
export const paper = (page: Page, text: string) =>
	surface(page).locator('[data-layer="things"]').getByText(text, { exact: true });

export async function middleOf(page: Page, text: string): Promise<{ x: number; y: number }> {
	const box = (await paper(page, text).boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function asCanvas(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Płótno', exact: true }).click();
	await expect(surface(page)).toBeVisible();
}

/** Writes a sticky in the list of a participant. */
export async function writeInList(page: Page, text: string): Promise<void> {
	const field = page.getByLabel('Dopisz karteczkę', { exact: true });
	await field.fill(text);
	await field.press('Enter');
}

type TouchEnd = 'touchStart' | 'touchMove' | 'touchEnd';

/** Fingers on a page, as the browser itself would feel them. */
export async function fingersOn(page: Page): Promise<(type: TouchEnd, ...points: [number, number][]) => Promise<void>> {
	const session = await page.context().newCDPSession(page);
	return async (type, ...points) => {
		const touchPoints = points.map(([x, y], id) => ({ x: Math.round(x), y: Math.round(y), id }));
		await session.send('Input.dispatchTouchEvent', { type, touchPoints });
	};
}

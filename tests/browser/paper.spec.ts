// The board comes from a file and goes onto paper: a drawing and a table are brought in, then printed and taken away.
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Organiser } from '../../rehearsal/organiser.ts';
import { noViolations } from './axe.ts';
import { startServer, type RunningServer } from './server.ts';

const agenda = [
	{
		id: 'needs',
		title: 'Potrzeby',
		minutes: 20,
		activity: { kind: 'board', template: 'needs' },
		instructions: '',
		prompt: '',
		privacy: 'sector',
		quiet: false
	}
] as unknown as AgendaItem[];

const drawing = {
	type: 'excalidraw',
	elements: [
		{ id: 'r', type: 'rectangle', x: 0, y: 0, width: 200, height: 200, backgroundColor: '#ffec99' },
		{ id: 't', type: 'text', x: 0, y: 0, width: 100, height: 25, text: 'Kuchnia w remizie', containerId: 'r' },
		{ id: 'e', type: 'ellipse', x: 400, y: 0, width: 200, height: 160, strokeColor: '#2f9e44' },
		{ id: 'l', type: 'text', x: 0, y: 0, width: 100, height: 25, text: 'Gmina', containerId: 'e' },
		{
			id: 'a',
			type: 'arrow',
			x: 200,
			y: 100,
			width: 200,
			height: 0,
			points: [
				[0, 0],
				[200, 0]
			],
			startBinding: { elementId: 'r' },
			endBinding: { elementId: 'e' }
		},
		{ id: 'i', type: 'image', x: 0, y: 0, width: 10, height: 10 }
	]
};
const table =
	'\ufeff"Obszar";"Karteczka"\r\n"Czego potrzebujemy";"Żłobek dla dzieci w Łącku"\r\n"";"Rów zarasta, woda stoi"\r\n';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

async function bring(page: Page, file: { name: string; mimeType: string; text: string }) {
	await page.getByRole('button', { name: 'Więcej', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Wczytaj na tablicę z pliku' }).click();
	const dialog = page.getByRole('dialog', { name: 'Wczytaj na tablicę z pliku' });
	const { name, mimeType, text } = file;
	await dialog.getByLabel('Plik z tego urządzenia').setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
	return dialog;
}

test('a file comes to the board, and the board goes onto paper', async ({ page }) => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Łąck', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	const session = await organiser.prepare({ title: 'Narada', date: '2026-11-23', place: '', territory, agenda });
	await organiser.facilitate(session);
	await page.goto(`${server.url}/s/${session.code}/run`);
	await page.getByLabel('Hasło').fill(server.password);
	await page.getByRole('button', { name: 'Wejdź' }).click();
	await page.getByRole('button', { name: 'Zaczynamy: Potrzeby' }).click();
	await expect(page.getByRole('group', { name: 'Płótno tablicy' })).toBeVisible();

	let dialog = await bring(page, { name: 'obraz.png', mimeType: 'image/png', text: '\u0000PNG' });
	await expect(dialog.getByText('Nie umiem odczytać tego pliku')).toBeVisible();
	await dialog.getByLabel('Plik z tego urządzenia').setInputFiles({
		name: 'schemat.excalidraw',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(drawing))
	});
	await expect(dialog.getByText('Przybędą 3 elementy:')).toBeVisible();
	await expect(dialog.getByText('1 element nie ma u nas odpowiednika')).toBeVisible();
	await noViolations(page);
	await dialog.getByRole('button', { name: 'Wczytaj', exact: true }).click();
	await expect(dialog).toHaveCount(0);

	dialog = await bring(page, { name: 'lista.csv', mimeType: 'text/csv', text: table });
	await expect(dialog.getByText('Przybędą 2 elementy:')).toBeVisible();
	await dialog.getByRole('button', { name: 'Wczytaj', exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText('Zapisano', { exact: true }).first()).toBeVisible();

	const opening = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Więcej', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Tablica na papierze' }).click();
	const paper = await opening;
	await expect(paper.getByRole('heading', { name: 'Tablica: Narada' })).toBeVisible();
	await expect(paper.getByRole('region', { name: 'Czego potrzebujemy' }).getByText('Łącku')).toBeVisible();
	await expect(paper.getByRole('region', { name: 'Cała tablica' }).getByText('Kuchnia')).toBeVisible();
	await noViolations(paper);

	const taken = async (name: string) => {
		const downloading = paper.waitForEvent('download');
		await paper.getByRole(name === 'PNG' ? 'button' : 'link', { name }).click();
		return readFile(await (await downloading).path());
	};
	expect((await taken('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
	expect((await taken('SVG')).toString()).toContain('Kuchnia');
	expect((await taken('Tabela (CSV)')).toString()).toContain('"Czego potrzebujemy";"";"Żłobek dla dzieci w Łącku"');
	expect((await taken('PNG')).subarray(1, 4).toString()).toBe('PNG');
});

test('a stranger gets no board', async ({ request, page }) => {
	const organiser = new Organiser(server.url);
	await organiser.signIn(server.password);
	const territory = { gmina: 'Łąck', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
	const session = await organiser.prepare({ title: 'Cudza', date: '2026-11-23', place: '', territory, agenda });
	for (const file of ['', '/board.svg', '/board.csv', '/board.pdf']) {
		const answer = await request.get(`${server.url}/s/${session.code}/board${file}`, { maxRedirects: 0 });
		expect(answer.status()).toBe(303);
	}
	await page.goto(`${server.url}/s/${session.code}/board`);
	await expect(page.getByLabel('Hasło')).toBeVisible();
});

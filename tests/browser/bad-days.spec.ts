// A phone loses the network with a vote in its hand, and the ballot closes meanwhile: the person is told when the phone is back, on the
// same page and on one that was opened anew.
import { expect, test } from '@playwright/test';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { Organiser } from '../../rehearsal/organiser.ts';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

for (const reopened of [false, true])
	test(`a vote that comes too late is said to be, ${reopened ? 'on a page opened anew' : 'on the same page'}`, async ({
		browser
	}) => {
		const ballot = { question: 'Czy zaczynamy?', method: 'yes-no-abstain', choices: [], secret: true, dots: 1 };
		const agenda = [
			{ id: 'vote', title: 'Decyzja', minutes: 5, activity: { kind: 'ballot', ballot }, instructions: '' },
			{ id: 'talk', title: 'Rozmowa', minutes: 5, activity: { kind: 'talk' }, instructions: '' }
		] as unknown as AgendaItem[];
		const organiser = new Organiser(server.url);
		await organiser.signIn(server.password);
		const territory = { gmina: 'Słupno', powiat: 'płocki', wojewodztwo: 'mazowieckie' };
		const session = await organiser.prepare({ title: 'Zły dzień', date: '2026-11-23', place: '', territory, agenda });
		await organiser.facilitate(session);
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' });
		const phone = await context.newPage();
		await phone.goto(`${server.url}/s/${session.code}`);
		await phone.getByRole('radio', { name: 'organizacje pozarządowe' }).check();
		await phone.getByRole('textbox', { name: /Instytucja/ }).fill('Stowarzyszenie');
		await phone.getByRole('button', { name: /Dołącz|Wejdź|Wchodzę/ }).click();
		await organiser.startItem('vote');
		await phone.getByRole('radio', { name: /^za/i }).check();
		await context.setOffline(true);
		await phone.getByRole('button', { name: 'Oddaj głos' }).click();
		const { id } = (await organiser.desk.until('the ballot', ({ ballots }) => ballots[0]))!;
		await organiser.closeBallot(id);
		await organiser.startItem('talk');
		if (reopened) await phone.close();
		await context.setOffline(false);
		const back = reopened ? await context.newPage() : phone;
		if (reopened) await back.goto(`${server.url}/s/${session.code}`);
		await expect(back.getByText('Twój ostatni głos nie doszedł na czas i nie jest liczony.')).toBeVisible();
		organiser.close();
		await context.close();
	});

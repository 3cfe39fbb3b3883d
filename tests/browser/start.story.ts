// A fresh instance: it is healthy, and a page that does not exist says so in the reader's language.
import { expect, test } from '@playwright/test';
import { startServer, type RunningServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

test('a fresh instance is healthy', async ({ request }) => {
	const health = await request.get(`${server.url}/health`);
	expect(health.status()).toBe(200);
	expect(await health.json()).toEqual({ ok: true });
});

test('an unknown page says so in Polish and offers the way back', async ({ page }) => {
	const answer = await page.goto(`${server.url}/nie-ma-takiej-strony`);
	expect(answer?.status()).toBe(404);
	await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', '/');
});

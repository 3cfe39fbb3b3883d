// How the browser stories run: the browser of this machine, two at a time, results where the test runner can count them.
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: /\.(story|test|spec)\.ts$/,
	outputDir: 'test-results',
	workers: 2,
	fullyParallel: false,
	timeout: 180_000,
	expect: { timeout: 30_000 },
	forbidOnly: true,
	reporter: process.env.NARADA_RESULTS ? [['line'], ['json', { outputFile: process.env.NARADA_RESULTS }]] : [['list']],
	use: {
		browserName: 'chromium',
		locale: 'pl-PL',
		timezoneId: 'Europe/Warsaw',
		screenshot: 'only-on-failure',
		// a trace costs every story about a third of its time: asked for by who looks for a fault
		trace: process.env.NARADA_TRACE ? 'retain-on-failure' : 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
		}
	}
});

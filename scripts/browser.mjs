// Finds the browser of this machine for the stories, or installs Debian's small one where that is possible. Runs no story.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** Path of a Chromium, the one named in CHROMIUM_PATH first; undefined when there is none. */
export function findBrowser() {
	return [process.env.CHROMIUM_PATH, ...known].find((path) => path && existsSync(path));
}

/** The browser, installed by apt if need be; null after it has said in one sentence what is missing. */
export function needBrowser() {
	const found = findBrowser();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.error('Installing a browser for the stories …');
		const apt = (...args) =>
			spawnSync('apt-get', ['-qq', ...args], {
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
			}).status === 0;
		apt('update');
		for (const name of ['chromium-headless-shell', 'chromium']) {
			if (apt('install', '-y', '--no-install-recommends', name) && findBrowser()) return findBrowser() ?? null;
		}
	}
	console.error(
		'The stories need a Chromium: install one (Debian: chromium-headless-shell) or set CHROMIUM_PATH to it.'
	);
	return null;
}

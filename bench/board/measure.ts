// Measures the board beside tldraw and Excalidraw: same browser, same run, interleaved, medians of the rounds.
// Usage: npm run bench:board -- [--rounds 3] [--sizes 500,2000,5000] [--phone] [--json FILE]
// The figure is milliseconds of the page's main thread per frame, because it is stable where frame rates are not.
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build, preview } from 'vite';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '3' },
		sizes: { type: 'string', default: '500,2000,5000' },
		phone: { type: 'boolean', default: false },
		json: { type: 'string' },
		only: { type: 'string' }
	}
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').map(Number);
const peers = (values.only?.split(',') ?? ['narada', 'tldraw', 'excalidraw']) as readonly string[];
const screen = values.phone ? { width: 390, height: 844 } : { width: 1366, height: 768 };
/** Milliseconds that one kind of work is measured. */
const span = 2000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));

type Row = Record<string, number>;

async function busy(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Main-thread milliseconds per frame, and frames per second, while `work` is repeated at most 60 times a second. */
async function perFrame(page: Page, session: CDPSession, work: (step: number) => Promise<unknown>) {
	await page.evaluate(() => window.bench!.countFrames());
	const before = await busy(session);
	const start = performance.now();
	for (let step = 0; performance.now() - start < span; step++) {
		const next = performance.now() + 16;
		await work(step);
		await pause(Math.max(0, next - performance.now()));
	}
	const used = (await busy(session)) - before;
	const seconds = (performance.now() - start) / 1000;
	const frames = await page.evaluate(() => window.bench!.framesCounted());
	return { ms: used / Math.max(1, frames), fps: frames / seconds };
}

async function measure(browser: Browser, origin: string, peer: string, size: number): Promise<Row> {
	const page = await browser.newPage({ viewport: screen });
	const session = await page.context().newCDPSession(page);
	// processor time, so that other work on the machine does not count
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	if (values.phone) await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	let bytes = 0;
	page.on('response', (response) => {
		if (!response.url().endsWith('.js')) return;
		void response.body().then(
			(body) => (bytes += gzipSync(body).byteLength),
			() => {}
		);
	});
	const failures: string[] = [];
	page.on('pageerror', (error) => failures.push(error.message));
	const row: Row = {};
	try {
		await page.goto(`${origin}/${peer}.html?n=${size}`);
		await page.waitForFunction(() => window.bench, null, { timeout: 180_000 });
		row['load to usable, ms'] = await page.evaluate(() => window.bench!.loaded);
		const middle = { x: screen.width / 2, y: screen.height / 2 };
		for (const view of ['near', 'all'] as const) {
			await page.evaluate((where) => window.bench!.look(where), view);
			await page.mouse.move(middle.x, middle.y);
			await pause(1200);
			const label = view === 'near' ? '60 in view' : 'all in view';
			const wheel = (deltaX: number, deltaY: number, modifiers = 0) =>
				session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX, deltaY, modifiers });
			const note = async (name: string, work: (step: number) => Promise<unknown>) => {
				const { ms, fps } = await perFrame(page, session, work);
				row[`${label}: ${name}, ms per frame`] = ms;
				row[`${label}: ${name}, fps`] = fps;
			};
			await note('pan', (step) => wheel(step % 60 < 30 ? 14 : -14, step % 40 < 20 ? 10 : -10));
			// out and back in, so that it ends where it began
			await note('zoom', (step) => wheel(0, step % 40 < 20 ? 12 : -12, 2));
			await page.evaluate((where) => window.bench!.look(where), view);
			await pause(400);
			const from = await page.evaluate(() => window.bench!.grip());
			await page.mouse.click(from.x, from.y);
			await pause(300);
			await page.mouse.move(from.x, from.y);
			await page.mouse.down();
			await note('drag', (step) =>
				page.mouse.move(from.x + 80 * Math.sin(step / 12), from.y + 60 * Math.cos(step / 9))
			);
			await page.mouse.up();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			let added = 0;
			const start = performance.now();
			await note('25 additions a second', async () => {
				if ((performance.now() - start) / 40 < added) return;
				added++;
				await page.evaluate(() => window.bench!.addInView());
			});
		}
		await page.evaluate(() => window.bench!.look('near'));
		await page.mouse.move(2, 2);
		await pause(3000);
		const idle = await busy(session);
		await pause(3000);
		row['idle, ms per second'] = ((await busy(session)) - idle) / 3;
		await session.send('HeapProfiler.collectGarbage');
		const { metrics } = await session.send('Performance.getMetrics');
		row['heap, MB'] = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6;
		row['JavaScript, kB gzip'] = bytes / 1000;
		if (failures.length) console.error(`${peer} ${size}: ${failures[0]}`);
	} finally {
		await page.close();
	}
	return row;
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

await build({ configFile });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
const address = server.httpServer.address();
if (typeof address !== 'object' || !address) throw new Error('no address');
const origin = `http://127.0.0.1:${address.port}`;
const headless = '/usr/bin/chromium-headless-shell';
const browser = await chromium.launch({
	...(existsSync(headless) && { executablePath: headless }),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});

const results: Record<number, Record<string, Row[]>> = {};
for (const size of sizes) {
	const bySize: Record<string, Row[]> = (results[size] = {});
	for (let round = 0; round < rounds; round++)
		for (const peer of peers) {
			const row = await measure(browser, origin, peer, size);
			(bySize[peer] ??= []).push(row);
			console.error(`${size} ${peer} round ${round + 1}`);
		}
}
await browser.close();
await server.close();

const table: string[] = [];
for (const size of sizes) {
	const rows = results[size]!;
	const of = (peer: string, name: string) => median((rows[peer] ?? []).map((row) => row[name] ?? NaN));
	const best = (name: string) =>
		(name.endsWith('fps') ? Math.max : Math.min)(
			...peers.filter((peer) => peer !== 'narada').map((peer) => of(peer, name))
		);
	table.push(`\n### ${size} stickies${values.phone ? ', phone 390×844, 4 times slower' : ''}\n`);
	table.push(`| | ${peers.join(' | ')} | of the better peer |`, `|---|${peers.map(() => '--:|').join('')}--:|`);
	for (const name of Object.keys(rows[peers[0]!]![0]!)) {
		const cells = peers.map((peer) => of(peer, name).toFixed(of(peer, name) < 100 ? 1 : 0));
		const ratio = peers.length > 1 && peers.includes('narada') ? of('narada', name) / best(name) : NaN;
		table.push(`| ${name} | ${cells.join(' | ')} | ${Number.isFinite(ratio) ? ratio.toFixed(2) : ''} |`);
	}
}
console.log(table.join('\n'));
if (values.json) writeFileSync(values.json, JSON.stringify(results, null, '\t') + '\n');

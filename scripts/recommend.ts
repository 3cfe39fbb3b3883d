// Prints a recommendation for each record file as one JSON line: npm run recommend -- FILE…
import { readFileSync } from 'node:fs';
import pl from '#messages/pl.json' with { type: 'json' };
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { parseRecord } from '#lib/record/record.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sentenceIn } from '#lib/recommendation/sentence.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl as Messages);
const files = process.argv.slice(2);
let failed = files.length === 0;
if (failed) console.error(words('recommend_usage'));

for (const file of files) {
	const read = readFile(file);
	if (!read.ok) {
		failed = true;
		console.error(`${file}: ${read.why}`);
		continue;
	}
	const draft = recommend([read.record], catalogue);
	const best = draft.best === null ? undefined : draft.ranked[0];
	const keys = (state: string) =>
		(best?.preconditions ?? []).filter((found) => found.state === state).map(({ key }) => key);
	const line = {
		file,
		kind: draft.kind,
		best: draft.best ?? 'none',
		ranked: draft.ranked.map(({ model, score }) => ({ model, score })),
		evidence_for: cites(draft.evidenceFor),
		evidence_against: cites(draft.evidenceAgainst),
		preconditions: { met: keys('met'), missing: keys('missing'), unknown: keys('unknown') },
		reason: sentenceIn(words, catalogue, draft.reason),
		confidence: draft.confidence
	};
	process.stdout.write(`${JSON.stringify(line)}\n`);
}
process.exitCode = failed ? 1 : 0;

/** Each place once, though several sentences of one note may be quoted. */
function cites(citations: readonly { cite: string }[]): string[] {
	return [...new Set(citations.map(({ cite }) => cite))];
}

type Read = { ok: true; record: Parameters<typeof recommend>[0][number] } | { ok: false; why: string };

function readFile(file: string): Read {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return { ok: false, why: words(error instanceof SyntaxError ? 'recommend_not_json' : 'recommend_unreadable') };
	}
	const parsed = parseRecord(content);
	return parsed.ok ? parsed : { ok: false, why: words(`record_refused_${parsed.reason}`) };
}

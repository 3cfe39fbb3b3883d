// A consent that was not given is read as no decision, told with its own numbers, and what was objected speaks against.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import pl from '#messages/pl.json' with { type: 'json' };
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { placeIn } from '#lib/recommendation/desk-evidence.ts';
import { placeDetails } from '#lib/recommendation/place-words.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sentenceIn } from '#lib/recommendation/sentence.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';
import { sets } from '../../bench/recommend/sets.ts';

const words = wordsFrom('pl', pl as Messages);
const text = 'Zakładamy spółdzielnię socjalną, która od maja poprowadzi stołówkę szkolną';
const objection = 'Nie ma kto prowadzić księgowości, a gmina lokalu nie obiecała';

/** A case of the bench without what it decided, and in its place one decision from a question of consent. */
const [first] = (sets[0]?.records ?? []).filter(({ expected }) => expected.kind === 'new');
function asked(objected: number, method = 'consent'): SessionRecord {
	const tally = {
		voted: 6,
		counts: { consent: 6 - objected, concern: 0, objection: objected },
		reasons: objected ? [{ choice: 'objection', reason: objection }] : []
	};
	const objections = objected ? [{ reason: objection, sector: 'business' }] : [];
	const parsed = parseRecord({
		...first!.record,
		ballots: [{ id: 'b0', question: 'Stołówka', proposal: text, method: 'consent', secret: false, choices: [], tally }],
		stickies: [
			{ text: 'spółdzielnia socjalna dla kucharek, które straciły pracę', votes: 9, frame: null },
			{ text: 'dzieci bez ciepłego obiadu, stołówka szkolna zamknięta', votes: 7, frame: null }
		],
		notes_md: '',
		notes: [],
		decisions: [{ text, method, yes: null, no: null, abstain: null, objections, ballot: 'b0' }]
	});
	if (!parsed.ok) throw new Error(parsed.reason);
	return { ...parsed.record, id: 'r' };
}
const said = (record: SessionRecord) => {
	const draft = recommend([record], catalogue);
	return [draft.reason, ...draft.ranked.map(({ reason }) => reason)].map((one) => sentenceIn(words, catalogue, one));
};

test('a clean consent is told with its consents, never as 0 for and 0 against', () => {
	const sentences = said(asked(0));
	assert.ok(
		sentences.some((sentence) => sentence.includes('(6 zgód, bez sprzeciwu)')),
		sentences.join('\n')
	);
	assert.not.ok(sentences.some((sentence) => /\b0 za\b/.test(sentence)));
});

test('while an objection stands and no other way of deciding is named, nothing was decided', () => {
	for (const method of ['consent', 'ballot', '']) {
		const sentences = said(asked(1, method));
		assert.not.ok(
			sentences.some((sentence) => /Uczestnicy (postanowili|zgodzili)/.test(sentence)),
			sentences.join('\n')
		);
	}
	for (const method of ['consensus', 'show-of-hands', 'other']) {
		const after = said(asked(1, method));
		assert.ok(
			after.some((sentence) => sentence.startsWith(`Uczestnicy postanowili „${text}”`)),
			method
		);
		assert.not.ok(after.some((sentence) => /\b0 za\b|zgód/.test(sentence)));
	}
});

test('its place in the record tells consents and objections', () => {
	const place = placeIn(asked(1), 'd0')!;
	assert.equal(placeDetails(place, words), ['5 zgód, 0 z obawą, 1 sprzeciw']);
});

test.run();

// A recommendation that a person has taken up: statuses, evidence that stays and evidence that moved.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { chooseEvidence } from '#lib/recommendation/desk-choose.ts';
import { withoutVoices } from '#lib/recommendation/desk-forget.ts';
import { deskValues, readDesk, withValues } from '#lib/recommendation/desk-form.ts';
import { mergedAway, mergeInto, withAlternative } from '#lib/recommendation/desk-merge.ts';
import { institutionName, outcomesBy } from '#lib/recommendation/desk-outcomes.ts';
import { evidenceFor, recommendationSchema, withEvidence, withStatus } from '#lib/recommendation/desk.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { citable, evidenceState, evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { inQuotes, withoutStop } from '#lib/recommendation/quotation.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { isPublished, nextStatuses, statuses, statusRefusal } from '#lib/recommendation/status.ts';
import { loadWords } from '#lib/ui/words.ts';
import * as v from 'valibot';

const words = await loadWords('pl');

function record(name: string, id = name): SessionRecord {
	const path = new URL(`../../bench/labelled/a/${name}.json`, import.meta.url);
	const parsed = parseRecord({ ...JSON.parse(readFileSync(path, 'utf8')), id });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
}

const made = (records: SessionRecord[]) =>
	recommendationFrom({ draft: recommend(records, catalogue), records, catalogue, words }, null, 'x', 1000);

const one = record('a01');
const recommendation = made([one]);

test('what the engine proposes can be kept and read again as it was', () => {
	const kept = v.parse(recommendationSchema, JSON.parse(JSON.stringify(recommendation)));
	assert.equal(kept, recommendation);
});

test('it says what, for whom and why, and what to do first', () => {
	assert.ok(recommendation.model);
	for (const part of ['title', 'forWhom', 'reason', 'addressee'] as const)
		assert.ok(recommendation[part].length > 5, part);
	assert.ok(recommendation.steps.length >= 3);
	assert.ok(evidenceFor(recommendation).length > 0);
});

test('an erased session leaves no words of its people in a recommendation, also where the text quotes them', () => {
	const written = one.stickies.map(({ text }) => text).filter((text) => text.length > 20);
	const said = [
		...recommendation.evidence,
		{ ...recommendation.evidence[0]!, cite: 's0r0', quote: 'odpowiedź na karteczkę' },
		{ ...recommendation.evidence[0]!, cite: 'c0', quote: 'nazwa grupy' },
		{ ...recommendation.evidence[0]!, cite: 'm0', quote: 'napis na tablicy' }
	];
	const before = { ...recommendation, evidence: said };
	const left = withoutVoices(before, one.id, 'już usunięte');
	const quoted = written.filter((text) => JSON.stringify(before).includes(JSON.stringify(text).slice(1, -1)));
	assert.ok(quoted.length > 3 && quoted.some((text) => before.problem.includes(text)));
	for (const text of [...quoted, 'odpowiedź na karteczkę', 'nazwa grupy', 'napis na tablicy'])
		assert.not(JSON.stringify(left).includes(JSON.stringify(text).slice(1, -1)), text);
	assert.equal(
		left.evidence.filter(({ cite }) => cite.startsWith('d')),
		before.evidence.filter(({ cite }) => cite.startsWith('d'))
	);
	assert.equal(withoutVoices(before, 'another', 'już usunięte'), before);
});

test('an erased quote is taken out of the text also where its full stop or its own marks were left out', () => {
	const [piece] = recommendation.evidence;
	for (const quote of ['Nie ma wozu.', '„Nie ma wozu.”', 'Mówią „nie ma wozu”.']) {
		const erased = { ...piece!, cite: 's77', quote };
		const reason = `Mówiono ${inQuotes(quote)} i ${inQuotes(withoutStop(quote))}.`;
		const left = withoutVoices({ ...recommendation, evidence: [erased], reason }, one.id, 'już usunięte');
		assert.not(left.reason.includes('ma wozu'), left.reason);
	}
	assert.is(inQuotes('„Nie ma wozu”'), '„Nie ma wozu”');
	assert.is(inQuotes('Spółdzielnia „Przystań”'), '„Spółdzielnia »Przystań«”');
});

test('every alternative that the engine ranked can be taken instead', () => {
	const draft = recommend([one], catalogue);
	for (const { model } of draft.ranked) {
		const other = recommendationFrom({ draft, records: [one], catalogue, words }, model, 'y', 1000);
		assert.is(other.model?.id, model);
		assert.not.ok(other.alternatives.some((alternative) => alternative.model === model));
	}
});

test('nothing is published without evidence, whatever came before', () => {
	for (const from of statuses)
		for (const to of nextStatuses(from))
			if (isPublished(to)) assert.is(statusRefusal(from, to, 0, 'because'), 'no-evidence');
});

test('rejecting and abandoning ask why', () => {
	assert.is(statusRefusal('draft', 'rejected', 3, '  '), 'no-reason');
	assert.is(statusRefusal('in-progress', 'abandoned', 3, ''), 'no-reason');
	assert.is(statusRefusal('draft', 'rejected', 3, 'nie ma kto prowadzić'), null);
});

test('a status follows only where it may', () => {
	assert.is(statusRefusal('draft', 'done', 3, ''), 'not-next');
	assert.is(statusRefusal('rejected', 'accepted', 3, ''), 'not-next');
});

test('the history keeps every step with its day and reason', () => {
	const accepted = withStatus(recommendation, 'accepted', ' zgoda ', 2000);
	assert.is(accepted.status, 'accepted');
	assert.equal(accepted.history.at(-1), { at: 2000, status: 'accepted', reason: 'zgoda' });
});

test('evidence stands where it stood in an unchanged record', () => {
	const views = evidenceViews(recommendation.evidence, () => one, recommendation.records);
	assert.equal([...new Set(views.map(({ state }) => state))], ['same']);
});

test('evidence is flagged when its words changed and when its record is gone', () => {
	const [piece] = evidenceFor(recommendation);
	assert.ok(piece);
	const changed = {
		...one,
		stickies: one.stickies.map((sticky) => ({ ...sticky, text: 'co innego' })),
		decisions: one.decisions.map((decision) => ({ ...decision, text: 'co innego' })),
		notes: one.notes.map((note) => ({ ...note, markdown: 'co innego' })),
		participants: one.participants.map((participant) => ({ ...participant, institution: 'kto inny' }))
	};
	assert.is(evidenceState(piece, changed), 'changed');
	assert.is(evidenceState(piece, null), 'gone');
	assert.is(evidenceState({ ...piece, cite: 's999' }, one), 'gone');
});

test('a precondition whose only evidence is dropped becomes unknown, not missing', () => {
	const without = withEvidence(recommendation, []);
	for (const [index, finding] of without.findings.entries()) {
		const before = recommendation.findings[index];
		assert.is(finding.state, (before?.citations.length ?? 0) > 0 ? 'unknown' : before?.state);
	}
});

test('everything a record says can be cited, and is found again', () => {
	for (const place of citable(one)) assert.is(evidenceState({ cite: place.cite, quote: place.text }, one), 'same');
});

test('too early is an answer that can be kept', () => {
	const empty = { ...one, stickies: [], decisions: [], notes: [], notes_md: '' };
	const none = made([empty]);
	assert.is(none.kind, 'none');
	assert.is(none.model, null);
	assert.ok(none.reason.length > 5);
});

test('another ranked model can be taken, and the first becomes an alternative', () => {
	const [alternative] = recommendation.alternatives;
	assert.ok(alternative);
	const taken = withAlternative(recommendation, alternative.model, catalogue, words, 2000);
	assert.is(taken?.model?.id, alternative.model);
	assert.ok(taken?.alternatives.some(({ model }) => model === recommendation.model?.id));
	assert.is(withAlternative(recommendation, 'nie-ma-takiego', catalogue, words, 2000), null);
});

test('merging loses no evidence and no session, and counts nothing twice', () => {
	const again = { ...recommendation, id: 'z', notes: 'druga' };
	const merged = mergeInto(recommendation, again, 3000);
	assert.is(merged.evidence.length, recommendation.evidence.length);
	assert.is(merged.records.length, 1);
	const other = made([record('a01', 'elsewhere')]);
	const both = mergeInto(recommendation, other, 3000);
	assert.is(both.records.length, 2);
	assert.is(both.evidence.length, recommendation.evidence.length + other.evidence.length);
	const away = mergedAway(other, both, 'połączona', 3000);
	assert.is(away.mergedInto, both.id);
	assert.is(away.status, 'rejected');
});

test('evidence is kept, turned round, dropped and added as the form says', () => {
	const form = new FormData();
	recommendation.evidence.forEach((_, index) => form.set(`keep_${index}`, index === 0 ? 'against' : 'drop'));
	const places = citable(one);
	const fresh = places.findIndex(
		({ cite, text }) => !recommendation.evidence.some((piece) => piece.cite === cite && piece.quote === text)
	);
	form.set(`place_${fresh}`, 'for');
	const chosen = chooseEvidence(recommendation, one, form);
	assert.ok(chosen.ok);
	if (!chosen.ok) return;
	assert.equal(
		chosen.evidence.map(({ stance, added }) => [stance, added]),
		[
			['against', false],
			['for', true]
		]
	);
});

test('an accepted recommendation never loses its last evidence', () => {
	const accepted = withStatus(recommendation, 'accepted', '', 2000);
	assert.equal(chooseEvidence(accepted, null, new FormData()), { ok: false, refused: 'no-evidence' });
});

test('outcomes are sorted by who was there; people who speak for themselves are no institution', () => {
	const groups = outcomesBy('institution', [recommendation], () => one);
	const names = groups.map(({ name }) => name);
	const citizens = one.participants.filter(({ sector }) => sector === 'citizen').map(({ institution }) => institution);
	assert.ok(names.length > 0);
	for (const citizen of citizens) assert.not.ok(names.includes(citizen), citizen);
	assert.is(institutionName('Gmina Mochowo – sekretarz'), 'Gmina Mochowo');
});

test('what was written in the form is kept, empty rows are not', () => {
	const form = new FormData();
	for (const [name, value] of Object.entries(deskValues(recommendation)))
		if (typeof value === 'string') form.set(name, value);
	form.set('title', ' Nowy tytuł ');
	for (const [text, owner, due] of [
		['krok', 'Gmina', '2027-01-31'],
		['', 'nikt', ''],
		['drugi', '', 'jutro']
	] as const) {
		form.append('step_text', text);
		form.append('step_owner', owner);
		form.append('step_due', due);
	}
	form.append('step_done', '0');
	const read = readDesk(form, recommendation);
	assert.ok(read.ok);
	const changed = withValues(recommendation, read.values, 5000);
	assert.is(changed.title, 'Nowy tytuł');
	assert.equal(changed.steps, [
		{ text: 'krok', owner: 'Gmina', due: '2027-01-31', done: true },
		{ text: 'drugi', owner: '', due: '', done: false }
	]);
	assert.not.ok(readDesk(form, { ...recommendation, changedAt: 7 }).ok);
});

test.run();

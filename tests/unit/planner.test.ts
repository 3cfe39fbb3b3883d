// The planner's rules: gaps that keep an agenda from being saved, the time it takes, and how it is saved.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withTables } from '#lib/agenda/agenda.ts';
import { draftGaps, duplicateItem, keepsFromSaving, newItem, planTiming } from '#lib/agenda/draft.ts';
import { newActivity } from '#lib/activity/activity.ts';
import { choicesFrom } from '#lib/ballot/ballot.ts';
import { questionFor } from '#lib/ballot/offered-question.ts';
import { keepUntil } from '#lib/session/retention.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');

test('an item without a title and a ballot without a question keep the agenda from being saved', () => {
	const untitled = newItem('a', ' ');
	const ballot = { ...newItem('b', 'Decyzja'), activity: newActivity('ballot', '') };
	assert.equal(draftGaps([untitled, ballot]), [
		{ item: 'a', missing: 'title' },
		{ item: 'b', missing: 'question' }
	]);
	assert.ok(draftGaps([untitled, ballot]).every(keepsFromSaving));
});

test('a ballot of one answer is only warned about', () => {
	const activity = newActivity('ballot', 'Gdzie?');
	if (activity.kind === 'ballot') activity.ballot = { ...activity.ballot, method: 'single', choices: ['Kuchnia'] };
	const [gap] = draftGaps([{ ...newItem('a', 'Miejsce'), activity }]);
	assert.equal(gap, { item: 'a', missing: 'choices' });
	assert.not.ok(gap && keepsFromSaving(gap));
});

test('a copy stands right after its item and shares nothing with it', () => {
	const items = [newItem('a', 'A'), newItem('b', 'B')];
	const copied = duplicateItem(items, 'a', 'c');
	assert.equal(
		copied.map(({ id }) => id),
		['a', 'c', 'b']
	);
	assert.is.not(copied[1]?.activity, items[0]?.activity);
});

test('the end is compared with the plan, over midnight too', () => {
	const items = [{ minutes: 90 }, { minutes: 37 }];
	assert.equal(planTiming(items, '10:45', '12:45'), { total: 127, late: 7 });
	assert.equal(planTiming(items, '23:00', '01:07'), { total: 127, late: 0 });
	assert.equal(planTiming(items, '', '12:45'), { total: 127, late: null });
});

test('answers are read one a line, without empty and repeated ones', () => {
	assert.equal(choicesFrom('Kuchnia\n\n Świetlica \nKuchnia\n'), ['Kuchnia', 'Świetlica']);
});

test('a record is kept to the same day, or to the last one of a shorter month', () => {
	assert.is(keepUntil('2026-11-23', 60), '2031-11-23');
	assert.is(keepUntil('2026-01-31', 1), '2026-02-28');
	assert.is(keepUntil('2024-02-29', 12), '2025-02-28');
	assert.is(keepUntil('2026-12-31', 2), '2027-02-28');
});

test('tables that have names keep them when their number changes', () => {
	const nameOf = (number: number) => `Stolik ${number}`;
	assert.equal(withTables([], 2, nameOf), ['Stolik 1', 'Stolik 2']);
	assert.equal(withTables(['Kuchnia', 'Sala'], 3, nameOf), ['Kuchnia', 'Sala', 'Stolik 3']);
	assert.equal(withTables(['Kuchnia', 'Sala', 'Ogród'], 2, nameOf), ['Kuchnia', 'Sala']);
});

test('an offered question follows the method of its ballot, one that somebody wrote stays', () => {
	const dots = questionFor(words('ballot_question_new'), 'dots', words);
	assert.is(dots, words('ballot_question_new_dots'));
	assert.is(questionFor(dots, 'consent', words), words('ballot_question_new'));
	assert.is(questionFor('Co robimy z kuchnią?', 'dots', words), 'Co robimy z kuchnią?');
});

test.run();

// What comes next for a recommendation: the step whose day comes first, what is late, who answers for it, and what waits.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byUrgency, isOverdue, outlookOf, type Outlook } from '#lib/recommendation/outlook.ts';
import type { Consultation, Step } from '#lib/recommendation/desk.ts';
import type { Status } from '#lib/recommendation/status.ts';

const today = '2026-11-23';
const step = (text: string, due = '', done = false, owner = ''): Step => ({ text, due, done, owner });
const asked = (date: string, agreed?: boolean): Consultation => ({
	...{ session: date, title: 'Sesja', date, at: 0 },
	outcome:
		agreed === undefined
			? null
			: { record: date, cite: 'b0', agreed, method: 'consent', counts: {}, objections: [], concerns: [], date }
});
const outlook = (status: Status, steps: Step[] = [], consultations: Consultation[] = []): Outlook =>
	outlookOf({ status, steps, consultations, owner: 'Gmina', history: [{ at: 0, status, reason: 'bo tak' }] }, today);

test('the next step is the open one whose day comes first; a day that is over is said, today is not', () => {
	const steps = [step('bez dnia'), step('późny', '2027-01-01'), step('zrobiony', '2026-01-01', true)];
	assert.equal(outlook('accepted', steps), { kind: 'step', step: { ...steps[1]!, owner: 'Gmina' }, overdue: false });
	assert.not.ok(isOverdue(outlook('in-progress', [step('dziś', today)])));
	assert.ok(isOverdue(outlook('in-progress', [...steps, step('spóźniony', '2026-11-22', false, 'OSP')])));
	assert.is(outlook('in-progress', [step('a', today, true)]).kind, 'all-done');
	assert.is(outlook('accepted').kind, 'no-steps');
});

test('before it is accepted, what counts is the circle: asked, agreed, refused, or not asked', () => {
	const late = [step('spóźniony', '2026-01-01')];
	assert.equal(outlook('draft', late, [asked('2026-12-01')]), { kind: 'asked', title: 'Sesja', date: '2026-12-01' });
	assert.is(outlook('draft', late, [asked('2026-01-01')]).kind, 'to-decide');
	assert.is(outlook('consulted', late, [asked('2026-01-01', true), asked('2026-02-01', false)]).kind, 'refused');
	assert.is(outlook('consulted', late, [asked('2026-01-01', false), asked('2026-02-01', true)]).kind, 'agreed');
});

test('what is over says why; what is late comes first and what is over last', () => {
	assert.equal(outlook('abandoned', [step('x', '2026-01-01')]), { kind: 'over', why: 'bo tak' });
	const all = [
		outlook('rejected'),
		outlook('draft'),
		outlook('accepted'),
		outlook('accepted', [step('bez dnia')]),
		outlook('accepted', [step('potem', '2027-01-01')]),
		outlook('accepted', [step('spóźniony', '2026-01-01')])
	];
	assert.equal([...all].sort(byUrgency), [...all].reverse());
});

test.run();

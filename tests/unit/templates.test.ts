// Agendas from templates and from earlier sessions are whole, valid and independent.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaSchema, schedule } from '#lib/agenda/agenda.ts';
import { agendaFrom, agendaFromTemplate, agendaTemplates, templateNamed } from '#lib/agenda/templates.ts';
import { languages, loadWords } from '#lib/ui/words.ts';

const counter = () => {
	let count = 0;
	return () => `i${count++}`;
};

test('every template is a valid agenda with sentences in both languages', async () => {
	for (const language of languages) {
		const words = await loadWords(language);
		for (const template of agendaTemplates) {
			const agenda = agendaFromTemplate(template, words, counter());
			assert.equal(v.parse(agendaSchema, agenda), agenda);
			for (const item of agenda) {
				assert.not.match(item.title, /^template_/);
				assert.not.match(item.instructions, /^template_/);
				if (item.activity.kind === 'ballot') assert.not.match(item.activity.ballot.question, /^template_/);
			}
		}
	}
});

test('the standard Laboratory has its seven phases, with their minutes, and a break', async () => {
	const agenda = agendaFromTemplate('standard', await loadWords('pl'), counter());
	assert.equal(
		agenda.map(({ minutes }) => minutes),
		[15, 30, 20, 10, 10, 20, 20, 20, 10]
	);
	assert.is(agenda[3]?.activity.kind, 'ballot');
	assert.is(agenda[4]?.activity.kind, 'break');
	assert.ok(
		agenda.filter(({ activity }) => activity.kind !== 'break').every(({ instructions }) => instructions !== '')
	);
});

test('the short session takes an hour, the empty one nothing', async () => {
	const words = await loadWords('pl');
	assert.is(schedule(agendaFromTemplate('short', words, counter())).total, 60);
	assert.equal(agendaFromTemplate('empty', words, counter()), []);
});

test('a copied agenda has its own ids and shares nothing with the old one', async () => {
	const old = agendaFromTemplate('short', await loadWords('pl'), counter());
	const copy = agendaFrom(
		old,
		(() => {
			let count = 0;
			return () => `new${count++}`;
		})()
	);
	assert.is(copy.length, old.length);
	assert.ok(copy.every(({ id }) => id.startsWith('new')));
	copy[0]!.title = 'inny';
	assert.is.not(old[0]?.title, 'inny');
});

test('an unknown template is the standard one', () => {
	assert.is(templateNamed('short'), 'short');
	assert.is(templateNamed('../etc'), 'standard');
});

test.run();

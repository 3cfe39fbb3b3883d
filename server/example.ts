// The example laboratory of a first visit: three closed sessions with simulated content and one that is ready to open.
import d01 from '../examples/cases/d01.json' with { type: 'json' };
import d03 from '../examples/cases/d03.json' with { type: 'json' };
import d10 from '../examples/cases/d10.json' with { type: 'json' };
import { newItemId } from '#lib/agenda/item-id.ts';
import { agendaFromTemplate } from '#lib/agenda/templates.ts';
import type { Laboratory } from '#lib/laboratory/laboratory.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import type { Words } from '#lib/ui/words.ts';
import { newId } from './ids.ts';
import type { Laboratories } from './laboratories.ts';
import type { Records } from './records.ts';
import type { Sessions } from './sessions.ts';

/** A new entity for two municipalities, one for people with disabilities, and one that exists but has no orders. */
const cases: readonly unknown[] = [d01, d03, d10];

/** What the example is put into. */
type House = { laboratories: Laboratories; records: Records; sessions: Sessions; clock: () => number };

const twoWeeks = 14 * 24 * 3600 * 1000;

/** The example laboratory; the one that is there already, or a fresh one. `words` speak the reader's language. */
export async function loadExample(app: House, words: Words): Promise<Laboratory> {
	const known = app.laboratories.list().find(({ example }) => example);
	if (known) return known;
	const laboratory = await app.laboratories.create(
		{
			name: words('example_laboratory_name'),
			purpose: words('example_laboratory_purpose'),
			territory: { gmina: '', powiat: '', wojewodztwo: 'mazowieckie' },
			circle: 'changing'
		},
		{ example: true }
	);
	for (const one of cases) await app.records.put(exampleRecord(one, laboratory));
	await app.sessions.create(
		laboratory.id,
		{
			title: words('example_session_title'),
			date: new Date(app.clock() + twoWeeks).toISOString().slice(0, 10),
			start: '10:00',
			end: '12:45',
			language: words.language,
			place: words('example_session_place'),
			notice: '',
			retentionMonths: 60
		},
		agendaFromTemplate('standard', words, newItemId),
		{ example: true }
	);
	return laboratory;
}

function exampleRecord(one: unknown, { id, name }: Laboratory): SessionRecord {
	const parsed = parseRecord(one);
	if (!parsed.ok) throw new Error(`an example is no record: ${parsed.reason}`);
	return { ...parsed.record, id: newId(), laboratory: { id, name }, example: true };
}

// Social-economy entities that trade, by the four fields in which a cluster could grow. Reads names and what is said of them; pure.
import { fold, wordsOf } from '#lib/evidence/fold.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { institutionName, placedName } from './desk-outcomes.ts';
import { mentionedIn } from './over-many-matches.ts';
import type { Said } from './said.ts';
import type { Quoted } from './over-many-themes.ts';

/** The four fields of the cluster product. */
export const fields = ['education', 'communal', 'social', 'tourism'] as const;
export type Field = (typeof fields)[number];

const fieldWords: Record<Field, RegExp> = {
	education: /^(szkol|przedszkol|edukac|zlob|swietlic|korepet|kurs|biblio|uczni|nauczyciel)/,
	communal:
		/^(komunal|zielen|zielon|odsniez|kosz(enie|ymy|a$)|odpad|smiec|sprzat|remont|rowy|rowow|pral(ni|ka)|utrzyman|porzadk|wycink)/,
	social: /^(opiek|senior|starsz|niepelnospr|obiad|posilk|asyst|rehabilit|chorych|dowoz|wytchnien|terapi)/,
	tourism:
		/^(turyst|kuchni|stolow|turystyk|agrotur|szlak|kajak|nocleg|gastronom|festyn|wycieczk|restaur|catering|rekreac)/
};

/** Names of social-economy entities begin so, folded. */
const entityName =
	/^(spoldzielnia|spoldz |cis\b|kis\b|zaz\b|wtz\b|fundacja|stow|kgw\b|kolo gospodyn|przedsiebiorstwo spoleczne|zaklad aktywnosci|warsztat terapii|centrum integracji|klub integracji)/;
/** Says that something is sold or made for money. */
const tradeWords =
	/^(sprzed|zlec|zarab|przychod|faktur|klient|zamow|uslug|kontrakt|przetarg|umow|produk|szyj|piecz|gotuj|pierz)/;

export type Entity = {
	name: string;
	sessions: string[];
	/** Something said shows that it trades. */ trades: boolean;
	quotes: Quoted[];
};
export type FieldGroup = { field: Field | 'unknown'; entities: Entity[] };

/** Groups with entities, those of the four fields first. */
export function tradingIn(records: readonly SessionRecord[], said: readonly Said[]): FieldGroup[] {
	const entities = new Map<string, { entity: Entity; found: Set<Field> }>();
	for (const record of records)
		for (const { institution, sector } of record.participants) {
			const name = institutionName(institution);
			const isEntity = sector !== 'citizen' && entityName.test(fold(name));
			if (!isEntity) continue;
			const key = fold(placedName(institution, record));
			const known = entities.get(key) ?? {
				entity: { name: placedName(institution, record), sessions: [], trades: false, quotes: [] },
				found: fieldsIn(wordsOf(institution))
			};
			entities.set(key, known);
			if (!known.entity.sessions.includes(record.id)) known.entity.sessions.push(record.id);
		}
	for (const { passage, record, by } of said) {
		if (passage.kind !== 'sticky' && passage.kind !== 'note') continue;
		const named = by || mentionedIn(passage.words, record.participants);
		const known = named ? entities.get(fold(placedName(named, record))) : undefined;
		if (!known) continue;
		for (const field of fieldsIn(passage.words)) known.found.add(field);
		known.entity.trades ||= passage.words.some((word) => tradeWords.test(word));
		known.entity.quotes.push({ record: record.id, cite: passage.cite, quote: passage.text });
	}
	const all = [...entities.values()].sort((one, other) => one.entity.name.localeCompare(other.entity.name, 'pl'));
	return [...fields, 'unknown' as const]
		.map((field) => ({
			field,
			entities: all
				.filter(({ found }) => (field === 'unknown' ? found.size === 0 : found.has(field)))
				.map(({ entity }) => entity)
		}))
		.filter((group) => group.entities.length > 0);
}

const fieldsIn = (words: readonly string[]): Set<Field> =>
	new Set(fields.filter((field) => words.some((word) => fieldWords[field].test(word))));

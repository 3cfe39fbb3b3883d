// The title of a recommendation: what to do, of which form, and where, in sentences that read well. Knows no evidence.
import type { EntityModel } from '#lib/catalogue/catalogue.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Words } from '#lib/ui/words.ts';
import type { RecommendationKind } from './recommendation.ts';

type Territory = SessionRecord['territory'];

/** "sierpecki" → "sierpeckim": names of counties and voivodeships are adjectives; those that are not stay as they are. */
const inPlace = (name: string): string =>
	name
		.split(/(?<=[-–])/)
		.map((part) =>
			/^\p{Ll}.*[iy]$/u.test(part) ? `${part}m` : /^\p{Ll}.*ie$/u.test(part) ? `${part.slice(0, -1)}m` : part
		)
		.join('');

function whereIn({ gmina, powiat, wojewodztwo }: Territory, words: Words): string {
	const polish = (name: string) => (words.language === 'pl' ? inPlace(name) : name);
	if (gmina) return words('desk_title_in_gmina', { name: gmina });
	if (powiat) return words('desk_title_in_powiat', { name: polish(powiat) });
	return wojewodztwo ? words('desk_title_in_wojewodztwo', { name: polish(wojewodztwo) }) : '';
}

export const placeName = ({ gmina, powiat, wojewodztwo }: Territory, words: Words): string =>
	gmina ||
	(powiat && words('territory_powiat', { name: powiat })) ||
	(wojewodztwo && words('territory_wojewodztwo', { name: wojewodztwo }));

/** "Utworzyć spółdzielnię socjalną osób prawnych w gminie Mochowo". */
export function titleOf(
	words: Words,
	kind: RecommendationKind,
	model: Pick<EntityModel, 'name' | 'title'> | undefined,
	territory: Territory
): string {
	if (kind === 'none' || !model) return words('desk_title_none', { place: placeName(territory, words) });
	const plain = words(kind === 'new' ? 'desk_title_new' : 'desk_title_modernise', {
		model: model.name[words.language]
	});
	return [model.title?.[kind][words.language] ?? plain, whereIn(territory, words)].filter(Boolean).join(' ');
}

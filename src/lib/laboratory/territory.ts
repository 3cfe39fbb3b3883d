// A territory in words. Knows no map and no register of places.
import type { Words } from '#lib/ui/words.ts';
import type { Territory } from './laboratory.ts';

/** The sixteen voivodeships, offered while one is typed. */
export const voivodeships = [
	'dolnośląskie',
	'kujawsko-pomorskie',
	'lubelskie',
	'lubuskie',
	'łódzkie',
	'małopolskie',
	'mazowieckie',
	'opolskie',
	'podkarpackie',
	'podlaskie',
	'pomorskie',
	'śląskie',
	'świętokrzyskie',
	'warmińsko-mazurskie',
	'wielkopolskie',
	'zachodniopomorskie'
] as const;

/** "gmina Mochowo, powiat sierpecki, województwo mazowieckie"; parts that are not known are left out. */
export function territoryLine({ gmina, powiat, wojewodztwo }: Territory, words: Words): string {
	return [
		gmina && words('territory_gmina', { name: gmina }),
		powiat && words('territory_powiat', { name: powiat }),
		wojewodztwo && words('territory_wojewodztwo', { name: wojewodztwo })
	]
		.filter(Boolean)
		.join(', ');
}

// Models that people take for one another because their names sound alike. Data only.
import type { ModelId } from './catalogue.ts';

/** The sentence is the message `model_differs_<name>`; `models` link to one another. */
export const confusions = [
	{ name: 'cus', models: ['spoldzielnia-osob-prawnych', 'cus'] },
	{ name: 'cis', models: ['cis', 'cus'] },
	{ name: 'status', models: ['status-ps', 'spoldzielnia-osob-fizycznych'] },
	{ name: 'water', models: ['spolka-wodna', 'spoldzielnia-melioracyjna'] },
	{ name: 'network', models: ['klaster-pes', 'konsorcjum-spoldzielni'] }
] as const satisfies readonly { name: string; models: readonly ModelId[] }[];

export const confusionsOf = (model: ModelId) =>
	confusions.filter(({ models }) => (models as readonly ModelId[]).includes(model));

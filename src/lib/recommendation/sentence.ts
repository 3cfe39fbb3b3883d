// Turns a sentence of the engine into words of one language. Knows no page.
import { modelOf, type Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Words } from '#lib/ui/words.ts';
import { innerQuotes, withoutStop } from './quotation.ts';
import type { Sentence } from './recommendation.ts';

export function sentenceIn(words: Words, catalogue: Catalogue, { key, values, concepts, model }: Sentence): string {
	const label = (id: string) => catalogue.concepts.find((concept) => concept.id === id)?.label[words.language] ?? id;
	return words(key, {
		...values,
		...(typeof values?.quote === 'string' ? { quote: withoutStop(innerQuotes(values.quote)) } : {}),
		...(concepts ? { concepts: concepts.map(label).join('; ') } : {}),
		...(model ? { model: modelOf(catalogue, model)?.name[words.language] ?? model } : {})
	});
}

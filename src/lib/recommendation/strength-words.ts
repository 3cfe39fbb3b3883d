// How many sessions, sectors and institutions stand behind a model, in words. Knows no catalogue.
import type { Words } from '#lib/ui/words.ts';
import type { OverMany } from './over-many.ts';

export const strengthWords = (
	{ sessions, sectors: behind, institutions: bodies }: OverMany['strengths'][number],
	words: Words
): string =>
	[
		words('many_sessions', { count: sessions.length }),
		words('many_sectors', { count: behind.length }),
		words('many_bodies', { count: bodies.length })
	].join(', ');

// The reactions to a sticky as one line of words. Pure; knows no page.
import type { Words } from '#lib/ui/words.ts';
import type { SessionRecord } from './record.ts';

type Reactions = NonNullable<SessionRecord['stickies'][number]['reactions']>;

/** Names of those who gave them stand in brackets where the record has them. */
export const reactionLine = (reactions: Reactions, words: Words): string =>
	reactions
		.map(({ sign, count, by }) => {
			const line = words('reaction_line', { sign: words(`sign_${sign}`), count });
			return by.length ? `${line} (${by.join(', ')})` : line;
		})
		.join(' · ');

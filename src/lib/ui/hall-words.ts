// Which sentences the pages of participants and of the hall's screen do without, so that a phone has less to load. Knows no screen.
import type { Messages } from './words.ts';

/** First words of the keys that only organisers and facilitators read. Every other sentence comes along. */
const elsewhere = new Set([
	'tables',
	'topic',
	'reason',
	'rank',
	'prompt',
	'amend',
	'alternative',
	'archive',
	'certainty',
	'compare',
	'confidence',
	'consult',
	'desk',
	'evidence',
	'replan',
	'item',
	'strategy',
	'model',
	'document',
	'many',
	'example',
	'finding',
	'frame',
	'home',
	'inbox',
	'invitation',
	'laboratory',
	'legal',
	'merge',
	'outcome',
	'place',
	'proposal',
	'recommend',
	'recommendation',
	'record',
	'rejected',
	'roster',
	'save',
	'session',
	'setup',
	'signin',
	'step',
	'template',
	'territory'
]);

/** The same by the first two words, of nouns that people in the hall read too. */
const elsewhereInPart = new Set(['ballot_about', 'ballot_line', 'ballot_method', 'ballot_rule', 'ballot_rules']);

export function isForHall(key: string): boolean {
	const [noun = '', part = ''] = key.split('_');
	return !elsewhere.has(noun) && !elsewhereInPart.has(`${noun}_${part}`);
}

export const hallMessages = (messages: Messages): Partial<Messages> =>
	Object.fromEntries(Object.entries(messages).filter(([key]) => isForHall(key)));

/** Pages of people in the hall: they get these sentences within the page and load no file of sentences. */
export const isHallPage = (route: string | null): boolean => route === '/s/[code]' || route === '/s/[code]/screen';

// Which language the terminal speaks: Polish, unless its surroundings ask for English.
import { loadWords, type Words } from '#lib/ui/words.ts';

export const terminalWords = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Promise<Words> =>
	loadWords(/^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'pl');

// Sentences for people: looks up a message in one language and fills it in, with that language's plurals. Knows no screen.
import type pl from '#messages/pl.json';

export const languages = ['pl', 'en'] as const;
export type Language = (typeof languages)[number];

export type MessageKey = keyof typeof pl;
type Message = string | { one?: string; few?: string; many?: string; other: string };
export type Messages = Record<MessageKey, Message>;

/** Fills `{name}` places; a message with plural forms chooses by `count`. */
export type Words = ((key: MessageKey, values?: Record<string, string | number>) => string) & { language: Language };

export function wordsFrom(language: Language, messages: Partial<Messages>): Words {
	const plural = new Intl.PluralRules(language);
	const number = new Intl.NumberFormat(language);
	const words = (key: MessageKey, values: Record<string, string | number> = {}): string => {
		const message = messages[key];
		if (message === undefined) return key;
		const form =
			typeof message === 'string' ? message : (message[plural.select(Number(values.count)) as 'one'] ?? message.other);
		return form.replace(/\{(\w+)\}/g, (place, name: string) => {
			const value = values[name];
			return value === undefined ? place : typeof value === 'number' ? number.format(value) : value;
		});
	};
	return Object.assign(words, { language });
}

/** Loads only the language that is asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
	const messages = language === 'en' ? await import('#messages/en.json') : await import('#messages/pl.json');
	return messages.default as Messages;
}

export const loadWords = async (language: Language): Promise<Words> =>
	wordsFrom(language, await loadMessages(language));

// Clock times, dates and lengths of time as a reader of one language writes them. Pure: the zone and the moment are given.
import type { Language } from './words.ts';

/** An IANA zone such as `Europe/Warsaw`; without it, the zone of the machine that formats. */
export type Zone = string | undefined;

/** "14:05". `at` is ms since the epoch. */
export function clockTime(at: number, language: Language, timeZone?: Zone): string {
	const locale = language === 'en' ? 'en-GB' : 'pl';
	return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}

/** "23 listopada 2026", with the day of the week when asked. `at` is ms since the epoch. */
export function longDate(at: number, language: Language, timeZone?: Zone, weekday = false): string {
	const locale = language === 'en' ? 'en-GB' : 'pl';
	return new Intl.DateTimeFormat(locale, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		weekday: weekday ? 'long' : undefined,
		timeZone
	}).format(at);
}

/** A calendar date without a zone ("2026-11-23", as plans keep it) as "23 listopada 2026"; other text comes back as it is. */
export function calendarDate(date: string, language: Language, weekday = false): string {
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(at) ? date : longDate(at, language, 'UTC', weekday);
}

/** "listopad 2026" of "2026-11"; what is no month stays as it is. */
export function monthName(month: string, language: Language): string {
	const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
	if (!year) return month;
	const at = Date.UTC(Number(year), Number(number) - 1, 1);
	return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** "2026-11-23 14:05:09", as spreadsheets read it in any language. */
export const dayAndTime = (at: number, timeZone: Zone): string =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at);

/** "23 listopada 2026, 14:05". */
export function dateAndTime(at: number, language: Language, timeZone?: Zone): string {
	return `${longDate(at, language, timeZone)}, ${clockTime(at, language, timeZone)}`;
}

/** A planned length in whole minutes: "45 min", "2 godz. 15 min"; a number never parts from its unit. */
export function duration(minutes: number, language: Language): string {
	const whole = Math.max(0, Math.round(minutes));
	const part = (value: number, unit: 'hour' | 'minute') =>
		new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' })
			.format(value)
			.replace(/\s/g, '\u00a0');
	const hours = Math.floor(whole / 60);
	if (hours === 0) return part(whole, 'minute');
	return whole % 60 === 0 ? part(hours, 'hour') : `${part(hours, 'hour')} ${part(whole % 60, 'minute')}`;
}

/** A running clock: "4:59", "1:04:59", and "−0:30" when the time is over. Counts whole seconds, never shows 0:00 early. */
export function countdown(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	const size = Math.abs(seconds);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(size / 3600);
	const minutes = Math.floor((size % 3600) / 60);
	const text = hours > 0 ? `${hours}:${two(minutes)}:${two(size % 60)}` : `${minutes}:${two(size % 60)}`;
	return seconds < 0 ? `−${text}` : text;
}

/** "14:05" moved by minutes, over midnight too; for planned start times, which have no zone. */
export function clockAfter(start: string, minutes: number): string {
	const [hours = 0, rest = 0] = start.split(':').map(Number);
	const total = (((hours * 60 + rest + Math.round(minutes)) % 1440) + 1440) % 1440;
	return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

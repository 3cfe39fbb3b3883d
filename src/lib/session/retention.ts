// Until when a record may be kept. Calendar dates only; knows no clock and deletes nothing.

/** The day `months` after a date, both YYYY-MM-DD; a month without that day ends on its last one. */
export function keepUntil(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The calendar date of a moment (ms since the epoch) by the clocks of a time zone, YYYY-MM-DD. */
export const dayOf = (at: number, timeZone: string): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

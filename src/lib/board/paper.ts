// Which colour the paper of a sticky has: what its colour means, else its sector, else fresh. Names tokens only.
import type { Made, Sticky } from './thing.ts';

export const paperOf = (sticky: Sticky, made: Made | null): string =>
	sticky.colour
		? `var(--paper-${sticky.colour}, ${plainPapers[sticky.colour]})`
		: made?.sector
			? `var(--sticky-${made.sector})`
			: 'var(--sticky-fresh, #f4efd9)';

/** Free colours; clearly apart from each other and light enough for dark ink. */
export const plainPapers = {
	yellow: '#fbe88a',
	orange: '#ffcf94',
	pink: '#ffc4d6',
	violet: '#dccbff',
	blue: '#bfe0ff',
	green: '#c3ebb4'
} as const;

/** Board units around the text of a sticky, and at its foot for marks and dots. */
export const paperPadding = 12;
export const footHeight = 30;

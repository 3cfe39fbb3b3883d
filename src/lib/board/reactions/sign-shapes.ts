// How signs are drawn, on screens and on paper: filled paths on 16 × 16.
import type { Sign } from '../thing.ts';

/** A thumb, a star, a question mark, a warning, a light bulb; holes run the other way round. */
export const signShapes: Record<Sign, string> = {
	support:
		'M1 7.2h3v7.6H1zM5.4 7.2 8.3.9c1.4 0 2.3 1.1 2 2.5L9.8 6h3.7c1.1 0 1.8 1 1.6 2l-1.2 5.3a1.9 1.9 0 0 1-1.9 1.5H5.4z',
	important: 'M8 .8l2.2 4.6 5 .7-3.6 3.5.9 5L8 12.2l-4.5 2.4.9-5L.8 6.1l5-.7z',
	question:
		'M3.6 5.4C3.6 2.8 5.5.9 8.1.9s4.4 1.8 4.4 4.1c0 2-1.2 3-2.3 3.8-.8.6-1 .9-1 1.7H6.7c0-2.1.9-2.9 2-3.7.8-.6 1.2-1 1.2-1.8 0-1-.8-1.6-1.8-1.6-1.1 0-1.9.8-1.9 2zM8 12a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3z',
	concern: 'M8 1l7.6 13.8H.4zM7.1 5.8v4.8h1.8V5.8zM7.1 11.6v1.9h1.8v-1.9z',
	idea: 'M8 .7a5 5 0 0 0-3 9c.6.5.9 1 .9 1.7h4.2c0-.7.3-1.2.9-1.7a5 5 0 0 0-3-9zM5.9 12.3h4.2v1.2H5.9zM6.6 14.3h2.8v1.2H6.6z'
};

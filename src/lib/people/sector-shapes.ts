// How the mark of each sector is drawn. Knows no colour.
import type { Sector } from './people.ts';

/** Drawn on 16 × 16: a façade, a diamond, three together, an arch, an open book, a person. */
export const sectorShapes: Record<Sector, string> = {
	public: 'M1.5 1.5h13v3.25h-13zM1.5 6.5h3v5h-3zM6.5 6.5h3v5h-3zM11.5 6.5h3v5h-3zM1.5 13.25h13V14.5h-13z',
	business: 'M8 .5 15.5 8 8 15.5.5 8z',
	ngo: 'M8 .9a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7zM4.2 7.9a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7zM11.8 7.9a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
	church: 'M2.5 15.25V6.25a5.5 5.5 0 0 1 11 0v9H10.25V11a2.25 2.25 0 0 0-4.5 0v4.25z',
	academia:
		'M.75 2.5C3.5 2.5 6 3.1 7.4 4.4V14.5C6 13.4 3.5 12.9.75 12.9zM15.25 2.5C12.5 2.5 10 3.1 8.6 4.4V14.5c1.4-1.1 3.9-1.6 6.65-1.6z',
	citizen: 'M8 .75a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2zM1.25 15.25c0-3.9 3-6.25 6.75-6.25s6.75 2.35 6.75 6.25z'
};

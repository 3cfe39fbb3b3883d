// Themes and needs that come back: in how many sessions and places, from which sectors, how loudly. Pure.
import type { Sector } from '#lib/people/people.ts';
import { isForm } from './entities.ts';
import type { Engine } from './engine.ts';
import type { Said } from './said.ts';

export type Quoted = { record: string; cite: string; quote: string };

export type Theme = {
	/** Id of a concept of the catalogue. */
	concept: string;
	sessions: string[];
	places: string[];
	/** Stickies of each sector that speak of it; those without a known sector are left out. */
	sectors: Partial<Record<Sector, number>>;
	/** Sum over sessions of the loudest passage, so that a session counts at most once. */
	strength: number;
	/** The loudest of each session, best first. */
	quotes: Quoted[];
};

const shown = 24;
const quotesShown = 4;

/** Recurring first: what one session alone says is left out where there are several. */
export function themesIn(said: readonly Said[], engine: Engine, sessions: number): Theme[] {
	const themes = new Map<string, { theme: Theme; loudest: Map<string, Said> }>();
	for (const one of said) {
		const { passage, record, sector } = one;
		if (passage.kind === 'title' || passage.kind === 'participant' || passage.kind === 'remark') continue;
		for (const concept of engine.concepts.names(passage.words)) {
			if (isForm(concept)) continue;
			const known = themes.get(concept) ?? { theme: emptyTheme(concept), loudest: new Map<string, Said>() };
			themes.set(concept, known);
			const { theme, loudest } = known;
			if (!theme.sessions.includes(record.id)) theme.sessions.push(record.id);
			const place = record.territory.gmina || record.territory.powiat;
			if (place && !theme.places.includes(place)) theme.places.push(place);
			if (sector && passage.kind === 'sticky') theme.sectors[sector] = (theme.sectors[sector] ?? 0) + 1;
			const before = loudest.get(record.id);
			if (!before || passage.strength > before.passage.strength) loudest.set(record.id, one);
		}
	}
	return [...themes.values()]
		.map(({ theme, loudest }) => {
			const voices = [...loudest.values()].sort((a, b) => b.passage.strength - a.passage.strength);
			const strength = voices.reduce((sum, { passage }) => sum + passage.strength, 0);
			const quotes = voices
				.slice(0, quotesShown)
				.map(({ passage: { record, cite, text } }) => ({ record, cite, quote: text }));
			return { ...theme, quotes, strength: Math.round(strength * 100) / 100 };
		})
		.filter((theme) => theme.sessions.length > 1 || sessions < 2)
		.sort(
			(one, other) =>
				other.sessions.length - one.sessions.length ||
				other.strength - one.strength ||
				(one.concept < other.concept ? -1 : 1)
		)
		.slice(0, shown);
}

const emptyTheme = (concept: string): Theme => ({
	...{ concept, strength: 0 },
	...{ sessions: [], places: [], sectors: {}, quotes: [] }
});

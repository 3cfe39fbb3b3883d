// What every measured page offers to the measuring script, and the stickies that all of them show. Knows no product.

export type BenchSticky = { x: number; y: number; text: string };

export type Bench = {
	/** Milliseconds from navigation to the first painted frame with everything on it, without preparing the data. */
	loaded: number;
	/** About 60 stickies in view, or all of them. */
	look: (view: 'near' | 'all') => void;
	/** Somebody else adds a sticky that is in view. */
	addInView: () => void;
	/** CSS pixels of the middle of a sticky near the middle of the view. */
	grip: () => { x: number; y: number };
	count: () => number;
	countFrames: () => void;
	/** How many frames there were since; stops counting, so that an idle page is idle. */
	framesCounted: () => number;
};

declare global {
	interface Window {
		bench?: Bench;
	}
}

export const step = 220;
const columnsOf = (count: number) => Math.ceil(Math.sqrt(count * 1.66));

const sentences = [
	'Rowy melioracyjne zarastają, a nikt ich nie czyści od lat',
	'Brak świetlicy',
	'Spółka wodna ma mapy, ale nie ma rąk do pracy',
	'Opieka nad osobami starszymi w Łącku i okolicach',
	'Gmina może zlecić koszenie poboczy',
	'Parafia ma pustą salę i kuchnię',
	'Ostatni autobus odjeżdża o 15:40 i nie ma jak wrócić z pracy w Płocku',
	'Kto zapłaci za sprzęt?'
] as const;

export const count = Number(new URLSearchParams(location.search).get('n') ?? 500);

export const stickies: BenchSticky[] = Array.from({ length: count }, (_, index) => ({
	x: (index % columnsOf(count)) * step,
	y: Math.floor(index / columnsOf(count)) * step,
	text: `${sentences[index % sentences.length]} ${index}`
}));

/** Board units that the view must hold. */
export function area(view: 'near' | 'all'): { x: number; y: number; width: number; height: number } {
	const columns = columnsOf(count);
	const rows = Math.ceil(count / columns);
	if (view === 'all') return { x: 0, y: 0, width: columns * step, height: rows * step };
	// a window of the screen's own shape that holds 60 stickies, in the middle of the board
	const across = Math.sqrt(60 * (innerWidth / innerHeight));
	const down = 60 / across;
	return {
		x: Math.max(0, Math.floor(columns / 2 - across / 2)) * step,
		y: Math.max(0, Math.floor(rows / 2 - down / 2)) * step,
		width: across * step,
		height: down * step
	};
}

let seen: 'near' | 'all' = 'near';
export const looked = (view: 'near' | 'all'): void => void (seen = view);

/** The sticky nearest to the middle of what is looked at, as CSS pixels of its middle. */
export function grip(): { x: number; y: number } {
	const { x, y, width, height } = area(seen);
	const zoom = Math.min(innerWidth / width, innerHeight / height);
	const along = (from: number, size: number) => Math.round((from + size / 2 - 100) / step) * step + 100 - from;
	return { x: along(x, innerWidth / zoom) * zoom, y: along(y, innerHeight / zoom) * zoom };
}

let frames = -1;
export function countFrames(): void {
	frames = 0;
	requestAnimationFrame(function tick() {
		if (frames < 0) return;
		frames++;
		requestAnimationFrame(tick);
	});
}

export function framesCounted(): number {
	const counted = frames;
	frames = -1;
	return counted;
}

let added = 0;
/** A place in view, between the stickies that are there. */
export function newcomer(): BenchSticky {
	const { x, y, width, height } = area(seen);
	const at = added++;
	return { x: x + ((at * 137) % (width - 300)), y: y + ((at * 89) % (height - 300)), text: `Nowa ${at}` };
}

/** The time until what was just given to the page is on the screen, less the time spent preparing it. */
export const painted = (preparing: number): Promise<number> =>
	new Promise((resolve) =>
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - preparing))))
	);

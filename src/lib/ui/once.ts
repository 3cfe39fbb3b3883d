// Something that is loaded when it is first asked for, and then kept; where the network fails it is asked for again. Knows no noun.

/** ms before the second try, and at most between two. */
const firstWait = 1000;
const longestWait = 30_000;

export function once<T>(load: () => Promise<T>): () => Promise<T> {
	let part: Promise<T> | undefined;
	return () => (part ??= patiently(load));
}

async function patiently<T>(load: () => Promise<T>): Promise<T> {
	for (let wait = firstWait; ; wait = Math.min(longestWait, wait * 2))
		try {
			return await load();
		} catch (error) {
			if (typeof document === 'undefined') throw error;
			await new Promise((done) => setTimeout(done, wait));
			// a sheet that did not come is not asked for again by itself
			for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
				if (!link.sheet) link.replaceWith(link.cloneNode());
		}
}

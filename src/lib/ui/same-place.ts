// Where a page may lead back to: a path of this site and nothing else. Knows no page.

/** The path of `back` on this site; anything else becomes the home page. `origin` is this site's. */
export function samePlace(back: string, origin: string): string {
	const place = URL.canParse(back, origin) ? new URL(back, origin) : null;
	return place?.origin === origin ? place.pathname.replace(/^\/+/, '/') + place.search : '/';
}

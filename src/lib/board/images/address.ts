// Where the pictures of this page's session are found. Knows no board.

/** All pages of a session lie under `/s/<code>`; elsewhere there are no pictures. */
export const sessionBase = (): string =>
	typeof location === 'undefined' ? '' : (/^\/s\/[^/]+/.exec(location.pathname)?.[0] ?? '');

export const pictureAddress = (file: string): string => `${sessionBase()}/images/${file}`;

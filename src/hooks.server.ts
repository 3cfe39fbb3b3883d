// Puts the running application, the reader's language and who they are into every request. The one door from pages to the server.
import { redirect, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';
import { firstPaintMark } from '#lib/board/first-paint-mark.ts';
import { languages, type Language } from '#lib/ui/words.ts';
import { addressSeenFrom } from '../server/addresses.ts';
import { organiserCookie, organiserLifetime, seatCookie, seatLifetime } from '../server/identity.ts';
import { running } from '../server/running.ts';

/** Routes that only the organiser may read or use. */
const organiserOnly = /^\/(labs|methods|archive|recommendations|example)(\/|$)/;

export const handle: Handle = async ({ event, resolve }) => {
	const app = running();
	event.locals.app = app;
	event.locals.firstBoard = '';
	event.locals.language = languageOf(
		event.cookies.get('narada_language'),
		event.request.headers.get('accept-language')
	);
	event.locals.organiser = app.identity.isOrganiser(
		event.cookies.get(organiserCookie),
		app.organiser.generation,
		app.clock()
	);
	event.locals.signIn = () =>
		event.cookies.set(organiserCookie, app.identity.organiserValue(app.organiser.generation, app.clock()), {
			path: '/',
			maxAge: organiserLifetime / 1000,
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:'
		});
	event.locals.signOut = () => event.cookies.delete(organiserCookie, { path: '/' });
	event.locals.seatOf = (session, role) =>
		app.identity.seatOf(event.cookies.get(seatCookie(session, role)), session, role);
	event.locals.sit = (session, role, seat) =>
		event.cookies.set(seatCookie(session, role), app.identity.seatValue(session, role, seat), {
			path: '/',
			maxAge: seatLifetime / 1000,
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:'
		});
	event.locals.addressForPhones = addressSeenFrom(event.url, app.config);
	if (!event.locals.organiser && organiserOnly.test(event.route.id ?? ''))
		redirect(303, `/signin?next=${encodeURIComponent(wanted(event))}`);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%narada.language%', event.locals.language)
				// not as data of the page: it would be sent a second time
				.replace(firstPaintMark, () => event.locals.firstBoard)
	});
	response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('x-content-type-options', 'nosniff');
	return response;
};

/** Where to go after signing in: the page that was asked for, without the deed of a form. */
const wanted = ({ request, url }: RequestEvent): string =>
	request.method === 'GET' ? url.pathname + url.search : url.pathname;

export const handleError: HandleServerError = ({ error, status, event }) => {
	if (status !== 404) running().log.error({ path: event.route.id, reason: (error as Error).message }, 'a page failed');
};

/** Polish unless the reader chose or prefers English. */
function languageOf(cookie: string | undefined, accepted: string | null): Language {
	const chosen = languages.find((language) => language === cookie);
	if (chosen) return chosen;
	const first = (accepted ?? '').slice(0, 2).toLowerCase();
	return first === 'en' ? 'en' : 'pl';
}

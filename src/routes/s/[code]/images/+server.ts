// Takes a picture for the board from a seat that may write there, as it arrives.
import { error, json } from '@sveltejs/kit';
import type { PictureAnswer, PictureRefusal } from '#lib/board/images/limits.ts';
import { roleFrom } from '#lib/people/people.ts';
import { normaliseCode } from '#lib/session/plan.ts';
import type { RequestHandler } from './$types';

const statuses: Partial<Record<PictureRefusal, number>> = {
	forbidden: 403,
	not_now: 429,
	storage: 503,
	too_large: 413,
	seat_full: 409,
	session_full: 409
};

export const POST: RequestHandler = async ({ params, url, request, locals }) => {
	const { app } = locals;
	const plan = app.sessions.byCode(normaliseCode(params.code));
	if (!plan) error(404, 'no such session');
	const role = roleFrom(url.searchParams.get('role'));
	const seat = role && locals.seatOf(plan.id, role);
	const answer: PictureAnswer =
		role && seat && plan.status !== 'planned'
			? await app.pictures.take(plan.id, role, seat, bodyOf(request))
			: { ok: false, refusal: 'forbidden' };
	return json(answer, {
		status: answer.ok ? 200 : (statuses[answer.refusal] ?? 415),
		headers: { 'cache-control': 'no-store' }
	});
};

/** What of a file that is not taken is still read, bytes: so that its sender hears why before the connection ends. */
const restLimit = 1024 * 1024;

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
	const reader = request.body?.getReader();
	if (!reader) return;
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
	} finally {
		await letPass(reader).catch(() => {});
	}
}

async function letPass(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	let left = restLimit;
	for (let read = await reader.read(); !read.done && left > 0; read = await reader.read()) left -= read.value.length;
	await reader.cancel();
}

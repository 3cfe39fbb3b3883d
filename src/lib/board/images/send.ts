// Sends one picture to the server and tells how far it is. Knows no queue.
import type { Role } from '#lib/people/people.ts';
import { sessionBase } from './address.ts';
import { pictureRefusals, type PictureAnswer } from './limits.ts';

/** Without an answer for so long the sending has failed, ms. */
const patience = 120_000;

/** The server's answer, or null when none came: it is sent again later. */
export function sendPicture(
	blob: Blob,
	at: string,
	onProgress: (share: number) => void
): Promise<PictureAnswer | null> {
	const role: Role = at.endsWith('/run') ? 'facilitator' : 'participant';
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', `${sessionBase()}/images?role=${role}`);
		request.setRequestHeader('content-type', blob.type || 'application/octet-stream');
		request.timeout = patience;
		request.responseType = 'json';
		request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
		request.onload = () => resolve(isAnswer(request.response) ? request.response : null);
		request.onerror = request.ontimeout = request.onabort = () => resolve(null);
		request.send(blob);
	});
}

function isAnswer(value: unknown): value is PictureAnswer {
	if (typeof value !== 'object' || value === null) return false;
	const { ok, file, refusal } = value as Record<string, unknown>;
	return ok === true ? typeof file === 'string' : pictureRefusals.some((known) => known === refusal);
}

// Who a request comes from: signed cookies for the organiser and for seats. Knows no framework.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roles, type Role } from '#lib/people/people.ts';
import { writeDurably } from './durable.ts';

export const organiserCookie = 'narada_organiser';
export const seatCookie = (session: string, role: Role): string => `narada_${role}_${session}`;

/** How long a cookie counts, ms. */
export const organiserLifetime = 14 * 24 * 3600 * 1000;
export const seatLifetime = 60 * 24 * 3600 * 1000;

export class Identity {
	private constructor(readonly secret: Buffer) {}

	static async open(directory: string): Promise<Identity> {
		const path = join(directory, 'cookie.key');
		const known = await readFile(path, 'utf8').catch(() => '');
		if (known.length === 64) return new Identity(Buffer.from(known, 'hex'));
		const secret = randomBytes(32);
		await writeDurably(path, secret.toString('hex'));
		return new Identity(secret);
	}

	#signature(text: string): Buffer {
		return createHmac('sha256', this.secret).update(text).digest();
	}

	sign(parts: readonly string[]): string {
		const text = parts.join('.');
		return `${text}.${this.#signature(text).toString('base64url')}`;
	}

	/** The parts, or null when the signature is not ours. */
	verify(value: string | undefined): string[] | null {
		if (!value) return null;
		const end = value.lastIndexOf('.');
		if (end < 0) return null;
		const text = value.slice(0, end);
		const given = Buffer.from(value.slice(end + 1), 'base64url');
		const right = this.#signature(text);
		if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
		return text.split('.');
	}

	/** `generation` changes with the password, so that a new one signs everybody out. */
	organiserValue(generation: string, now: number): string {
		return this.sign(['organiser', generation, String(now)]);
	}

	isOrganiser(value: string | undefined, generation: string, now: number): boolean {
		const parts = this.verify(value);
		return parts?.[0] === 'organiser' && parts[1] === generation && now - Number(parts[2]) < organiserLifetime;
	}

	seatValue(session: string, role: Role, seat: string): string {
		return this.sign(['seat', session, role, seat]);
	}

	/** The seat that this cookie stands for in this session and role. */
	seatOf(value: string | undefined, session: string, role: Role): string | null {
		const parts = this.verify(value);
		if (!parts || parts[0] !== 'seat' || parts[1] !== session || parts[2] !== role) return null;
		return roles.includes(role) ? (parts[3] ?? null) : null;
	}
}

/** The cookies of a raw `Cookie` header. */
export function readCookies(header: string | undefined): Record<string, string> {
	const cookies: Record<string, string> = Object.create(null);
	for (const pair of (header ?? '').split(';')) {
		const at = pair.indexOf('=');
		if (at < 0) continue;
		try {
			cookies[pair.slice(0, at).trim()] = decodeURIComponent(pair.slice(at + 1).trim());
		} catch {
			continue;
		}
	}
	return cookies;
}

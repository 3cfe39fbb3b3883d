// The organiser's password: set once by a link or the environment, hashed with scrypt, with limited attempts. Knows no page.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfThere, writeDurably } from './durable.ts';
import { newKey } from './ids.ts';
import { Allowance } from './allowance.ts';

/** Characters. */
const shortestPassword = 10;

/** scrypt with 64 MiB of memory: N = 2^16, r = 8, p = 1. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

type Stored = { salt: string; hash: string; generation: string };

/** Code of the error when the file of the password cannot be read; its `path` says which. */
export const damagedFile = 'DAMAGED_FILE';

function readStored(text: string, path: string): Stored {
	try {
		const { salt, hash, generation } = JSON.parse(text) as Partial<Stored>;
		if (salt && hash && generation) return { salt, hash, generation };
	} catch {
		// told below, as what is read but holds no password
	}
	throw Object.assign(new Error(`damaged: ${path}`), { code: damagedFile, path });
}

export type SignIn = 'ok' | 'wrong' | 'too-many';

export class Organiser {
	readonly shortestPassword = shortestPassword;
	#stored: Stored | null = null;
	/** In the one-time link of the first start; gone once a password is set. */
	setupKey: string | null = null;
	/** Ten tries, then one every half minute, for each address. */
	#attempts = new Allowance(10, 1 / 30);
	/** One at a time: each costs 64 MiB for a moment. */
	#turn: Promise<unknown> = Promise.resolve();

	private constructor(
		readonly path: string,
		readonly clock: () => number
	) {}

	static async open(directory: string, password: string | null, clock: () => number): Promise<Organiser> {
		const organiser = new Organiser(join(directory, 'organiser.json'), clock);
		const text = await readIfThere(organiser.path);
		if (text) organiser.#stored = readStored(text, organiser.path);
		if (password !== null) {
			if (!organiser.#stored || !(await organiser.#matches(password))) await organiser.#set(password);
		} else if (!organiser.#stored) organiser.setupKey = newKey();
		return organiser;
	}

	get generation(): string {
		return this.#stored?.generation ?? '';
	}

	async setUp(key: string, password: string): Promise<'ok' | 'wrong-link' | 'too-short'> {
		if (this.setupKey === null || !sameText(key, this.setupKey)) return 'wrong-link';
		if (password.length < shortestPassword) return 'too-short';
		await this.#set(password);
		this.setupKey = null;
		return 'ok';
	}

	async #set(password: string): Promise<void> {
		const salt = randomBytes(16);
		const hash = await derive(password, salt, 32, cost);
		this.#stored = { salt: salt.toString('base64'), hash: hash.toString('base64'), generation: newKey().slice(0, 12) };
		await writeDurably(this.path, JSON.stringify(this.#stored));
	}

	/** `address` only limits attempts at this password, never participants. */
	async signIn(password: string, address: string): Promise<SignIn> {
		if (!this.#attempts.take(address, this.clock())) return 'too-many';
		const attempt = this.#turn.then(() => this.#matches(password));
		this.#turn = attempt.catch(() => {});
		if (!(await attempt)) return 'wrong';
		this.#attempts.forget(address);
		return 'ok';
	}

	async #matches(password: string): Promise<boolean> {
		if (!this.#stored || password.length > 1000) return false;
		const hash = await derive(password, Buffer.from(this.#stored.salt, 'base64'), 32, cost);
		return timingSafeEqual(hash, Buffer.from(this.#stored.hash, 'base64'));
	}
}

function sameText(one: string, other: string): boolean {
	const a = Buffer.from(one);
	const b = Buffer.from(other);
	return a.length === b.length && timingSafeEqual(a, b);
}

// The pictures of boards: one file per picture and session, named by the SHA-256 of its bytes. Knows no board and no page.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
	isFileName,
	pictureByteLimit,
	seatByteLimit,
	sessionByteLimit,
	type PictureAnswer,
	type PictureRefusal,
	type PictureType
} from '#lib/board/images/limits.ts';
import { still, typeOf } from '#lib/board/images/still.ts';
import { Allowance } from './allowance.ts';
import { syncFolder } from './durable.ts';
import type { Ongoing } from './ongoing.ts';

/** Of one seat: a handful at once, then one in so many seconds; and how many files are read at the same time, of all. */
const burst = 20;
const perSecond = 1 / 3;
const readingLimit = 24;
const readingLimitOfSeat = 3;

const safeId = /^[\w-]{1,60}$/;

export type ImagesTools = {
	ongoing: Ongoing;
	/** Server time, ms. */
	clock: () => number;
	/** Bytes; the usual ones where it says none. */
	limits?: { seat: number; session: number };
};

export class Images {
	readonly #directory: string;
	readonly #tools: ImagesTools;
	readonly #limits: { seat: number; session: number };
	readonly #allowance = new Allowance(burst, perSecond);
	/** Bytes on disk by session, counted when somebody asks first. */
	readonly #held = new Map<string, number>();
	/** Bytes by session and seat since the start; on disk nothing says who brought what. */
	readonly #brought = new Map<string, number>();
	readonly #reading = new Map<string, number>();
	readonly #turns = new Map<string, Promise<unknown>>();
	readonly #erased = new Set<string>();

	private constructor(directory: string, tools: ImagesTools) {
		this.#directory = directory;
		this.#tools = tools;
		this.#limits = tools.limits ?? { seat: seatByteLimit, session: sessionByteLimit };
	}

	static async open(directory: string, tools: ImagesTools): Promise<Images> {
		await mkdir(directory, { recursive: true });
		return new Images(directory, tools);
	}

	#folder(session: string): string {
		if (!safeId.test(session)) throw new Error(`not an id: ${session}`);
		return join(this.#directory, session);
	}

	/**
	 * Takes a file as it arrives; the answer comes when it is on disk. `refusal` is asked again when all of it is there,
	 * because a right may end while it arrives.
	 */
	keep(
		by: { session: string; seat: string },
		body: AsyncIterable<Uint8Array>,
		refusal: () => PictureRefusal | null
	): Promise<PictureAnswer> {
		return this.#tools.ongoing.add(this.#keep(by, body, refusal));
	}

	async #keep(
		{ session, seat }: { session: string; seat: string },
		body: AsyncIterable<Uint8Array>,
		refusal: () => PictureRefusal | null
	): Promise<PictureAnswer> {
		const hand = `${session} ${seat}`;
		const no = (reason: PictureRefusal): PictureAnswer => ({ ok: false, refusal: reason });
		const before = refusal();
		if (before) return no(before);
		if (!this.#mayRead(hand)) return no('not_now');
		const bytes = await this.#whole(hand, body);
		if (!bytes) return no('too_large');
		const made = still(bytes);
		if (typeof made === 'string') return no(made);
		return this.#inTurn(session, async () => {
			const after = refusal();
			if (after || this.#erased.has(session)) return no(after ?? 'forbidden');
			const file = createHash('sha256').update(made.bytes).digest('hex');
			const full = await this.#put(session, hand, file, made.bytes).catch(() => 'storage' as const);
			return full ? no(full) : { ok: true, file, width: made.width, height: made.height };
		});
	}

	/** Keeps a file that is not there yet, where there is room for it. */
	async #put(session: string, hand: string, file: string, bytes: Uint8Array): Promise<PictureRefusal | null> {
		const held = await this.#heldBy(session);
		if (existsSync(join(this.#folder(session), file))) return null;
		const brought = this.#brought.get(hand) ?? 0;
		if (brought + bytes.length > this.#limits.seat) return 'seat_full';
		if (held + bytes.length > this.#limits.session) return 'session_full';
		await this.#write(session, file, bytes);
		this.#held.set(session, held + bytes.length);
		this.#brought.set(hand, brought + bytes.length);
		return null;
	}

	#mayRead(hand: string): boolean {
		const all = [...this.#reading.values()].reduce((sum, count) => sum + count, 0);
		if (all >= readingLimit || (this.#reading.get(hand) ?? 0) >= readingLimitOfSeat) return false;
		return this.#allowance.take(hand, this.#tools.clock());
	}

	/** All bytes, or null as soon as they are too many. */
	async #whole(hand: string, body: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
		const parts: Uint8Array[] = [];
		let length = 0;
		this.#reading.set(hand, (this.#reading.get(hand) ?? 0) + 1);
		try {
			for await (const part of body) {
				length += part.length;
				if (length > pictureByteLimit) return null;
				parts.push(part);
			}
		} finally {
			const left = (this.#reading.get(hand) ?? 1) - 1;
			if (left) this.#reading.set(hand, left);
			else this.#reading.delete(hand);
		}
		return Buffer.concat(parts);
	}

	/** A file is there whole or not at all: a temporary one, synced, renamed, its folder synced. */
	async #write(session: string, file: string, bytes: Uint8Array): Promise<void> {
		const folder = this.#folder(session);
		if (await mkdir(folder, { recursive: true })) await syncFolder(this.#directory);
		const temporary = join(folder, `${file}.new`);
		try {
			const handle = await open(temporary, 'w', 0o600);
			try {
				await handle.writeFile(bytes);
				await handle.sync();
			} finally {
				await handle.close();
			}
			await rename(temporary, join(folder, file));
			await syncFolder(folder);
		} catch (error) {
			await rm(temporary, { force: true }).catch(() => {});
			throw error;
		}
	}

	async #heldBy(session: string): Promise<number> {
		const known = this.#held.get(session);
		if (known !== undefined) return known;
		let sum = 0;
		for (const name of await this.#names(session)) {
			const path = join(this.#folder(session), name);
			// left by a server that was killed
			if (isFileName(name)) sum += (await stat(path)).size;
			else await rm(path, { force: true });
		}
		this.#held.set(session, sum);
		return sum;
	}

	async #names(session: string): Promise<string[]> {
		return readdir(this.#folder(session)).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return [];
			throw error;
		});
	}

	/** A picture of a session, or null when there is none of that name. */
	async read(session: string, file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: PictureType } | null> {
		if (!isFileName(file) || !safeId.test(session)) return null;
		const bytes = await readFile(join(this.#folder(session), file)).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return null;
			throw error;
		});
		const type = bytes && typeOf(bytes);
		return bytes && type ? { bytes: new Uint8Array(bytes), type } : null;
	}

	/** Of a session that has ended, only what its record shows stays. */
	keepOnly(session: string, files: ReadonlySet<string>): Promise<void> {
		return this.#inTurn(session, async () => {
			const names = await this.#names(session);
			for (const name of names) if (!files.has(name)) await rm(join(this.#folder(session), name), { force: true });
			if (names.length > 0) await syncFolder(this.#folder(session));
			this.#held.delete(session);
		});
	}

	/** Everything of a session; what is still on its way is not taken. */
	erase(session: string): Promise<void> {
		this.#erased.add(session);
		return this.#inTurn(session, async () => {
			await rm(this.#folder(session), { recursive: true, force: true });
			await syncFolder(this.#directory);
			this.#held.delete(session);
			for (const hand of [...this.#brought.keys()]) if (hand.startsWith(`${session} `)) this.#brought.delete(hand);
		});
	}

	#inTurn<R>(session: string, work: () => Promise<R>): Promise<R> {
		const turn = (this.#turns.get(session) ?? Promise.resolve()).then(work, work);
		this.#turns.set(session, turn);
		const leave = () => {
			if (this.#turns.get(session) === turn) this.#turns.delete(session);
		};
		turn.then(leave, leave);
		return turn;
	}
}

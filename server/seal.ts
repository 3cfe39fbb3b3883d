// Seals votes and drafts with a key per ballot or item and destroys it at closing, so that no file pairs a person with what they
// chose or wrote in quiet.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import type { Slip } from '#lib/ballot/vote.ts';
import type { DraftContent } from '#lib/board/drafts.ts';

/** Votes of a ballot with their reasons and receipts, and drafts of quiet writing. */
export type Sealable = Slip | DraftContent;

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** Characters of a mark; at 6 bits each nobody is taken for somebody else by chance. */
const markLength = 11;

/** What is sealed has one of two lengths unless a size is given, so that its size tells nothing of it. */
const sizes = [256, 8192];

export class Seals {
	#keys = new Map<string, Buffer>();
	/** By key: with the key goes what was opened with it. */
	#opened = new Map<string, Map<string, Sealable>>();

	constructor(readonly directory: string) {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
	}

	#path(ballot: string): string {
		return join(this.directory, encodeURIComponent(ballot));
	}

	/** Makes a key unless there is one; it is on disk when this returns, before anything is sealed with it. */
	make(ballot: string): void {
		if (this.#keys.has(ballot) || this.#isWhole(ballot)) return;
		const key = randomBytes(keyBytes);
		const file = openSync(this.#path(ballot), 'w', 0o600);
		writeSync(file, key);
		fsyncSync(file);
		closeSync(file);
		this.#syncDirectory();
		this.#keys.set(ballot, key);
	}

	/** A full disk may have left an empty file, with which nothing can have been sealed. */
	#isWhole(ballot: string): boolean {
		return statSync(this.#path(ballot), { throwIfNoEntry: false })?.size === keyBytes;
	}

	#key(ballot: string): Buffer {
		const known = this.#keys.get(ballot);
		if (known) return known;
		const key = readFileSync(this.#path(ballot));
		this.#keys.set(ballot, key);
		return key;
	}

	/** `bytes`: the size that everything sealed with this key has. */
	seal(ballot: string, vote: Sealable, bytes?: number): string {
		const text = Buffer.from(JSON.stringify(vote));
		const size = (bytes === undefined ? sizes : [bytes]).find((each) => each >= text.length);
		if (size === undefined) throw new Error('a vote is too long to be sealed');
		const nonce = randomBytes(nonceBytes);
		const cipher = createCipheriv('aes-256-gcm', this.#key(ballot), nonce);
		const padded = Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]);
		const body = Buffer.concat([cipher.update(padded), cipher.final()]);
		const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
		this.#remember(ballot, sealed, vote);
		return sealed;
	}

	open<T extends Sealable>(ballot: string, sealed: string): T {
		const known = this.#opened.get(ballot)?.get(sealed);
		if (known) return known as T;
		const bytes = Buffer.from(sealed, 'base64');
		const decipher = createDecipheriv('aes-256-gcm', this.#key(ballot), bytes.subarray(0, nonceBytes));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
		const vote = JSON.parse(text.toString()) as T;
		this.#remember(ballot, sealed, vote);
		return vote;
	}

	#remember(ballot: string, sealed: string, vote: Sealable): void {
		const opened = this.#opened.get(ballot) ?? new Map<string, Sealable>();
		this.#opened.set(ballot, opened.set(sealed, vote));
	}

	/** A mark of a text that says nothing to whoever has no key, and cannot be made without it. */
	mark(name: string, text: string): string {
		return createHmac('sha256', this.#key(name)).update(text).digest('base64url').slice(0, markLength);
	}

	/** Overwrites and removes the key: what was sealed with it can never be opened again. */
	destroy(ballot: string): void {
		this.#opened.delete(ballot);
		this.#keys.get(ballot)?.fill(0);
		this.#keys.delete(ballot);
		const path = this.#path(ballot);
		if (!existsSync(path)) return;
		const file = openSync(path, 'r+');
		writeSync(file, randomBytes(keyBytes), 0, keyBytes, 0);
		fsyncSync(file);
		closeSync(file);
		rmSync(path);
		this.#syncDirectory();
	}

	#syncDirectory(): void {
		const folder = openSync(this.directory, 'r');
		fsyncSync(folder);
		closeSync(folder);
	}
}

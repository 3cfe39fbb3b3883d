// Seals votes and drafts with a key per ballot or item and destroys it at closing, so that no file pairs a person with what they
// chose or wrote in quiet.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Vote } from '#lib/ballot/ballot.ts';
import type { DraftContent } from '#lib/board/drafts.ts';

/** Votes of a ballot and drafts of quiet writing. */
export type Sealable = Vote | DraftContent;

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Sealed votes have one of two lengths, so that their size tells nothing of the choice. */
const sizes = [256, 8192];

export class Seals {
	#keys = new Map<string, Buffer>();
	#opened = new Map<string, Sealable>();

	constructor(readonly directory: string) {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
	}

	#path(ballot: string): string {
		return join(this.directory, encodeURIComponent(ballot));
	}

	/** Makes a key unless there is one; it is on disk when this returns, before anything is sealed with it. */
	make(ballot: string): void {
		if (this.#keys.has(ballot) || existsSync(this.#path(ballot))) return;
		const key = randomBytes(keyBytes);
		const file = openSync(this.#path(ballot), 'w', 0o600);
		writeSync(file, key);
		fsyncSync(file);
		closeSync(file);
		this.#syncDirectory();
		this.#keys.set(ballot, key);
	}

	#key(ballot: string): Buffer {
		const known = this.#keys.get(ballot);
		if (known) return known;
		const key = readFileSync(this.#path(ballot));
		this.#keys.set(ballot, key);
		return key;
	}

	seal(ballot: string, vote: Sealable): string {
		const text = Buffer.from(JSON.stringify(vote));
		const size = sizes.find((bytes) => bytes >= text.length);
		if (size === undefined) throw new Error('a vote is too long to be sealed');
		const nonce = randomBytes(nonceBytes);
		const cipher = createCipheriv('aes-256-gcm', this.#key(ballot), nonce);
		const padded = Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]);
		const body = Buffer.concat([cipher.update(padded), cipher.final()]);
		const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
		this.#opened.set(sealed, vote);
		return sealed;
	}

	open<T extends Sealable>(ballot: string, sealed: string): T {
		const known = this.#opened.get(sealed);
		if (known) return known as T;
		const bytes = Buffer.from(sealed, 'base64');
		const decipher = createDecipheriv('aes-256-gcm', this.#key(ballot), bytes.subarray(0, nonceBytes));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
		const vote = JSON.parse(text.toString()) as T;
		this.#opened.set(sealed, vote);
		return vote;
	}

	/** Overwrites and removes the key: what was sealed with it can never be opened again. */
	destroy(ballot: string, sealed: Iterable<string>): void {
		for (const vote of sealed) this.#opened.delete(vote);
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

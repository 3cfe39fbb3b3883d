// Which records the organiser has opened for their participants, each by a link that can be taken back. Knows no page and no record.
import type { Logger } from 'pino';
import * as v from 'valibot';
import { newKey } from './ids.ts';
import { Shelf } from './shelf.ts';

const shareSchema = v.object({
	/** That of the record. */
	id: v.string(),
	/** Who knows it may read the record. */
	key: v.pipe(v.string(), v.regex(/^[\w-]{32}$/)),
	/** ms since the epoch */
	at: v.number()
});
export type Share = v.InferOutput<typeof shareSchema>;

export class Shares {
	private constructor(
		readonly shelf: Shelf<Share>,
		readonly clock: () => number
	) {}

	static async open(directory: string, log: Logger, clock: () => number): Promise<Shares> {
		return new Shares(await Shelf.open<Share>(directory, (value) => v.parse(shareSchema, value), log), clock);
	}

	/** Null where the record is not open. */
	keyOf(record: string): string | null {
		return this.shelf.get(record)?.key ?? null;
	}

	/** Id of the record that a key opens. */
	recordOf(key: string): string | null {
		return this.shelf.all().find((share) => share.key === key)?.id ?? null;
	}

	/** The same key while it stays open; another one after it was closed, so that an old link never opens it again. */
	async share(record: string): Promise<string> {
		const known = this.keyOf(record);
		return known ?? (await this.shelf.put({ id: record, key: newKey(), at: this.clock() })).key;
	}

	async close(record: string): Promise<void> {
		await this.shelf.remove(record);
	}
}

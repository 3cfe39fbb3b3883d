// The shelf of records: the archive.
import type { Logger } from 'pino';
import { ArchiveSearch, type FoundRecord } from '#lib/evidence/archive-search.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { Shelf } from './shelf.ts';

export class Records {
	/** Hears of every record that was kept. */
	onKept: (record: SessionRecord) => void = () => {};

	#search = new ArchiveSearch();

	private constructor(readonly shelf: Shelf<SessionRecord>) {}

	static async open(directory: string, log: Logger): Promise<Records> {
		const parse = (value: unknown): SessionRecord => {
			const parsed = parseRecord(value);
			if (!parsed.ok) throw new Error(parsed.reason);
			return parsed.record;
		};
		return new Records(await Shelf.open<SessionRecord>(directory, parse, log));
	}

	/** Newest session first. */
	list(): SessionRecord[] {
		return this.shelf
			.all()
			.sort((one, other) => other.date.localeCompare(one.date) || (other.closedAt ?? 0) - (one.closedAt ?? 0));
	}

	/** Records that hold the words of a query, and where; all of them for an empty one. */
	find(query: string): FoundRecord[] {
		return this.#search.find(this.list(), query);
	}

	get(id: string): SessionRecord | null {
		return this.shelf.get(id);
	}

	async put(record: SessionRecord): Promise<SessionRecord> {
		const kept = await this.shelf.put(record);
		this.onKept(kept);
		return kept;
	}

	remove(id: string): Promise<void> {
		return this.shelf.remove(id);
	}

	/** Ids of record files that cannot be read; they are left as they are and named on the archive page. */
	get damaged(): readonly string[] {
		return this.shelf.damaged;
	}
}

// The shelf of laboratories.
import * as v from 'valibot';
import { laboratoryDraftSchema, type Laboratory, type LaboratoryDraft } from '#lib/laboratory/laboratory.ts';
import type { Logger } from 'pino';
import { newId } from './ids.ts';
import { Shelf } from './shelf.ts';

const laboratorySchema = v.looseObject({ id: v.string(), createdAt: v.number(), ...laboratoryDraftSchema.entries });

export class Laboratories {
	private constructor(
		readonly shelf: Shelf<Laboratory>,
		readonly clock: () => number
	) {}

	static async open(directory: string, log: Logger, clock: () => number): Promise<Laboratories> {
		const parse = (value: unknown) => v.parse(laboratorySchema, value) as Laboratory;
		return new Laboratories(await Shelf.open<Laboratory>(directory, parse, log), clock);
	}

	/** Newest first. */
	list(): Laboratory[] {
		return this.shelf.all().sort((one, other) => other.createdAt - one.createdAt);
	}

	get(id: string): Laboratory | null {
		return this.shelf.get(id);
	}

	create(draft: LaboratoryDraft, more: { example?: boolean } = {}): Promise<Laboratory> {
		return this.shelf.put({ ...draft, ...more, id: newId(), createdAt: this.clock() });
	}

	update(id: string, draft: LaboratoryDraft): Promise<Laboratory | null> {
		return this.shelf.change(id, (laboratory) => ({ ...laboratory, ...draft }));
	}

	remove(id: string): Promise<void> {
		return this.shelf.remove(id);
	}
}

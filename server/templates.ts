// The shelf of agendas that the organiser keeps to start sessions from.
import * as v from 'valibot';
import { agendaSchema, type AgendaItem } from '#lib/agenda/agenda.ts';
import { ownTemplateNameSchema, type OwnTemplate } from '#lib/agenda/templates.ts';
import type { Logger } from 'pino';
import { newId } from './ids.ts';
import { Shelf } from './shelf.ts';

const ownTemplateSchema = v.looseObject({
	id: v.string(),
	createdAt: v.number(),
	name: ownTemplateNameSchema,
	agenda: agendaSchema
});

export class Templates {
	private constructor(
		readonly shelf: Shelf<OwnTemplate>,
		readonly clock: () => number
	) {}

	static async open(directory: string, log: Logger, clock: () => number): Promise<Templates> {
		return new Templates(
			await Shelf.open<OwnTemplate>(directory, (value) => v.parse(ownTemplateSchema, value), log),
			clock
		);
	}

	/** Newest first. */
	list(): OwnTemplate[] {
		return this.shelf.all().sort((one, other) => other.createdAt - one.createdAt);
	}

	get(id: string): OwnTemplate | null {
		return this.shelf.get(id);
	}

	create(name: string, agenda: readonly AgendaItem[]): Promise<OwnTemplate> {
		return this.shelf.put({ id: newId(), createdAt: this.clock(), name, agenda: structuredClone([...agenda]) });
	}

	remove(id: string): Promise<void> {
		return this.shelf.remove(id);
	}
}

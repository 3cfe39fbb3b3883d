// The catalogue as this instance reads it: the built-in one with the amendments of its experts. Knows no page.
import type { Logger } from 'pino';
import * as v from 'valibot';
import { amendmentSchema, withAmendments, type Amendable, type Amendment } from '#lib/catalogue/amend.ts';
import { catalogue as builtIn, modelOf, type Catalogue, type ModelId } from '#lib/catalogue/catalogue.ts';
import { Shelf } from './shelf.ts';

export class Catalogues {
	#current: Catalogue;

	private constructor(
		readonly shelf: Shelf<Amendment>,
		readonly clock: () => number
	) {
		this.#current = withAmendments(builtIn, shelf.all());
	}

	static async open(directory: string, log: Logger, clock: () => number): Promise<Catalogues> {
		return new Catalogues(
			await Shelf.open<Amendment>(directory, (value) => v.parse(amendmentSchema, value), log),
			clock
		);
	}

	get builtIn(): Catalogue {
		return builtIn;
	}

	/** The same object until somebody amends it. */
	get current(): Catalogue {
		return this.#current;
	}

	versionsOf(model: ModelId): Amendment['versions'] {
		return this.shelf.get(model)?.versions ?? [];
	}

	/** A new version of a model; false when there is no such model. */
	async amend(model: ModelId, content: Amendable, note: string): Promise<boolean> {
		if (!modelOf(builtIn, model)) return false;
		const version = { at: this.clock(), note, content };
		const known = await this.shelf.change(model, ({ id, versions }) => ({ id, versions: [...versions, version] }));
		if (!known) await this.shelf.put({ id: model, versions: [version] });
		this.#current = withAmendments(builtIn, this.shelf.all());
		return true;
	}
}

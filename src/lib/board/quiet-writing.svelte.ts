// One person's quiet writing on this device: what the server has, and what is still on its way there. Knows no link.
import { SvelteMap } from 'svelte/reactivity';
import { makeId } from '#lib/people/ids.ts';
import type { Answer, CommandInput, Refusal } from '#lib/protocol.ts';
import type { DraftContent } from './drafts.ts';

/** `waiting`: not saved yet; `refusal`: the server did not take it, so it stays here. */
export type OwnDraft = DraftContent & { id: string; waiting: boolean; refusal: Refusal | null };

type Known = () => {
	revision: number;
	myDrafts: readonly (DraftContent & { id: string })[];
	drafts: { waiting: number; writers: number };
};

export class QuietWriting {
	#known: Known;
	#send: (command: CommandInput) => Promise<Answer>;
	/** By id; `content` null: removed here; `from`: the revision from which on the server's word counts. */
	#sent = new SvelteMap<string, { content: DraftContent | null; refusal: Refusal | null; from: number }>();
	#underway = $derived.by(() => new Map([...this.#sent].filter(([, { from }]) => this.#known().revision < from)));

	/** Newest last. */
	mine = $derived.by((): OwnDraft[] => {
		const kept = this.#known().myDrafts;
		const known = kept.flatMap((draft): OwnDraft[] => {
			const here = this.#underway.get(draft.id);
			if (!here) return [{ ...draft, waiting: false, refusal: null }];
			return here.content ? [{ ...here.content, id: draft.id, ...stateOf(here.refusal) }] : [];
		});
		const fresh = [...this.#underway].flatMap(([id, { content, refusal }]): OwnDraft[] =>
			content && !kept.some((draft) => draft.id === id) ? [{ ...content, id, ...stateOf(refusal) }] : []
		);
		return [...known, ...fresh];
	});
	all = $derived.by(() => this.#known().drafts);

	constructor(known: Known, send: (command: CommandInput) => Promise<Answer>) {
		this.#known = known;
		this.#send = send;
	}

	keep(content: DraftContent, id = makeId()): void {
		void this.#carry(id, content, { type: 'draft.keep', draft: id, ...content });
	}

	remove(id: string): void {
		if (!this.#known().myDrafts.some((draft) => draft.id === id) && this.#underway.get(id)?.refusal)
			this.#sent.delete(id);
		else void this.#carry(id, null, { type: 'draft.remove', draft: id });
	}

	async #carry(id: string, content: DraftContent | null, command: CommandInput): Promise<void> {
		this.#sent.set(id, { content, refusal: null, from: Infinity });
		const answer = await this.#send(command);
		if (this.#sent.get(id)?.content !== content) return;
		if (answer.ok) this.#sent.set(id, { content, refusal: null, from: answer.revision });
		else if (content) this.#sent.set(id, { content, refusal: answer.refusal, from: Infinity });
		else this.#sent.delete(id);
	}
}

const stateOf = (refusal: Refusal | null) => ({ waiting: refusal === null, refusal });

// Where a phone is in its session: it follows what runs now and comes when it is called, but never takes a field away from who writes. Knows no face.
import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { ParticipantView } from '#lib/protocol/views.ts';
import { callOf, nowOf, type Now } from './now.ts';
import { isWriting } from './typing.ts';

export const parts = ['now', 'board', 'notes', 'decisions'] as const;
export type Part = (typeof parts)[number];

type Here = Now<ParticipantView['ballots'][number]>;

/** Made while a component starts. */
export class Following {
	part = $state<Part>('now');
	#view: () => ParticipantView;
	#putAway = new SvelteSet<string>();
	current = $derived.by((): Here => nowOf(this.#view(), this.#putAway));
	#call = $derived.by(() => callOf(this.current));
	#followed = $state('');
	/** Something else runs now than what is shown. */
	called = $derived.by(() => this.#call !== this.#followed);
	#before: Here;
	shown = $derived.by((): Here => (this.called ? this.#before : (this.#before = this.current)));

	#answered = $state(0);
	/** The soft call to everyone, for who is elsewhere and has not answered it. */
	invited = $derived.by(() => {
		const { call } = this.#view();
		return call?.kind === 'soft' && call.at !== this.#answered && (this.part !== 'now' || this.called);
	});
	/** The hard call to everyone: until it is released, nobody leaves what runs now. */
	held = $derived.by(() => this.#view().call?.kind === 'hard');

	constructor(view: () => ParticipantView) {
		this.#view = view;
		this.#followed = untrack(() => this.#call);
		this.#before = untrack(() => this.current);
		$effect(() => {
			void this.#call;
			if (this.held) untrack(this.follow);
			else untrack(this.#followUnlessWriting);
		});
	}

	follow = (): void => {
		this.#followed = this.#call;
		this.#answered = this.#view().call?.at ?? 0;
		this.part = 'now';
		scrollTo({ top: 0 });
	};

	#followUnlessWriting = (): void => {
		if (this.called && !isWriting(document.activeElement)) this.follow();
	};

	/** A finished ballot has been read. */
	putAway(ballot: string): void {
		this.#putAway.add(ballot);
		this.follow();
	}

	/** Attached to the page: a field has just been left or emptied, perhaps. */
	watched = (node: HTMLElement): (() => void) => {
		const look = () => void setTimeout(this.#followUnlessWriting, 50);
		const events = ['focusout', 'keyup', 'click'] as const;
		for (const event of events) node.addEventListener(event, look);
		return () => events.forEach((event) => node.removeEventListener(event, look));
	};
}

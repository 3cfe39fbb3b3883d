// The facilitator's desk: what its buttons and keys do, what is said aloud, and the second press an open ballot asks for.
// Knows no element; the line to the server and the way to show a sentence are given.
import { neighbours, progress, type Progress } from '#lib/agenda/progress.ts';
import type { Answer, CommandInput, Refusal } from '#lib/protocol.ts';
import type { FacilitatorView } from '#lib/protocol/views.ts';
import type { Words } from '#lib/ui/words.ts';
import { ballotToDecide, ballotToReveal, openBallotOf } from './ballots.ts';
import { DeskLate } from './desk-late.svelte.ts';
import type { DeskDeed } from './keys.ts';

/** What the desk needs of the connection. */
export type Line = {
	readonly view: FacilitatorView | null;
	readonly connection: 'connecting' | 'online' | 'offline';
	now: () => number;
	send: (command: CommandInput) => Promise<Answer>;
};

export type Show = (text: string, tone: 'info' | 'ok' | 'warn', action?: { label: string; run: () => void }) => void;

/** How long a second press counts, ms. */
const armedMilliseconds = 6000;
/** Forecasts are counted anew this often, ms; the countdown itself is finer. */
const forecastStep = 5000;

/** What the item window is open for; `before`: the item in front of which a new one goes, null for the end. */
export type ItemEditing = { what: 'change' | 'split'; item: string } | { what: 'insert'; before: string | null };

export class Desk {
	/** Server time in steps of a quarter of a second, moved by `tick`. */
	at = $state(0);
	/** Read aloud; a repeated sentence is told apart by its number. */
	said = $state({ text: '', number: 0 });
	#armed = $state<string | null>(null);
	/** The ballot that R asks about: it is still open. */
	asking = $state<string | null>(null);
	help = $state(false);
	editing = $state.raw<ItemEditing | null>(null);
	/** Whether the window that steers the screen of the hall is open. */
	screen = $state(false);
	/** Whether the window of the tables is open. */
	tables = $state(false);
	/** Whether the window that brings a file to the board is open. */
	importing = $state(false);
	starting = $state<string | null>(null);
	/** Opens the window of a decision, drafted from a ballot or empty. */
	onDecide: (ballot: string | null) => void = () => {};
	#disarm: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly line: Line,
		readonly words: () => Words,
		readonly show: Show
	) {}

	tick = (): void => {
		this.at = Math.floor(this.line.now() / 250) * 250;
	};

	/** The item that a second press starts although a ballot is open. */
	readonly armed = $derived.by(() => (openBallotOf(this.line.view?.ballots ?? []) ? this.#armed : null));
	readonly running = $derived.by(() => {
		const view = this.line.view;
		return view?.agenda.find(({ id }) => id === view.now.item) ?? null;
	});
	readonly beside = $derived.by(() => neighbours(this.line.view?.agenda ?? [], this.line.view?.now.item ?? null));
	#forecastAt = $derived(Math.floor(this.at / forecastStep) * forecastStep);
	readonly progress: Progress | null = $derived.by(() => {
		const view = this.line.view;
		return view && view.status === 'open' ? progress(view.agenda, view.now, view, this.#forecastAt) : null;
	});

	readonly late = new DeskLate(this);

	say(text: string): void {
		this.said = { text, number: this.said.number + 1 };
	}

	refuse(refusal: Refusal): void {
		this.show(this.words()(`refusal_${refusal}`), 'warn');
	}

	/** Says what was done, with the way back beside it. */
	offerUndo(text: string, undo: () => void): void {
		this.show(text, 'ok', { label: this.words()('desk_undo'), run: undo });
	}

	/** Sends a command; true when it was carried out. Without a connection nothing is sent: a late "next" would surprise the hall. */
	async submit(command: CommandInput, said?: string): Promise<boolean> {
		if (this.line.connection !== 'online') {
			this.show(this.words()('desk_not_sent'), 'info');
			return false;
		}
		const answer = await this.line.send(command);
		if (!answer.ok) this.refuse(answer.refusal);
		else if (said) this.say(said);
		return answer.ok;
	}

	/** Starts an item; with an open ballot only at the second press. */
	async start(item: string | null): Promise<void> {
		const view = this.line.view;
		const target = view?.agenda.find(({ id }) => id === item);
		if (!view || !target || target.id === view.now.item || this.starting !== null) return;
		if (this.line.connection === 'online' && openBallotOf(view.ballots) && this.#armed !== target.id) {
			this.#arm(target.id);
			return;
		}
		this.#arm(null);
		const { title, minutes, activity } = target;
		const opens = activity.kind === 'ballot' && !view.ballots.some(({ item }) => item === target.id);
		const words = this.words();
		const said = words(minutes > 0 ? 'desk_said_item' : 'desk_said_item_untimed', { title, minutes });
		this.starting = target.id;
		try {
			await this.submit(
				{ type: 'item.start', item: target.id, from: view.now.item },
				opens ? `${said} ${words('desk_said_ballot_open')}` : said
			);
		} finally {
			this.starting = null;
		}
	}

	#arm(item: string | null): void {
		clearTimeout(this.#disarm);
		this.#armed = item;
		if (item === null) return;
		this.show(this.words()('desk_press_again'), 'info');
		this.#disarm = setTimeout(() => (this.#armed = null), armedMilliseconds);
	}

	pause(): void {
		const words = this.words();
		const timer = this.line.view?.now.timer;
		if (timer?.state === 'running') void this.submit({ type: 'timer.pause' }, words('desk_said_paused'));
		else if (timer?.state === 'paused') void this.submit({ type: 'timer.resume' }, words('desk_said_resumed'));
		else this.say(words('desk_said_no_timer'));
	}

	addMinute(): void {
		const words = this.words();
		if (this.line.view?.now.timer.state === 'off') return this.say(words('desk_said_no_timer'));
		void this.submit({ type: 'timer.add', minutes: 1 }, words('desk_said_minute'));
	}

	blank(): void {
		const blank = !this.line.view?.blank;
		void this.submit({ type: 'projector.blank', blank }, this.words()(blank ? 'desk_said_blank' : 'desk_said_shown'));
	}

	lock(): void {
		const locked = !this.line.view?.board.locked;
		void this.submit({ type: 'board.lock', locked }, this.words()(locked ? 'desk_said_locked' : 'desk_said_unlocked'));
	}

	/** Reveals the result that waits for it; an open ballot is asked about first. */
	reveal(): void {
		const ballot = ballotToReveal(this.line.view?.ballots ?? []);
		if (!ballot) this.say(this.words()('desk_said_nothing_to_reveal'));
		else if (ballot.status === 'open') this.asking = ballot.id;
		else void this.revealBallot(ballot.id);
	}

	revealBallot(ballot: string): Promise<boolean> {
		return this.submit({ type: 'ballot.reveal', ballot }, this.words()('desk_said_revealed'));
	}

	async closeAndReveal(ballot: string): Promise<boolean> {
		return (await this.submit({ type: 'ballot.close', ballot })) && (await this.revealBallot(ballot));
	}

	/** Calls everyone to what runs now, or lets them go again. */
	call(kind: 'soft' | 'hard' | 'release'): void {
		const said = kind === 'release' ? 'call_said_release' : (`call_is_${kind}` as const);
		void this.submit({ type: 'everyone.call', kind }, this.words()(said));
	}

	carryOut(deed: DeskDeed): void {
		if (deed === 'help') this.help = true;
		else if (this.line.view?.status !== 'open') this.say(this.words()('refusal_session-not-open'));
		else this.#deeds[deed]();
	}

	#deeds: Record<Exclude<DeskDeed, 'help'>, () => void> = {
		previous: () => this.#step(this.beside.previous, 'desk_said_first'),
		next: () => this.#step(this.beside.next, 'desk_said_last'),
		pause: () => this.pause(),
		minute: () => this.addMinute(),
		blank: () => this.blank(),
		reveal: () => this.reveal(),
		decide: () => this.onDecide(ballotToDecide(this.line.view?.ballots ?? [])?.id ?? null),
		lock: () => this.lock(),
		screen: () => (this.screen = true),
		replan1: () => void this.late.take(0),
		replan2: () => void this.late.take(1),
		replan3: () => void this.late.take(2)
	};

	#step(item: string | null, otherwise: 'desk_said_first' | 'desk_said_last'): void {
		if (item === null) this.say(this.words()(otherwise));
		else void this.start(item);
	}
}

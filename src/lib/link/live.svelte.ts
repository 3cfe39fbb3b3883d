// The one honest connection of a page to its session: the view, what waits on this device, and commands sent until answered.
import { io, type Socket } from 'socket.io-client';
import { makeId } from '#lib/people/ids.ts';
import type { Role } from '#lib/people/people.ts';
import type {
	Answer,
	ClientEvents,
	Command,
	CommandInput,
	Handshake,
	Presence,
	Refusal,
	ServerEvents
} from '#lib/protocol.ts';
import { protocolVersion, socketPath } from '#lib/protocol/wire.ts';
import type { FacilitatorView, ParticipantView, ProjectorView } from '#lib/protocol/views.ts';
import { alsoWaiting } from '#lib/ui/also-waiting.svelte.ts';
import type { LiveDocument } from './document.svelte.ts';
import { Outbox } from './outbox.ts';
import { unsavedKey } from './unsaved.ts';
import { ServerClock } from './server-clock.ts';

type ViewOf = { participant: ParticipantView; facilitator: FacilitatorView; projector: ProjectorView };

/** Why this page cannot go on; after `version` a reload helps. */
export type Ending = 'removed' | 'version' | 'not-allowed' | 'no-such-session';
const endings: readonly string[] = ['removed', 'version', 'not-allowed', 'no-such-session'] satisfies Ending[];

const tooLate: readonly Refusal[] = ['ballot-not-open', 'session-closed'];

const answerMilliseconds = 8000;
const retryMilliseconds = 600;
const probeMilliseconds = 1500;
const clockMilliseconds = 60_000;
const clockSamples = 4;

export class Live<R extends Role> {
	view = $state.raw<ViewOf[R] | null>(null);
	presence = $state.raw<Presence>({});
	connection = $state<'connecting' | 'online' | 'offline'>('connecting');
	/** False: the server cannot save at the moment; everything waits on the devices. */
	storage = $state(true);
	ended = $state<Ending | null>(null);
	/** A vote came when its ballot was over; said wherever the person is by then, also after a reload. */
	lateVote = $state(false);
	#commandsWaiting = $state(0);
	#documents = $state.raw<LiveDocument[]>([]);
	/** Changes of this device that are not durable yet, commands and documents together. */
	waiting = $derived(
		this.#documents.reduce((sum, document) => sum + document.waiting, this.#commandsWaiting + alsoWaiting.count)
	);

	#socket: Socket<ServerEvents, ClientEvents>;
	#clock = new ServerClock(() => performance.now());
	#outbox: Outbox;
	#answers = new Map<string, (answer: Answer) => void>();
	#sending: string | null = null;
	#opening = new Map<string, Promise<LiveDocument>>();
	#cleanUp: () => void;

	constructor(readonly at: { session: string; role: R }) {
		this.#outbox = new Outbox(deviceStorage(), `narada:outbox:${at.session}:${at.role}`);
		this.#commandsWaiting = this.#outbox.all.length;
		const handshake: Handshake = { ...at, version: protocolVersion };
		this.#socket = io({
			path: socketPath,
			auth: handshake,
			transports: ['websocket', 'polling'],
			tryAllTransports: true,
			reconnectionDelay: 200,
			reconnectionDelayMax: 2000,
			timeout: 5000
		});
		this.#listen();
		this.#cleanUp = $effect.root(() => {
			$effect(() => this.#tellWaiting(this.waiting));
		});
		addEventListener('online', this.#wake);
		addEventListener('offline', this.#sleep);
		document.addEventListener('visibilitychange', this.#wake);
	}

	#listen(): void {
		const socket = this.#socket;
		socket.on('connect', () => {
			this.connection = 'online';
			this.#clock.forget();
			this.#measureClock(clockSamples);
			this.#told = -1;
			this.#tellWaiting(this.waiting);
			this.#sending = null;
			void this.#pump();
			for (const document of this.#documents) document.wake();
		});
		socket.on('disconnect', (reason) => {
			this.connection = 'offline';
			if (reason === 'io server disconnect' && !this.ended) socket.connect();
		});
		socket.on('connect_error', (error) => {
			this.connection = 'offline';
			if (endings.includes(error.message)) this.#end(error.message as Ending);
			else if (!socket.active) setTimeout(() => socket.connect(), retryMilliseconds);
		});
		socket.on('view', (view) => {
			this.#clock.guess(view.at);
			if (this.view && view.revision < this.view.revision) return;
			if (this.view && handOf(this.view) !== handOf(view)) for (const open of this.#documents) open.newHand();
			if (!this.view) this.#openUnsaved();
			this.view = view as ViewOf[R];
		});
		socket.on('presence', (presence) => (this.presence = presence));
		socket.on('storage', (works) => {
			this.storage = works;
			if (works) void this.#pump();
		});
		socket.on('goodbye', (reason) => this.#end(reason));
	}

	#end(reason: Ending): void {
		this.ended = reason;
		this.#socket.disconnect();
	}

	/** Server time, ms since the epoch. */
	now = (): number => this.#clock.now();

	#measureClock(samples: number): void {
		const askedAt = performance.now();
		this.#socket.emit('clock', (serverTime) => {
			this.#clock.measured(askedAt, serverTime);
			if (samples > 1) this.#measureClock(samples - 1);
			else setTimeout(() => this.#socket.connected && this.#measureClock(1), clockMilliseconds);
		});
	}

	/** Sends a command until the server has answered; votes are sent even after a reload of the page. */
	send(command: CommandInput): Promise<Answer> {
		const commandId = makeId();
		const answer = new Promise<Answer>((resolve) => this.#answers.set(commandId, resolve));
		for (const { commandId: old } of this.#outbox.add({ commandId, command: command as Command }, this.#sending))
			void this.#answer(old, answer);
		this.#commandsWaiting = this.#outbox.all.length;
		void this.#pump();
		return answer;
	}

	async #answer(commandId: string, answer: Answer | Promise<Answer>): Promise<void> {
		const resolve = this.#answers.get(commandId);
		this.#answers.delete(commandId);
		resolve?.(await answer);
	}

	/** One command at a time, in order; what gets no answer is sent again with the same id. */
	async #pump(): Promise<void> {
		const next = this.#outbox.all[0];
		if (this.#sending !== null || !next || !this.#socket.connected || !this.storage) return;
		this.#sending = next.commandId;
		const answer = await this.#socket
			.timeout(answerMilliseconds)
			.emitWithAck('command', next)
			.catch(() => null);
		if (this.#sending !== next.commandId) return;
		this.#sending = null;
		if (answer === null || (!answer.ok && (answer.refusal === 'too-fast' || answer.refusal === 'storage'))) {
			setTimeout(() => void this.#pump(), retryMilliseconds);
			return;
		}
		this.#outbox.remove(next.commandId);
		this.#commandsWaiting = this.#outbox.all.length;
		if (next.command.type === 'vote.cast') this.lateVote = !answer.ok && tooLate.includes(answer.refusal);
		void this.#answer(next.commandId, answer);
		void this.#pump();
	}

	#told = -1;
	#tellWaiting(count: number): void {
		if (count === this.#told || !this.#socket.connected) return;
		this.#told = count;
		this.#socket.emit('waiting', count);
	}

	/** A document of this session, opened once and kept for the life of the page. Loads Yjs when first asked. */
	document(name: string): Promise<LiveDocument> {
		const known = this.#opening.get(name);
		if (known) return known;
		const opening = import('./document.svelte.ts').then(({ LiveDocument }) => {
			const document = new LiveDocument({ ...this.at, name });
			this.#documents = [...this.#documents, document];
			return document;
		});
		this.#opening.set(name, opening);
		return opening;
	}

	/** Documents with changes that an earlier page of this device could not save: they are sent whether or not they are looked at. */
	#openUnsaved(): void {
		const prefix = unsavedKey(this.at, '');
		for (const key of Object.keys(deviceStorage() ?? {}))
			if (key.startsWith(prefix)) void this.document(key.slice(prefix.length));
	}

	/** The network is back or the screen is lit: find out at once instead of waiting for a time-out. */
	#wake = (): void => {
		if (document.visibilityState === 'hidden' || this.ended) return;
		this.#clock.forget();
		for (const document of this.#documents) document.wake();
		if (!this.#socket.connected) {
			this.#socket.disconnect().connect();
			return;
		}
		const askedAt = performance.now();
		this.#socket.timeout(probeMilliseconds).emit('clock', (error, serverTime) => {
			if (!error) return this.#clock.measured(askedAt, serverTime);
			this.#socket.io.engine?.close();
			for (const document of this.#documents) document.reconnect();
		});
	};

	#sleep = (): void => {
		this.connection = 'offline';
		this.#socket.io.engine?.close();
		for (const document of this.#documents) document.sleep();
	};

	close(): void {
		removeEventListener('online', this.#wake);
		removeEventListener('offline', this.#sleep);
		document.removeEventListener('visibilitychange', this.#wake);
		this.#cleanUp();
		this.#socket.disconnect();
		for (const document of this.#documents) document.close();
	}
}

/** What is written under one privacy and under another is not written by one hand. */
type Running = { now: { item: string | null }; agenda: readonly { id: string; privacy: string }[] };
const handOf = ({ now, agenda }: Running): string => `${now.item} ${agenda.find(({ id }) => id === now.item)?.privacy}`;

/** Some browsers throw when storage is forbidden. */
function deviceStorage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

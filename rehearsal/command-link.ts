// The command socket of one bot: its latest view, and commands that are sent until the server has answered. Knows no document.
import { io, type Socket } from 'socket.io-client';
import { makeId } from '#lib/people/ids.ts';
import type { Role } from '#lib/people/people.ts';
import type { Answer, ClientEvents, Command, CommandInput, Handshake, Refusal, ServerEvents } from '#lib/protocol.ts';
import { protocolVersion, socketPath } from '#lib/protocol/wire.ts';
import type { FacilitatorView, ParticipantView, ProjectorView } from '#lib/protocol/views.ts';

export type ViewOf = { participant: ParticipantView; facilitator: FacilitatorView; projector: ProjectorView };
/** Where a bot sits; the cookie proves it. */
export type Place<R extends Role = Role> = { url: string; session: string; role: R; cookie: string };

const answerMilliseconds = 8000;
const retryMilliseconds = 100;
const patienceMilliseconds = 60_000;
const passing: readonly Refusal[] = ['storage', 'too-fast'];

export class CommandLink<R extends Role> {
	view: ViewOf[R] | null = null;
	/** Resolves with the reason when the server has ended this connection for good. */
	readonly ended: Promise<string>;
	#tellEnd: (reason: string) => void = () => {};
	#socket: Socket<ServerEvents, ClientEvents>;
	#waiting = new Set<() => void>();
	#ended: Error | null = null;

	constructor(readonly place: Place<R>) {
		this.ended = new Promise((resolve) => (this.#tellEnd = resolve));
		const auth: Handshake = { session: place.session, role: place.role, version: protocolVersion };
		this.#socket = io(place.url, {
			path: socketPath,
			auth,
			transports: ['websocket'],
			extraHeaders: { cookie: place.cookie, origin: new URL(place.url).origin },
			forceNew: true,
			reconnectionDelay: retryMilliseconds,
			reconnectionDelayMax: 500,
			timeout: answerMilliseconds
		});
		this.#socket.on('view', (view) => {
			// after a restart the server counts on from what it has kept, so a lower revision is never newer
			if (!this.view || view.revision >= this.view.revision) this.view = view as ViewOf[R];
			this.#tell();
		});
		this.#socket.on('goodbye', (reason) => this.#end(new Error(`The server ended the connection: ${reason}.`)));
		this.#socket.on('disconnect', (reason) => {
			if (reason === 'io server disconnect' && !this.#ended) this.#socket.connect();
		});
		this.#socket.on('connect_error', (error) => {
			if (['removed', 'version', 'not-allowed', 'no-such-session'].includes(error.message))
				this.#end(new Error(`The server refused the connection: ${error.message}.`));
			else if (!this.#socket.active) setTimeout(() => !this.#ended && this.#socket.connect(), retryMilliseconds);
		});
	}

	#end(error: Error): void {
		this.#ended = error;
		this.#tellEnd(error.message);
		this.#socket.disconnect();
		this.#tell();
	}

	#tell(): void {
		for (const look of [...this.#waiting]) look();
	}

	/** Resolves with what `find` finds in the view, as soon as it finds something. */
	until<T>(what: string, find: (view: ViewOf[R]) => T | null | undefined | false): Promise<T> {
		return new Promise((resolve, reject) => {
			const settle = (finish: () => void) => {
				this.#waiting.delete(look);
				clearTimeout(patience);
				finish();
			};
			const look = () => {
				const found = this.view ? find(this.view) : null;
				if (found) settle(() => resolve(found));
				else if (this.#ended) settle(() => reject(this.#ended));
			};
			const patience = setTimeout(
				() => settle(() => reject(new Error(`Waited in vain for ${what}.`))),
				patienceMilliseconds
			);
			this.#waiting.add(look);
			look();
		});
	}

	/** Sends a command, again and with the same id, until there is an answer. */
	async send(command: CommandInput, commandId = makeId()): Promise<Answer> {
		for (;;) {
			if (this.#ended) throw this.#ended;
			const answer = await this.#socket
				.timeout(answerMilliseconds)
				.emitWithAck('command', { commandId, command: command as Command })
				.catch(() => null);
			if (answer && (answer.ok || !passing.includes(answer.refusal))) return answer;
			await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
		}
	}

	/** Like `send`, for commands that nobody should have to refuse. */
	async carryOut(command: CommandInput): Promise<void> {
		const answer = await this.send(command);
		if (!answer.ok) throw new Error(`The server refused ${command.type}: ${answer.refusal}.`);
	}

	close(): void {
		this.#ended = new Error('This bot has left.');
		this.#socket.disconnect();
		this.#tell();
	}
}

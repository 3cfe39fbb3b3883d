// Command sockets: takes commands from seats, answers after the commit, sends every role its whole view. Knows no document.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Seat } from '#lib/people/people.ts';
import { envelopeSchema, handshakeSchema, type ClientEvents, type Presence, type ServerEvents } from '#lib/protocol.ts';
import { commandByteLimit, protocolVersion, socketPath } from '#lib/protocol/wire.ts';
import type { Viewer } from '#lib/session/view.ts';
import { Allowance } from './allowance.ts';
import { readCookies, seatCookie, type Identity } from './identity.ts';
import type { LiveSession } from './live.ts';
import type { Sessions } from './sessions.ts';
import { sameOrigin } from './upgrades.ts';

type Data = { session: string; role: Viewer['role']; seat: string; waiting: number };
type Connection = Socket<ClientEvents, ServerEvents, Record<string, never>, Data>;

/** Commands of one seat: a hand cannot be that fast, a device that comes back with a queue may. */
const burst = 120;
const perSecond = 30;
const presenceMilliseconds = 400;

export class Commands {
	readonly io: Server<ClientEvents, ServerEvents, Record<string, never>, Data>;
	#allowance = new Allowance(burst, perSecond);
	#pendingViews = new Set<string>();
	#pendingPresence = new Set<string>();

	constructor(
		server: HttpServer,
		readonly sessions: Sessions,
		readonly identity: Identity,
		readonly log: Logger,
		readonly clock: () => number
	) {
		this.io = new Server(server, {
			path: socketPath,
			serveClient: false,
			destroyUpgrade: false,
			maxHttpBufferSize: commandByteLimit,
			pingInterval: 10_000,
			pingTimeout: 6_000,
			connectTimeout: 10_000,
			allowRequest: (request, answer) => answer(null, sameOrigin(request))
		});
		this.io.use((socket, next) => {
			this.#admit(socket as Connection).then(
				(refusal) => next(refusal === null ? undefined : new Error(refusal)),
				() => next(new Error('storage'))
			);
		});
		this.io.on('connection', (socket) => void this.#welcome(socket as Connection));
	}

	/** Null when the connection may stay, else the reason that the page turns into a sentence. */
	async #admit(socket: Connection): Promise<string | null> {
		const parsed = v.safeParse(handshakeSchema, socket.handshake.auth);
		if (!parsed.success) return 'not-allowed';
		const { session, role, version } = parsed.output;
		if (version !== protocolVersion) return 'version';
		if (!this.sessions.get(session)) return 'no-such-session';
		const cookies = readCookies(socket.handshake.headers.cookie);
		const seat = this.identity.seatOf(cookies[seatCookie(session, role)], session, role);
		if (seat === null) return 'not-allowed';
		if (role !== 'projector' && !(await this.sessions.seat(session, seat))) return 'removed';
		socket.data = { session, role, seat, waiting: 0 };
		return null;
	}

	async #welcome(socket: Connection): Promise<void> {
		const { session, role, seat } = socket.data;
		socket.on('clock', (answer) => {
			if (typeof answer === 'function') answer(this.clock());
		});
		socket.on('waiting', (count) => {
			if (!Number.isSafeInteger(count) || count < 0) return;
			socket.data.waiting = Math.min(count, 99_999);
			this.#presenceChanged(session);
		});
		socket.on('command', (envelope, answer) => {
			if (typeof answer !== 'function') return;
			this.#carryOut(socket, envelope).then(answer, (error: Error) => {
				this.log.error({ session, reason: error.message }, 'a command failed');
				answer({ ok: false, refusal: 'storage' });
			});
		});
		socket.on('disconnect', () => this.#presenceChanged(session));
		await socket.join(role === 'facilitator' ? [session, `${session}/facilitators`] : session);
		await socket.join(`${session}/${seat}`);
		socket.emit('storage', this.sessions.tools.journal.works);
		this.#presenceChanged(session);
		await this.#sendView(socket, await this.sessions.live(session)).catch(() => socket.disconnect(true));
	}

	async #carryOut(socket: Connection, sent: unknown) {
		const { session, role, seat } = socket.data;
		if (!this.#allowance.take(seat, this.clock())) return { ok: false, refusal: 'too-fast' } as const;
		const parsed = v.safeParse(envelopeSchema, sent);
		if (!parsed.success) return { ok: false, refusal: 'malformed' } as const;
		const live = await this.sessions.live(session);
		const sitting = role === 'projector' ? null : live.seat(seat);
		if (!sitting) return { ok: false, refusal: 'role' } as const;
		return live.submit(sitting, parsed.output);
	}

	/** The seat of a viewer is read anew for every view: it may have been changed or taken away. */
	#viewer(socket: Connection, live: LiveSession): Viewer | null {
		if (socket.data.role === 'projector') return { role: 'projector' };
		const seat: Seat | undefined = live.seat(socket.data.seat);
		return seat ? { role: socket.data.role, seat } : null;
	}

	async #sendView(socket: Connection, live: LiveSession): Promise<void> {
		const viewer = this.#viewer(socket, live);
		if (viewer) socket.emit('view', live.view(viewer));
		else {
			socket.emit('goodbye', 'removed');
			socket.disconnect(true);
		}
	}

	/** Sends views once for all that happened in one turn of the event loop. */
	viewsChanged(live: LiveSession): void {
		if (this.#pendingViews.has(live.id)) return;
		this.#pendingViews.add(live.id);
		setImmediate(() => {
			this.#pendingViews.delete(live.id);
			void this.#sendViews(live).catch((error: Error) => this.log.error({ reason: error.message }, 'no views sent'));
		});
	}

	async #sendViews(live: LiveSession): Promise<void> {
		for (const id of this.io.of('/').adapter.rooms.get(live.id) ?? []) {
			const socket = this.io.of('/').sockets.get(id);
			if (socket) await this.#sendView(socket as Connection, live);
		}
	}

	#presenceChanged(session: string): void {
		if (this.#pendingPresence.has(session)) return;
		this.#pendingPresence.add(session);
		setTimeout(() => {
			this.#pendingPresence.delete(session);
			this.io.to(`${session}/facilitators`).emit('presence', this.presence(session));
		}, presenceMilliseconds).unref();
	}

	/** Who is connected, and the most that waits on any of their connections. */
	presence(session: string): Presence {
		const presence: Presence = {};
		for (const id of this.io.of('/').adapter.rooms.get(session) ?? []) {
			const data = this.io.of('/').sockets.get(id)?.data;
			if (!data || data.role === 'projector') continue;
			const before = presence[data.seat];
			presence[data.seat] = { connected: true, waiting: Math.max(before?.waiting ?? 0, data.waiting) };
		}
		return presence;
	}

	/** Tells everybody whether anything can be saved at the moment. */
	storageChanged(works: boolean): void {
		this.io.emit('storage', works);
	}

	/** Makes every connection of a session come again. */
	reconnect(session: string): void {
		this.io.in(session).disconnectSockets(true);
	}

	end(): void {
		this.io.disconnectSockets(true);
		this.io.engine.close();
	}
}

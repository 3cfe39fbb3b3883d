// Document sockets: who may open which document, how fast, and what leaves to slow readers. The wire is that of y-websocket.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import { WebSocketServer, type WebSocket } from 'ws';
import { roleFrom, type Role } from '#lib/people/people.ts';
import { strictest, toolItem } from '#lib/agenda/agenda.ts';
import { toolsIn } from '#lib/board/rights.ts';
import { closeCodes, documentFrameByteLimit, documentMessages, documentPath } from '#lib/protocol/wire.ts';
import { boardDocument, type SessionState } from '#lib/session/session.ts';
import { Allowance } from './allowance.ts';
import type { Reader, SharedDocument } from './documents.ts';
import { sentence } from './frames.ts';
import { readCookies, seatCookie, type Identity } from './identity.ts';
import type { LiveSession } from './live.ts';
import { PresenceRoom, type Present } from './presence.ts';
import type { Sessions } from './sessions.ts';

/** Frames of one device: a burst after hours offline passes, a flood is slowed down. */
const burst = 600;
const framesPerSecond = 120;
const pauseMilliseconds = 250;
/** Bytes waiting for a slow reader before it is told to come again. */
const backlogLimit = 8 * 1024 * 1024;
/** Bytes waiting for a reader above which it is not told what others do just now. */
const volatileLimit = 64 * 1024;
const heartbeatMilliseconds = 15_000;

type Open = { socket: WebSocket; live: LiveSession; document: SharedDocument; role: Role; seat: string };

export class DocumentSockets {
	#server = new WebSocketServer({ noServer: true, maxPayload: documentFrameByteLimit, perMessageDeflate: false });
	#open = new Set<Open>();
	#rooms = new WeakMap<SharedDocument, PresenceRoom>();
	#heartbeat: NodeJS.Timeout;

	constructor(
		readonly sessions: Sessions,
		readonly identity: Identity,
		readonly clock: () => number
	) {
		this.#heartbeat = setInterval(() => this.#beat(), heartbeatMilliseconds);
		this.#heartbeat.unref();
	}

	upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
		this.#server.handleUpgrade(request, socket, head, (connection) => {
			connection.on('error', () => connection.terminate());
			void this.#arrive(connection, request).catch((error: unknown) => {
				connection.resume();
				connection.close(error instanceof URIError ? closeCodes.malformed : closeCodes.storage);
			});
		});
	};

	/** `/y/<session>/<document>?role=<role>`; frames that come before the document is there wait. */
	async #arrive(socket: WebSocket, request: IncomingMessage): Promise<void> {
		// what a stranger sends stays outside; it is read once the document is there
		socket.pause();
		const refuse = (code: number) => {
			socket.resume();
			socket.close(code);
		};
		const url = new URL(request.url ?? '', 'http://narada');
		const [session = '', name = ''] = url.pathname
			.slice(documentPath.length + 1)
			.split('/')
			.map(decodeURIComponent);
		const role = roleFrom(url.searchParams.get('role'));
		const cookies = readCookies(request.headers.cookie);
		const seat = role && this.identity.seatOf(cookies[seatCookie(session, role)], session, role);
		if (!role || !seat || !this.sessions.get(session)) return refuse(closeCodes.notAllowed);
		const live = await this.sessions.live(session);
		if (role !== 'projector' && !live.seat(seat)) return refuse(closeCodes.notAllowed);
		const document = await live.documents.get(name);
		if (!document) return refuse(closeCodes.noSuchDocument);
		if (socket.readyState !== socket.OPEN) return socket.resume();

		const open: Open = { socket, live, document, role, seat };
		const reader: Reader = {
			seat,
			author: () => live.authorMark(seat, name),
			mayWrite: () => live.writeRefusal(role, seat, name),
			send: (frame) => this.#send(socket, frame),
			close: (code) => socket.close(code)
		};
		this.#open.add(open);
		const room = name === boardDocument(live.state) ? this.#room(live, document) : null;
		const present: Present = {
			role,
			seat: () => live.seat(seat),
			mayDraw: () => reader.mayWrite() === null && (role === 'facilitator' || isPenAllowed(live.state)),
			send: (text) => {
				if (socket.readyState === socket.OPEN && socket.bufferedAmount < volatileLimit)
					socket.send(sentence(documentMessages.presence, text));
			}
		};
		room?.enter(present);
		const allowance = new Allowance(burst, framesPerSecond);
		const receive = (data: Uint8Array) => {
			if (socket.readyState !== socket.OPEN) return;
			if (!allowance.take('', this.clock())) {
				socket.pause();
				setTimeout(() => socket.resume(), pauseMilliseconds);
			}
			if (room && data[0] === documentMessages.presence) {
				if (!hears(room, present, data)) socket.close(closeCodes.malformed);
				return;
			}
			void this.sessions.tools.ongoing.add(document.receive(reader, new Uint8Array(data)));
		};
		socket.on('message', receive);
		socket.on('close', () => {
			this.#open.delete(open);
			document.leave(reader);
			room?.leave(present);
		});
		await document.join(reader);
		socket.resume();
	}

	/** Those who are at a board; it ends with the document. */
	#room(live: LiveSession, document: SharedDocument): PresenceRoom {
		let room = this.#rooms.get(document);
		if (!room) {
			const now = () => {
				const { agenda, now } = live.state;
				return {
					item: now.item,
					privacy: strictest(agenda.flatMap(({ id, privacy }) => (id === now.item ? [privacy] : [])))
				};
			};
			room = new PresenceRoom(now, this.clock);
			this.#rooms.set(document, room);
		}
		return room;
	}

	#send(socket: WebSocket, frame: Uint8Array): void {
		if (socket.readyState !== socket.OPEN) return;
		if (socket.bufferedAmount > backlogLimit) socket.close(closeCodes.tooSlow);
		else socket.send(frame);
	}

	#beat(): void {
		for (const document of new Set([...this.#open].map((open) => open.document))) document.heartbeat();
	}

	/** Ends what is open to a session, a seat, or to everything. */
	close(code: number, which: (open: { session: string; seat: string; role: Role }) => boolean = () => true): void {
		for (const { socket, live, seat, role } of [...this.#open])
			if (which({ session: live.id, seat, role })) socket.close(code);
	}

	end(): void {
		clearInterval(this.#heartbeat);
		this.close(closeCodes.restart);
		this.#server.close();
	}
}

/** As the running item says. */
const isPenAllowed = ({ agenda, now }: SessionState): boolean =>
	toolsIn(agenda.map(toolItem), now.item, null).has('pen');

function hears(room: PresenceRoom, who: Present, frame: Uint8Array): boolean {
	try {
		const decoder = decoding.createDecoder(new Uint8Array(frame));
		decoding.readVarUint(decoder);
		return room.hear(who, decoding.readVarString(decoder));
	} catch {
		return false;
	}
}

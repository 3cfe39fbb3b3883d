// What both ends of the wire agree on before a word is said: version, addresses, sizes, numbers. Declarations only.
/** A client with another version is asked to reload. Raised whenever the shape of the commands changes; a test holds the two together. */
export const protocolVersion = 2;

/** Socket.io lives here; documents under `/y/<session>/<document>`. */
export const socketPath = '/live';

export const documentPath = '/y';

/** Bytes of one socket.io message and of one document frame. */
export const commandByteLimit = 64 * 1024;

/** Ten thousand stickies in one change pass. */
export const documentFrameByteLimit = 2 * 1024 * 1024;

/** Close codes of document sockets: 44xx are final for this page, 45xx mean "try again". */
export const closeCodes = {
	malformed: 4400,
	notAllowed: 4401,
	noSuchDocument: 4404,
	sessionClosed: 4410,
	tooMuch: 4413,
	storage: 4503,
	/** Too much waits for this reader: it comes again and gets what it lacks in one piece. */
	tooSlow: 4508,
	restart: 4512
} as const;

/** Message types on a document socket besides the two of Yjs (0 sync, 1 awareness). */
export const documentMessages = {
	sync: 0,
	awareness: 1,
	/** server → client, varUint n: the first n updates of this connection are durable. */
	saved: 100,
	/** server → client, varUint 0 | 1: whether this connection may write now. */
	mayWrite: 101,
	/** server → client, varUint 0: nothing new, the connection lives. */
	alive: 103,
	/** server → client, string: why an update was not taken (a `Refusal`); it stays on the device. */
	refused: 102,
	/** server → client, string: why a part of an update was not taken (a `Refusal`). The rest is saved; the device takes the document anew. */
	corrected: 104,
	/** server → client, string: ids of the things on the board that this seat made, with commas between them. */
	yours: 105,
	/** both ways, string: who is where on a board, JSON; never kept (`board/presence.ts`). */
	presence: 106
} as const;

// A device takes a document anew after the server did not take a part of what it did. Waits until nothing else is under way.
import { IndexeddbPersistence } from 'y-indexeddb';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** While somebody writes, or while something does not come, this long at most. */
const patienceMilliseconds = 15_000;
const lookMilliseconds = 400;

export class Renewal {
	#started = performance.now();
	#timer: ReturnType<typeof setInterval>;
	#done = false;

	constructor(
		readonly provider: WebsocketProvider,
		readonly doc: Y.Doc,
		readonly old: Y.Doc,
		readonly wishes: { isReady: () => boolean; ready: () => void }
	) {
		this.#timer = setInterval(this.look, lookMilliseconds);
		provider.on('sync', this.look);
		doc.on('update', this.look);
		provider.connect();
	}

	look = (): void => {
		if (this.#done || !this.provider.synced || !this.wishes.isReady()) return;
		// what was written with the hand of another seat never comes
		const isLate = performance.now() - this.#started > patienceMilliseconds;
		if (!isLate && (isWriting() || !holds(this.doc, this.old))) return;
		this.#stop();
		this.wishes.ready();
	};

	#stop(): void {
		this.#done = true;
		clearInterval(this.#timer);
		this.provider.off('sync', this.look);
		this.doc.off('update', this.look);
	}

	end(): void {
		this.#stop();
		this.provider.destroy();
		this.doc.destroy();
	}
}

/** Whether one document knows of everything that the other has. */
function holds(doc: Y.Doc, other: Y.Doc): boolean {
	for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(other)))
		if (Y.getState(doc.store, client) < clock) return false;
	return true;
}

function isWriting(): boolean {
	const field = document.activeElement;
	return (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== '';
}

const generationKey = (key: string): string => `${key}:generation`;
const renewalKey = (key: string): string => `${key}:renew`;

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// a device that keeps nothing has nothing to take anew after a reload either
	}
}

/** What this device holds is not the document as it is: known even after a reload of the page. */
export const noteRenewal = (key: string): void => write(renewalKey(key), '1');

export const mustRenew = (key: string): boolean => read(renewalKey(key)) !== null;

const shelf = (key: string): string => {
	const generation = read(generationKey(key));
	return generation === null ? key : `${key}~${generation}`;
};

function nextShelf(key: string): string {
	write(generationKey(key), String(Number(read(generationKey(key)) ?? 0) + 1));
	write(renewalKey(key), null);
	return shelf(key);
}

/** Where this device keeps a document; a new place when what it kept must be taken anew and nothing of it waits. */
export function shelfOf(key: string, nothingWaits: boolean): string {
	if (!mustRenew(key) || !nothingWaits) return shelf(key);
	indexedDB.deleteDatabase(shelf(key));
	return nextShelf(key);
}

/** Keeps a document that was taken anew, in the place of the old one. */
export function freshShelf(key: string, doc: Y.Doc, old: IndexeddbPersistence | null): IndexeddbPersistence | null {
	void old?.clearData().catch(() => {});
	try {
		return new IndexeddbPersistence(nextShelf(key), doc);
	} catch {
		return null;
	}
}

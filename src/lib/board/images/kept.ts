// Pictures that wait on this device, in IndexedDB, so that a reload loses none. Knows no tray.
import type { Spot } from './picture.ts';

export type KeptPicture = {
	id: string;
	/** Path of the page that they were chosen on. */
	at: string;
	bytes: ArrayBuffer;
	type: string;
	name: string;
	width: number;
	height: number;
	alt: string;
	spot: Spot;
	/** ms since the epoch */
	added: number;
	/** By which name the server has it, once it does. */
	file: string | null;
};

const store = 'pictures';
let opening: Promise<IDBDatabase> | null = null;

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('storage failed'));
	});

function database(): Promise<IDBDatabase> {
	return (opening ??= (() => {
		const request = indexedDB.open('narada-pictures', 1);
		request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
		return answered(request);
	})());
}

/** Resolves when it is kept; rejects where the device keeps nothing. */
export async function keepPicture(picture: KeptPicture): Promise<void> {
	const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
	transaction.objectStore(store).put(picture);
	await new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('storage failed'));
	});
}

export async function forgetPicture(id: string): Promise<void> {
	await answered((await database()).transaction(store, 'readwrite').objectStore(store).delete(id));
}

/** Oldest first. */
export async function keptPictures(at: string): Promise<KeptPicture[]> {
	const all = (await answered((await database()).transaction(store).objectStore(store).getAll())) as KeptPicture[];
	return all.filter((picture) => picture.at === at).sort((one, other) => one.added - other.added);
}

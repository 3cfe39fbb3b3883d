// Which stickies lie exactly where, kept up to date change by change: tells in a moment whether a new one must be moved.
import type * as Y from 'yjs';
import { lyingAs, thingsOf } from './board.ts';
import { framePadding } from './slots.ts';

export class Occupied {
	#keys = new Map<string, string>();
	#counts = new Map<string, number>();

	constructor(readonly doc: Y.Doc) {
		thingsOf(doc).forEach((_value, id) => this.#read(id));
		thingsOf(doc).observeDeep((events) => {
			for (const { path, changes } of events)
				if (path.length > 0) this.#read(String(path[0]));
				else for (const id of changes.keys.keys()) this.#read(id);
		});
	}

	#read(id: string): void {
		const before = this.#keys.get(id);
		const found = lyingAs(id, thingsOf(this.doc).get(id));
		const now = found?.kind === 'sticky' ? `${found.frame} ${found.place[0]} ${found.place[1]}` : undefined;
		if (before === now) return;
		if (before !== undefined) this.#counts.set(before, (this.#counts.get(before) ?? 1) - 1);
		if (before !== undefined && this.#counts.get(before) === 0) this.#counts.delete(before);
		if (now === undefined) this.#keys.delete(id);
		else {
			this.#keys.set(id, now);
			this.#counts.set(now, (this.#counts.get(now) ?? 0) + 1);
		}
	}

	/** Whether a sticky lies exactly on another of its frame, or it or a picture sticks out of the frame's lower edge. */
	isInTheWay(id: string): boolean {
		const key = this.#keys.get(id);
		if (key !== undefined && (this.#counts.get(key) ?? 0) > 1) return true;
		const all = thingsOf(this.doc);
		const lying = lyingAs(id, all.get(id));
		const frame = lying && lying.frame !== null ? lyingAs(lying.frame, all.get(lying.frame)) : null;
		if (!lying || lying.kind === 'frame' || frame?.kind !== 'frame') return false;
		return lying.place[1] + lying.place[3] + framePadding > frame.place[1] + frame.place[3];
	}
}

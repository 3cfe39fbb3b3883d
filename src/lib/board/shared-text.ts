// Ties a text area to a shared text: letters of both hands are kept, the caret stays, and nothing is taken away
// from under a word that is still being composed (dead keys, phone keyboards). Knows no board.
import * as Y from 'yjs';
import { byHand } from './board.ts';
import { stickyTextLimit } from './limits.ts';
import { difference } from './difference.ts';

type Delta = { retain?: number; insert?: unknown; delete?: number }[];

/** Where a position ends up after someone else's change. */
export function shifted(position: number, delta: Delta): number {
	let at = 0;
	let result = position;
	for (const { retain, insert, delete: removed } of delta) {
		if (at > result) break;
		if (retain !== undefined) at += retain;
		else if (removed !== undefined) result -= Math.min(removed, Math.max(0, result - at));
		else {
			const length = typeof insert === 'string' ? insert.length : 1;
			if (at <= result) result += length;
			at += length;
		}
	}
	return result;
}

export function tieText(area: HTMLTextAreaElement, shared: Y.Text, changed: () => void = () => {}): () => void {
	/** What both sides agreed on last. */
	let base = shared.toString();
	/** Changes of others since then, kept back while a word is being composed. */
	let held: Delta[] = [];
	let composing = false;
	const mine = { byHand };

	const through = (position: number) => held.reduce(shifted, position);

	function push(): void {
		// what was removed takes no letters any more; those in the area are left for whoever puts them back
		if (composing || shared._item?.deleted) return;
		const { at, remove, insert } = difference(base, area.value);
		const start = through(at);
		const end = Math.max(start, through(at + remove));
		const room = Math.max(0, stickyTextLimit - (shared.length - (end - start)));
		if (remove || insert) {
			shared.doc?.transact((transaction) => {
				transaction.meta.set(mine, true);
				if (end > start) shared.delete(start, end - start);
				if (insert) shared.insert(start, insert.slice(0, room));
			}, byHand);
		}
		const caret = (position: number) => {
			if (position <= at) return through(position);
			const behind = position - at - insert.length;
			return behind <= 0 ? start + position - at : through(at + remove + behind) + insert.length - remove;
		};
		const selection = [caret(area.selectionStart), caret(area.selectionEnd)] as const;
		held = [];
		settle(selection);
	}

	function settle([start, end]: readonly [number, number]): void {
		base = shared.toString();
		if (area.value !== base) {
			area.value = base;
			if (area.ownerDocument.activeElement === area) area.setSelectionRange(start, end);
		}
		changed();
	}

	function pull(event: Y.YTextEvent, transaction: Y.Transaction): void {
		if (transaction.meta.has(mine)) return;
		held.push(event.delta as Delta);
		if (!composing) push();
	}

	const begin = () => (composing = true);
	const finish = () => {
		composing = false;
		push();
	};

	if (area.value !== base) area.value = base;
	area.addEventListener('input', push);
	area.addEventListener('compositionstart', begin);
	area.addEventListener('compositionend', finish);
	shared.observe(pull);
	return () => {
		if (composing) finish();
		area.removeEventListener('input', push);
		area.removeEventListener('compositionstart', begin);
		area.removeEventListener('compositionend', finish);
		shared.unobserve(pull);
	};
}

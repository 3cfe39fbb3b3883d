// What can be done with the chosen things, by button or by key: each is one change, undone in one step, and is said.
// Knows no element.
import type { Words } from '#lib/ui/words.ts';
import { byHand, lockThing, removeThing } from '../board.ts';
import { isSticky, type LiveThing } from '../board.svelte.ts';
import type { Canvas } from '../canvas.svelte.ts';
import { makeCluster, mergeAll } from '../clusters/selection.ts';
import { duplicate } from '../copies.ts';
import { move, shift, tidy, withContents } from '../drop.ts';
import { mayMove, type Rights } from '../rights.ts';
import { slotGap } from '../slots.ts';
import { aligned, distributed, sameSize, type Axis, type Edge, type Moves } from './align.ts';
import { commonGroup, group, ungroup } from './groups.ts';
import { isResizable } from './resize.ts';
import { stack } from './stacking.ts';

export class Deeds {
	readonly #canvas: Canvas;
	readonly #rights: Rights;
	readonly #words: () => Words;

	constructor(canvas: Canvas, rights: Rights, words: () => Words) {
		this.#canvas = canvas;
		this.#rights = rights;
		this.#words = words;
	}

	/** Of what is chosen, what this person may move, change and remove now. */
	free(): LiveThing[] {
		const canvas = this.#canvas;
		return canvas.chosen().filter((live) => mayMove(this.#rights, live.now) && canvas.board.may('order', live));
	}

	get mayLock(): boolean {
		return this.#rights.mayFrame();
	}

	align(edge: Edge): void {
		this.#shift(aligned(this.#lying(), edge));
	}

	distribute(axis: Axis): void {
		this.#shift(distributed(this.#lying(), axis, slotGap));
	}

	sameSize(): void {
		const places = sameSize(this.#lying().filter(({ kind }) => isResizable(kind)));
		if (!places.size) return;
		move(this.#canvas.board, places);
		this.#say('board_arranged');
	}

	tidy(): void {
		const stickies = this.free().filter(isSticky);
		if (!stickies.length) return;
		tidy(this.#canvas.board, stickies);
		this.#say('board_tidied');
	}

	group(): void {
		const things = this.free();
		if (things.length < 2 || commonGroup(things)) return;
		group(this.#canvas.board, things);
		this.#say('board_grouped', things.length);
	}

	ungroup(): void {
		const things = this.free().filter(({ now }) => now.group !== null);
		if (!things.length) return;
		ungroup(this.#canvas.board, things);
		this.#say('board_ungrouped');
	}

	/** A cluster of the chosen stickies; its name is asked for. */
	cluster(): void {
		const ids = this.free()
			.filter(isSticky)
			.map(({ id }) => id);
		if (makeCluster(this.#canvas.board, ids)) this.#say('cluster_grouped', ids.length);
	}

	merge(): void {
		const stickies = this.free().filter(isSticky);
		const into = mergeAll(
			this.#canvas.board,
			stickies.map(({ id }) => id)
		);
		if (into === null) return;
		this.#canvas.select([into]);
		this.#say('cluster_merged', stickies.length);
	}

	stack(where: 'front' | 'back'): void {
		stack(this.#canvas.board, this.free(), where);
		this.#say(`board_at_${where}`);
	}

	/** Locks what is chosen, or unlocks it when all of it is locked. */
	lock(): void {
		const things = this.#canvas.chosen();
		if (!this.mayLock || !things.length) return;
		const locked = !things.every(({ now }) => now.locked);
		const { board } = this.#canvas;
		board.step();
		board.doc.transact(() => {
			for (const { id, now } of things) if (now.locked !== locked) lockThing(board.doc, id, locked);
		}, byHand);
		board.step();
		this.#say(locked ? 'board_locked' : 'board_unlocked', things.length);
	}

	duplicate(): void {
		const { board } = this.#canvas;
		const things = this.#canvas.chosen().filter(({ now }) => {
			const home = 'frame' in now ? now.frame : null;
			return now.kind === 'frame' ? this.#rights.mayFrame() : board.mayMake(now.kind, home);
		});
		if (!things.length || !this.#rights.mayWrite()) return;
		this.#canvas.select(duplicate(board, things));
		this.#say('board_duplicated');
	}

	remove(): void {
		const { board } = this.#canvas;
		const things = this.free().filter((live) => board.may('remove', live));
		if (!things.length) return;
		board.step();
		board.doc.transact(() => {
			for (const { id } of things) removeThing(board.doc, id);
		}, byHand);
		board.step();
		this.#canvas.select([]);
		this.#say('board_things_removed', things.length);
	}

	/** What goes along when the chosen things are moved. */
	carried(): Set<string> {
		const { board } = this.#canvas;
		return new Set(this.free().flatMap(({ id, now }) => (now.kind === 'frame' ? [...withContents(board, id)] : [id])));
	}

	#lying() {
		return this.free().flatMap(({ now }) => (now.kind === 'frame' ? [] : [now]));
	}

	#shift(moves: Moves): void {
		if (!moves.size) return;
		shift(this.#canvas.board, moves);
		this.#say('board_arranged');
	}

	#say(key: Parameters<Words>[0], count?: number): void {
		this.#canvas.said = this.#words()(key, count === undefined ? {} : { count });
	}
}

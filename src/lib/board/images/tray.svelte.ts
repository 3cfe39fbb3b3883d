// Pictures on their way to the board: made small, kept on this device until the server has them, sent again until it does,
// then put on the board. Draws nothing.
import { makeId } from '#lib/people/ids.ts';
import { alsoWaiting } from '#lib/ui/also-waiting.svelte.ts';
import { forgetPicture, keepPicture, keptPictures } from './kept.ts';
import type { PictureRefusal } from './limits.ts';
import { addPicture, describe, type Spot } from './picture.ts';
import { waitingKey, type BoardAtHand } from './at-hand.ts';
import { sendPicture } from './send.ts';
import { shrunk } from './shrink.ts';

/** Milliseconds before a picture that got no answer is sent again, and at most after many tries. */
const firstWait = 1500;
const longestWait = 15_000;
/** Board units between pictures that were dropped together. */
const apart = 40;

/** Reasons that pass: the picture waits. */
const passing: readonly PictureRefusal[] = ['not_now', 'storage', 'forbidden'];

export type PictureState = 'reading' | 'waiting' | 'sending' | 'sent' | 'placed' | 'refused';

export class PictureOnItsWay {
	state = $state<PictureState>('reading');
	/** Why it waits or is not taken. */
	reason = $state<PictureRefusal | null>(null);
	/** Share that has left this device. */
	progress = $state(0);
	alt = $state('');
	preview = $state('');
	/** This device could keep it: it survives a reload of the page. */
	isKept = $state(true);
	/** Put aside by the person; it goes on. */
	isAside = $state(false);
	blob: Blob | null = null;
	width = 0;
	height = 0;
	file: string | null = null;
	added = Date.now();

	constructor(
		readonly id: string,
		readonly name: string,
		readonly spot: Spot
	) {}

	show(blob: Blob, width: number, height: number): void {
		this.blob = blob;
		[this.width, this.height] = [width, height];
		this.preview = URL.createObjectURL(blob);
	}

	get isUnderWay(): boolean {
		return this.state !== 'placed' && this.state !== 'refused';
	}
}

export class Tray {
	pictures: PictureOnItsWay[] = $state.raw([]);
	#at: string;
	#board: () => BoardAtHand | null;
	#busy = false;
	#wait = firstWait;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Put on the board, but not known to be saved there. */
	#placed = new Set<string>();

	constructor(at: string, board: () => BoardAtHand | null) {
		this.#at = at;
		this.#board = board;
		addEventListener('online', () => this.#soon(0));
	}

	/** What an earlier page of this device left. */
	async restore(): Promise<void> {
		const kept = await keptPictures(this.#at).catch(() => []);
		for (const { id, name, spot, bytes, type, width, height, alt, file, added } of kept) {
			const picture = new PictureOnItsWay(id, name, spot);
			Object.assign(picture, { alt, file, added, state: file === null ? 'waiting' : 'sent' });
			picture.show(new Blob([bytes], { type }), width, height);
			this.pictures = [...this.pictures, picture];
		}
		this.#count();
		this.#soon(0);
	}

	async add(files: readonly File[], spot: Spot): Promise<void> {
		const fresh = files.map((file, index) => {
			const aside = index * apart;
			const own = 'x' in spot && !spot.near ? { x: spot.x + aside, y: spot.y + aside } : spot;
			return { file, picture: new PictureOnItsWay(makeId(), file.name, own) };
		});
		this.pictures = [...this.pictures, ...fresh.map(({ picture }) => picture)];
		this.#count();
		for (const { file, picture } of fresh) {
			const small = await shrunk(file).catch(() => 'broken' as const);
			if (typeof small === 'string') this.#refuse(picture, small);
			else {
				picture.show(small.blob, small.width, small.height);
				picture.state = 'waiting';
				await this.#keep(picture);
			}
			this.#soon(0);
		}
	}

	async #keep(picture: PictureOnItsWay): Promise<void> {
		const { id, name, width, height, alt, spot, file, added, blob } = picture;
		if (!blob) return;
		const bytes = await blob.arrayBuffer();
		picture.isKept = await keepPicture({
			...{ id, at: this.#at, bytes, type: blob.type, name, width, height, alt, file, added },
			spot: { ...spot }
		}).then(
			() => true,
			() => false
		);
		this.#count();
	}

	#refuse(picture: PictureOnItsWay, reason: PictureRefusal): void {
		picture.state = 'refused';
		picture.reason = reason;
		picture.isAside = false;
		void this.#forget(picture.id);
	}

	async #forget(id: string): Promise<void> {
		await forgetPicture(id).catch(() => {});
		this.#placed.delete(id);
		this.#count();
	}

	#soon(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#go(), milliseconds);
	}

	/** Sends what waits, one after the other, and puts on the board what has arrived. */
	async #go(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		let isHeldUp = false;
		for (let next = this.#next(); next && !isHeldUp; next = this.#next()) isHeldUp = !(await this.#send(next));
		this.#busy = false;
		for (const picture of this.pictures) if (picture.state === 'sent') this.#place(picture);
		if (this.#board()?.waiting === 0) for (const id of [...this.#placed]) void this.#forget(id);
		this.#wait = isHeldUp ? Math.min(longestWait, this.#wait * 1.6) : firstWait;
		if (this.#placed.size > 0 || this.pictures.some(({ isUnderWay }) => isUnderWay)) this.#soon(this.#wait);
	}

	#next = (): PictureOnItsWay | undefined => this.pictures.find(({ state }) => state === 'waiting');

	/** False when it must wait. */
	async #send(picture: PictureOnItsWay): Promise<boolean> {
		picture.state = 'sending';
		picture.progress = 0;
		const answer = await sendPicture(picture.blob!, this.#at, (share) => (picture.progress = share));
		if (!this.pictures.includes(picture)) return true;
		picture.reason = answer && !answer.ok ? answer.refusal : null;
		if (answer?.ok) {
			picture.file = answer.file;
			picture.state = 'sent';
			await this.#keep(picture);
			return true;
		}
		if (answer && !passing.includes(answer.refusal)) {
			this.#refuse(picture, answer.refusal);
			return true;
		}
		picture.state = 'waiting';
		return false;
	}

	#place(picture: PictureOnItsWay): void {
		const board = this.#board();
		if (!board?.mayWrite || picture.file === null) return;
		const { id, file, alt, width, height, spot } = picture;
		addPicture(board.doc, { id, file, alt, width, height, spot });
		picture.state = 'placed';
		this.#placed.add(id);
		if (alt) picture.isAside = true;
		this.#count();
	}

	/** Says what a picture shows, wherever it is by now. */
	describe(picture: PictureOnItsWay, alt: string): void {
		picture.alt = alt.trim();
		const board = this.#board();
		if (picture.state !== 'placed') void this.#keep(picture);
		else if (board) describe(board.doc, picture.id, picture.alt);
	}

	/** Out of the tray; one that is not on the board yet is not put there any more. */
	remove(picture: PictureOnItsWay): void {
		URL.revokeObjectURL(picture.preview);
		this.pictures = this.pictures.filter((each) => each !== picture);
		if (picture.state !== 'placed') void this.#forget(picture.id);
		this.#count();
	}

	#count(): void {
		const waiting = this.pictures.filter(({ isUnderWay }) => isUnderWay).length;
		alsoWaiting.count = waiting;
		try {
			if (waiting > 0 || this.#placed.size > 0) localStorage.setItem(waitingKey(this.#at), String(waiting));
			else localStorage.removeItem(waitingKey(this.#at));
		} catch {
			// where nothing can be kept, the tray says so
		}
	}
}

// Who is at a board and what they do there just now: takes what devices say, says who they are as the item allows, and passes it on
// at most 20 times a second in one message. Keeps nothing; knows no socket and no document.
import {
	pointerEvery,
	presenceLimit,
	readSaid,
	shortened,
	silent,
	type Passed,
	type Said
} from '#lib/board/presence.ts';
import type { Privacy } from '#lib/agenda/agenda.ts';
import type { Role, Seat } from '#lib/people/people.ts';
import { Allowance } from './allowance.ts';
import { newId } from './ids.ts';

/** One connection to the board. */
export type Present = {
	role: Role;
	/** As it is now; none for the projector. */
	seat: () => Seat | undefined;
	/** Whether a line of their pen may come to the board now. */
	mayDraw: () => boolean;
	/** May get lost on a slow line. */
	send: (text: string) => void;
};

/** What the room must know of the session. */
export type Now = () => { item: string | null; privacy: Privacy };

type Member = { who: Present; id: string; looks: boolean; said: Said; allowance: Allowance };

/** Messages of one connection at once and per second; more are not heard. */
const burst = 30;
const perSecond = 25;

export class PresenceRoom {
	#members = new Map<Present, Member>();
	#changed = new Set<Member>();
	#gone: string[] = [];
	#timer: NodeJS.Timeout | null = null;
	/** What a facilitator chose for an item; without a choice pointers are shown unless the item is anonymous. */
	#chosen: { item: string | null; pointers: boolean } | null = null;
	#item: string | null = null;
	/** What everybody was told last. */
	#told = '';

	constructor(
		readonly now: Now,
		readonly clock: () => number
	) {}

	get members(): number {
		return this.#members.size;
	}

	enter(who: Present): void {
		this.#members.set(who, {
			who,
			id: newId(),
			looks: false,
			said: silent,
			allowance: new Allowance(burst, perSecond)
		});
	}

	leave(who: Present): void {
		const member = this.#members.get(who);
		this.#members.delete(who);
		if (member?.looks) this.#away(member);
	}

	/** False: no honest device says this. */
	hear(who: Present, text: string): boolean {
		const member = this.#members.get(who);
		if (!member) return true;
		if (text.length > presenceLimit) return false;
		if (!member.allowance.take('', this.clock())) return true;
		const said = readSaid(text);
		if (!said) return false;
		if ('look' in said) this.#looks(member, said.look);
		else if ('pointers' in said) this.#switch(member, said.pointers);
		else if (member.looks && who.role !== 'projector') {
			const leads = who.role === 'facilitator';
			const ink = said.ink && who.mayDraw() ? said.ink : null;
			member.said = leads ? { ...said, ink } : { ...said, ink, laser: null, view: null };
			this.#soon(member);
		}
		return true;
	}

	#looks(member: Member, looks: boolean): void {
		if (member.looks === looks) return;
		member.looks = looks;
		if (!looks) return this.#away(member);
		this.#begin();
		// the hall's screen waits for light and hears of nobody
		if (member.who.role === 'projector') return;
		this.#told = '';
		member.who.send(JSON.stringify({ you: member.id, ...this.#common(), peers: this.#known() } satisfies Passed));
		this.#soon(null);
	}

	#switch(member: Member, pointers: boolean): void {
		if (member.who.role !== 'facilitator') return;
		this.#chosen = { item: this.now().item, pointers };
		for (const each of this.#members.values()) this.#changed.add(each);
		this.#soon(null);
	}

	#away(member: Member): void {
		member.said = silent;
		this.#changed.delete(member);
		if (member.who.role !== 'projector') this.#gone.push(member.id);
		this.#soon(null);
	}

	/** In another item everybody is somebody else: who was named in one cannot be told in the next. */
	#begin(): void {
		const { item } = this.now();
		if (item === this.#item) return;
		this.#item = item;
		for (const member of this.#members.values()) {
			this.#gone.push(member.id);
			member.id = newId();
			if (member.looks && member.who.role !== 'projector') {
				this.#changed.add(member);
				member.who.send(JSON.stringify({ you: member.id } satisfies Passed));
			}
		}
	}

	#soon(member: Member | null): void {
		if (member) this.#changed.add(member);
		if (this.#timer === null) this.#timer = setTimeout(() => this.#flush(), pointerEvery);
	}

	#flush(): void {
		this.#timer = null;
		this.#begin();
		const common = this.#common();
		const news = JSON.stringify(common) !== this.#told ? common : {};
		this.#told = JSON.stringify(common);
		const changed = [...this.#changed].filter((member) => member.looks && this.#members.has(member.who));
		const message: Passed = {
			...news,
			...(changed.length ? { peers: changed.map((member) => this.#shown(member)) } : {}),
			...(this.#gone.length ? { gone: this.#gone } : {})
		};
		const lasers = changed.filter(({ who, said }) => who.role === 'facilitator' && said.laser);
		this.#changed.clear();
		this.#gone = [];
		if (Object.keys(message).length === 0) return;
		const text = JSON.stringify(message);
		const light = lasers.length ? JSON.stringify({ peers: lasers.map(lightOf) }) : null;
		for (const { who, looks } of this.#members.values()) {
			if (!looks) continue;
			if (who.role !== 'projector') who.send(text);
			else if (light) who.send(light);
		}
	}

	#common(): Passed {
		const lookers = [...this.#members.values()].filter(({ looks, who }) => looks && who.role !== 'projector');
		return {
			pointers: this.#pointers(),
			others: lookers.length - 1,
			followed: lookers.some(({ said }) => said.follows)
		};
	}

	#pointers(): boolean {
		const { item, privacy } = this.now();
		return this.#chosen?.item === item ? this.#chosen.pointers : privacy !== 'anonymous';
	}

	#known() {
		return [...this.#members.values()]
			.filter(({ looks, who, said }) => looks && who.role !== 'projector' && said !== silent)
			.map((member) => this.#shown(member));
	}

	/** As little as the item lets be known; the word of the device on who it is counts nothing. */
	#shown({ id, who, said }: Member) {
		const leads = who.role === 'facilitator';
		const seat = leads ? undefined : who.seat();
		const { privacy } = this.now();
		return {
			...shortened(this.#pointers() || leads ? said : { ...said, at: null }),
			id,
			name: seat && privacy === 'named' ? seat.name || seat.institution : '',
			sector: seat && privacy !== 'anonymous' ? seat.sector : null,
			leads
		} as NonNullable<Passed['peers']>[number];
	}
}

/** Of a facilitator the hall's screen gets the light alone. */
const lightOf = ({ id, said }: Member) =>
	({ id, name: '', sector: null, leads: true, laser: said.laser }) as NonNullable<Passed['peers']>[number];

// Decides which parts of an update of the board a seat may not make: whose things they are, what the item allows, how long texts get.
import * as Y from 'yjs';
import { thingsOf } from '#lib/board/board.ts';
import { frameNameLimit, labelLimit, stickyTextLimit } from '#lib/board/limits.ts';
import { deedOf, refusalOf, type BoardTool, type Deed, type Standing } from '#lib/board/rights.ts';
import { idOrNull, kinds, type Kind } from '#lib/board/thing.ts';
import type { Refusal } from '#lib/protocol.ts';
import { ReactionJudge } from './reaction-judge.ts';
import { changesOf, without, type Change, type DecodedUpdate } from './update-reader.ts';

/** A seat at the board, as the server knows it. */
export type Judged = {
	leads: boolean;
	/** Whose a thing is: of nobody when it was never there. */
	owner: (id: string) => 'mine' | 'other' | 'nobody';
	/** A facilitator put it there. */
	isFixed: (id: string) => boolean;
	/** What may be used in a frame that this item brought. */
	tools: (frameItem: string | null) => ReadonlySet<BoardTool>;
};

/** `null`: all of it may be made; else why not all, and what is left of it. */
export type Judgement = { refusal: Refusal; left: Uint8Array } | 'foreign' | null;

export function judge(doc: Y.Doc, update: DecodedUpdate, seat: Judged): Judgement {
	const changes = changesOf(doc, update);
	if (!changes) return 'foreign';
	let refusal: Refusal | null = null;
	const refused: Change[] = [];
	const reactions = new ReactionJudge(doc, changes, (id) => seat.owner(id) === 'mine');
	for (const [id, change] of changes) {
		const reason =
			tooLong(doc, id, change) ??
			reactions.refusal(id, change) ??
			(seat.leads ? null : refusalFor(doc, id, change, seat));
		if (!reason) continue;
		refusal ??= reason;
		refused.push(change);
	}
	return refusal && { refusal, left: without(update, refused) };
}

const mapOf = (doc: Y.Doc, id: string): Y.Map<unknown> | null => {
	const value = thingsOf(doc).get(id);
	return value instanceof Y.Map ? value : null;
};

const kindOf = (value: unknown): Kind | undefined => kinds.find((kind) => kind === value);

/** The most letters under a key; infinite where no text belongs. */
function letterLimit(kind: Kind | undefined, key: string): number {
	if (key === 'name') return frameNameLimit;
	if (key === 'alt') return labelLimit;
	return kind === 'shape' || kind === 'arrow' ? labelLimit : stickyTextLimit;
}

/** Counts the whole text as it would be; who makes a text that is too long shorter is let. */
function tooLong(doc: Y.Doc, id: string, change: Change): Refusal | null {
	const live = change.made ? null : mapOf(doc, id);
	const kind = kindOf(change.keys.get('kind')?.[0] ?? live?.get('kind'));
	for (const [key, { added, removed }] of change.texts) {
		const before = change.keys.has(key) ? null : live?.get(key);
		const length = before instanceof Y.Text || typeof before === 'string' ? before.length : 0;
		if (added > removed && length + added - removed > letterLimit(kind, key)) return 'too-long';
	}
	for (const key of ['text', 'name', 'alt'])
		for (const value of change.keys.get(key) ?? [])
			if (typeof value === 'string' && value.length > letterLimit(kind, key)) return 'too-long';
	return null;
}

function refusalFor(doc: Y.Doc, id: string, change: Change, seat: Judged): Refusal | null {
	const live = mapOf(doc, id);
	const owner = seat.owner(id);
	const standing = (kind: Kind): Standing => ({
		kind,
		locked: live?.get('locked') === true,
		mine: owner === 'mine',
		fixed: seat.isFixed(id)
	});
	const frames = [live?.get('frame'), ...(change.keys.get('frame') ?? []), ...homesOf(doc, live, change)].map(idOrNull);
	const homes = new Set(frames.map((frame) => itemOf(doc, frame)));
	const allowed = (deed: Deed, thing: Standing): Refusal | null => {
		for (const home of homes) {
			const refusal = refusalOf(deed, thing, seat.tools(home));
			if (refusal) return refusal;
		}
		return null;
	};
	if (live && (change.removed || change.made)) {
		const refusal = allowed('remove', standing(kindOf(live.get('kind')) ?? 'sticky'));
		if (refusal) return refusal;
	}
	if (change.made) return newcomer(change, owner, allowed);
	if (change.removed || !live) return null;
	const thing = standing(kindOf(live.get('kind')) ?? 'sticky');
	for (const refusal of deedsOn(change).map((deed) => (deed === 'kind' ? 'malformed' : allowed(deed, thing))))
		if (refusal) return refusal;
	return null;
}

/** The frames of the stickies that a thing hangs on. */
const homesOf = (doc: Y.Doc, live: Y.Map<unknown> | null, change: Change): unknown[] =>
	[live?.get('of'), ...(change.keys.get('of') ?? [])].flatMap((of) => {
		const sticky = idOrNull(of);
		return sticky === null ? [] : [mapOf(doc, sticky)?.get('frame')];
	});

function newcomer(
	change: Change,
	owner: ReturnType<Judged['owner']>,
	allowed: (deed: Deed, thing: Standing) => Refusal | null
): Refusal | null {
	const said = change.keys.get('kind') ?? [];
	const kind = kindOf(said[0]);
	if (!kind || said.length > 1) return 'malformed';
	// a cluster that was dissolved may be put back by whoever takes a step of the trail back
	if (owner === 'other' && kind !== 'cluster') return 'not-yours';
	const thing: Standing = { kind, locked: false, mine: true, fixed: false };
	const locked = change.keys.get('locked')?.includes(true) ? allowed('lock', thing) : null;
	return allowed('make', thing) ?? locked;
}

/** What is done to a thing that stays. */
function deedsOn({ keys, texts }: Change): (Deed | 'kind')[] {
	const deeds = new Set<Deed | 'kind'>();
	for (const [key, values] of keys)
		for (const value of values.length ? values : [undefined]) deeds.add(key === 'kind' ? 'kind' : deedOf(key, value));
	for (const { added, removed } of texts.values()) if (added || removed) deeds.add('write');
	return [...deeds];
}

/** The item that brought a frame. */
const itemOf = (doc: Y.Doc, frame: string | null): string | null =>
	frame === null ? null : idOrNull(mapOf(doc, frame)?.get('item'));

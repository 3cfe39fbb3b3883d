// Who may do what to a thing on the board: one rule for the server, which holds it, and for the screens, which offer nothing else. Pure.
import type { Kind, Made, Thing } from './thing.ts';

/** What an agenda item lets participants use; `order`: move, group and colour what others wrote. */
export const boardTools = ['sticky', 'reaction', 'text', 'pen', 'shape', 'arrow', 'image', 'order'] as const;
export type BoardTool = (typeof boardTools)[number];

/** `order`: its place, group, colour, where it belongs; `write`: all that it says. */
export type Deed = 'make' | 'order' | 'write' | 'remove' | 'lock';

/** Why a participant may not; the sentence is made from `refusal_<reason>`. */
export type BoardRefusal = 'frame-fixed' | 'thing-locked' | 'thing-fixed' | 'not-yours' | 'tool-off';

/** What counts of a thing. */
export type Standing = {
	kind: Kind;
	locked: boolean;
	/** The person asked about made it. */
	mine: boolean;
	/** A facilitator or the server put it there. */
	fixed: boolean;
};

const toolOf: Record<Exclude<Kind, 'frame'>, BoardTool> = {
	sticky: 'sticky',
	reply: 'sticky',
	reaction: 'reaction',
	text: 'text',
	stroke: 'pen',
	shape: 'shape',
	arrow: 'arrow',
	image: 'image',
	cluster: 'order'
};

/** What everybody may order; whatever else a thing holds is its author's. */
const orderKeys: ReadonlySet<string> = new Set([
	'place',
	'frame',
	'cluster',
	'order',
	'colour',
	'group',
	'into',
	'from',
	'to'
]);

/** What it means to set a key of a thing to a value. */
export function deedOf(key: string, value: unknown): Deed {
	if (key === 'locked') return value === true ? 'lock' : 'order';
	return orderKeys.has(key) ? 'order' : 'write';
}

/** Why a participant with these tools may not do it; null when they may. Facilitators are not asked about. */
export function refusalOf(deed: Deed, thing: Standing, tools: ReadonlySet<BoardTool>): BoardRefusal | null {
	if (thing.kind === 'frame') return 'frame-fixed';
	if (deed === 'lock') return 'thing-locked';
	if (deed === 'make') return tools.has(toolOf[thing.kind]) ? null : 'tool-off';
	if (thing.locked) return 'thing-locked';
	// clusters are the order of everybody, whoever made them
	const common = thing.kind === 'cluster';
	if (thing.mine && !thing.fixed) return null;
	if (thing.fixed && !common) return 'thing-fixed';
	if (deed !== 'order' && !common) return 'not-yours';
	return tools.has('order') ? null : 'tool-off';
}

/** A board item of the agenda as far as its tools go; without `tools` it lets everything be used. */
export type ToolItem = { id: string; tools?: readonly BoardTool[] };

const everything: ReadonlySet<BoardTool> = new Set(boardTools);

/** What may be used in a frame: as the running item and the item that brought the frame both allow. */
export function toolsIn(
	items: readonly ToolItem[],
	running: string | null,
	frameItem: string | null
): ReadonlySet<BoardTool> {
	const limits = items.flatMap(({ id, tools }) => (tools && (id === running || id === frameItem) ? [tools] : []));
	return limits.length ? new Set(boardTools.filter((tool) => limits.every((each) => each.includes(tool)))) : everything;
}

/** Somebody at the board, as their screen knows them. */
export type Hand = {
	leads: boolean;
	isMine: (id: string) => boolean;
	/** What they may use in a frame that an item brought. */
	tools: (frameItem: string | null) => ReadonlySet<BoardTool>;
};

/** Whether a hand may do this to a thing; what a screen offers. */
export const mayDo = (hand: Hand, deed: Deed, thing: Thing, made: Made | null, frameItem: string | null): boolean =>
	hand.leads ||
	refusalOf(
		deed,
		{ kind: thing.kind, locked: thing.locked, mine: hand.isMine(thing.id), fixed: made?.fixed === true },
		hand.tools(frameItem)
	) === null;

/** Whether a hand may put such a thing there. */
export const mayMake = (hand: Hand, kind: Kind, frameItem: string | null): boolean =>
	hand.leads || refusalOf('make', { kind, locked: false, mine: true, fixed: false }, hand.tools(frameItem)) === null;

/** What a person may do with the things on a canvas; the server checks the same. */
export type Rights = {
	mayWrite: () => boolean;
	/** Facilitators: frames, locks and what is locked. */
	mayFrame: () => boolean;
};

/** A locked thing stays put for everybody until it is unlocked. */
export const mayMove = (rights: Rights, thing: Thing): boolean =>
	!thing.locked && (thing.kind === 'frame' ? rights.mayFrame() : rights.mayWrite());

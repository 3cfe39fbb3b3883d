// Which deed a key stands for on the facilitator's desk. Knows no deed and no screen; pure but for what a pressed element is.

export const deskDeeds = [
	'previous',
	'next',
	'pause',
	'minute',
	'blank',
	'reveal',
	'decide',
	'lock',
	'screen',
	'replan1',
	'replan2',
	'replan3',
	'help'
] as const;
export type DeskDeed = (typeof deskDeeds)[number];

/** The keys as the help dialog lists them. */
export const deskKeys: Record<DeskDeed, readonly string[]> = {
	previous: ['←'],
	next: ['→'],
	pause: ['Space'],
	minute: ['+'],
	blank: ['B'],
	reveal: ['R'],
	decide: ['D'],
	lock: ['L'],
	screen: ['S'],
	replan1: ['1'],
	replan2: ['2'],
	replan3: ['3'],
	help: ['?']
};

export type KeyPress = {
	key: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	/** A key held down: it would run through the whole agenda. */
	repeat: boolean;
	/** Something nearer to the key has used it. */
	defaultPrevented: boolean;
};

/** What the pressed element does with keys itself: all of them, arrows only, or the space bar only. */
export type Claim = 'all' | 'arrows' | 'space' | null;

const byKey: Record<string, DeskDeed> = {
	ArrowLeft: 'previous',
	ArrowRight: 'next',
	' ': 'pause',
	'+': 'minute',
	b: 'blank',
	r: 'reveal',
	d: 'decide',
	l: 'lock',
	s: 'screen',
	'1': 'replan1',
	'2': 'replan2',
	'3': 'replan3',
	'?': 'help'
};

export function deedFor(press: KeyPress, claim: Claim): DeskDeed | null {
	if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.defaultPrevented) return null;
	if (claim === 'all') return null;
	const deed = byKey[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
	if (claim === 'space' && deed === 'pause') return null;
	if (claim === 'arrows' && (deed === 'previous' || deed === 'next' || deed === 'pause')) return null;
	return deed;
}

const takesAll =
	'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), dialog, [role=menu], [role=application], [data-own-keys]';
const takesArrows =
	'input[type=radio], [role=tab], [role=tablist], [role=slider], [role=listbox], [role=grid], [role=radiogroup]';
const takesSpace = 'button, a, summary, input, [role=button], [role=checkbox]';

/** What the focused element claims; fields, dialogs and the board's canvas keep every key to themselves. */
export function claimOf(target: EventTarget | null): Claim {
	if (!(target instanceof Element)) return null;
	if (target.closest(takesAll)) return 'all';
	if (target.closest(takesArrows)) return 'arrows';
	return target.closest(takesSpace) ? 'space' : null;
}

// The frames that a board item can start with: names by message key, places in board units. Draws nothing.
import { frameSize } from './slots.ts';

export const frameTemplates = [
	'open',
	'needs',
	'resources',
	'tree',
	'swot',
	'stakeholders',
	'forms',
	'canvas',
	'change',
	'tables',
	'timeline',
	'market',
	'tasks'
] as const;
export type FrameTemplate = (typeof frameTemplates)[number];

/** A frame of a template; `name` is the tail of the message key `frame_<template>_<name>`. */
export type TemplateFrame = { name: string; x: number; y: number; width: number; height: number };

/** Wide enough for the name of the frame below when it is seen from far. */
const gap = 110;

/** Frames for so many stickies each, from left to right, in rows of `across`. */
function grid(names: readonly string[], across: number, columns: number, rows: number): TemplateFrame[] {
	const { width, height } = frameSize(columns, rows);
	return names.map((name, index) => ({
		name,
		x: (index % across) * (width + gap),
		y: Math.floor(index / across) * (height + gap),
		width,
		height
	}));
}

/** Frames of each template, at the origin; the server moves them below what the board already holds. */
export const templateFrames: Record<FrameTemplate, TemplateFrame[]> = {
	open: grid(['ideas'], 1, 9, 5),
	needs: grid(['needs', 'offers'], 2, 5, 5),
	resources: grid(['people', 'places', 'money', 'knowledge'], 2, 5, 3),
	tree: grid(['effects', 'problem', 'causes'], 3, 4, 5),
	swot: grid(['strengths', 'weaknesses', 'opportunities', 'threats'], 2, 5, 3),
	stakeholders: grid(['satisfy', 'involve', 'watch', 'inform'], 2, 5, 3),
	forms: grid(['form', 'founders', 'missing'], 3, 4, 5),
	canvas: grid(
		[
			'partners',
			'activities',
			'value',
			'relations',
			'recipients',
			'resources',
			'channels',
			'costs',
			'income',
			'impact'
		],
		5,
		3,
		3
	),
	change: grid(['resources', 'actions', 'results', 'change', 'aim', 'assumptions'], 3, 4, 3),
	tables: grid(['one', 'two', 'three', 'four', 'five', 'common'], 3, 4, 4),
	timeline: grid(['before', 'now', 'year', 'years'], 4, 3, 5),
	market: grid(['topics', 'first', 'second'], 3, 4, 5),
	tasks: grid(['now', 'later'], 2, 5, 4)
};

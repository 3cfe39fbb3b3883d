// The frames that a board item can start with: names by message key, places in board units. Draws nothing.

export const frameTemplates = ['open', 'needs', 'resources', 'tree', 'swot', 'forms', 'tasks'] as const;
export type FrameTemplate = (typeof frameTemplates)[number];

/** A frame of a template; `name` is the tail of the message key `frame_<template>_<name>`. */
export type TemplateFrame = { name: string; x: number; y: number; width: number; height: number };

const gap = 80;
const row = (names: readonly string[], width: number, height: number): TemplateFrame[] =>
	names.map((name, index) => ({ name, x: index * (width + gap), y: 0, width, height }));

const grid = (names: readonly string[], columns: number, width: number, height: number): TemplateFrame[] =>
	names.map((name, index) => ({
		name,
		x: (index % columns) * (width + gap),
		y: Math.floor(index / columns) * (height + gap),
		width,
		height
	}));

/** Frames of each template, at the origin; the server moves them below what the board already holds. */
export const templateFrames: Record<FrameTemplate, TemplateFrame[]> = {
	open: row(['ideas'], 1800, 1100),
	needs: row(['needs', 'offers'], 1200, 1100),
	resources: grid(['people', 'places', 'money', 'knowledge'], 2, 1100, 760),
	tree: row(['effects', 'problem', 'causes'], 900, 1000),
	swot: grid(['strengths', 'weaknesses', 'opportunities', 'threats'], 2, 1100, 760),
	forms: row(['form', 'founders', 'missing'], 900, 1000),
	tasks: row(['now', 'later'], 1200, 1000)
};

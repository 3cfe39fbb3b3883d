// Agendas to start from. The phases, their minutes and methods of the standard one are a synthesis of how Laboratories are run; texts are messages.
import * as v from 'valibot';
import type { Activity } from '#lib/activity/activity.ts';
import type { BallotMethod } from '#lib/ballot/ballot.ts';
import type { MessageKey, Words } from '#lib/ui/words.ts';
import type { AgendaItem } from './agenda.ts';

export const agendaTemplates = ['standard', 'short', 'empty'] as const;
export type AgendaTemplate = (typeof agendaTemplates)[number];

/** An agenda that the organiser keeps to start sessions from. */
export type OwnTemplate = { id: string; createdAt: number; name: string; agenda: AgendaItem[] };

export const templateNameLimit = 120;
export const ownTemplateNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(templateNameLimit));

/** `question` is filled in from the message `template_<template>_<name>_question`. */
type Step = { name: string; minutes: number; activity: Activity };

const ballot = (method: BallotMethod): Activity => ({
	kind: 'ballot',
	ballot: { question: '', method, choices: [], secret: true, dots: 5 }
});

const steps: Record<AgendaTemplate, readonly Step[]> = {
	/** Seven phases; the fifth has two steps, and people rest before it. */
	standard: [
		{ name: 'opening', minutes: 15, activity: { kind: 'talk' } },
		{ name: 'diverge', minutes: 30, activity: { kind: 'board', template: 'open' } },
		{ name: 'order', minutes: 20, activity: { kind: 'board', template: 'tree' } },
		{ name: 'prioritise', minutes: 10, activity: ballot('dots') },
		{ name: 'break', minutes: 10, activity: { kind: 'break' } },
		{ name: 'resources', minutes: 20, activity: { kind: 'board', template: 'resources' } },
		{ name: 'forms', minutes: 20, activity: { kind: 'board', template: 'forms' } },
		{ name: 'decide', minutes: 20, activity: ballot('yes-no-abstain') },
		{ name: 'close', minutes: 10, activity: { kind: 'board', template: 'tasks' } }
	],
	/** An hour. */
	short: [
		{ name: 'opening', minutes: 5, activity: { kind: 'talk' } },
		{ name: 'needs', minutes: 15, activity: { kind: 'board', template: 'needs' } },
		{ name: 'prioritise', minutes: 5, activity: ballot('dots') },
		{ name: 'forms', minutes: 15, activity: { kind: 'board', template: 'forms' } },
		{ name: 'decide', minutes: 15, activity: ballot('yes-no-abstain') },
		{ name: 'close', minutes: 5, activity: { kind: 'board', template: 'tasks' } }
	],
	empty: []
};

/** The template of that name; anything else is the standard one. */
export const templateNamed = (name: string): AgendaTemplate =>
	agendaTemplates.find((template) => template === name) ?? 'standard';

export function agendaFromTemplate(template: AgendaTemplate, words: Words, newId: () => string): AgendaItem[] {
	return steps[template].map(({ name, minutes, activity }) => {
		const say = (part: string) => words(`template_${template}_${name}_${part}` as MessageKey);
		return {
			id: newId(),
			title: say('title'),
			minutes,
			activity:
				activity.kind === 'ballot'
					? { kind: 'ballot', ballot: { ...activity.ballot, question: say('question') } }
					: activity,
			instructions: name === 'break' ? '' : say('instructions'),
			prompt: '',
			privacy: 'sector',
			quiet: false
		};
	});
}

/** The agenda of an earlier session, to be changed without touching that one; dots stay over the board they were meant for. */
export function agendaFrom(items: readonly AgendaItem[], newId: () => string): AgendaItem[] {
	const ids = new Map(items.map(({ id }) => [id, newId()]));
	return items.map((item) => {
		const copy = { ...structuredClone(item), id: ids.get(item.id)! };
		if (copy.activity.kind !== 'ballot' || !copy.activity.ballot.rules?.area) return copy;
		// a frame of the earlier board means nothing here
		copy.activity.ballot.rules.area = ids.get(copy.activity.ballot.rules.area) ?? null;
		return copy;
	});
}

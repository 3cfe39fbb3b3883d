// Methods ready to run: the steps of each, to be put into an agenda. What is said in them are messages; knows no screen.
import type { Activity } from '#lib/activity/activity.ts';
import type { BallotMethod } from '#lib/ballot/ballot.ts';
import { standardRules } from '#lib/ballot/rules.ts';
import type { FrameTemplate } from '#lib/board/templates.ts';
import type { MessageKey, Words } from '#lib/ui/words.ts';
import { schedule, type AgendaItem, type Privacy } from './agenda.ts';

/** In the order in which a meeting comes to need them. */
export const methods = [
	'check-in',
	'nominal-group',
	'world-cafe',
	'open-space',
	'problem-tree',
	'swot',
	'stakeholders',
	'resource-map',
	'business-canvas',
	'theory-of-change',
	'consent',
	'check-out'
] as const;
export type Method = (typeof methods)[number];

/** `title`, `instructions`, `prompt` and a ballot's `question` are the messages `template_<method>_<name>_…`. */
type Step = {
	name: string;
	minutes: number;
	activity: Activity;
	privacy?: Privacy;
	quiet?: boolean;
	/** Rounds at the tables of the board. */
	rounds?: number;
	/** The step whose board the dots are spread over. */
	over?: string;
};

const board = (template: FrameTemplate): Activity => ({ kind: 'board', template });
const ballot = (method: BallotMethod, dots = 5): Activity => ({
	kind: 'ballot',
	ballot: { question: '', method, choices: [], secret: true, dots }
});
const talk: Activity = { kind: 'talk' };
const note: Activity = { kind: 'note' };

/**
 * Sources: nominal group technique: Delbecq, Van de Ven (1971); World Café: Brown, Isaacs (2005), rounds of about 20
 * minutes at tables of four; Open Space: Owen (1997); consent: the sociocratic rule "good enough, safe enough", where an
 * objection is a harm to the aim. Minutes are a proposal for 12 to 25 people.
 */
const steps: Record<Method, readonly Step[]> = {
	'check-in': [{ name: 'round', minutes: 10, activity: talk }],
	'nominal-group': [
		{ name: 'ideas', minutes: 30, activity: board('open'), privacy: 'anonymous', quiet: true },
		{ name: 'vote', minutes: 10, activity: ballot('dots'), over: 'ideas' },
		{ name: 'result', minutes: 10, activity: talk }
	],
	'world-cafe': [
		{ name: 'opening', minutes: 5, activity: talk },
		{ name: 'rounds', minutes: 60, activity: board('tables'), rounds: 3 },
		{ name: 'harvest', minutes: 15, activity: board('open') }
	],
	'open-space': [
		{ name: 'opening', minutes: 10, activity: talk },
		{ name: 'market', minutes: 15, activity: board('market'), privacy: 'named' },
		{ name: 'groups', minutes: 50, activity: board('tables') },
		{ name: 'harvest', minutes: 15, activity: note }
	],
	'problem-tree': [
		{ name: 'problem', minutes: 10, activity: note },
		{ name: 'tree', minutes: 30, activity: board('tree') },
		{ name: 'roots', minutes: 10, activity: ballot('dots', 3), over: 'tree' }
	],
	swot: [
		{ name: 'fields', minutes: 25, activity: board('swot'), quiet: true },
		{ name: 'weigh', minutes: 10, activity: ballot('dots', 4), over: 'fields' },
		{ name: 'conclusions', minutes: 15, activity: note }
	],
	stakeholders: [
		{ name: 'list', minutes: 10, activity: board('open'), quiet: true },
		{ name: 'map', minutes: 20, activity: board('stakeholders') },
		{ name: 'contacts', minutes: 10, activity: board('tasks'), privacy: 'named' }
	],
	'resource-map': [
		{ name: 'map', minutes: 25, activity: board('resources'), privacy: 'named' },
		{ name: 'match', minutes: 15, activity: board('needs'), privacy: 'named' }
	],
	'business-canvas': [
		{ name: 'people', minutes: 10, activity: note },
		{ name: 'canvas', minutes: 40, activity: board('canvas') },
		{ name: 'doubts', minutes: 10, activity: ballot('dots', 3), over: 'canvas' },
		{ name: 'checks', minutes: 10, activity: board('tasks'), privacy: 'named' }
	],
	'theory-of-change': [
		{ name: 'aim', minutes: 10, activity: note },
		{ name: 'path', minutes: 35, activity: board('change') },
		{ name: 'doubts', minutes: 10, activity: ballot('dots', 3), over: 'path' }
	],
	consent: [
		{ name: 'proposal', minutes: 10, activity: note },
		{ name: 'decide', minutes: 25, activity: ballot('consent') },
		{ name: 'tasks', minutes: 10, activity: board('tasks'), privacy: 'named' }
	],
	'check-out': [{ name: 'round', minutes: 10, activity: talk }]
};

/** The tables whose frames the board template brings. */
const tableNames = (['one', 'two', 'three', 'four', 'five'] as const).map((name) => `frame_tables_${name}` as const);

export const methodMinutes = (method: Method): number => schedule(steps[method]).total;

export const stepCount = (method: Method): number => steps[method].length;

/** The name, the purpose, and when the method is the right one. */
export const methodWords = (method: Method, words: Words): Record<'name' | 'purpose' | 'when', string> => ({
	name: words(`template_${method}_name`),
	purpose: words(`template_${method}_purpose`),
	when: words(`template_${method}_when`)
});

/** The method as items of an agenda. */
export function itemsOfMethod(method: Method, words: Words, newId: () => string): AgendaItem[] {
	const ids = new Map(steps[method].map(({ name }) => [name, newId()]));
	return steps[method].map(({ name, minutes, activity, privacy = 'sector', quiet = false, over, rounds }) => {
		const say = (part: string) => words(`template_${method}_${name}_${part}` as MessageKey);
		const rules = over === undefined ? {} : { rules: { ...standardRules, area: ids.get(over) ?? null } };
		return {
			id: ids.get(name)!,
			title: say('title'),
			minutes,
			activity:
				activity.kind === 'ballot'
					? { kind: 'ballot', ballot: { ...activity.ballot, ...rules, question: say('question') } }
					: activity,
			instructions: say('instructions'),
			prompt: say('prompt'),
			privacy,
			quiet,
			...(rounds ? { rounds: { count: rounds, tables: tableNames.map((name) => words(name)) } } : {})
		};
	});
}

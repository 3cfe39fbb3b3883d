// What commands about decisions, tasks and undecided topics lead to. Pure.
import { itemsLimit } from '#lib/agenda/agenda.ts';
import { isTaken, itemOfTopic } from '#lib/decision/topic.ts';
import { tasksLimit } from '#lib/decision/task.ts';
import type { Command } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Surroundings } from './outcome.ts';
import type { SessionState } from './session.ts';

type OutcomeCommand = Extract<Command, { type: `decision.${string}` | `task.${string}` | `topic.${string}` }>;

const decisionsLimit = 200;

export function decideOutcome(
	state: SessionState,
	commandId: string,
	command: OutcomeCommand,
	around: Pick<Surroundings, 'now'>
): Outcome {
	switch (command.type) {
		case 'decision.record':
			if (state.decisions.length >= decisionsLimit) return refuse('too-many');
			return lead({
				type: 'decision.recorded',
				decision: { ...command.decision, id: commandId, item: state.now.item, at: around.now }
			});
		case 'decision.withdraw':
			if (!state.decisions.some(({ id }) => id === command.decision)) return refuse('no-such-decision');
			return lead({ type: 'decision.withdrawn', decision: command.decision });
		case 'task.keep': {
			const all = [...state.tasks, ...state.removedTasks];
			const known = all.find(({ id }) => id === command.task);
			if (command.task !== null && !known) return refuse('no-such-task');
			if (!state.tasks.includes(known!) && state.tasks.length >= tasksLimit) return refuse('too-many');
			return lead({ type: 'task.kept', task: { ...(known ?? { id: commandId, at: around.now }), ...command.draft } });
		}
		case 'task.remove':
			if (!state.tasks.some(({ id }) => id === command.task)) return refuse('no-such-task');
			return lead({ type: 'task.removed', task: command.task });
		case 'topic.take': {
			const topic = state.topics.find(({ id }) => id === command.topic);
			if (!topic) return refuse('no-such-topic');
			if (isTaken(topic, state.agenda)) return lead();
			if (state.agenda.length >= itemsLimit) return refuse('too-many');
			const taken = { type: 'item.inserted', item: itemOfTopic(topic), before: command.before } as const;
			return topic.dropped ? lead(taken, { type: 'topic.dropped', topic: topic.id, dropped: false }) : lead(taken);
		}
		case 'topic.drop':
			if (!state.topics.some(({ id }) => id === command.topic)) return refuse('no-such-topic');
			return lead({ type: 'topic.dropped', topic: command.topic, dropped: command.dropped });
	}
}

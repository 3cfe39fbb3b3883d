// What commands about decisions and tasks lead to. Pure.
import { tasksLimit } from '#lib/decision/task.ts';
import type { Command } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Surroundings } from './outcome.ts';
import type { SessionState } from './session.ts';

type OutcomeCommand = Extract<Command, { type: `decision.${string}` | `task.${string}` }>;

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
			const known = state.tasks.find(({ id }) => id === command.task);
			if (command.task !== null && !known) return refuse('no-such-task');
			if (!known && state.tasks.length >= tasksLimit) return refuse('too-many');
			return lead({ type: 'task.kept', task: { ...(known ?? { id: commandId, at: around.now }), ...command.draft } });
		}
		case 'task.remove':
			if (!state.tasks.some(({ id }) => id === command.task)) return refuse('no-such-task');
			return lead({ type: 'task.removed', task: command.task });
	}
}

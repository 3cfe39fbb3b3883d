// Tasks: who does what by when; open ones travel to the next session of the laboratory. Knows no store.
import * as v from 'valibot';

export const taskTextLimit = 300;
export const tasksLimit = 200;
export const taskStatuses = ['open', 'done', 'dropped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const taskDraftSchema = v.object({
	text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(taskTextLimit)),
	/** The institution that does it. */
	owner: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
	/** Calendar date, YYYY-MM-DD, or empty. */
	due: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]), ''),
	status: v.optional(v.picklist(taskStatuses), 'open')
});
export type TaskDraft = v.InferOutput<typeof taskDraftSchema>;

export type Task = TaskDraft & {
	id: string;
	/** ms since the epoch */
	at: number;
	/** Session in which it was first written, if it came from an earlier one. */
	from?: string;
};

/** Those of an institution, however it writes its capitals. */
export function tasksOf<T extends Pick<Task, 'owner'>>(tasks: readonly T[], institution: string): T[] {
	const written = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('pl');
	return tasks.filter(({ owner }) => owner.trim() !== '' && written(owner) === written(institution));
}

export type TaskEvent = { type: 'task.kept'; task: Task } | { type: 'task.removed'; task: string };

export function foldTasks(tasks: readonly Task[], event: TaskEvent): Task[] {
	if (event.type === 'task.removed') return tasks.filter(({ id }) => id !== event.task);
	const known = tasks.some(({ id }) => id === event.task.id);
	return known ? tasks.map((task) => (task.id === event.task.id ? event.task : task)) : [...tasks, event.task];
}

// What becomes of a recommendation: its statuses, which follows which, and what each asks for. Knows no page and no store.
export const statuses = ['draft', 'consulted', 'accepted', 'in-progress', 'done', 'abandoned', 'rejected'] as const;
export type Status = (typeof statuses)[number];

const following: Record<Status, readonly Status[]> = {
	draft: ['consulted', 'accepted', 'rejected'],
	consulted: ['accepted', 'rejected', 'draft'],
	accepted: ['in-progress', 'abandoned', 'draft'],
	'in-progress': ['done', 'abandoned'],
	done: ['in-progress'],
	abandoned: ['in-progress'],
	rejected: ['draft']
};

/** The statuses that may come next. */
export const nextStatuses = (status: Status): readonly Status[] => following[status];

/** Statuses in which others act on it; none of them without evidence. */
export const isPublished = (status: Status): boolean =>
	status === 'accepted' || status === 'in-progress' || status === 'done';

/** Statuses that end something and therefore say why. */
export const asksWhy = (status: Status): boolean => status === 'rejected' || status === 'abandoned';

/** Nothing more is to be done about it. */
export const isOver = (status: Status): boolean => status === 'done' || status === 'abandoned' || status === 'rejected';

/** Why a deed at the desk is refused; the sentence is the message `desk_refused_<reason>`. */
export const deskRefusals = [
	'no-evidence',
	'no-reason',
	'not-next',
	'no-title',
	'changed-meanwhile',
	'no-model'
] as const;
export type DeskRefusal = (typeof deskRefusals)[number];

/** Whether it may become `to`; `reason` is what the organiser wrote. */
export function statusRefusal(
	from: Status,
	to: Status,
	evidenceFor: number,
	reason: string
): Extract<DeskRefusal, 'no-evidence' | 'no-reason' | 'not-next'> | null {
	if (!following[from].includes(to)) return 'not-next';
	if (isPublished(to) && evidenceFor === 0) return 'no-evidence';
	if (asksWhy(to) && reason.trim() === '') return 'no-reason';
	return null;
}

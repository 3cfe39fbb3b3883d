// What a session asks of people at this moment, for phones and the projector alike. Pure; knows no screen.
import type { Ballot } from '#lib/ballot/ballot.ts';
import type { SessionStatus } from '#lib/protocol/status.ts';
import type { OpenItem } from '#lib/protocol/views.ts';

type Asking = Pick<Ballot, 'id' | 'item' | 'method' | 'status'>;
type Seen<B extends Asking> = {
	status: SessionStatus;
	now: { item: string | null };
	agenda: readonly OpenItem[];
	ballots: readonly B[];
};

/**
 * `before`: nothing has started. `ballot` and `dots` carry a ballot (open, closed or revealed); the others what the item is.
 * An item of kind `ballot` whose ballot is not open yet is a `talk`.
 */
export type Now<B extends Asking> = { item: OpenItem | null } & (
	| { kind: 'before' | 'over' }
	| { kind: 'ballot' | 'dots'; ballot: B }
	| { kind: 'board' | 'note' | 'talk' | 'break'; item: OpenItem }
);

/** An open ballot comes first whatever the item is; a finished one stays until it is put away or the next item starts. */
export function nowOf<B extends Asking>(view: Seen<B>, putAway: ReadonlySet<string> = new Set()): Now<B> {
	const item = view.agenda.find(({ id }) => id === view.now.item) ?? null;
	if (view.status === 'closed') return { kind: 'over', item };
	const open = view.ballots.findLast(({ status }) => status === 'open');
	const last = view.ballots.findLast((ballot) => ballot.item === view.now.item);
	const ballot = open ?? (last && (item?.kind === 'ballot' || !putAway.has(last.id)) ? last : undefined);
	if (ballot) return { kind: ballot.method === 'dots' ? 'dots' : 'ballot', ballot, item };
	if (!item) return { kind: 'before', item };
	return { kind: item.kind === 'ballot' ? 'talk' : item.kind, item };
}

/** Changes exactly when people should look anew: another item, another ballot. */
export const callOf = <B extends Asking>(now: Now<B>): string =>
	'ballot' in now ? `ballot ${now.ballot.id}` : `item ${now.item?.id ?? now.kind}`;

/** The item after the running one that has not run and was not left out; null at the end. */
export function nextItem(view: Pick<Seen<Asking>, 'now' | 'agenda'>): OpenItem | null {
	const at = view.agenda.findIndex(({ id }) => id === view.now.item);
	return view.agenda.slice(at + 1).find(({ spans, skipped }) => spans.length === 0 && !skipped) ?? null;
}

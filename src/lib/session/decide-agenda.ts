// What agenda and timer commands lead to. Pure.
import { itemsLimit, type LiveItem } from '#lib/agenda/agenda.ts';
import { timeLeft, type Timer } from '#lib/agenda/timer.ts';
import type { AgendaEvent } from '#lib/agenda/live-agenda.ts';
import type { Command } from '#lib/protocol.ts';
import { mixSectors, tablesFor, type Table, type TablesEvent } from '#lib/people/tables.ts';
import { preparedBallot } from './decide-ballot.ts';
import { lead, refuse, type Outcome, type Surroundings } from './outcome.ts';
import { participants, type SessionState } from './session.ts';

type AgendaCommand = Extract<Command, { type: `item.${string}` | `timer.${string}` | 'agenda.replan' }>;

export function decideAgenda(
	state: SessionState,
	commandId: string,
	command: AgendaCommand,
	around: Pick<Surroundings, 'now' | 'random'>
): Outcome {
	const item = 'item' in command && typeof command.item === 'string' ? find(state, command.item) : null;
	if (item === undefined) return refuse('no-such-item');
	switch (command.type) {
		case 'item.start':
			// two facilitators pressed next together: the second finds it running
			if (state.now.item === item!.id) return lead();
			if (command.from !== undefined && command.from !== state.now.item) return lead();
			return lead(
				{ type: 'item.started', item: item!.id, timer: timerFor(item!.minutes, around.now) },
				...seating(state, item!, commandId, around.random),
				...preparedBallot(state, item!, commandId, around.now)
			);
		case 'item.insert':
			if (find(state, command.item.id)) return refuse('malformed');
			if (state.agenda.length >= itemsLimit) return refuse('too-many');
			return lead({ type: 'item.inserted', item: command.item, before: command.before });
		case 'item.change': {
			const { title, minutes, privacy, quiet } = command;
			const change = Object.fromEntries(
				Object.entries({ title, minutes, privacy, quiet }).filter(([, value]) => value !== undefined)
			);
			return lead({ type: 'item.changed', item: item!.id, change });
		}
		case 'item.move':
			return lead({ type: 'item.moved', item: item!.id, before: command.before });
		case 'item.skip':
			return lead({ type: 'item.changed', item: item!.id, change: { skipped: command.skipped } });
		case 'item.split':
			return split(state, item!, commandId, command.minutes, command.title);
		case 'item.remark':
			return lead({ type: 'item.changed', item: item!.id, change: { remark: command.remark } });
		case 'agenda.replan':
			return lead(
				...command.changes
					.filter((change) => find(state, change.item))
					.map(({ item: id, minutes, skipped }): AgendaEvent => ({
						type: 'item.changed',
						item: id,
						change: { ...(minutes === undefined ? {} : { minutes }), ...(skipped === undefined ? {} : { skipped }) }
					}))
			);
		case 'timer.pause': {
			const left = timeLeft(state.now.timer, around.now);
			if (left === null || state.now.timer.state === 'paused') return lead();
			return lead({ type: 'timer.set', timer: { state: 'paused', remaining: left } });
		}
		case 'timer.resume': {
			const { timer } = state.now;
			if (timer.state !== 'paused') return lead();
			return lead({ type: 'timer.set', timer: { state: 'running', deadline: around.now + timer.remaining } });
		}
		case 'timer.add':
			return addTime(state.now.timer, command.minutes * 60_000, around.now);
	}
}

/** Tables belong to the item with rounds: they are made when it begins for the first time and end when another one begins. */
function seating(state: SessionState, item: LiveItem, commandId: string, random: () => number): TablesEvent[] {
	const { rounds } = item;
	if (rounds && item.spans.length === 0) {
		const people = participants(state);
		const tables = rounds.tables
			.slice(0, tablesFor(people.length, rounds.tables.length))
			.map((name, index): Table => ({ id: `${commandId}-t${index}`.slice(-40), name, host: null }));
		return [{ type: 'tables.made', tables, seated: mixSectors(people, tables, random), choice: false, mixed: true }];
	}
	const before = state.agenda.find(({ id }) => id === state.now.item);
	return before?.rounds && state.tables.tables.length > 0 ? [{ type: 'tables.ended' }] : [];
}

const find = (state: SessionState, id: string): LiveItem | undefined => state.agenda.find((item) => item.id === id);

const timerFor = (minutes: number, now: number): Timer =>
	minutes > 0 ? { state: 'running', deadline: now + minutes * 60_000 } : { state: 'off' };

/** More time counts from now when the item is already over; less time is simply taken away. */
function addTime(timer: Timer, more: number, now: number): Outcome {
	if (timer.state === 'off')
		return more > 0 ? lead({ type: 'timer.set', timer: { state: 'running', deadline: now + more } }) : lead();
	if (timer.state === 'paused') {
		const from = more > 0 ? Math.max(timer.remaining, 0) : timer.remaining;
		return lead({ type: 'timer.set', timer: { state: 'paused', remaining: from + more } });
	}
	const from = more > 0 ? Math.max(timer.deadline, now) : timer.deadline;
	return lead({ type: 'timer.set', timer: { state: 'running', deadline: from + more } });
}

/** The item keeps `minutes`; what remains becomes an item of the same kind right behind it. */
function split(state: SessionState, item: LiveItem, commandId: string, minutes: number, title: string): Outcome {
	if (state.agenda.length >= itemsLimit) return refuse('too-many');
	if (minutes >= item.minutes) return refuse('malformed');
	const { spans: _spans, skipped: _skipped, remark: _remark, plan: _plan, strictest: _strictest, ...copy } = item;
	const behind = state.agenda[state.agenda.indexOf(item) + 1];
	return lead(
		{ type: 'item.changed', item: item.id, change: { minutes } },
		{
			type: 'item.inserted',
			item: { ...copy, id: commandId, title, minutes: item.minutes - minutes },
			before: behind?.id ?? null
		}
	);
}

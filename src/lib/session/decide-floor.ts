// What commands about hands, speakers, tables, the call to everyone and the projector lead to. Pure.
import { latecomers, mixSectors, rotated, type Table } from '#lib/people/tables.ts';
import type { Command } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Sitting, type Surroundings } from './outcome.ts';
import { participants, type SessionState } from './session.ts';

type FloorCommand = Extract<
	Command,
	{
		type:
			| 'ready.set'
			| `hand.${string}`
			| `speaker.${string}`
			| `table.${string}`
			| `tables.${string}`
			| 'everyone.call'
			| `projector.${string}`;
	}
>;

export function decideFloor(
	state: SessionState,
	seat: Sitting,
	commandId: string,
	command: FloorCommand,
	around: Pick<Surroundings, 'random'>
): Outcome {
	switch (command.type) {
		case 'ready.set':
			return lead({ type: 'ready.set', seat: seat.id, ready: command.ready });
		case 'hand.set':
			return lead({ type: 'hand.set', seat: seat.id, raised: command.raised });
		case 'hand.lower':
			return lead({ type: 'hand.set', seat: command.seat, raised: false });
		case 'speaker.start':
			if (!state.seats[command.seat]) return refuse('no-such-seat');
			return lead({ type: 'speaker.started', seat: command.seat });
		case 'speaker.stop':
			return state.floor.speaking ? lead({ type: 'speaker.stopped' }) : lead();
		case 'tables.make': {
			const tables = command.names.map((name, index): Table => ({
				id: `${commandId}-${index}`.slice(-40),
				name,
				host: null
			}));
			const mixed = command.how === 'mixed';
			const seated = mixed ? mixSectors(participants(state), tables, around.random) : {};
			const choice = command.how === 'choice';
			return lead({ type: 'tables.made', tables, seated, choice, ...(mixed ? { mixed } : {}) });
		}
		case 'tables.fill': {
			const seated = latecomers(state.tables, participants(state));
			return Object.keys(seated).length > 0 ? lead({ type: 'tables.filled', seated }) : lead();
		}
		case 'table.take':
			if (!state.tables.choice) return refuse('role');
			return seatAt(state, seat.id, command.table);
		case 'table.seat':
			return seatAt(state, command.seat, command.table);
		case 'table.host':
			if (!state.tables.tables.some(({ id }) => id === command.table)) return refuse('no-such-table');
			if (command.host !== null && !state.seats[command.host]) return refuse('no-such-seat');
			return lead({ type: 'table.hosted', table: command.table, host: command.host });
		case 'tables.rotate':
			return rotate(state);
		case 'tables.end':
			return lead({ type: 'tables.ended' });
		case 'everyone.call':
			return lead({ type: 'everyone.called', kind: command.kind === 'release' ? null : command.kind });
		case 'projector.blank':
			return lead({ type: 'projector.blanked', blank: command.blank });
		case 'projector.show':
			return lead({ type: 'projector.shown', scene: command.scene });
		case 'projector.queue':
			return lead({ type: 'projector.queued', queue: command.queue });
		case 'projector.next':
			return lead({ type: 'projector.advanced' });
		case 'projector.overlay':
			return lead({ type: 'projector.overlaid', overlay: command.overlay });
		case 'projector.zoom':
			return lead({ type: 'projector.zoomed', zoom: command.zoom });
	}
}

/** After the last round of an item everybody comes together. Who was still nowhere at mixed tables sits down with the others. */
function rotate(state: SessionState): Outcome {
	const { tables, agenda, now } = state;
	if (tables.tables.length === 0) return lead();
	const rounds = agenda.find(({ id }) => id === now.item)?.rounds;
	if (rounds && tables.round + 1 >= rounds.count) return lead({ type: 'tables.ended' });
	const seated = rotated(tables);
	const late = tables.mixed ? latecomers({ ...tables, seated }, participants(state)) : {};
	return lead({ type: 'tables.rotated', seated: { ...seated, ...late } });
}

function seatAt(state: SessionState, seat: string, table: string): Outcome {
	if (!state.tables.tables.some(({ id }) => id === table)) return refuse('no-such-table');
	if (!state.seats[seat]) return refuse('no-such-seat');
	return lead({ type: 'table.taken', seat, table });
}

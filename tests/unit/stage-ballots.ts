// A session in memory for tests of ballots: the real rules, fold and views, with seals that only this file can open.
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';
import { tallyOf } from '#lib/ballot/tally.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import type { Task } from '#lib/decision/task.ts';
import type { Topic } from '#lib/decision/topic.ts';
import type { Sector } from '#lib/people/people.ts';
import type { CommandInput, Refusal } from '#lib/protocol.ts';
import type { View } from '#lib/protocol/views.ts';
import { commandSchema } from '#lib/protocol.ts';
import { decide } from '#lib/session/decide.ts';
import type { Plan } from '#lib/session/plan.ts';
import { fold, initialState, type SessionEvent, type SessionState } from '#lib/session/session.ts';
import { viewFor } from '#lib/session/view.ts';
import * as v from 'valibot';

export const plan = {
	id: 'session',
	laboratory: 'laboratory',
	code: '123456',
	title: 'Próba',
	date: '2026-11-23',
	start: '',
	end: '',
	language: 'pl',
	place: '',
	agenda: []
} as unknown as Plan;

export class StageBallots {
	state: SessionState = initialState;
	events: SessionEvent[] = [];
	#slips = new Map<string, Slip>();
	#count = 0;

	constructor(
		sectors: readonly Sector[],
		readonly given: { agenda?: AgendaItem[]; topics?: Topic[]; tasks?: Task[] } = {}
	) {
		this.join('host', 'public', 'facilitator');
		this.do('host', { type: 'session.open' });
		sectors.forEach((sector, index) => this.join(`seat${index}`, sector));
	}

	join(id: string, sector: Sector, role: 'participant' | 'facilitator' = 'participant'): void {
		const seat = { id, role, sector, institution: `Instytucja ${id}`, name: '', notice: '1', joinedAt: this.#count };
		this.#keep([{ at: 0, by: 'server', type: 'seat.joined', seat }]);
	}

	#keep(events: readonly SessionEvent[]): void {
		this.events.push(...events);
		this.state = events.reduce(fold, this.state);
	}

	/** Null, or why not. */
	do(seat: string, command: CommandInput): Refusal | null {
		const parsed = v.safeParse(commandSchema, command);
		if (!parsed.success) return 'malformed';
		const commandId = `command-${this.#count++}`;
		const outcome = decide(this.state, this.state.seats[seat]!, commandId, parsed.output, {
			now: 1000 + this.#count,
			agenda: this.given.agenda ?? [],
			carried: { tasks: this.given.tasks ?? [], topics: this.given.topics ?? [] },
			epoch: () => 'epoch',
			random: () => 0.5,
			seal: (_ballot, slip) => {
				this.#slips.set(commandId, slip);
				return commandId;
			},
			mayBeDotted: () => true,
			sealDraft: () => '',
			count: (ballot) => this.#tally(ballot)
		});
		if ('refusal' in outcome) return outcome.refusal;
		this.#keep(outcome.events);
		return null;
	}

	#tally(ballot: Ballot) {
		const entries = new Map((ballot.entered ?? []).map((entry) => [entry.id, entry]));
		const cast = Object.entries(this.state.sealed[ballot.id] ?? {}).map(([id, sealed]) => ({
			...this.#slips.get(sealed)!,
			id,
			sector: entries.get(id)?.sector ?? this.state.seats[id]!.sector,
			entered: entries.has(id)
		}));
		const tally = tallyOf(ballot, cast);
		if (ballot.secret) return { tally };
		return { tally, votes: Object.fromEntries(cast.map(({ id, vote }) => [id, vote])) };
	}

	get ballot(): Ballot {
		return this.state.ballots.at(-1)!;
	}

	view(id: string): View {
		const own = {
			slip: (ballot: string) => {
				const sealed = this.state.sealed[ballot]?.[id];
				return sealed === undefined ? undefined : this.#slips.get(sealed);
			},
			draft: () => ({ frame: null, text: '' })
		};
		const seat = this.state.seats[id];
		if (!seat) return viewFor({ role: 'projector' }, plan, this.state, own, 0);
		return viewFor({ role: seat.role, seat }, plan, this.state, own, 0);
	}

	/** Opens a ballot and says its id. */
	open(
		given: Partial<Extract<CommandInput, { type: 'ballot.open' }>['plan']> = {},
		follows?: string
	): { id: string; refusal: Refusal | null } {
		const refusal = this.do('host', {
			type: 'ballot.open',
			item: null,
			plan: { question: 'Czy?', method: 'yes-no-abstain', ...given },
			...(follows === undefined ? {} : { follows })
		});
		return { id: this.ballot?.id ?? '', refusal };
	}
}

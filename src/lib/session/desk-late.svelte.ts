// Running late at the desk: what is proposed, one key for each, and the way back. Knows no element.
import { driftMinutes, type Progress } from '#lib/agenda/progress.ts';
import { replanWords } from '#lib/agenda/replan-words.ts';
import { changesOf, replans, takenBack, worthProposing, type Replan } from '#lib/agenda/replan.ts';
import type { CommandInput } from '#lib/protocol.ts';
import type { FacilitatorView } from '#lib/protocol/views.ts';
import type { Words } from '#lib/ui/words.ts';

/** What running late needs of the desk. */
export type LateDesk = {
	readonly line: { readonly view: FacilitatorView | null };
	readonly progress: Progress | null;
	words: () => Words;
	say: (text: string) => void;
	submit: (command: CommandInput, said?: string) => Promise<boolean>;
	offerUndo: (text: string, undo: () => void) => void;
};

export type Proposal = { replan: Replan; offer: string; done: string };

export class DeskLate {
	/** Minutes of delay that the facilitator let stand. */
	#letStand = $state<number | null>(null);

	constructor(readonly desk: LateDesk) {}

	readonly proposals: Proposal[] = $derived.by(() => {
		const { progress, line } = this.desk;
		if (!progress || !line.view) return [];
		if (!worthProposing(driftMinutes(progress.drift), this.#letStand)) return [];
		const { agenda } = line.view;
		return replans(agenda, progress).map((replan) => ({
			replan,
			...replanWords(replan, agenda, this.desk.words())
		}));
	});

	async take(place: number): Promise<void> {
		const proposal = this.proposals[place];
		const { view } = this.desk.line;
		if (!proposal || !view) return this.desk.say(this.desk.words()('desk_said_no_replan'));
		const { replan, done } = proposal;
		if (replan.kind === 'extend') {
			this.#letStand = driftMinutes(this.desk.progress?.drift ?? 0);
			return this.desk.say(done);
		}
		const changes = changesOf(replan);
		const back = takenBack(view.agenda, changes);
		if (!(await this.desk.submit({ type: 'agenda.replan', changes }))) return;
		this.#letStand = null;
		this.desk.offerUndo(done, () => void this.desk.submit({ type: 'agenda.replan', changes: back }));
	}
}

// What crosses the wire: every command, refusal and close code, and the version; the views stand in protocol/. Declarations only.
import * as v from 'valibot';
import { agendaItemSchema, privacies, remarkLimit } from '#lib/agenda/agenda.ts';
import type { View } from '#lib/protocol/views.ts';
import { stickyTextLimit as draftLimit } from '#lib/board/limits.ts';
import { ballotPlanSchema, voteSchema } from '#lib/ballot/ballot-schema.ts';
import { entryKinds } from '#lib/ballot/ballot.ts';
import { consentSteps, remarkLimit as consentRemarkLimit } from '#lib/ballot/consent.ts';
import { receiptSchema } from '#lib/ballot/ballot-schema.ts';
import { reasonSchema } from '#lib/ballot/ballot-schema.ts';
import { decisionDraftSchema } from '#lib/decision/decision.ts';
import { taskDraftSchema } from '#lib/decision/task.ts';
import { tableNameLimit, tablesLimit } from '#lib/people/tables.ts';
import { overlaySchema, queueLimit, sceneSchema, zoomWishes } from '#lib/projector/projector.ts';
import { sectors, type SeatId } from '#lib/people/people.ts';

/** Ids come from other people's devices: nothing that every object has may pass as one. */
const isNotInherited = (id: string): boolean => !(id in Object.prototype);
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/), v.check(isNotInherited));
const thingId = v.pipe(id, v.regex(/^[A-Za-z0-9-]+$/));

const command = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
	v.object({ type: v.literal(type), ...entries });

/** Commands by role: a participant may send the first list only, a facilitator both, a projector none. */
export const participantCommandSchema = v.variant('type', [
	command('vote.cast', {
		ballot: id,
		vote: voteSchema,
		reason: v.optional(reasonSchema),
		receipt: v.optional(receiptSchema)
	}),
	command('draft.keep', {
		draft: thingId,
		frame: v.nullable(id),
		text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(draftLimit))
	}),
	command('draft.remove', { draft: id }),
	command('ready.set', { ready: v.boolean() }),
	command('hand.set', { raised: v.boolean() }),
	command('table.take', { table: id })
]);

export const facilitatorCommandSchema = v.variant('type', [
	command('session.open', {}),
	command('session.close', {}),
	/** `from`: what ran when the button was pressed; if something else runs by then, another facilitator was faster. */
	command('item.start', { item: id, from: v.optional(v.nullable(id)) }),
	command('item.insert', { item: agendaItemSchema, before: v.nullable(id) }),
	command('item.change', {
		item: id,
		title: v.optional(agendaItemSchema.entries.title),
		minutes: v.optional(agendaItemSchema.entries.minutes),
		privacy: v.optional(v.picklist(privacies)),
		quiet: v.optional(v.boolean())
	}),
	command('item.move', { item: id, before: v.nullable(id) }),
	command('item.skip', { item: id, skipped: v.boolean() }),
	command('item.split', { item: id, minutes: agendaItemSchema.entries.minutes, title: agendaItemSchema.entries.title }),
	command('item.remark', { item: id, remark: v.pipe(v.string(), v.maxLength(remarkLimit)) }),
	command('agenda.replan', {
		changes: v.pipe(
			v.array(
				v.object({ item: id, minutes: v.optional(agendaItemSchema.entries.minutes), skipped: v.optional(v.boolean()) })
			),
			v.maxLength(60)
		)
	}),
	command('timer.pause', {}),
	command('timer.resume', {}),
	command('timer.add', { minutes: v.pipe(v.number(), v.integer(), v.minValue(-60), v.maxValue(60)) }),
	command('board.lock', { locked: v.boolean() }),
	/** `follows`: the ballot that is repeated or whose proposal is amended; it is closed if it is still open. */
	command('ballot.open', { item: v.nullable(id), plan: ballotPlanSchema, follows: v.optional(id) }),
	command('ballot.step', { ballot: id, step: v.picklist(consentSteps) }),
	/** What was asked or said about a proposal, in the words of the facilitator. */
	command('ballot.remark', {
		ballot: id,
		text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(consentRemarkLimit)),
		sector: v.nullable(v.picklist(sectors))
	}),
	/** Throws all votes of an open ballot away. */
	command('ballot.reset', { ballot: id }),
	/** A vote from a paper or of a person without a phone, entered by the facilitator. */
	command('vote.enter', {
		ballot: id,
		kind: v.picklist(entryKinds),
		sector: v.picklist(sectors),
		vote: voteSchema,
		reason: v.optional(reasonSchema)
	}),
	command('vote.withdraw', { ballot: id, entry: id }),
	command('ballot.close', { ballot: id }),
	command('ballot.reveal', { ballot: id }),
	command('decision.record', { decision: decisionDraftSchema }),
	command('decision.withdraw', { decision: id }),
	command('task.keep', { task: v.nullable(id), draft: taskDraftSchema }),
	command('task.remove', { task: id }),
	/** An undecided topic of an earlier session becomes an item of this agenda. */
	command('topic.take', { topic: id, before: v.nullable(id) }),
	command('topic.drop', { topic: id, dropped: v.boolean() }),
	/** `one`: the next draft of the next author; `all`: everything of the running item. */
	command('drafts.reveal', { how: v.picklist(['one', 'all']) }),
	command('speaker.start', { seat: id }),
	command('speaker.stop', {}),
	command('hand.lower', { seat: id }),
	command('tables.make', {
		names: v.pipe(
			v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(tableNameLimit))),
			v.minLength(2),
			v.maxLength(tablesLimit)
		),
		/** How seats come to tables: mixed by sector, by everybody's choice, or by the facilitator's hand. */
		how: v.picklist(['mixed', 'choice', 'hand'])
	}),
	command('table.seat', { seat: id, table: id }),
	command('table.host', { table: id, host: v.nullable(id) }),
	command('tables.rotate', {}),
	/** Who has no table yet gets one. */
	command('tables.fill', {}),
	command('tables.end', {}),
	command('everyone.call', { kind: v.picklist(['soft', 'hard', 'release']) }),
	command('projector.blank', { blank: v.boolean() }),
	command('projector.show', { scene: sceneSchema }),
	command('projector.queue', { queue: v.pipe(v.array(sceneSchema), v.maxLength(queueLimit)) }),
	command('projector.next', {}),
	command('projector.overlay', { overlay: overlaySchema }),
	command('projector.zoom', {
		zoom: v.pipe(v.number(), v.integer(), v.minValue(zoomWishes.least), v.maxValue(zoomWishes.most))
	}),
	/** `doubled`: the person has another seat; what this one voted in ballots that are still open is withdrawn. */
	command('seat.remove', { seat: id, doubled: v.optional(v.boolean()) })
]);

export const participantCommands: readonly string[] = participantCommandSchema.options.map(
	(option) => option.entries.type.literal
);

export const commandSchema = v.union([participantCommandSchema, facilitatorCommandSchema]);
export type Command = v.InferOutput<typeof commandSchema>;
export type CommandInput = v.InferInput<typeof commandSchema>;
export type CommandType = Command['type'];

/** What a client sends: the same `commandId` is carried out once, however often it arrives. */
export const envelopeSchema = v.object({ commandId: id, command: commandSchema });
export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** Why the server says no. The sentence is made on the screen, from the key `refusal_<reason>`. */
export const refusals = [
	'malformed',
	'role',
	'session-not-open',
	'session-closed',
	'board-locked',
	'frame-fixed',
	'thing-locked',
	'thing-fixed',
	'not-yours',
	'tool-off',
	'reacted-already',
	'no-such-item',
	'no-such-ballot',
	'no-such-seat',
	'no-such-decision',
	'ballot-not-open',
	'ballot-still-open',
	'ballot-incomplete',
	'vote-invalid',
	'reason-missing',
	'not-entitled',
	'another-ballot-open',
	'no-such-table',
	'no-such-task',
	'no-such-topic',
	'nothing-to-reveal',
	'too-many',
	'too-long',
	'too-fast',
	'storage'
] as const;
export type Refusal = (typeof refusals)[number];

/** The server's answer to an envelope, sent after the commit that holds its effect. */
export type Answer = { ok: true; revision: number } | { ok: false; refusal: Refusal };

/** Facilitator only, never stored: who is connected and how many changes wait on their device. */
export type Presence = Record<SeatId, { connected: boolean; waiting: number }>;

/** Socket.io events, once for both sides. */
export type ServerEvents = {
	view: (view: View) => void;
	presence: (presence: Presence) => void;
	/** `false`: nothing can be saved at the moment; work stays on the devices. */
	storage: (works: boolean) => void;
	/** The seat was taken away or the page is of another version. */
	goodbye: (reason: 'removed' | 'version' | 'not-allowed' | 'no-such-session') => void;
};
export type ClientEvents = {
	command: (envelope: Envelope, answer: (answer: Answer) => void) => void;
	/** Answers with the server's clock, ms. */
	clock: (answer: (now: number) => void) => void;
	/** How many changes wait on this device. */
	waiting: (count: number) => void;
};

/** The `auth` of a socket.io handshake; the cookie proves it. */
export const handshakeSchema = v.object({
	session: id,
	role: v.picklist(['participant', 'facilitator', 'projector']),
	version: v.number()
});
export type Handshake = v.InferOutput<typeof handshakeSchema>;

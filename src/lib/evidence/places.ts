// The places of a record that can be pointed to, with the words that stand there. Knows no page.
import type { SessionRecord } from '#lib/record/record.ts';
import { sentencesOf } from './fold.ts';
import { replyCite } from './place-kinds.ts';

/** `cite` is the id of the place on the page of its record; a note has one for all of its sentences. */
export type WrittenPlace = { cite: string; text: string };

/** Everything that somebody wrote or decided, in the order in which a record is read. Reasons of voters are not among it. */
export function writtenPlaces(record: SessionRecord): WrittenPlace[] {
	const lines = (...texts: (string | null | undefined)[]) => texts.filter((text) => text?.trim()).join('\n');
	const places: WrittenPlace[] = [
		...record.decisions.map(({ id, text, objections }) => ({
			cite: id,
			text: lines(text, ...objections.map(({ reason }) => reason))
		})),
		...record.tasks.map(({ id, text, owner }) => ({ cite: id, text: lines(text, owner) })),
		...record.topics.map(({ id, topic }) => ({ cite: id, text: topic?.item.title ?? '' })),
		...record.ballots.map(({ id, question, proposal, choices, remarks }) => ({
			cite: id,
			text: lines(
				question,
				proposal,
				// those of a yes and no are named by their ids
				...choices.flatMap((choice) => (choice.text === choice.id ? [] : [choice.text])),
				...(remarks ?? []).map(({ text }) => text)
			)
		})),
		...record.notes.flatMap(({ id, title, markdown }) => [
			{ cite: id, text: title },
			...sentencesOf(markdown).map((text) => ({ cite: id, text: text.replace(/\*\*|__|`/g, '') }))
		]),
		...record.clusters.map(({ id, name }) => ({ cite: id, text: name })),
		...record.stickies.flatMap(({ id, text, sources = [], replies = [] }) => [
			{ cite: id, text: lines(text, ...sources.map((source) => source.text)) },
			...replies.map((reply, index) => ({ cite: replyCite(id, index), text: reply.text }))
		]),
		...record.marks.map(({ id, text }) => ({ cite: id, text })),
		...record.images.map(({ id, alt }) => ({ cite: id, text: alt })),
		...record.participants.map(({ id, institution }) => ({ cite: id, text: institution })),
		...record.agenda.map(({ id, title }) => ({ cite: id, text: title }))
	];
	return places.filter(({ text }) => text.trim() !== '');
}

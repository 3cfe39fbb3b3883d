// The undecided topics of a record as the next session of the laboratory gets them. Pure.
import type { Topic } from '#lib/decision/topic.ts';
import type { SessionRecord } from './record.ts';

/** Those that could be read, each once. */
export function topicsIn(topics: SessionRecord['topics']): Topic[] {
	const known = new Map(topics.flatMap(({ topic }) => (topic ? [[topic.id, topic] as const] : [])));
	return [...known.values()];
}

// What a session wrote on its board, as passages: stickies with who stands behind them, groups, texts and answers. Knows no model.
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { answerOf, type Answer } from './answer.ts';
import { wordsOf } from './fold.ts';
import type { Passage, PassageOptions } from './passage.ts';
import { replyCite } from './place-kinds.ts';

/** Somebody who said something; `null` where the record does not tell who. */
type Voice = { text: string; sector: Sector | null; by: string | null };

/** Strength of a sticky in a session in which nobody gave dots. */
const undotted = 0.35;
/** That of an answer or of a text, on which no dots can be put. */
const beside = 0.15;
/** The least that counts as the number of people, so that one person's dots do not outweigh a hall. */
const leastPeople = 8;
/** Share of the people whose dots make a sticky as loud as it can be. */
const loudShare = 0.6;

export function boardPassages(record: SessionRecord, options: PassageOptions): Passage[] {
	const all = loudShare * Math.max(leastPeople, record.participants.length);
	const dotted = record.stickies.some(({ votes }) => votes > 0);
	/** `voices`: those who stand behind it beside the first, less those who object. */
	const loud = (votes: number, voices: number): number => {
		if (!options.votes) return undotted;
		if (dotted) return between(0, (votes + voices) / all, 1);
		return between(0, undotted + (voices > 0 ? 1 - undotted : undotted) * (voices / all), 1);
	};
	const make = (cite: string, text: string, strength: number): Passage => ({
		...{ record: record.id, cite, kind: 'sticky', text },
		words: wordsOf(text),
		strength
	});
	const groups = record.clusters.map((cluster) => {
		const members = record.stickies.filter((sticky) => sticky.cluster === cluster.id);
		const votes = members.reduce((sum, sticky) => sum + sticky.votes, 0);
		const voices = different(members.flatMap((sticky) => [sticky, ...(sticky.sources ?? [])])) - 1;
		return { cluster, votes, strength: loud(votes, dotted ? 0 : Math.max(0, voices)) };
	});
	const stickies = record.stickies.flatMap((sticky) => {
		const { id, text, votes, sources = [], replies = [] } = sticky;
		const answers = replies.map((reply) => ({ reply, ...answerOf(reply.text) }));
		const others = answers.filter(({ reply }) => reply.by === null || reply.by !== sticky.by);
		const heard = (stance: Answer['stance']) =>
			different(others.flatMap(({ reply, stance: one }) => (one === stance ? [reply] : [])));
		const voices = different([sticky, ...sources]) - 1 + heard('for') - heard('against');
		const own = { ...make(id, text, loud(votes, voices)), dots: votes };
		const group = groups.find(({ cluster }) => cluster.id === sticky.cluster);
		const said = answers.flatMap(({ reply, stance, more }, index): Passage[] => {
			if (!more) return [];
			const passage = make(replyCite(id, index), reply.text, beside);
			const answered = { text, words: own.words };
			return [
				stance === 'against' && others.some((one) => one.reply === reply) ? { ...passage, against: answered } : passage
			];
		});
		return [group && group.votes > 0 ? inGroup(own, group) : own, ...said];
	});
	const names = groups.map(({ cluster, votes, strength }) => ({
		...make(cluster.id, cluster.name, strength),
		dots: votes
	}));
	const texts = record.marks.map(({ id, text }) => make(id, text, beside));
	const passages = [...stickies, ...names, ...texts].filter(({ words }) => words.length > 0);
	return options.duplicates ? withoutRepeats(passages) : passages;
}

/** What lies in a group that got dots is not silent, though the dots were put on its neighbour. */
const inGroup = (own: Passage, group: { votes: number; strength: number }): Passage => ({
	...own,
	strength: Math.max(own.strength, undotted * group.strength),
	dots: own.dots || group.votes
});

/** How many different people; of those who are not named, one for each sector and wording. */
const different = (voices: readonly Voice[]): number =>
	voices.length < 2
		? voices.length
		: new Set(voices.map(({ by, sector, text }) => by ?? `${sector ?? ''} ${wordsOf(text).join(' ')}`)).size;

/** What was written again counts once, with the most dots that any copy got; the first copy is cited. */
function withoutRepeats(passages: Passage[]): Passage[] {
	const kept = new Map<string, Passage>();
	for (const passage of passages) {
		const key = `${passage.words.join('')}${passage.against ? ` ${passage.against.words.join('')}` : ''}`;
		const before = kept.get(key);
		if (!before) kept.set(key, passage);
		else if (passage.strength > before.strength)
			kept.set(key, {
				...before,
				strength: passage.strength,
				...(passage.dots === undefined ? {} : { dots: passage.dots })
			});
	}
	return [...kept.values()];
}

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

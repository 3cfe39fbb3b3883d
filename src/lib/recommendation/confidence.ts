// How far to trust a recommendation: who stood behind it, whether it was voted, what speaks against it. Knows no words.
import { fold } from '#lib/evidence/fold.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { backs } from './judge.ts';
import type { Confidence, RankedModel } from './recommendation.ts';
import type { Reading } from './weigh.ts';

/** Strong grounds need at least this much said for it, by at least this many people, of this many sectors, from this many institutions or households. */
const strong = { score: 0.55, people: 8, sectors: 3, voices: 6, lead: 0.15, margin: 0.5 };
/** Fair grounds need at least this many people, unless there was a vote. */
const fairPeople = 5;
/** An adopted decision speaks of the model from this affinity on. */
const leastBacking = 1.5;
/** A vote goes against a model that it speaks of about as much as of any other. */
const aimedShare = 0.6;
/** A sticky that has this share of the dots of the loudest led the session. */
const loud = 0.55;
/** One contrary sticky with this share is enough to doubt. */
const leading = 0.8;

/** How many different institutions spoke; people who came for themselves count one each. */
function voicesIn(records: readonly SessionRecord[]): { people: number; sectors: number; voices: number } {
	const sectors = new Set<string>();
	const institutions = new Set<string>();
	let people = 0;
	let citizens = 0;
	for (const { participants } of records)
		for (const { institution, sector } of participants) {
			people++;
			if (sector) sectors.add(sector);
			if (sector === 'citizen' || institution.trim() === '') citizens++;
			else institutions.add(fold(institution.split(/\s[–-]\s/)[0] ?? institution).trim());
		}
	return { people, sectors: sectors.size, voices: institutions.size + citizens };
}

/** Whether what was said loudly stands against the model: contrary stickies that led, or a vote against it. */
function contested({ model, evidenceAgainst }: RankedModel, readings: readonly Reading[]): boolean {
	const against = new Set(evidenceAgainst.map(({ record, cite }) => `${record}/${cite}`));
	const stickies = readings.filter(({ passage }) => passage.kind === 'sticky');
	const loudest = Math.max(0, ...stickies.map(({ passage }) => passage.strength));
	const contrary = stickies
		.filter(({ passage }) => against.has(`${passage.record}/${passage.cite}`))
		.map(({ passage }) => passage.strength / (loudest || 1))
		.filter((share) => share >= loud);
	const carried = new Set(
		readings.flatMap(({ outcome, passage }) => (outcome === 'adopted' ? [passage.words.join(' ')] : []))
	);
	const votedAgainst = readings.some(
		({ outcome, affinity, passage }) =>
			outcome === 'rejected' &&
			(carried.has(passage.words.join(' ')) ||
				((affinity.get(model) ?? 0) >= leastBacking &&
					(affinity.get(model) ?? 0) >= aimedShare * Math.max(...affinity.values())))
	);
	return votedAgainst || contrary.length >= 2 || contrary.some((share) => share >= leading);
}

/** Strong: a clear vote and a clear lead, by many and different people, with nothing loud against it. Thin: neither vote nor lead. */
export function confidenceOf(
	records: readonly SessionRecord[],
	ranked: readonly RankedModel[],
	readings: readonly Reading[]
): Confidence {
	const [best, second] = ranked;
	if (!best) return 'none';
	const { people, sectors, voices } = voicesIn(records);
	const decided = readings.some(
		(reading) => reading.outcome === 'adopted' && reading.margin >= strong.margin && backs(reading, best.model, false)
	);
	const ahead = best.score - (second?.score ?? 0) >= strong.lead;
	const many = people >= strong.people && sectors >= strong.sectors && voices >= strong.voices;
	if (decided && ahead && many && best.score >= strong.score && !contested(best, readings)) return 'strong';
	return (decided || ahead) && people >= fairPeople ? 'fair' : 'thin';
}

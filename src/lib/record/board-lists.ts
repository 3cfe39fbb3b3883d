// Stickies, their groups and the trail of grouping, as a record lists them. Knows no board.
import * as v from 'valibot';
import { sectors } from '#lib/people/people.ts';
import { signs } from '#lib/board/thing.ts';
import { count, list, lying, moment, sector, text, textOrNull } from './fields.ts';

/** What somebody wrote besides: a text that was merged into another, or an answer to it. */
const said = list({ text, sector, by: textOrNull, at: moment });

/** Signs that people gave to it, in their order; who they were as far as the item let it be known. */
const reactions = v.pipe(
	list({
		sign: v.fallback(v.nullable(v.picklist(signs)), null),
		count,
		sectors: v.fallback(v.array(v.picklist(sectors)), []),
		by: v.fallback(v.array(v.string()), [])
	}),
	v.transform((given) => given.flatMap(({ sign, ...rest }) => (sign ? [{ sign, ...rest }] : [])))
);

export const stickies = list({
	/** `s0`, `s1` … by position. */
	id: text,
	text,
	/** Dots given to it. */
	votes: count,
	...lying,
	/** Id of the group it belongs to. */
	cluster: v.optional(text),
	/** Near-duplicates that were merged into it: sources of the one. */
	sources: v.optional(said),
	replies: v.optional(said),
	reactions: v.optional(reactions)
});

/** Groups of stickies, as people made them. */
export const clusters = list({
	/** `c0`, `c1` … by position. */
	id: text,
	name: text,
	/** Name of the frame in which it lies. */
	frame: textOrNull,
	colour: textOrNull,
	/** Dots on all of its stickies. */
	votes: count,
	/** Ids of its stickies. */
	stickies: v.fallback(v.array(v.string()), []),
	/** Who made it, as far as the item let it be known. */
	sector,
	by: textOrNull,
	at: moment
});

/** Who put which sticky into which group, or merged it into which other one; oldest first. */
export const trail = list({
	kind: v.fallback(v.picklist(['grouped', 'merged']), 'grouped'),
	at: moment,
	sector,
	by: textOrNull,
	/** `from` and `to`: names of groups, or ids of stickies where it was merged. */
	moves: list({ sticky: text, from: textOrNull, to: textOrNull })
});

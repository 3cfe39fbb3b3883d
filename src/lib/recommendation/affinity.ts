// What a passage means: how much it speaks for each model, and what becomes of that when it says no to another. Weighs nothing.

export type Likeness = { model: string; affinity: number };

export type Meaning = {
	concepts: string[];
	/** Concepts that are said no to. */
	denied: string[];
	/** Affinity to each model, before loudness; below zero: against. */
	affinity: Map<string, number>;
	/** Likeness to what leads nowhere. */
	aside: number;
	/** The two models that it speaks of most. */
	leading: Likeness[];
};

export function leadingOf(affinities: ReadonlyMap<string, number>): Likeness[] {
	let first: Likeness | undefined;
	let second: Likeness | undefined;
	for (const [model, affinity] of affinities)
		if (!first || affinity > first.affinity) {
			second = first;
			first = { model, affinity };
		} else if (!second || affinity > second.affinity) second = { model, affinity };
	return [first, second].filter((one) => one !== undefined);
}

/** Who answers "nie, bo …" speaks against what the other one spoke for; what they name instead still counts. */
export function objectionTo(answered: Meaning, own: Meaning): Meaning {
	const affinity = new Map(own.affinity);
	for (const [model, likeness] of answered.affinity)
		if (likeness > 0) affinity.set(model, Math.min(0, own.affinity.get(model) ?? 0) - likeness);
	const denied = [...new Set([...own.denied, ...answered.concepts])];
	const concepts = own.concepts.filter((concept) => !denied.includes(concept));
	return { concepts, denied, affinity, aside: own.aside, leading: leadingOf(affinity) };
}

// The fixed words of the catalogue: how sure a fact is, the areas of the territory model, kinds of sources. Holds no model.

/**
 * How sure a fact is: A the act or the authority's page was seen, B a secondary source, C not verified (show as "do sprawdzenia"),
 * S the product description of the project, I an inference.
 */
export const certainties = ['A', 'B', 'C', 'S', 'I'] as const;
export type Certainty = (typeof certainties)[number];

/** The three areas of the territory model. */
export const areas = ['development', 'policy', 'services'] as const;
export type Area = (typeof areas)[number];

export const sourceKinds = ['act', 'authority', 'guide', 'press', 'unreliable'] as const;

// Joins what belongs together: takes another ranked model instead, and takes one recommendation into another. Pure.
import { modelOf, type Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Words } from '#lib/ui/words.ts';
import { evidenceKey, withStatus, type Alternative, type Evidence, type Finding, type Recommendation } from './desk.ts';
import { frozenModel, textsOf } from './desk-draft.ts';
import { titleOf } from './desk-title.ts';

/** Each piece once; the first of two stays. */
function joined(evidence: readonly Evidence[], more: readonly Evidence[]): Evidence[] {
	const known = new Set(evidence.map(evidenceKey));
	return [...evidence, ...more.filter((piece) => !known.has(evidenceKey(piece)))];
}

/** What one session shows as missing and another as met stays missing: it must be asked again. Unknown yields to both. */
const stronger = { missing: 2, met: 1, unknown: 0 };

function joinedFindings(findings: readonly Finding[], more: readonly Finding[]): Finding[] {
	return findings.map((finding) => {
		const other = more.find(({ key }) => key === finding.key);
		if (!other) return finding;
		const told = stronger[other.state] > stronger[finding.state] ? other : finding;
		const { state, counted = told.state === 'unknown' ? other.counted : undefined } = told;
		const { counted: _before, ...rest } = finding;
		return { ...rest, state, ...(counted ? { counted } : {}), citations: joined(finding.citations, other.citations) };
	});
}

const asAlternative = ({ model, reason, evidence, findings }: Recommendation): Alternative[] =>
	model ? [{ model: model.id, name: model.name, reason, score: 0, evidence, findings }] : [];

/** The same recommendation with one of its alternatives in the first place; null when the catalogue has no such model. */
export function withAlternative(
	recommendation: Recommendation,
	id: string,
	catalogue: Catalogue,
	words: Words,
	at: number
): Recommendation | null {
	const chosen = recommendation.alternatives.find(({ model }) => model === id);
	const entity = modelOf(catalogue, id);
	if (!chosen || !entity) return null;
	const kind = entity.usually;
	return {
		...recommendation,
		kind,
		model: frozenModel(catalogue, entity),
		confidence: 'thin',
		title: titleOf(words, kind, entity, recommendation.territory),
		reason: chosen.reason,
		...textsOf(entity, recommendation.language),
		evidence: joined(
			chosen.evidence,
			recommendation.evidence.filter(({ added }) => added)
		),
		findings: chosen.findings,
		alternatives: [
			...asAlternative(recommendation),
			...recommendation.alternatives.filter(({ model }) => model !== id)
		],
		changedAt: at
	};
}

const byId = <T>(items: readonly T[], more: readonly T[], idOf: (item: T) => string): T[] => {
	const known = new Set(items.map(idOf));
	return [...items, ...more.filter((item) => !known.has(idOf(item)))];
};

/** `one` with everything that `other` rests on; the texts of `one` stay, the other model becomes an alternative. */
export function mergeInto(one: Recommendation, other: Recommendation, at: number): Recommendation {
	const same = one.model !== null && one.model.id === other.model?.id;
	return {
		...one,
		records: byId(one.records, other.records, ({ id }) => id),
		evidence: same ? joined(one.evidence, other.evidence) : one.evidence,
		findings: same ? joinedFindings(one.findings, other.findings) : one.findings,
		alternatives: byId(
			one.alternatives,
			[...(same ? [] : asAlternative(other)), ...other.alternatives].filter(({ model }) => model !== one.model?.id),
			({ model }) => model
		),
		rejected: byId(one.rejected, other.rejected, ({ model }) => model),
		consultations: byId(one.consultations, other.consultations, ({ session }) => session),
		notes: [one.notes, other.notes].filter((text) => text !== '').join('\n\n'),
		changedAt: at
	};
}

/** `other` after it was taken in: it stays, points to the one that took it, and asks for nothing more. */
export const mergedAway = (
	other: Recommendation,
	into: Recommendation,
	reason: string,
	at: number
): Recommendation => ({
	...withStatus(other, 'rejected', reason, at),
	mergedInto: into.id
});

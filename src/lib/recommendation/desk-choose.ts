// Reads which evidence a person keeps, turns round, drops and adds. Knows no page.
import type { SessionRecord } from '#lib/record/record.ts';
import { evidenceKey, type Evidence, type Recommendation } from './desk.ts';
import { citable } from './desk-evidence.ts';
import { isPublished } from './status.ts';

export type Chosen =
	{ ok: true; evidence: Evidence[]; records: Recommendation['records'] } | { ok: false; refused: 'no-evidence' };

const stanceOf = (value: FormDataEntryValue | null): Evidence['stance'] | null =>
	value === 'for' || value === 'against' ? value : null;

/** `keep_N` says what becomes of the Nth piece, `place_N` what to make of the Nth place of `record`; anything but a stance is no. */
export function chooseEvidence(
	{ evidence, records, status }: Recommendation,
	record: SessionRecord | null,
	form: FormData
): Chosen {
	const kept = evidence.flatMap((piece, index) => {
		const stance = stanceOf(form.get(`keep_${index}`));
		return stance ? [{ ...piece, stance }] : [];
	});
	const known = new Set(kept.map(evidenceKey));
	const added = (record ? citable(record) : []).flatMap(({ cite, text }, index): Evidence[] => {
		const stance = stanceOf(form.get(`place_${index}`));
		if (!stance || !record) return [];
		const piece = { record: record.id, cite, stance, quote: text, weight: 0.5, concepts: [], added: true };
		return known.has(evidenceKey(piece)) ? [] : [piece];
	});
	const chosen = [...kept, ...added];
	if (isPublished(status) && !chosen.some(({ stance }) => stance === 'for'))
		return { ok: false, refused: 'no-evidence' };
	const isNew = record !== null && added.length > 0 && !records.some(({ id }) => id === record.id);
	const { id, title, date, closedAt } = record ?? { id: '', title: '', date: '', closedAt: null };
	return { ok: true, evidence: chosen, records: isNew ? [...records, { id, title, date, closedAt }] : records };
}

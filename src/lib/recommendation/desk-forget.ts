// What a recommendation keeps of a record that was erased: where its evidence stood and what was decided, no longer what people said. Pure.
import { evidenceKey, type Alternative, type Evidence, type Finding, type Recommendation } from './desk.ts';

/** Stickies, notes and participants: what people wrote and who they were. Decisions and ballots are results of the circle. */
const isVoice = ({ cite }: Pick<Evidence, 'cite'>): boolean => /^[snp]\d*$/.test(cite);

/** `sentence` stands in the place of every erased quote. */
export function withoutVoices(recommendation: Recommendation, record: string, sentence: string): Recommendation {
	const forget = <T extends Pick<Evidence, 'record' | 'cite' | 'quote'>>(pieces: readonly T[]): T[] => {
		const forgotten = pieces.map((piece) =>
			piece.record === record && isVoice(piece) ? { ...piece, quote: sentence } : piece
		);
		// two sentences of one note can no longer be told apart
		return [...new Map(forgotten.map((piece) => [evidenceKey(piece), piece])).values()];
	};
	const finding = (one: Finding): Finding => ({ ...one, citations: forget(one.citations) });
	const alternative = (one: Alternative): Alternative => ({
		...one,
		evidence: forget(one.evidence),
		findings: one.findings.map(finding)
	});
	return {
		...recommendation,
		evidence: forget(recommendation.evidence),
		findings: recommendation.findings.map(finding),
		alternatives: recommendation.alternatives.map(alternative),
		rejected: recommendation.rejected.map(alternative),
		consultations: recommendation.consultations.map((consultation) =>
			consultation.outcome?.record === record
				? { ...consultation, outcome: { ...consultation.outcome, objections: [] } }
				: consultation
		)
	};
}

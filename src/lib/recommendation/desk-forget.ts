// What a recommendation keeps of a record that was erased: where its evidence stood and what was decided, no longer what people said. Pure.
import { evidenceKey, type Alternative, type Evidence, type Finding, type Recommendation } from './desk.ts';
import { inQuotes, quotedForms } from './quotation.ts';

/** What people wrote, wherever, and who they were. Decisions and ballots are results of the circle. */
const isVoice = ({ cite }: Pick<Evidence, 'cite'>): boolean => !/^[db]\d*$/.test(cite);

/** `sentence` stands in the place of every erased quote. */
export function withoutVoices(recommendation: Recommendation, record: string, sentence: string): Recommendation {
	const forget = <T extends Pick<Evidence, 'record' | 'cite' | 'quote'>>(pieces: readonly T[]): T[] => {
		const forgotten = pieces.map((piece) =>
			piece.record === record && isVoice(piece) ? { ...piece, quote: sentence } : piece
		);
		// two sentences of one note can no longer be told apart
		return [...new Map(forgotten.map((piece) => [evidenceKey(piece), piece])).values()];
	};
	const { evidence, findings, alternatives, rejected } = recommendation;
	const pieces = [
		...evidence,
		...findings.flatMap(({ citations }) => citations),
		...[...alternatives, ...rejected].flatMap((one) => [
			...one.evidence,
			...one.findings.flatMap((each) => each.citations)
		])
	];
	const quotes = [
		...new Set(pieces.filter((piece) => piece.record === record && isVoice(piece)).map(({ quote }) => quote))
	]
		.filter((quote) => quote !== '' && quote !== sentence)
		.sort((one, other) => other.length - one.length);
	/** Problem and reason begin as quotes of what people said. */
	const unquoted = (text: string): string =>
		quotes.flatMap(quotedForms).reduce((now, quoted) => now.replaceAll(quoted, inQuotes(sentence)), text);
	const finding = (one: Finding): Finding => ({ ...one, citations: forget(one.citations) });
	const alternative = (one: Alternative): Alternative => ({
		...one,
		reason: unquoted(one.reason),
		evidence: forget(one.evidence),
		findings: one.findings.map(finding)
	});
	return {
		...recommendation,
		problem: unquoted(recommendation.problem),
		reason: unquoted(recommendation.reason),
		evidence: forget(evidence),
		findings: findings.map(finding),
		alternatives: alternatives.map(alternative),
		rejected: rejected.map(alternative),
		consultations: recommendation.consultations.map((consultation) =>
			consultation.outcome?.record === record
				? { ...consultation, outcome: { ...consultation.outcome, objections: [], concerns: [] } }
				: consultation
		)
	};
}

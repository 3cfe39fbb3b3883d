// A document as plain structure: headings, paragraphs, lists, quotes and tables; and that of one recommendation. Knows no format.
import type { Certainty } from '#lib/catalogue/terms.ts';
import { wordsOf } from '#lib/evidence/fold.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { calendarDate, monthName } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import { evidenceFor, type Recommendation } from './desk.ts';
import type { EvidenceView } from './desk-evidence.ts';
import { inQuotes } from './quotation.ts';
import { countedWords, outcomeWords, placeDetails, placeHref, placeWords } from './place-words.ts';

export type DocumentCell = string | { text: string; href: string };
export type DocumentBlock =
	/** Under the title of its section. */
	| { kind: 'heading'; text: string }
	| { kind: 'paragraph'; text: string; strong?: boolean }
	| { kind: 'list'; items: readonly DocumentCell[]; ordered?: boolean }
	| { kind: 'quotes'; items: readonly { quote: string; source: DocumentCell; about: string }[] }
	| { kind: 'terms'; items: readonly { term: string; text: string }[] }
	| { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly DocumentCell[])[] };
/** `wide`: on paper across the page; such sections come last. `about` of a quote may be empty. */
export type DocumentSection = { title: string; blocks: readonly DocumentBlock[]; wide?: boolean };
export type PaperDocument = {
	language: 'pl' | 'en';
	title: string;
	/** Lines under the title: what it is, from where, of which day. */
	about: readonly string[];
	sections: readonly DocumentSection[];
	/** Last line, such as that this is no legal advice; empty where it was said before. */
	closing: string;
};

/** Steps that the document names. */
export const firstSteps = 3;

/** A document of something that rests on nothing is never issued; that it is too early may be said with little. */
export const mayBeIssued = (recommendation: Pick<Recommendation, 'evidence'>): boolean =>
	evidenceFor(recommendation).length > 0;

export const certaintyWords = (certainty: Certainty, words: Words): string =>
	words(`certainty_${certainty.toLowerCase() as Lowercase<Certainty>}`);

type Given = {
	recommendation: Recommendation;
	evidence: readonly EvidenceView[];
	recordOf: (id: string) => SessionRecord | null;
	/** In the language of the recommendation. */
	words: Words;
	/** "https://narada.example": links lead there. */
	origin: string;
	/** Day on which it is made, `2026-11-23`. */
	today: string;
};

export function recommendationDocument(given: Given): PaperDocument {
	const { recommendation, words, today } = given;
	return {
		language: recommendation.language,
		title: recommendation.title,
		about: [
			words(recommendation.kind === 'none' ? 'document_kind_none' : 'document_kind'),
			...(recommendation.laboratory.name ? [recommendation.laboratory.name] : []),
			`${words(`recommendation_status_${recommendation.status}`)}, ${calendarDate(today, words.language)}`
		],
		sections: [...opening(given), ...grounds(given), ...execution(given), ...closing(given)].filter(
			({ blocks }) => blocks.length > 0
		),
		closing: recommendation.model && recommendation.model.legal.length > 0 ? '' : words('legal_not_advice')
	};
}

function opening({ recommendation, words }: Given): DocumentSection[] {
	const { model, language, kind } = recommendation;
	const what = model ? `${model.name[language]} (${words(`kind_of_${kind}`)})` : words('recommendation_none_title');
	const terms = [
		{ term: words('recommendation_for_whom'), text: recommendation.forWhom },
		{ term: words('document_what'), text: what },
		{ term: words('recommendation_reason_field'), text: recommendation.reason }
	].filter(({ text }) => text !== '');
	return [
		{
			title: words('document_sentence'),
			blocks: [{ kind: 'terms', items: terms }, ...(model ? [] : paragraphs(words('recommendation_none_text')))]
		},
		{ title: words('document_problem'), blocks: paragraphs(recommendation.problem) },
		{
			title: words('document_model'),
			blocks: model
				? [
						{ kind: 'paragraph', text: model.oneLine[language] },
						{
							kind: 'paragraph',
							text: words('document_confidence', { confidence: words(`confidence_${recommendation.confidence}`) })
						}
					]
				: []
		},
		{ title: words('legal_title'), blocks: model ? legalBlocks(recommendation, words) : [] }
	];
}

function legalBlocks({ model }: Recommendation, words: Words): DocumentBlock[] {
	if (!model || model.legal.length === 0) return [];
	const titled = (numbers: readonly string[]): DocumentCell => {
		const known = model.sources.filter(({ number }) => numbers.includes(number));
		const text = known.map(({ title }) => title).join('; ') || words('legal_no_source');
		const href = known.length === 1 ? known[0]?.addresses[0] : undefined;
		return href ? { text, href } : text;
	};
	const rows = model.legal.map(({ text, english, certainty, checked, sources }) => [
		words.language === 'en' && english ? `${english} ${words('legal_original')} ${text}` : text,
		titled(sources),
		monthName(checked, words.language),
		certaintyWords(certainty, words)
	]);
	const head = [
		words('document_fact'),
		words('document_source'),
		words('document_checked'),
		words('document_certainty')
	];
	return [
		{ kind: 'table', caption: words('legal_title'), head, rows },
		{ kind: 'paragraph', text: words('legal_not_advice'), strong: true }
	];
}

function grounds({ recommendation, evidence, words, origin }: Given): DocumentSection[] {
	const none = recommendation.kind === 'none';
	/** Which of several sessions it is from, by its number among the annexes. */
	const annexOf = (record: string) => {
		const number = recommendation.records.findIndex(({ id }) => id === record) + 1;
		return recommendation.records.length > 1 && number > 0 ? [words('document_annex', { number })] : [];
	};
	const quotes = (stance: 'for' | 'against', empty: string): DocumentBlock[] => {
		const items = evidence
			.filter((piece) => piece.stance === stance)
			.map((piece) => ({
				quote: piece.quote,
				source: { text: placeWords(piece.cite, words), href: origin + placeHref(piece.record, piece.cite) },
				about: [
					...annexOf(piece.record),
					...(piece.place ? placeDetails(piece.place, words) : []),
					...(piece.state === 'same' ? [] : [words(`evidence_state_${piece.state}`)])
				].join('; ')
			}));
		return items.length > 0 ? [{ kind: 'quotes', items }] : paragraphs(empty);
	};
	const rows = recommendation.findings.map(({ text, english, kind, state, counted, citations }) => [
		(words.language === 'en' && english) || text,
		words(`finding_kind_${kind}`),
		[words(`compare_${state}`), ...(counted ? [countedWords(counted, words)] : [])].join('. '),
		citations.map(({ quote }) => inQuotes(quote)).join('; ') || words('document_no_data')
	]);
	const head = [words('document_need'), words('document_need_kind'), words('document_state'), words('document_said')];
	return [
		{ title: words(none ? 'evidence_too_early' : 'evidence_for'), blocks: quotes('for', words('evidence_for_none')) },
		{
			title: words(none ? 'evidence_tempting' : 'evidence_against'),
			blocks: quotes('against', none ? '' : words('evidence_against_none'))
		},
		{
			title: words('finding_title'),
			blocks:
				rows.length > 0
					? [
							{ kind: 'paragraph', text: words('document_unknown') },
							{ kind: 'table', caption: words('finding_title'), head, rows }
						]
					: []
		}
	];
}

function execution({ recommendation, words }: Given): DocumentSection[] {
	const open = words('document_open');
	const steps = recommendation.steps.slice(0, firstSteps);
	const stepRows = steps.map(({ text, owner, due }) => [
		text,
		owner || open,
		due ? calendarDate(due, words.language) : open
	]);
	return [
		{ title: words('recommendation_addressee'), blocks: paragraphs(recommendation.addressee) },
		{
			title: words('document_steps'),
			blocks:
				stepRows.length > 0
					? [
							{
								kind: 'table',
								caption: words('document_steps'),
								head: [words('step_text'), words('step_owner'), words('step_until')],
								rows: stepRows
							}
						]
					: []
		},
		{ title: words('recommendation_funding'), blocks: listOf(recommendation.funding) },
		{ title: words('recommendation_risks'), blocks: listOf(recommendation.risks) },
		{
			title: words('alternative_considered'),
			blocks: listOf([
				...recommendation.rejected.map(({ name, reason }) => `${name[words.language]}: ${reason}`),
				...recommendation.alternatives
					.slice(0, firstSteps)
					.map(({ name, reason }) => words('document_weaker', { model: name[words.language], reason }))
			])
		}
	];
}

/** The row of the table that evaluations use. */
export function tableRow(recommendation: Recommendation, words: Words): string[] {
	const steps = recommendation.steps.slice(0, firstSteps);
	const last = steps
		.map(({ due }) => due)
		.filter((due) => due !== '')
		.sort()
		.at(-1);
	return [
		recommendation.problem || recommendation.reason,
		recommendation.title,
		recommendation.addressee || words('document_open'),
		steps.map(({ text }) => text).join('; ') || words('document_open'),
		last ? calendarDate(last, words.language) : words('document_open'),
		words(`rank_${recommendation.rank}`)
	];
}

export const tableHead = (words: Words): string[] => [
	words('document_column_conclusion'),
	words('document_column_recommendation'),
	words('document_column_addressee'),
	words('document_column_how'),
	words('document_column_when'),
	words('rank_label')
];

function closing({ recommendation, words, recordOf, origin }: Given): DocumentSection[] {
	const sessions = recommendation.records.map(({ id, title, date }) => {
		const people = recordOf(id)?.participants.length ?? 0;
		const text = [
			`${title}, ${calendarDate(date, words.language)}`,
			...(people > 0 ? [words('document_people', { count: people })] : [])
		].join(', ');
		return { text, href: `${origin}/archive/${id}` };
	});
	const asked = recommendation.consultations.flatMap(({ title, date, outcome }) => {
		if (!outcome) return [];
		const said = [
			...outcome.objections.map((reason) => `${words('consult_objection')} ${inQuotes(reason)}`),
			...outcome.concerns.map((reason) => `${words('consult_concern')} ${inQuotes(reason)}`)
		];
		const verdict = outcome.agreed === null ? [] : [words(outcome.agreed ? 'consult_agreed' : 'consult_not_agreed')];
		const answer = [...verdict, outcomeWords(outcome, words)].join(', ');
		const text = [`${title}, ${calendarDate(outcome.date || date, words.language)}: ${answer}`, ...said];
		return [{ text: text.join('. '), href: origin + placeHref(outcome.record, outcome.cite) }];
	});
	const table: DocumentBlock = {
		kind: 'table',
		caption: words('document_table'),
		head: tableHead(words),
		rows: [tableRow(recommendation, words)]
	};
	// where nothing is recommended there is nothing to carry out
	const isDeed = recommendation.kind !== 'none';
	return [
		{ title: words('consult_title'), blocks: asked.length > 0 ? [{ kind: 'list', items: asked }] : [] },
		{ title: words('recommendation_notes'), blocks: paragraphs(recommendation.notes) },
		{ title: words('document_table'), blocks: isDeed ? [table] : [], wide: isDeed },
		{ title: words('document_annexes'), blocks: [{ kind: 'list', items: sessions, ordered: true }], wide: isDeed }
	];
}

const paragraphs = (text: string): DocumentBlock[] =>
	text
		.split(/\n+/)
		.filter((line) => line.trim() !== '')
		.map((line) => ({ kind: 'paragraph', text: line }));

const listOf = (items: readonly string[]): DocumentBlock[] => (items.length > 0 ? [{ kind: 'list', items }] : []);

/** Plain letters and dashes, for a file that any system keeps. */
export const fileName = (title: string): string => wordsOf(title).slice(0, 10).join('-').slice(0, 80) || 'narada';

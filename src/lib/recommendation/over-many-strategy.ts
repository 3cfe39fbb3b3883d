// Assumptions for a strategy, drawn from many sessions: goals by area, evidence, gaps, institutions and money with its certainty. Pure.
import { modelOf, type Catalogue } from '#lib/catalogue/catalogue.ts';
import { areas, type Area, type Certainty } from '#lib/catalogue/terms.ts';
import { spokenIn } from '#lib/catalogue/english.ts';
import { fold } from '#lib/evidence/fold.ts';
import { sectors } from '#lib/people/people.ts';
import { calendarDate, monthName } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import { certaintyWords, type DocumentBlock, type DocumentCell, type PaperDocument } from './document.ts';
import { outcomeKey } from './over-many-decisions.ts';
import type { OverMany } from './over-many.ts';
import { consentWords, placeHref, placeWords } from './place-words.ts';
import { inQuotes } from './quotation.ts';
import { strengthWords } from './strength-words.ts';

const themesNamed = 12;
const institutionsNamed = 60;

type Given = {
	many: OverMany;
	catalogue: Catalogue;
	words: Words;
	/** "gmina Mochowo", a laboratory, a span of time: what was asked for. */
	scope: readonly string[];
	origin: string;
	today: string;
};

export function strategyDocument(given: Given): PaperDocument {
	const { words, scope, today, many } = given;
	const people = many.sessions.reduce((sum, session) => sum + session.people, 0);
	return {
		language: words.language,
		title: words('strategy_title'),
		about: [
			...(many.simulated ? [words('example_badge')] : []),
			...scope,
			words('strategy_basis', { count: many.sessions.length, people }),
			calendarDate(today, words.language)
		],
		sections: [
			{ title: words('strategy_how'), blocks: [{ kind: 'paragraph' as const, text: words('strategy_how_text') }] },
			...areas.map((area) => ({
				title: words('strategy_area', { area: words(`area_${area}`) }),
				blocks: goals(given, area)
			})),
			{ title: words('many_themes'), blocks: themes(given) },
			{ title: words('many_gaps'), blocks: gaps(given) },
			{ title: words('many_matches'), blocks: partnerships(given) },
			{ title: words('many_decided'), blocks: decisions(given) },
			{ title: words('many_institutions'), blocks: institutions(given) },
			{ title: words('recommendation_funding'), blocks: funding(given) },
			{ title: words('document_annexes'), blocks: annexes(given) }
		].filter(({ blocks }) => blocks.length > 0),
		closing: words('legal_not_advice')
	};
}

const cited = ({ origin, words }: Given, { record, cite, quote }: { record: string; cite: string; quote: string }) => ({
	quote,
	source: { text: placeWords(cite, words), href: origin + placeHref(record, cite) }
});

function sessionName({ many, words }: Given, id: string): string {
	const session = many.sessions.find((one) => one.id === id);
	return session ? `${session.title}, ${calendarDate(session.date, words.language)}` : '';
}

/** Number of a session among the annexes, where there are several. */
function annexName({ many, words }: Given, id: string): string {
	const number = many.sessions.findIndex((one) => one.id === id) + 1;
	return many.sessions.length > 1 && number > 0 ? words('document_annex', { number }) : '';
}

/** Without what its full name adds in brackets: which model of the project it is. */
const nameIn = ({ catalogue, words }: Given, model: string): string =>
	(modelOf(catalogue, model)?.name[words.language] ?? model).replace(/ \((model|the) .*\)$/, '');

function goals(given: Given, area: Area): DocumentBlock[] {
	const { many, catalogue, words } = given;
	return many.strengths
		.filter((strength) => strength.areas.includes(area))
		.flatMap((strength): DocumentBlock[] => {
			const modernises = strength.kind === 'modernise';
			const named = words(modernises ? 'strategy_goal_modernise' : 'strategy_goal_new', {
				model: nameIn(given, strength.model)
			});
			const title = modelOf(catalogue, strength.model)?.title?.[modernises ? 'modernise' : 'new'];
			const goal = title?.[words.language] ?? named;
			if (strength.areas[0] !== area) {
				const home = words(`area_${strength.areas[0] ?? area}`);
				return [{ kind: 'paragraph', text: words('strategy_see_area', { goal, area: home }) }];
			}
			const quotes = [
				...strength.evidenceFor
					.slice(0, 3)
					.map((piece) => ({ ...cited(given, piece), about: annexName(given, piece.record) })),
				...strength.evidenceAgainst.slice(0, 2).map((piece) => ({
					...cited(given, piece),
					about: [words('strategy_against'), annexName(given, piece.record)].filter(Boolean).join('; ')
				}))
			];
			return [
				{ kind: 'heading', text: goal },
				{ kind: 'paragraph', text: strengthWords(strength, words) },
				...(quotes.length > 0 ? [{ kind: 'quotes' as const, items: quotes }] : [])
			];
		});
}

function themes(given: Given): DocumentBlock[] {
	const { many, catalogue, words } = given;
	const rows = many.themes
		.slice(0, themesNamed)
		.map(({ concept, sessions, places, quotes }): DocumentCell[] => [
			catalogue.concepts.find(({ id }) => id === concept)?.label[words.language] ?? concept,
			String(sessions.length),
			places.join(', '),
			quotes[0] ? inQuotes(quotes[0].quote) : ''
		]);
	const head = [
		words('many_theme'),
		words('many_column_sessions'),
		words('many_column_places'),
		words('many_column_voice')
	];
	return rows.length > 0 ? [{ kind: 'table', caption: words('many_themes'), head, rows }] : [];
}

function gaps(given: Given): DocumentBlock[] {
	const { many, words } = given;
	const rows = many.gaps.map(({ text, english, model, kind, sessions }) => [
		(words.language === 'en' && english) || text,
		nameIn(given, model),
		words(`finding_kind_${kind}`),
		String(sessions.length)
	]);
	const head = [
		words('document_need'),
		words('many_column_model'),
		words('document_need_kind'),
		words('many_column_sessions')
	];
	return rows.length > 0 ? [{ kind: 'table', caption: words('many_gaps'), head, rows }] : [];
}

function partnerships(given: Given): DocumentBlock[] {
	const { many, words } = given;
	const side = ({ institution, sector, quote }: OverMany['matches'][number]['offer']) =>
		`${institution || (sector ? words(`sector_${sector}`) : words('many_somebody'))}: ${inQuotes(quote)}`;
	const rows = many.matches.map(({ offer, need }) => [side(offer), side(need)]);
	const head = [words('many_offer'), words('many_need')];
	return rows.length > 0 ? [{ kind: 'table', caption: words('many_matches'), head, rows }] : [];
}

function decisions(given: Given): DocumentBlock[] {
	const { many, words } = given;
	const rows = many.decisions.map(({ record, cite, quote, outcome, votes, consent }): DocumentCell[] => [
		{ text: quote, href: given.origin + placeHref(record, cite) },
		words(`many_outcome_${outcomeKey(outcome)}`),
		votes ? words('place_votes', votes) : consent ? consentWords(consent, words) : words('document_not_counted'),
		sessionName(given, record)
	]);
	const head = [
		words('document_decision'),
		words('document_state'),
		words('many_column_votes'),
		words('many_column_session')
	];
	return rows.length > 0 ? [{ kind: 'table', caption: words('many_decided'), head, rows }] : [];
}

function institutions({ many, words }: Given): DocumentBlock[] {
	return sectors.flatMap((sector): DocumentBlock[] => {
		const names = many.institutions
			.filter((one) => one.sector === sector)
			.slice(0, institutionsNamed)
			.map(({ name, sessions }) => (sessions.length > 1 ? `${name} (${sessions.length})` : name));
		return names.length > 0
			? [{ kind: 'terms', items: [{ term: words(`sector_${sector}`), text: names.join('; ') }] }]
			: [];
	});
}

export type FundingLine = { source: string; models: string[]; certainty: Certainty; checked: string };

/** Sources of the proposed models; sure only where a legal fact of the catalogue names the same source. */
export function fundingOf(models: readonly string[], catalogue: Catalogue): FundingLine[] {
	const lines = new Map<string, FundingLine>();
	for (const id of models) {
		const model = modelOf(catalogue, id);
		for (const source of model?.funding ?? []) {
			const fact = factOn(source, catalogue);
			const { certainty = 'C', checked = '' } = fact ?? {};
			const known = lines.get(fold(source)) ?? { source, models: [], certainty, checked };
			lines.set(fold(source), known);
			known.models.push(id);
		}
	}
	return [...lines.values()].sort((one, other) => other.models.length - one.models.length);
}

/** A source has a name of its own when it has a word in capitals, such as PFRON or OWES. */
function factOn(source: string, catalogue: Catalogue) {
	const own = source.match(/\p{Lu}{3,}/gu) ?? [];
	return catalogue.models
		.flatMap(({ legal }) => legal)
		.find(({ text }) => own.length > 0 && own.every((name) => text.includes(name)));
}

function funding(given: Given): DocumentBlock[] {
	const { many, catalogue, words } = given;
	const lines = fundingOf(
		many.strengths.map(({ model }) => model),
		catalogue
	);
	const rows = lines.map(({ source, models, certainty, checked }) => [
		spokenIn(words.language, source).text,
		models.map((id) => nameIn(given, id)).join('; '),
		[certaintyWords(certainty, words), checked && words('legal_checked', { month: monthName(checked, words.language) })]
			.filter(Boolean)
			.join(', ')
	]);
	const head = [words('document_source'), words('many_column_model'), words('document_certainty')];
	return rows.length > 0
		? [
				{ kind: 'table', caption: words('recommendation_funding'), head, rows },
				{ kind: 'paragraph', text: words('strategy_funding_text') }
			]
		: [];
}

const annexes = ({ many, words, origin }: Given): DocumentBlock[] => [
	{
		kind: 'list',
		ordered: true,
		items: many.sessions.map(({ id, title, date, people }) => ({
			text: `${title}, ${calendarDate(date, words.language)}, ${words('document_people', { count: people })}`,
			href: `${origin}/archive/${id}`
		}))
	}
];

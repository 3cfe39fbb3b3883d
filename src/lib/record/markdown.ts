// A record as one Markdown text in the reader's language, complete and with its citation ids. Pure; knows no page.
import type { Choice } from '#lib/ballot/ballot.ts';
import { choiceText, voteText } from '#lib/ballot/choice-words.ts';
import { spokenReceipt } from '#lib/ballot/receipt.ts';
import { methodFrom } from '#lib/ballot/stance.ts';
import { majorityText, rounded, verdictOf } from '#lib/ballot/verdict.ts';
import { isRejected, numbersLine } from '#lib/decision/numbers.ts';
import { decisionMethod } from '#lib/decision/method-words.ts';
import type { Sector } from '#lib/people/people.ts';
import { territoryLine } from '#lib/laboratory/territory.ts';
import { calendarDate, type Zone } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import { isWorthALine, markLine } from './mark-lines.ts';
import { agendaSection } from './markdown-agenda.ts';
import { cite, plain, section } from './markdown-text.ts';
import { byCluster, peopleBySector, stickyGroups } from './outline.ts';
import { reactionLine } from './reaction-line.ts';
import type { SessionRecord } from './record.ts';

export function recordMarkdown(record: SessionRecord, words: Words, zone?: Zone): string {
	const sections = [
		head(record, words),
		decisions(record, words),
		tasks(record, words),
		topics(record, words),
		stickies(record, words),
		images(record, words),
		marks(record, words),
		ballots(record, words),
		notes(record, words),
		people(record, words),
		agendaSection(record, words, zone)
	];
	return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function head(
	{ title, date, place, territory, laboratory, example, participants }: SessionRecord,
	words: Words
): string {
	const facts = [
		laboratory.name && plain(laboratory.name),
		date && calendarDate(date, words.language, true),
		place && plain(place),
		territoryLine(territory, words),
		words('record_people_count', { count: participants.length })
	].filter(Boolean);
	const lines = [`# ${plain(title)}`, '', ...facts.map((fact) => `- ${fact}`)];
	if (example) lines.push('', `*${words('example_note_title')}. ${words('example_note_text')}*`);
	return lines.join('\n');
}

function decisions(record: SessionRecord, words: Words): string {
	const lines = record.decisions.flatMap(({ id, text, method, yes, no, abstain, objections }) => {
		const counted = { yes, no, abstain };
		const how = [
			isRejected(counted) ? words('decision_rejected') : '',
			decisionMethod(method, objections.length, words),
			numbersLine(counted, words)
		]
			.filter(Boolean)
			.join(', ');
		return [
			`- ${cite(id)} **${plain(text)}**${how ? ` (${how})` : ''}`,
			...objections.map(({ reason, sector }) => {
				const who = sector ? ` (${words(`sector_${sector}`)})` : '';
				return `  - ${words('decision_objection')}${who}: ${plain(reason)}`;
			})
		];
	});
	return section(words('record_decisions'), lines);
}

function tasks(record: SessionRecord, words: Words): string {
	const lines = record.tasks.map(({ id, text, owner, due, status }) => {
		const who = [plain(owner), due && words('task_due', { date: calendarDate(due, words.language) })]
			.filter(Boolean)
			.join(', ');
		return `- [${status === 'done' ? 'x' : ' '}] ${cite(id)} ${plain(text)}${who ? ` – ${who}` : ''}`;
	});
	return section(words('record_tasks'), lines);
}

function topics(record: SessionRecord, words: Words): string {
	const lines = record.topics.flatMap(({ id, topic }) =>
		topic ? [`- ${cite(id)} ${plain(topic.item.title)} (${words(`topic_reason_${topic.reason}`)})`] : []
	);
	return section(words('topic_title'), lines);
}

function stickies(record: SessionRecord, words: Words): string {
	const lines = stickyGroups(record).flatMap(({ frame, stickies: group }, index) => [
		...(index > 0 ? [''] : []),
		`### ${frame === null ? words('record_no_frame') : plain(frame)}`,
		'',
		...byCluster(group, record.clusters).flatMap(({ cluster, stickies: inside }, at) => [
			...(cluster
				? [...(at > 0 ? [''] : []), `#### ${cite(cluster.id)} ${plain(cluster.name || words('cluster_unnamed'))}`, '']
				: at > 0
					? ['', `#### ${words('cluster_loose')}`, '']
					: []),
			...inside.flatMap(({ id, text, votes, sector, sources = [], replies = [], reactions = [] }) => {
				const about = [sector && words(`sector_${sector}`), votes > 0 && words('sticky_dots', { count: votes })]
					.filter(Boolean)
					.join(', ');
				return [
					`- ${cite(id)} ${plain(text)}${about ? ` (${about})` : ''}`,
					...sources.map((source) => `  - + ${plain(source.text)}`),
					...replies.map((reply) => `  - ↩ ${plain(reply.text)}`),
					...(reactions.length ? [`  - ${reactionLine(reactions, words)}`] : [])
				];
			})
		])
	]);
	return section(words('record_stickies'), lines);
}

function marks(record: SessionRecord, words: Words): string {
	const lines = record.marks.filter(isWorthALine).map((mark) => `- ${cite(mark.id)} ${plain(markLine(mark, words))}`);
	const drawn = record.marks.filter(({ kind }) => kind === 'stroke').length;
	if (drawn) lines.push(`- ${words('record_drawings', { count: drawn })}`);
	return section(words('record_marks'), lines);
}

function images(record: SessionRecord, words: Words): string {
	const lines = record.images.map(({ id, alt, frame }) => {
		const where = frame ? ` (${plain(frame)})` : '';
		return `- ${cite(id)} ${plain(alt || words('image_without_alt'))}${where}`;
	});
	return section(words('record_images'), lines);
}

function ballots(record: SessionRecord, words: Words): string {
	const lines = record.ballots.flatMap((ballot, index) => [...(index > 0 ? [''] : []), ...ballotLines(ballot, words)]);
	return section(words('record_ballots'), lines);
}

function ballotLines(ballot: SessionRecord['ballots'][number], words: Words): string[] {
	const { id, question, proposal, secret, choices, follows, remarks = [], tally } = ballot;
	const method = methodFrom(ballot.method);
	const { result, receipts = [], reasons = [] } = tally;
	const facts = [
		words(secret ? 'record_ballot_secret' : 'record_ballot_open'),
		words(`ballot_method_${method}`),
		words('ballot_result_voted', { count: tally.voted }),
		tally.entered ? words('ballot_entered', { count: tally.entered }) : null,
		majorityText(result, words),
		follows ? `${words('record_ballot_follows')} ${cite(follows)}` : null
	].filter((fact) => fact !== null);
	const verdict = tally.withheld ? words('ballot_result_withheld') : verdictOf(choices, tally, words);
	const numbers = tally.withheld
		? []
		: choices.map((choice) => `- ${plain(choiceText(choice, words))}: ${countText(choice.id)}`);
	function countText(choice: string): string {
		const scores = result?.method === 'score' ? result.scores[choice] : undefined;
		if (!scores) return String(tally.counts[choice] ?? 0);
		if (scores.mean === null) return words('ballot_score_none');
		const median = words('ballot_score_median', { median: rounded(scores.median ?? 0, words), count: scores.n });
		return `${words('ballot_score_mean', { mean: rounded(scores.mean, words) })}, ${median}`;
	}
	const nameOf = (choice: string | null) => {
		const found = choices.find((each) => each.id === choice);
		return found ? `${plain(choiceText(found, words))}: ` : '';
	};
	return [
		`### ${cite(id)} ${plain(question)}`,
		'',
		...(proposal ? [`> ${plain(proposal)}`, ''] : []),
		facts.join(', '),
		...remarks.map(({ step, text, sector }, index) => {
			const who = sector ? ` (${words(`sector_${sector}`)})` : '';
			return `${index === 0 ? '\n' : ''}- ${words(`ballot_step_${step}`)}${who}: ${plain(text)}`;
		}),
		...(verdict ? ['', `**${plain(verdict)}**`] : []),
		...(numbers.length > 0 ? ['', ...numbers] : []),
		...(result?.method === 'ranking' && choices.length > 0 ? ['', ...pairsTable(choices, result.pairwise, words)] : []),
		...(reasons.length > 0
			? [
					'',
					`${words('ballot_reasons')}:`,
					'',
					...reasons.map(({ choice, reason }) => `- ${nameOf(choice)}${plain(reason)}`)
				]
			: []),
		...(receipts.length > 0
			? [
					'',
					`${words('ballot_receipts')}:`,
					'',
					...receipts.map(
						({ code, vote }) => `- ${spokenReceipt(code)}: ${plain(voteText(method, choices, vote, words))}`
					)
				]
			: [])
	];
}

function pairsTable(choices: readonly Choice[], pairwise: readonly (readonly number[])[], words: Words): string[] {
	const names = choices.map((choice) => plain(choiceText(choice, words)));
	return [
		`${words('ballot_pairs')}:`,
		'',
		`|  | ${names.join(' | ')} |`,
		`|${' --- |'.repeat(names.length + 1)}`,
		...names.map(
			(name, row) =>
				`| ${name} | ${names.map((_, column) => (row === column ? '–' : (pairwise[row]?.[column] ?? 0))).join(' | ')} |`
		)
	];
}

function notes(record: SessionRecord, words: Words): string {
	const lines = record.notes.flatMap(({ id, title, markdown }, index) => [
		...(index > 0 ? [''] : []),
		`### ${[cite(id), plain(title)].filter(Boolean).join(' ')}`,
		'',
		deeper(markdown.trim())
	]);
	return section(words('record_notes'), lines);
}

/** The headings of a note stand below the heading of its section; what is inside code stays as it is. */
function deeper(markdown: string): string {
	let code = false;
	return markdown
		.split('\n')
		.map((line) => {
			if (/^\s*(```|~~~)/.test(line)) code = !code;
			const level = code ? 0 : (/^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0);
			return level === 0 ? line : `${'#'.repeat(Math.min(6, level + 3))}${line.slice(level)}`;
		})
		.join('\n');
}

function people(record: SessionRecord, words: Words): string {
	const lines = peopleBySector(record.participants).flatMap(({ sector, people: group }) => [
		`- ${sector ? words(`sector_${sector}`) : words('record_no_sector')}${spoken(record, sector, words)}`,
		...group.map(({ id, institution }) => `  - ${cite(id)} ${plain(institution)}`)
	]);
	return section(words('record_people'), lines);
}

function spoken({ floor }: SessionRecord, of: Sector | null, words: Words): string {
	const own = of && floor.find(({ sector }) => sector === of);
	if (!own) return '';
	const { hands, turns } = own;
	return ` – ${words('record_floor_hands', { count: hands })}, ${words('record_floor_turns', { count: turns })}`;
}

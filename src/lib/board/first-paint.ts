// The board as plain HTML for the first answer of a page: read at once, also without JavaScript, and replaced when the live board is
// there. A string and not a component, so that it costs no page any script. Knows no session.
import type * as Y from 'yjs';
import { sectorShapes } from '#lib/people/sector-shapes.ts';
import type { Words } from '#lib/ui/words.ts';
import { frames, made, stickies as stickiesOf } from './board.ts';
import { clusters } from './clusters/clusters.ts';
import { paperOf } from './paper.ts';
import { reactionsBy } from './reactions/reactions.ts';
import { signShapes } from './reactions/sign-shapes.ts';
import { rowsOfFrames } from './scene.ts';
import { signCounts, type Reaction, type Sticky } from './thing.ts';

/** Stickies in one answer; of more it is said how many. */
export const firstPaintLimit = 300;

/** From so many on the list has search above it. */
const searchFrom = 12;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The frames of an item with their stickies, or of all items when it has none. */
export function firstPaint(doc: Y.Doc, item: string | null, words: Words, limit = firstPaintLimit): string {
	const all = frames(doc);
	const ofItem = all.filter((frame) => item !== null && frame.item === item);
	const shown = ofItem.length ? ofItem : all;
	const stickies = stickiesOf(doc);
	const groups = new Map(clusters(doc).map(({ id, name }) => [id, name || words('cluster_unnamed')]));
	const groupOf = ({ cluster }: Sticky) => (cluster !== null && groups.has(cluster) ? cluster : null);
	const given = reactionsBy(doc);
	let room = limit;
	const cards = (inside: readonly Sticky[]) =>
		inside.map((sticky) => card(doc, sticky, given.get(sticky.id) ?? [], words)).join('');
	const section = (name: string, inside: readonly Sticky[], prompt = '', place = ''): string => {
		const first = inside.slice(0, Math.max(0, room));
		room -= first.length;
		const left = inside.length - first.length;
		const together = [...new Set(first.map(groupOf))];
		const lists = together.map((group) => {
			const head = group === null ? words('cluster_loose') : groups.get(group)!;
			const named = together.length > 1 || group !== null ? `<h3>${escaped(head)}</h3>` : '';
			const list = cards(first.filter((sticky) => groupOf(sticky) === group));
			return `${named}<ul role="list"${group === null ? '' : ' class="inside"'}>${list}</ul>`;
		});
		const more = left > 0 ? `<p>${escaped(words('board_more_later', { count: left }))}</p>` : '';
		const empty = inside.length ? '' : `<p class="none">${escaped(words('board_frame_empty_read'))}</p>`;
		const asks = prompt && `<p class="asks">${escaped(prompt)}</p>`;
		const head = `<h2>${escaped(name)} <span class="number">${inside.length}</span></h2>${asks}`;
		return `<section${place}>${head}${lists.join('')}${more}${empty}</section>`;
	};
	// in the hall frames stand as they stand on the board
	const rows = rowsOfFrames(shown);
	const placeOf = (frame: (typeof shown)[number]) => {
		const row = rows.findIndex((each) => each.includes(frame));
		return ` style="--row:${row + 1};--column:${rows[row]!.indexOf(frame) + 1}"`;
	};
	const sections = shown.map((frame) =>
		section(
			frame.name,
			stickies.filter((sticky) => sticky.frame === frame.id),
			frame.prompt,
			placeOf(frame)
		)
	);
	const homes = new Set(all.map(({ id }) => id));
	const loose = ofItem.length ? [] : stickies.filter(({ frame }) => frame === null || !homes.has(frame));
	if (loose.length) sections.push(section(words('board_no_frame'), loose));
	// what stands above the cards in the list, so that nothing jumps when it comes
	const chips = shown
		.map(({ id, name }) => {
			const count = stickies.filter(({ frame }) => frame === id).length;
			return `<span>${escaped(name)} <b class="number">${count}</b></span>`;
		})
		.join('');
	const above = `<div class="faces"></div>`;
	const tools = stickies.length >= searchFrom || groups.size > 0 ? '<div class="tools"></div>' : '';
	return (
		above + (shown.length > 1 ? `<div class="chips" aria-hidden="true">${chips}</div>` : '') + tools + sections.join('')
	);
}

const drawn = (path: string, fill = '') =>
	`<svg viewBox="0 0 16 16" aria-hidden="true"${fill}><path d="${path}"/></svg>`;

function card(doc: Y.Doc, sticky: Sticky, given: readonly Reaction[], words: Words): string {
	const attested = made(doc, sticky.id);
	const { sector } = attested ?? {};
	const who = sector
		? `<small>${drawn(sectorShapes[sector], ` style="fill:var(--sector-${sector})"`)}${escaped(words(`sector_${sector}`))}</small>`
		: '';
	const signs = signCounts(given).map(([sign, count]) => {
		const line = escaped(words('reaction_line', { sign: words(`sign_${sign}`), count }));
		return `<span title="${line}">${drawn(signShapes[sign])}<span class="number">${count}</span></span>`;
	});
	const foot = `<div class="foot">${who}${signs.length ? `<span class="signs">${signs.join('')}</span>` : ''}</div>`;
	return `<li style="background:${escaped(paperOf(sticky, attested))}"><p>${escaped(sticky.text)}</p>${foot}</li>`;
}

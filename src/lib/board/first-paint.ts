// The board as plain HTML for the first answer of a page: read at once, also without JavaScript, and replaced when the live board is
// there. A string and not a component, so that it costs no page any script. Knows no session.
import type * as Y from 'yjs';
import type { Words } from '#lib/ui/words.ts';
import { frames, made, stickies as stickiesOf } from './board.ts';
import { clusters } from './clusters/clusters.ts';
import { paperOf } from './paper.ts';
import { rowsOfFrames } from './scene.ts';
import type { Sticky } from './thing.ts';

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
	let room = limit;
	const cards = (inside: readonly Sticky[]) => inside.map((sticky) => card(doc, sticky, words)).join('');
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
	const chips = shown.map(({ name }) => `<span>${escaped(name)}</span>`).join('');
	const above = `<div class="faces"></div>`;
	const tools = stickies.length >= searchFrom || groups.size > 0 ? '<div class="tools"></div>' : '';
	return (
		above + (shown.length > 1 ? `<div class="chips" aria-hidden="true">${chips}</div>` : '') + tools + sections.join('')
	);
}

function card(doc: Y.Doc, sticky: Sticky, words: Words): string {
	const attested = made(doc, sticky.id);
	const sector = attested?.sector ? `<small>${escaped(words(`sector_${attested.sector}`))}</small>` : '';
	return `<li style="background:${escaped(paperOf(sticky, attested))}"><p>${escaped(sticky.text)}</p>${sector}</li>`;
}

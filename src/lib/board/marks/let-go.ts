// What happens to arrows when the thing that they hold on to goes away: their ends stay where it was. Knows no screen.
import * as Y from 'yjs';
import type { Place } from '../slots.ts';

/**
 * Keeps the place of a thing in the ends of the arrows at it, within the transaction that removes it. The name of the
 * thing stays in the end: when its removal is undone, the arrow holds on to it again.
 */
export function letGo(things: Y.Map<unknown>, id: string, [x, y, width, height]: Place): void {
	const point = { thing: id, x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
	things.forEach((value) => {
		if (!(value instanceof Y.Map) || value.get('kind') !== 'arrow') return;
		for (const end of ['from', 'to'])
			if ((value.get(end) as { thing?: unknown } | undefined)?.thing === id) value.set(end, point);
	});
}

// What the projector shows besides what runs now: a scene of its own, a queue, overlays, zoom, and the call to everyone. Pure.
import * as v from 'valibot';

export const messageLimit = 200;
/** Steps of text size on a projector, which keeps them itself; never smaller than what fits the hall. */
export const zoomSteps = { least: 0, most: 6 } as const;
/** A projector's size after some steps more or less. */
export const zoomAfter = (steps: number, by: number): number =>
	Math.max(zoomSteps.least, Math.min(zoomSteps.most, Math.round(steps + by)));

/** What the desk asks for is added to what a projector remembers: from wherever that is, each end can be reached. */
export const zoomWishes = { least: -zoomSteps.most, most: zoomSteps.most } as const;

/** `now` follows the running item. */
export const sceneSchema = v.variant('kind', [
	v.object({ kind: v.literal('now') }),
	v.object({ kind: v.literal('board') }),
	v.object({ kind: v.literal('agenda') }),
	v.object({ kind: v.literal('people') }),
	v.object({ kind: v.literal('decisions') }),
	v.object({ kind: v.literal('join') }),
	v.object({ kind: v.literal('ballot'), ballot: v.string() }),
	v.object({ kind: v.literal('note'), item: v.string() }),
	v.object({
		kind: v.literal('message'),
		text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(messageLimit))
	})
]);
export type Scene = v.InferOutput<typeof sceneSchema>;
export const queueLimit = 20;

export const overlaySchema = v.object({
	/** A line over everything; empty for none. */
	message: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(messageLimit)), ''),
	/** The countdown large over the scene. */
	countdown: v.optional(v.boolean(), false),
	/** The join code large over the scene. */
	code: v.optional(v.boolean(), false)
});
export type Overlay = v.InferOutput<typeof overlaySchema>;

export type Projection = {
	blank: boolean;
	scene: Scene;
	queue: Scene[];
	overlay: Overlay;
	/** What the desk asks for, in steps; each projector adds what changes to its own size. */
	zoom: number;
};

export const initialProjection: Projection = {
	blank: false,
	scene: { kind: 'now' },
	queue: [],
	overlay: { message: '', countdown: false, code: false },
	zoom: 0
};

export type ProjectionEvent =
	| { type: 'projector.blanked'; blank: boolean }
	| { type: 'projector.shown'; scene: Scene }
	| { type: 'projector.queued'; queue: Scene[] }
	| { type: 'projector.advanced' }
	| { type: 'projector.overlaid'; overlay: Overlay }
	| { type: 'projector.zoomed'; zoom: number };

export function foldProjection(projection: Projection, event: ProjectionEvent): Projection {
	switch (event.type) {
		case 'projector.blanked':
			return { ...projection, blank: event.blank };
		case 'projector.shown':
			return { ...projection, scene: event.scene, blank: false };
		case 'projector.queued':
			return { ...projection, queue: event.queue };
		case 'projector.advanced': {
			const [scene, ...queue] = projection.queue;
			return scene ? { ...projection, scene, queue, blank: false } : { ...projection, scene: { kind: 'now' } };
		}
		case 'projector.overlaid':
			return { ...projection, overlay: event.overlay };
		case 'projector.zoomed':
			return { ...projection, zoom: event.zoom };
	}
}

/** A call to everyone to come to what runs now: `soft` asks, `hard` takes them there; it releases itself with the next item. */
export type Call = { kind: 'soft' | 'hard'; at: number } | null;

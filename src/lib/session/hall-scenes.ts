// The scenes that the screen of the hall can show in this session, and what each is called. Pure.
import type { Scene } from '#lib/projector/projector.ts';
import type { FacilitatorView } from '#lib/protocol/views.ts';
import type { Words } from '#lib/ui/words.ts';

type Shown = Pick<FacilitatorView, 'agenda' | 'ballots'>;

const always = ['now', 'board', 'agenda', 'people', 'decisions', 'join'] as const;

/** What can be shown now, newest ballot first; notes only of items that have run. */
export const hallScenes = ({ agenda, ballots }: Shown): Scene[] => [
	...always.map((kind) => ({ kind })),
	...[...ballots].reverse().map(({ id }): Scene => ({ kind: 'ballot', ballot: id })),
	...agenda
		.filter(({ activity, spans }) => activity.kind === 'note' && spans.length > 0)
		.map(({ id }): Scene => ({ kind: 'note', item: id }))
];

export function sceneWords(scene: Scene, { agenda, ballots }: Shown, words: Words): string {
	switch (scene.kind) {
		case 'ballot':
			return words('hall_scene_ballot', { title: ballots.find(({ id }) => id === scene.ballot)?.question ?? '' });
		case 'note':
			return words('hall_scene_note', { title: agenda.find(({ id }) => id === scene.item)?.title ?? '' });
		case 'message':
			return words('hall_scene_message', { title: scene.text });
		default:
			return words(`hall_scene_${scene.kind}`);
	}
}

/** The same for two scenes that show the same. */
export const sceneKey = (scene: Scene): string => JSON.stringify(scene);

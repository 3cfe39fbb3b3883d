// What people do in an agenda item: the closed list of activities and what each needs to be prepared.
import * as v from 'valibot';
import { boardTools } from '#lib/board/rights.ts';
import { frameTemplates } from '#lib/board/templates.ts';
import { ballotPlanSchema } from '#lib/ballot/ballot-schema.ts';

export const activityKinds = ['board', 'ballot', 'note', 'talk', 'break'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activitySchema = v.variant('kind', [
	v.object({
		kind: v.literal('board'),
		/** Which frames the board gets when the item starts for the first time. */
		template: v.optional(v.picklist(frameTemplates), 'open'),
		/** What participants may use; everything when it is not said. */
		tools: v.optional(v.array(v.picklist(boardTools)))
	}),
	v.object({ kind: v.literal('ballot'), ballot: ballotPlanSchema }),
	v.object({ kind: v.literal('note') }),
	v.object({ kind: v.literal('talk') }),
	v.object({ kind: v.literal('break') })
]);
export type Activity = v.InferOutput<typeof activitySchema>;

/** An activity of that kind as it is first offered. */
export function newActivity(kind: ActivityKind, question: string): Activity {
	switch (kind) {
		case 'board':
			return { kind, template: 'open' };
		case 'ballot':
			return { kind, ballot: { question, method: 'yes-no-abstain', choices: [], secret: true, dots: 5 } };
		default:
			return { kind };
	}
}

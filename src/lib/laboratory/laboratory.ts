// A Laboratory: the standing circle with its purpose and territory; it owns its sessions. Knows no store.
import * as v from 'valibot';

export const territorySchema = v.object({
	gmina: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
	powiat: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
	wojewodztwo: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), '')
});
export type Territory = v.InferOutput<typeof territorySchema>;

export const circles = ['fixed', 'changing'] as const;

export const laboratoryDraftSchema = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
	purpose: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000)), ''),
	territory: territorySchema,
	circle: v.optional(v.picklist(circles), 'changing')
});
export type LaboratoryDraft = v.InferOutput<typeof laboratoryDraftSchema>;

export type Laboratory = LaboratoryDraft & {
	id: string;
	/** ms since the epoch */
	createdAt: number;
	/** Made from simulated content; every page says so. */
	example?: boolean;
};

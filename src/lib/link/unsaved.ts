// How many changes of a document an earlier page of this device could not save: under which name the number is kept.
import type { Role } from '#lib/people/people.ts';

export const unsavedKey = (at: { session: string; role: Role }, document: string): string =>
	`narada:unsaved:${at.session}:${at.role}:${document}`;

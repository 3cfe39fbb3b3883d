// What every page knows of its reader: the language and whether the organiser is signed in.
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({ language: locals.language, organiser: locals.organiser });

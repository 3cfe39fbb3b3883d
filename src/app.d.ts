// What every request carries; filled by hooks.server.ts.
import type { Language } from '#lib/ui/words.ts';

declare global {
	namespace App {
		interface Locals {
			language: Language;
			/** Whether the organiser is signed in. */
			organiser: boolean;
		}
	}
}

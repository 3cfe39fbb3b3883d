// What every request carries.
import type { Language } from '#lib/ui/words.ts';
import type { App as RunningApp } from '../server/app.ts';

declare global {
	namespace App {
		interface Locals {
			app: RunningApp;
			language: Language;
			organiser: boolean;
		}
	}
}

// What every request carries.
import type { Role, SeatId } from '#lib/people/people.ts';
import type { Language } from '#lib/ui/words.ts';
import type { App as RunningApp } from '../server/app.ts';

declare global {
	namespace App {
		interface Locals {
			app: RunningApp;
			language: Language;
			organiser: boolean;
			/** The board that this answer shows before the live one is there, as HTML. */
			firstBoard: string;
			/** Sets and removes the organiser's cookie. */
			signIn: () => void;
			signOut: () => void;
			/** The seat that this browser's signed cookie names; whether it was taken away is the session's to say. */
			seatOf: (session: string, role: Role) => SeatId | null;
			/** Gives this browser the cookie of a seat. */
			sit: (session: string, role: Role, seat: SeatId) => void;
			/** The origin to give to phones: "http://192.168.1.20:3000". */
			addressForPhones: string;
		}
	}
}

// How a decision was made, in words. Knows no page.
import type { Words } from '#lib/ui/words.ts';
import { decisionMethods } from './decision.ts';

/** A method of a newer or foreign file is left as it is written there. Who objects has not consented. */
export function decisionMethod(method: string, objections: number, words: Words): string {
	if (method === 'consent' && objections > 0) return words('decision_by_consent_objected');
	const known = decisionMethods.find((one) => one === method);
	return known ? words(`decision_by_${known}`) : method;
}

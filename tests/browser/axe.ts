// The faults of a page that a machine can find (axe). Knows no page.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The canvas alone (`plane/`) is no page with a heading. */
export const ofThePlane: readonly string[] = ['page-has-heading-one'];

export async function noViolations(
	page: Page,
	disabled: readonly string[] = [],
	at: { within?: string; where?: string } = {}
): Promise<void> {
	const builder = new AxeBuilder({ page }).disableRules([...disabled]);
	const { violations } = await (at.within === undefined ? builder : builder.include(at.within)).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
		at.where
	).toEqual([]);
}

// What was said, with the session and the person it comes from, as far as they are known. Knows no theme.
import type { Passage } from '#lib/evidence/passage.ts';
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';

/** A passage with the record that it comes from. */
export type Said = { passage: Passage; record: SessionRecord; sector: Sector | null; frame: string; by: string };

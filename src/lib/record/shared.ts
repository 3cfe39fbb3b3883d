// A record as those who took part get it: what its page shows and nothing that only lies beneath it. Pure.
import type { SessionRecord } from './record.ts';

/** Without who voted how and gave which reason, who moved what, and where; the page shows none of it, so it is not sent. */
export const sharedRecord = (record: SessionRecord): SessionRecord => ({
	...record,
	laboratory: { ...record.laboratory, id: '' },
	trail: [],
	ballots: record.ballots.map(({ votes: _votes, reasons: _reasons, ...ballot }) => ({
		...ballot,
		votes: {},
		reasons: {}
	}))
});

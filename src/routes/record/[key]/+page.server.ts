// A record that the organiser has opened for its participants: to read, without anything that changes it.
import { error } from '@sveltejs/kit';
import { renderNote } from '#lib/note/render.ts';
import { sharedRecord } from '#lib/record/shared.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { app }, setHeaders }) => {
	const id = app.shares.recordOf(params.key);
	const record = id === null ? null : app.records.get(id);
	// a link that was taken back and one that never was look the same
	if (!record) error(404, 'no such record');
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
	return {
		record: sharedRecord(record),
		notes: record.notes.map(({ id: note, title, markdown }) => ({ id: note, title, html: renderNote(markdown) })),
		pictures: `/record/${params.key}/images`,
		zone: app.config.timeZone
	};
};

// What the engine proposes from one or several records, and what the organiser makes of it.
import { error, fail, redirect } from '@sveltejs/kit';
import { evidenceFor, withStatus, type Recommendation } from '#lib/recommendation/desk.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { statusRefusal, type Status } from '#lib/recommendation/status.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const recordsLimit = 200;

async function propose(url: URL, { app, language }: App.Locals) {
	const ids = [...new Set(url.searchParams.getAll('record'))].slice(0, recordsLimit);
	const records = ids.map((id) => app.records.get(id)).filter((record) => record !== null);
	// nothing was ticked
	if (ids.length === 0) redirect(303, '/recommendations');
	if (records.length === 0) error(404, 'no such record');
	const catalogue = app.catalogues.current;
	const draft = recommend(records, catalogue);
	const asked = url.searchParams.get('model');
	const model = draft.ranked.some(({ model: id }) => id === asked) ? asked : null;
	const words = await loadWords(language);
	const made = { draft, records, catalogue, words };
	return { best: draft.best, proposal: recommendationFrom(made, model, app.recommendations.newId(), app.clock()) };
}

export const load: PageServerLoad = async ({ url, locals }) => {
	const { best, proposal } = await propose(url, locals);
	const recordOf = (id: string) => locals.app.records.get(id);
	return {
		best,
		proposal,
		evidence: evidenceViews(proposal.evidence, recordOf, proposal.records),
		example: proposal.records.some(({ id }) => recordOf(id)?.example),
		before: locals.app.recommendations
			.list()
			.filter(({ records }) => proposal.records.some(({ id }) => records.some((record) => record.id === id)))
			.map(({ id, title, status, language }) => ({ id, title, status, language }))
	};
};

async function keep(event: { url: URL; request: Request; locals: App.Locals }, status: Status) {
	const { locals, request, url } = event;
	const words = await loadWords(locals.language);
	const { title, reason, why } = formTexts(await request.formData(), ['title', 'reason', 'why']);
	const { proposal } = await propose(url, locals);
	const written: Recommendation = {
		...proposal,
		title: title.trim() || proposal.title,
		reason: reason.trim() || proposal.reason
	};
	const refused = status === 'draft' ? null : statusRefusal('draft', status, evidenceFor(written).length, why);
	if (refused) return fail(400, { title, reason, why, refused: words(`desk_refused_${refused}`) });
	const kept = status === 'draft' ? written : withStatus(written, status, why, locals.app.clock());
	await locals.app.recommendations.put(kept);
	redirect(303, `/recommendations/${kept.id}`);
}

export const actions: Actions = {
	draft: (event) => keep(event, 'draft'),
	accept: (event) => keep(event, 'accepted'),
	reject: (event) => keep(event, 'rejected')
};

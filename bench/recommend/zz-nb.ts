import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { score } from './score.ts';
import { sets } from './sets.ts';
const tune = sets[1]!.records;
const run = (cat: any, name: string) => { for (const i of [1,2,3,4,5]) { const { name: n, records } = sets[i]!;
	const s = score(records, ({ record }: any) => { const d = recommend([record], cat); return { kind: d.kind, best: d.best ?? 'none', ranked: d.ranked.map((r) => r.model), for: d.evidenceFor.map((c) => c.cite), against: d.evidenceAgainst.map((c) => c.cite), missing: [] }; });
	console.log(name, n, s.best, s.wrong, s.top3, s.kind, s.none[0], s.forRecall?.toFixed(2), s.citationPrecision?.toFixed(3)); } };
run(catalogue, 'base');
const extra = new Map<string, string[]>();
for (const { record, expected: e } of tune) if (e.best !== 'none') { const r: any = record;
	const t = [...r.stickies.filter((s: any) => e.evidence_for.includes(s.id)).map((s: any) => s.text), ...r.decisions.filter((d: any) => e.evidence_for.includes(d.id) && d.yes > d.no).map((d: any) => d.text)];
	extra.set(e.best, [...(extra.get(e.best) ?? []), ...t]); }
run({ ...catalogue, signals: { ...catalogue.signals, models: catalogue.signals.models.map((m) => ({ ...m, voices: [...m.voices, ...(extra.get(m.model) ?? [])] })) } }, 'extra');
run({ ...catalogue, signals: { ...catalogue.signals, models: catalogue.signals.models.map((m) => ({ ...m, voices: [] })) } }, 'none');

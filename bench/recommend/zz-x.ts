import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { score } from './score.ts';
import { sets } from './sets.ts';
const rnd = (seed: number) => () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t >>> 14) >>> 0) / 262144 % 1; };
const drop = (r: any, p: number, seed: number) => { const g = rnd(seed); const cut = (t: string) => t.split(' ').map((w) => g() < p && w.length > 4 ? 'xqx' + (/[.,;:?!]$/.exec(w)?.[0] ?? '') : w).join(' ');
	return { ...r, title: cut(r.title), stickies: r.stickies.map((s: any) => ({ ...s, text: cut(s.text) })), decisions: r.decisions.map((s: any) => ({ ...s, text: cut(s.text) })), notes: r.notes.map((s: any) => ({ ...s, markdown: cut(s.markdown) })) }; };
const hands = [sets[2]!, sets[3]!, sets[4]!, sets[0]!];
const p = Number(process.argv[2] ?? 0.45);
for (const mode of ['base', 'extra']) { let tot = 0, n = 0, wrong = 0, top3 = 0, kind = 0, none = 0;
for (const h of hands) {
	const extra = new Map<string, string[]>();
	if (mode === 'extra') for (const o of hands) if (o !== h) for (const { record, expected: e } of o.records) if (e.best !== 'none') { const r: any = record;
		extra.set(e.best, [...(extra.get(e.best) ?? []), ...r.stickies.filter((s: any) => e.evidence_for.includes(s.id)).map((s: any) => s.text), ...r.decisions.filter((d: any) => d.yes > d.no && e.evidence_for.includes(d.id)).map((d: any) => d.text)]); }
	const cat: any = { ...catalogue, signals: { ...catalogue.signals, models: catalogue.signals.models.map((m) => ({ ...m, voices: [...m.voices, ...(extra.get(m.model) ?? [])] })) } };
	const recs = [1, 2, 3].flatMap((seed) => h.records.map((x, i) => ({ ...x, record: drop(x.record, p, seed * 1000 + i) })));
	const s = score(recs as any, ({ record }: any) => { const d = recommend([record], cat); return { kind: d.kind, best: d.best ?? 'none', ranked: d.ranked.map((r) => r.model), for: [], against: [], missing: [] }; });
	tot += s.best; n += s.records; wrong += s.wrong; top3 += s.top3; kind += s.kind; none += s.none[0]; }
console.log(mode, (100 * tot / n).toFixed(1), 'wrong', (100 * wrong / n).toFixed(1), 'top3', (100 * top3 / n).toFixed(1), 'kind', (100 * kind / n).toFixed(1), 'none', none); }

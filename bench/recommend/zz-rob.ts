import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { score } from './score.ts';
import { sets } from './sets.ts';
const rnd = (seed: number) => () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t >>> 14) >>> 0) / 262144; };
const all = [...sets[0]!.records, ...sets[1]!.records];
const drop = (r: any, p: number, seed: number) => { const g = rnd(seed); const cut = (t: string) => t.split(' ').map((w) => g() < p && w.length > 4 ? 'xqx' + (/[.,;:?!]$/.exec(w)?.[0] ?? '') : w).join(' ');
	return { ...r, title: cut(r.title), stickies: r.stickies.map((s: any) => ({ ...s, text: cut(s.text) })), decisions: r.decisions.map((s: any) => ({ ...s, text: cut(s.text) })), notes: r.notes.map((s: any) => ({ ...s, markdown: cut(s.markdown) })) }; };
for (const p of [0, 0.3]) { const recs = (p ? [1, 2, 3] : [1]).flatMap((seed) => all.map((x, i) => ({ ...x, record: p ? drop(x.record, p, seed * 1000 + i) : x.record })));
	const s = score(recs as any, ({ record }: any) => { const d = recommend([record], catalogue); return { kind: d.kind, best: d.best ?? 'none', ranked: d.ranked.map((r) => r.model), for: d.evidenceFor.map((c) => c.cite), against: d.evidenceAgainst.map((c) => c.cite), missing: (d.best ? d.ranked[0]!.preconditions : []).filter((x) => x.state === 'missing').map((x) => x.key) }; });
	const x = (v: any) => (100 * v).toFixed(1);
	console.log(`p${p} best ${x(s.best / s.records)} wrong ${x(s.wrong / s.records)} top3 ${x(s.top3 / s.records)} kind ${x(s.kind / s.records)} none ${s.none} cP ${x(s.citationPrecision)} fR ${x(s.forRecall)} mP ${x(s.missingPrecision)} mR ${x(s.missingRecall)}`); }

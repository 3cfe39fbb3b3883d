import { catalogue } from '#lib/catalogue/catalogue.ts';
import { engineOf } from '#lib/recommendation/engine.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { allOptions } from '#lib/recommendation/recommend.ts';
import { readPassage, weigh } from '#lib/recommendation/weigh.ts';
import { readNeeds } from '#lib/recommendation/preconditions.ts';
import { sets } from './sets.ts';
const e = engineOf(catalogue); const t: any = {};
for (const set of sets.slice(0, 2)) for (const one of set.records) { const best = one.expected.best; if (best === 'none') continue;
	const rs = passagesOf(one.record).map((p) => readPassage(e, p, allOptions)); const w = weigh(e, rs, allOptions); const ob = new Set(readNeeds(e, best, rs).filter((n) => n.state === 'missing').flatMap((n) => n.readings));
	const max = Math.max(...rs.map((r) => r.passage.kind === 'sticky' ? r.passage.strength : 0));
	const rej = new Set(rs.filter((r) => r.outcome === 'rejected').flatMap((r) => r.leading[0] ? [...r.affinity].filter(([, a]) => a >= .6 * r.leading[0]!.affinity).map(([m]) => m) : []));
	for (const r of rs) if (r.passage.kind === 'sticky') { const lab = one.expected.evidence_for.includes(r.passage.cite) ? 'F' : one.expected.evidence_against.includes(r.passage.cite) ? 'A' : '-';
		const like = r.affinity.get(best) ?? 0; const riv = r.leading.find((x) => x.model !== best); const v = r.passage.strength / max;
		const k = `${ob.has(r) ? 'OB ' : '   '}v${v >= .8 ? '8' : v >= .6 ? '6' : v >= .4 ? '4' : v >= .25 ? '2' : '0'} like${like >= 2 ? '2+' : like > .5 ? '.5' : like < 0 ? '-' : '0'} ${riv && riv.affinity >= 2 && riv.affinity > 2 * Math.max(.5, like) ? 'RIVAL' : ''} ${riv && rej.has(riv.model) ? 'rejd' : ''}`;
		(t[k] ??= {})[lab] = (t[k][lab] ?? 0) + 1; } }
for (const k of Object.keys(t).sort()) console.log(k.padEnd(34), JSON.stringify(t[k]));

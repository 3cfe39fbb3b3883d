import { catalogue } from '#lib/catalogue/catalogue.ts';
import { engineOf } from '#lib/recommendation/engine.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { allOptions } from '#lib/recommendation/recommend.ts';
import { readPassage, weigh } from '#lib/recommendation/weigh.ts';
import { sets } from './sets.ts';
const e = engineOf(catalogue);
for (const f of process.argv.slice(2)) for (const set of sets.slice(0, 2)) for (const one of set.records) if (one.file === `${f}.json`) {
	const rs = passagesOf(one.record).map((p) => readPassage(e, p, allOptions)); const w = weigh(e, rs, allOptions);
	console.log(f, [...w.scores].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([m, s]) => `${m} ${s.toFixed(1)}`).join(', '));
	for (const r of rs) console.log(`  ${r.passage.kind[0]}${r.passage.cite} "${r.passage.text.slice(0, 90)}" ${r.outcome ?? ''} st:${[...r.stances]} c:${r.concepts} d:${r.denied} | ${[...w.parts].map(([m, p]) => [m, p.filter((x) => x.reading === r).reduce((s, x) => s + x.amount, 0)] as const).filter((x) => Math.abs(x[1]) > 0.15).sort((a, b) => b[1] - a[1]).slice(0, 4).map(([m, a]) => `${m} ${a.toFixed(1)}`).join(', ')}`);
}

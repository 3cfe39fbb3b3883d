import { catalogue } from '#lib/catalogue/catalogue.ts';
import { engineOf } from '#lib/recommendation/engine.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { allOptions } from '#lib/recommendation/recommend.ts';
import { readPassage } from '#lib/recommendation/weigh.ts';
import { sets } from './sets.ts';
const e = engineOf(catalogue);
for (const set of sets.slice(0, 2)) for (const one of set.records) { const best = one.expected.best; const m = catalogue.models.find((x) => x.id === best); if (!m?.mayExist || m.usually === 'modernise') continue;
	const rs = passagesOf(one.record).map((p) => readPassage(e, p, allOptions));
	const ad = rs.filter((r) => r.outcome === 'adopted'); const ex = rs.filter((r) => r.outcome === undefined && r.passage.strength >= 0.4 && (r.affinity.get(best) ?? 0) >= 1.5 && r.stances.has('existing'));
	console.log(one.expected.kind[0], one.file, best, 'imp', ad.some((r) => r.stances.has('improving')), 'fou', ad.some((r) => r.stances.has('founding')), 'ex', ex.map((r) => r.passage.text.slice(0, 60)), ad.map((r) => r.passage.text)); }

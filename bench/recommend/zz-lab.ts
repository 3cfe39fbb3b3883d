import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sets } from './sets.ts';
for (const set of [[sets[0]!], [sets[1]!]]) {
const t: any = {};
const add = (k: string, v: string) => { (t[k] ??= {})[v] = (t[k][v] ?? 0) + 1; };
for (const { record, expected: e, file } of set.flatMap((x) => x.records)) {
	const r: any = record; const g = recommend([record], catalogue);
	const lab = (c: string) => e.evidence_for.includes(c) ? 'F' : e.evidence_against.includes(c) ? 'A' : '-';
	const got = (c: string) => g.evidenceFor.some((x) => x.cite === c) ? 'f' : g.evidenceAgainst.some((x) => x.cite === c) ? 'a' : '.';
	const none = e.best === 'none' ? 'none ' : '     ';
	const max = Math.max(...r.stickies.map((s: any) => s.votes));
	for (const s of r.stickies) { const v = s.votes / max; add(`${none}sticky ${v >= .8 ? '.8' : v >= .6 ? '.6' : v >= .45 ? '.45' : v >= .3 ? '.3' : '0'} got ${got(s.id)}`, lab(s.id)); }
	for (const d of r.decisions) add(`${none}dec ${d.yes > d.no ? 'yes' : 'no'} got ${got(d.id)}`, lab(d.id));
	for (const d of r.participants) add(`${none}part`, lab(d.id));
	add(`${none}n got ${got('n')}`, lab('n'));
}
for (const k of Object.keys(t).sort()) console.log(k, JSON.stringify(t[k]));
console.log();
}

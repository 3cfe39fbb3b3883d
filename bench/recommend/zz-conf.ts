import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sets } from './sets.ts';
const rnd = (seed: number) => () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t >>> 14) >>> 0) / 262144 % 1; };
const drop = (r: any, p: number, seed: number) => { const g = rnd(seed); const cut = (t: string) => t.split(' ').map((w) => g() < p && w.length > 4 ? 'xqx' + (/[.,;:?!]$/.exec(w)?.[0] ?? '') : w).join(' ');
	return { ...r, title: cut(r.title), stickies: r.stickies.map((s: any) => ({ ...s, text: cut(s.text) })), decisions: r.decisions.map((s: any) => ({ ...s, text: cut(s.text) })), notes: r.notes.map((s: any) => ({ ...s, markdown: cut(s.markdown) })) }; };
const t: any = {};
for (const x of [...sets[0]!.records, ...sets[1]!.records].flatMap((x, i) => [1, 2, 3].map((seed) => ({ ...x, record: drop(x.record, Number(process.argv[2]), seed * 1000 + i) })))) { const d = recommend([x.record], catalogue); const b = d.best ?? `none ${d.reason.key}`; if ((d.best ?? 'none') !== x.expected.best) { const k = `${x.expected.best} -> ${b}${x.expected.wrong.includes(b) ? ' W' : ''}`; (t[k] ??= []).push(x.file.slice(0, 3)); } }
for (const k of Object.keys(t).sort()) console.log(k, t[k].join(' '));

import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sets } from './sets.ts';
const all = sets.flatMap(({ records }) => records);
const many = Array.from({ length: 1000 }, (_, i) => ({ ...all[i % all.length]!.record, id: `r${String(i).padStart(4, '0')}` }));
for (let w=0;w<2;w++) for (const f of [() => many.forEach((r) => recommend([r], catalogue)), () => recommend(many, catalogue)]) { const a = process.cpuUsage(); f(); const b = process.cpuUsage(a); console.log(Math.round((b.user + b.system) / 1000)); }

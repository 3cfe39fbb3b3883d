// Measures how much processor time and how long recommendations over 1,000 records take; the held sets are left out. Prints Markdown.
import { loadavg } from 'node:os';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { sets, type Labelled } from './sets.ts';

const all = sets.flatMap(({ name, held, records }) => (held || name.endsWith(', all') ? [] : records));
const many = Array.from({ length: 1000 }, (_, index) => {
	const { record } = all[index % all.length] as Labelled;
	return { ...record, id: `r${String(index).padStart(4, '0')}` };
});

/** The first of six rounds, in which everything is still cold, stands apart; other work on the machine only ever adds. */
const timed = (work: () => void): string => {
	const rounds = Array.from({ length: 6 }, () => {
		const from = process.cpuUsage();
		const began = performance.now();
		work();
		return { wall: Math.round(performance.now() - began), user: Math.round(process.cpuUsage(from).user / 1000) };
	});
	const told = (what: 'user' | 'wall'): string => {
		const [cold = 0, ...warm] = rounds.map((round) => round[what]);
		const middle = [...warm].sort((a, b) => a - b)[2] ?? 0;
		return `${middle} ms (the middle of ${warm.join(', ')}; ${cold} in the first round)`;
	};
	return `${told('user')} of user processor time, ${told('wall')} on the clock`;
};

const lines = [
	'## Time\n',
	`${all.length} records of the cases and the tuning sets, repeated to 1,000.\n`,
	`- one recommendation each: ${timed(() => many.forEach((record) => recommend([record], catalogue)))};`,
	`- one recommendation over all: ${timed(() => recommend(many, catalogue))};`,
	`- load of the machine meanwhile: ${(loadavg()[0] ?? 0).toFixed(1)}.`
];
process.stdout.write(`${lines.join('\n')}\n`);

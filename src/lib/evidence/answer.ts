// Whether an answer on the board agrees with what it answers, objects to it, or only adds something. Knows no record.
import { wordsOf } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { Terms } from './pattern.ts';

/** `more` is what it says beside its yes or no. */
export type Answer = { stance: 'for' | 'against' | 'open'; more: boolean };

/** First words of an answer, folded. "No tak" agrees in Polish, so the English "no" needs company. */
const yes = new Set(
	'tak zgoda popieram popieramy dokladnie wlasnie racja jasne owszem super swietnie yes exactly так'.split(' ')
);
const no = new Set('nie ni przeciw sprzeciw odpada nieprawda bzdura watpie ні'.split(' '));
const english = new Set('because we it this that there they not the i nobody'.split(' '));

const said = new Lexicon(new Terms(false), [
	{
		name: 'for',
		patterns: [
			...[
				'zgadzam|zgadzamy sie',
				'jestem|jestesmy za',
				'dobry|swietny pomysl',
				'my|nas|mnie|nam tez',
				'tez tak',
				'i agree'
			],
			'we agree'
		]
	},
	{
		name: 'against',
		patterns: [
			...[
				'nie zgadz*',
				'jestem|jestesmy przeciw*',
				'sprzeciw*',
				'bez sensu',
				'nie ma sensu',
				'to nie to',
				'zly pomysl'
			],
			...['nie uda sie', 'nie zadzial*', 'nie popier*', 'nie chce*', 'nie wierz*', 'odpada', 'disagree', 'wont work']
		]
	},
	// "Nie tylko my", "Nie ma sprawy", "Nie mam nic przeciw" object to nothing
	{
		name: 'neither',
		patterns: [
			'nie tylko',
			'nie ma sprawy|problemu|przeszkod',
			'nic przeciw*',
			'nie widze|widzimy przeszkod',
			'nie wiem|wiemy'
		]
	},
	{ name: 'but', patterns: ['ale', 'tylko ze', 'but'] }
]);

/** Words that say no more than yes or no. */
const bare = new Set(
	[
		...yes,
		...no,
		...'bo i a to jestem jestesmy za sie zgadzam zgadzamy z tym ja my tez tez bardzo dobry swietny pomysl'.split(' ')
	].concat('no agree i we not it this 1 nic z tego chcemy chce'.split(' '))
);

export function answerOf(text: string): Answer {
	const words = wordsOf(text);
	const [first = '', second = ''] = words;
	const found = said.names(words);
	const more = words.some((word) => !bare.has(word));
	const objects = no.has(first) || (first === 'no' && english.has(second)) || found.has('against');
	if (objects && !found.has('neither')) return { stance: 'against', more };
	const agrees = yes.has(first) || found.has('for') || /^\s*\+\s*1/.test(text);
	return { stance: agrees && !objects && !found.has('but') ? 'for' : 'open', more };
}

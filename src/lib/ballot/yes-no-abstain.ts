// Yes, no, abstain: quorum, majority and what the majority is taken of. Pure.
import type { Majority, MajorityBase } from './rules.ts';

/** Ids of the three fixed choices. */
export const yesNoAbstain = ['yes', 'no', 'abstain'] as const;

/**
 * A motion. With Y, N, A votes for, against and abstaining and E people entitled at opening:
 *
 * - quorum of q percent: (Y + N + A) · 100 ≥ q · E;
 * - base B: `decisive` Y + N, `cast` Y + N + A, `entitled` E;
 * - `half`: 2 · Y > B; `two-thirds`: 3 · Y ≥ 2 · B. Whole numbers, so nothing is rounded.
 *
 * `half` of `decisive` is zwykła większość (more for than against; abstentions do not count), `half` of `cast`
 * bezwzględna większość (more for than against and abstaining together), `half` of `entitled` bezwzględna większość
 * of the whole body. Equal Y and N is said as a tie; a tie does not pass.
 * Sources: ustawa o samorządzie gminnym art. 14 (simple majority, quorum of half); Prawo spółdzielcze art. 35 § 4 and
 * art. 41 § 2; for "absolute": NSA, 27 September 1991, SA/Wr 785/91, and Trybunał Konstytucyjny, 20 September 1995, W 18/94.
 */
export type MotionResult = {
	/** Nobody voted for or against: `undecided`. */
	verdict: 'passed' | 'failed' | 'tie' | 'no-quorum' | 'undecided';
	majority: Majority;
	base: MajorityBase;
	/** Size of the base, votes or people. */
	of: number;
	/** Fewest "yes" that would have passed on this base. */
	needed: number;
	/** People entitled at opening (and latecomers who were let in). */
	entitled: number;
	/** Fewest votes for the quorum; 0 where none was asked for. */
	quorum: number;
};

export type MotionRules = { majority: Majority; base: MajorityBase; /** percent */ quorum: number };

export function motionResult(
	{ yes, no, abstain }: { yes: number; no: number; abstain: number },
	rules: MotionRules,
	entitled: number
): MotionResult {
	const { majority, base } = rules;
	const cast = yes + no + abstain;
	const of = base === 'decisive' ? yes + no : base === 'cast' ? cast : entitled;
	const needed = majority === 'half' ? Math.floor(of / 2) + 1 : Math.max(1, Math.ceil((2 * of) / 3));
	const quorum = Math.ceil((rules.quorum * entitled) / 100);
	const verdict = (): MotionResult['verdict'] => {
		if (cast < quorum) return 'no-quorum';
		if (yes + no === 0) return 'undecided';
		if (yes >= needed) return 'passed';
		return yes === no ? 'tie' : 'failed';
	};
	return { verdict: verdict(), majority, base, of, needed, entitled, quorum };
}

// Receipts of a secret ballot: a code that the phone makes, and the list of codes and choices that lets everyone look for theirs.
import type { Vote } from './vote.ts';

/** No letter that is read as another one, no vowel that would make words. */
export const receiptLetters = '234679CDFGHJKMNPRTVWX';
export const receiptLength = 8;

/** One line of the list: what lay in the urn under a code. Never with a seat. */
export type Receipt = { code: string; vote: Vote };

/** A new code from random bytes (`random(n)` gives n of them): 21⁸ ≈ 4 · 10¹⁰, so two of a room do not meet. */
export function makeReceipt(random: (bytes: number) => Uint8Array): string {
	let code = '';
	while (code.length < receiptLength)
		for (const byte of random(receiptLength * 2)) {
			// the rest above the last full round would make the first letters likelier
			const fair = byte < 256 - (256 % receiptLetters.length);
			if (fair && code.length < receiptLength) code += receiptLetters[byte % receiptLetters.length];
		}
	return code;
}

/** As people read it aloud: in two halves. */
export const spokenReceipt = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Sorted by code, and every vote with its choices sorted: the list keeps no trace of the order of voting. */
export function receiptList(slips: Iterable<{ receipt?: string | undefined; vote: Vote }>): Receipt[] {
	const list: Receipt[] = [];
	for (const { receipt, vote } of slips) if (receipt !== undefined) list.push({ code: receipt, vote: sorted(vote) });
	const text = ({ code, vote }: Receipt) => code + JSON.stringify(vote);
	return list.sort((one, other) => (text(one) < text(other) ? -1 : 1));
}

const sorted = (vote: Vote): Vote =>
	Object.fromEntries(Object.entries(vote).sort(([one], [other]) => (one < other ? -1 : 1)));

export type ReceiptCheck = 'on-the-list' | 'other-choice' | 'not-on-the-list';

/** What a phone says about its own code, from the code and the vote that it keeps. */
export function checkReceipt(list: readonly Receipt[], code: string, vote: Vote): ReceiptCheck {
	const lines = list.filter((line) => line.code === code);
	if (lines.length === 0) return 'not-on-the-list';
	const mine = JSON.stringify(sorted(vote));
	return lines.some((line) => JSON.stringify(sorted(line.vote)) === mine) ? 'on-the-list' : 'other-choice';
}

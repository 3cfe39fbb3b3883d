// The receipts that this device keeps: one code per ballot, with the vote that the server confirmed under it. Nobody else knows the pair.
import { checkReceipt, makeReceipt, type Receipt, type ReceiptCheck } from './receipt.ts';
import type { Vote } from './vote.ts';

export type OwnReceipt = { code: string; vote: Vote | null };

const keyOf = (ballot: string) => `narada:receipt:${ballot}`;

/** For browsers that forbid storage: the codes last as long as the page. */
const inMemory = new Map<string, string>();

export function ownReceipt(ballot: string): OwnReceipt | null {
	const kept = read(keyOf(ballot)) ?? inMemory.get(ballot);
	return kept === undefined ? null : (JSON.parse(kept) as OwnReceipt);
}

/** The code under which a vote is cast: the same for every change of it. */
export function receiptCode(ballot: string): string {
	const known = ownReceipt(ballot)?.code;
	if (known) return known;
	const code = makeReceipt((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
	keep(ballot, { code, vote: null });
	return code;
}

/** The server has this vote: it is the one to look for on the list. */
export function voteConfirmed(ballot: string, vote: Vote): void {
	const code = ownReceipt(ballot)?.code;
	if (code) keep(ballot, { code, vote });
}

/** Null where this device cast no vote with a code. */
export function checkOwn(list: readonly Receipt[], own: OwnReceipt | null): ReceiptCheck | null {
	if (!own?.vote) return null;
	return checkReceipt(list, own.code, own.vote);
}

function keep(ballot: string, receipt: OwnReceipt): void {
	const kept = JSON.stringify(receipt);
	inMemory.set(ballot, kept);
	try {
		localStorage.setItem(keyOf(ballot), kept);
	} catch {
		// the page keeps it
	}
}

function read(key: string): string | undefined {
	try {
		return localStorage.getItem(key) ?? undefined;
	} catch {
		return undefined;
	}
}

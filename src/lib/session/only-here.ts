// Whether an address leads phones anywhere: one of the machine itself is seen on that machine alone. Pure.

export const onlyHere = (address: string): boolean =>
	/^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/.test(address);

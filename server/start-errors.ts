// Turns what can go wrong at the start into one sentence for the person at the terminal.

type Coded = Error & { code?: string; cause?: Coded };

export function sentenceFor(error: unknown, environment: NodeJS.ProcessEnv): string {
	const { code, cause, message } = error as Coded;
	const data = environment.DATA_DIR ?? 'data';
	if (cause?.code === 'LEVEL_LOCKED' || code === 'LEVEL_LOCKED')
		return `Another Narada is already using the data folder "${data}"; stop it first or set DATA_DIR to another folder.`;
	if (code === 'EADDRINUSE')
		return `Port ${environment.PORT ?? 3000} is already in use; stop the other program or set PORT to another number.`;
	if (code === 'EACCES' || code === 'EPERM')
		return `Narada may not write or listen here (${message}); check the rights of the data folder "${data}" and the port.`;
	if (code === 'ENOSPC') return `The disk with the data folder "${data}" is full.`;
	return `Narada could not start: ${message}`;
}

// Turns what can go wrong at the start into one sentence for the person at the terminal.
import type { Words } from '#lib/ui/words.ts';
import { badPort } from './config.ts';

type Coded = Error & { code?: string; cause?: Coded };

export function sentenceFor(error: unknown, environment: NodeJS.ProcessEnv, words: Words): string {
	const { code, cause, message } = error as Coded;
	const data = environment.DATA_DIR ?? 'data';
	const port = environment.PORT ?? '3000';
	if (cause?.code === 'LEVEL_LOCKED' || code === 'LEVEL_LOCKED') return words('terminal_data_in_use', { data });
	if (code === 'EADDRINUSE') return words('terminal_port_taken', { port });
	if (code === badPort) return words('terminal_port_wrong', { port });
	if (code === 'EACCES' || code === 'EPERM') return words('terminal_no_rights', { data, reason: message });
	if (code === 'ENOSPC') return words('terminal_disk_full', { data });
	return words('terminal_failed', { reason: message });
}

// Turns what can go wrong at the start into one sentence for the person at the terminal.
import type { Words } from '#lib/ui/words.ts';
import { badPort } from './config.ts';
import { damagedFile } from './organiser.ts';

type Coded = Error & { code?: string; path?: string; cause?: Coded };

export function sentenceFor(error: unknown, environment: NodeJS.ProcessEnv, words: Words): string {
	const { code, cause, message, path = '' } = error as Coded;
	const data = environment.DATA_DIR ?? 'data';
	const port = environment.PORT ?? '3000';
	const host = environment.HOST ?? '0.0.0.0';
	if (cause?.code === 'LEVEL_LOCKED' || code === 'LEVEL_LOCKED') return words('terminal_data_in_use', { data });
	if (code === 'EADDRINUSE') return words('terminal_port_taken', { port });
	if (code === badPort) return words('terminal_port_wrong', { port });
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return words('terminal_host_wrong', { host });
	if (code === 'EEXIST' || code === 'ENOTDIR') return words('terminal_data_no_folder', { data });
	if (code === damagedFile) return words('terminal_file_damaged', { path });
	if (cause?.code === 'LEVEL_CORRUPTION') return words('terminal_journal_damaged', { data, reason: cause.message });
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
		return words('terminal_no_rights', { data, reason: message });
	if (code === 'ENOSPC' || /no space left/i.test(cause?.message ?? '')) return words('terminal_disk_full', { data });
	return words('terminal_failed', { reason: message });
}

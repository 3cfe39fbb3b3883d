// What may honestly be said about what this device has changed. Pure; knows no connection.
import type { MessageKey } from '#lib/ui/words.ts';

export type Link = {
	connection: 'connecting' | 'online' | 'offline';
	/** The server can save. */
	storage: boolean;
	/** Changes of this device that the server has not saved yet. */
	waiting: number;
};

export type Saved = { tone: 'ok' | 'busy' | 'warn' | 'danger'; key: MessageKey; count: number };

/** "Saved" is said only while the connection lives, the server saves and nothing waits. */
export function savedLine({ connection, storage, waiting }: Link): Saved {
	const say = (tone: Saved['tone'], key: MessageKey): Saved => ({ tone, key, count: waiting });
	if (!storage) return say('danger', waiting > 0 ? 'saved_storage_waiting' : 'saved_storage_none');
	if (connection === 'online') return waiting > 0 ? say('busy', 'saved_saving') : say('ok', 'saved_all');
	if (waiting > 0) return say('warn', 'saved_offline_waiting');
	return connection === 'connecting' ? say('busy', 'saved_connecting') : say('warn', 'saved_offline');
}

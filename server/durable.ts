// Writes a file so that it survives a crash and a power cut: temporary file, fsync, rename, fsync of the folder; keeps the previous one.
import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export const previous = (path: string): string => `${path}.previous`;

export async function writeDurably(path: string, text: string): Promise<void> {
	const folder = dirname(path);
	await mkdir(folder, { recursive: true });
	const temporary = `${path}.${process.pid}.new`;
	const file = await open(temporary, 'w', 0o600);
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
	await keepPrevious(path);
	await rename(temporary, path);
	await syncFolder(folder);
}

async function keepPrevious(path: string): Promise<void> {
	await rm(previous(path), { force: true });
	await link(path, previous(path)).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') await copyFile(path, previous(path));
	});
}

export async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** The text, or null when there is no such file. */
export async function readIfThere(path: string): Promise<string | null> {
	return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
}

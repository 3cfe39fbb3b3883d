// What the terminal shows after the start: addresses, a QR code for phones, and on first start the link to set the password.
import QRCode from 'qrcode';
import type { Words } from '#lib/ui/words.ts';
import { addressForPhones, isEverywhere, localAddresses } from './addresses.ts';
import type { Config } from './config.ts';

export async function greet(config: Config, port: number, setupKey: string | null, words: Words): Promise<void> {
	const own = `http://localhost:${port}`;
	const phones = addressForPhones(config, port);
	const line = (name: string, address: string) => `${name.padEnd(8)}${address}`;
	const lines = ['', line('Narada', own)];
	if (isEverywhere(config.host))
		for (const address of localAddresses()) lines.push(line(words('terminal_lan'), `http://${address}:${port}`));
	if (config.publicAddress) lines.push(line(words('terminal_public'), config.publicAddress));
	if (phones !== own) lines.push('', await QRCode.toString(phones, { type: 'utf8', margin: 2 }));
	if (setupKey !== null) lines.push(words('terminal_setup'), line('', `${own}/setup?key=${setupKey}`), '');
	process.stdout.write(`${lines.join('\n')}\n`);
}

// What the terminal shows after the start: addresses, a QR code for phones, and on first start the link to set the password.
import QRCode from 'qrcode';
import { addressForPhones, isEverywhere, localAddresses } from './addresses.ts';
import type { Config } from './config.ts';

export async function greet(config: Config, port: number, setupKey: string | null): Promise<void> {
	const own = `http://localhost:${port}`;
	const phones = addressForPhones(config, port);
	const lines = ['', `Narada  ${own}`];
	if (isEverywhere(config.host))
		for (const address of localAddresses()) lines.push(`LAN     http://${address}:${port}`);
	if (config.publicAddress) lines.push(`Public  ${config.publicAddress}`);
	if (phones !== own) lines.push('', await QRCode.toString(phones, { type: 'utf8', margin: 2 }));
	if (setupKey !== null)
		lines.push(
			'First start: set the organiser’s password with this link (it works once):',
			`        ${own}/setup?key=${setupKey}`,
			''
		);
	process.stdout.write(`${lines.join('\n')}\n`);
}

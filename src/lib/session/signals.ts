// How a phone can draw attention without being looked at, and what its owner allowed. Both are off by default. Knows no session.

export type Signals = { vibration: boolean; sound: boolean };

const setting = 'narada:signals';

export function keptSignals(): Signals {
	try {
		const kept = JSON.parse(localStorage.getItem(setting) ?? '{}') as Partial<Signals> | null;
		return { vibration: kept?.vibration === true, sound: kept?.sound === true };
	} catch {
		return { vibration: false, sound: false };
	}
}

export function keepSignals(signals: Signals): void {
	try {
		localStorage.setItem(setting, JSON.stringify(signals));
	} catch {
		// they last as long as the page
	}
}

/** Not every browser lets a page tremble. */
export const trembles = (): boolean => typeof navigator !== 'undefined' && 'vibrate' in navigator;

/** One soft tone, Hz, s. */
const tone = { pitch: 587, length: 0.25, loudness: 0.15 };

export function sound(): void {
	const context = new AudioContext();
	const oscillator = context.createOscillator();
	const gain = context.createGain();
	oscillator.frequency.value = tone.pitch;
	gain.gain.setValueAtTime(tone.loudness, context.currentTime);
	gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + tone.length);
	oscillator.connect(gain).connect(context.destination);
	oscillator.onended = () => void context.close();
	oscillator.start();
	oscillator.stop(context.currentTime + tone.length);
}

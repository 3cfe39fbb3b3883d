// Keeps the screen lit while a page is looked at, where the browser allows it (secure pages only). Knows no session.

/** An attachment: stays in force as long as its element is on the page. */
export function awake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let gone = false;
	const ask = async () => {
		if (gone || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		lock = await navigator.wakeLock.request('screen').catch(() => null);
		if (gone) void lock?.release();
	};
	const changed = () => void ask();
	changed();
	document.addEventListener('visibilitychange', changed);
	return () => {
		gone = true;
		document.removeEventListener('visibilitychange', changed);
		void lock?.release();
	};
}

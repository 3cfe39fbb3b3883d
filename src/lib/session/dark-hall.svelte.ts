// Whether this projector stands in a dark hall: remembered on the device, and told to the whole page.

const key = 'narada:dark-hall';

export class DarkHall {
	dark = $state(false);

	/** While the page is shown; the ordinary colours come back when it is left. */
	constructor() {
		$effect(() => {
			this.dark = remembered();
			return () => delete document.documentElement.dataset.hall;
		});
		$effect(() => {
			if (this.dark) document.documentElement.dataset.hall = 'dark';
			else delete document.documentElement.dataset.hall;
		});
	}

	toggle(): void {
		this.dark = !this.dark;
		try {
			localStorage.setItem(key, this.dark ? '1' : '0');
		} catch {
			// a browser that forbids storage forgets the choice with the page
		}
	}
}

function remembered(): boolean {
	try {
		return localStorage.getItem(key) === '1';
	} catch {
		return false;
	}
}

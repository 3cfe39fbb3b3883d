// How fast bots are: human pace, a multiple of it, or as fast as the server answers. Knows nothing of what they do.

export type Pace = {
	/** Whether anybody waits at all; without it bots do things at once. */
	human: boolean;
	/** Waits as long as a person would take for something of so many seconds. */
	pause(seconds: number): Promise<void>;
};

/** `speed` 1 is human pace, 10 ten times that, 0 as fast as it goes. */
export function paceOf(speed: number): Pace {
	if (speed === 0) return { human: false, pause: async () => {} };
	return { human: true, pause: (seconds) => new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / speed)) };
}

/** Letters that a thumb types in a second. */
export const lettersPerSecond = 5;

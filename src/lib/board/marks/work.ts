// One piece of work of a drawing hand, from the press to the lifting: done in one change, or called off.

export type Work = {
	move: (event: PointerEvent) => void;
	/** Lifted: makes its one change of the board. */
	end: (event: PointerEvent) => void;
	/** Called off: leaves no trace. */
	cancel: () => void;
};

export type Wishes = {
	/** Writing in a thing is wanted. */
	edit: (id: string) => void;
	/** A new sticky is wanted here, board units. */
	create: (x: number, y: number) => void;
	/** A new text is wanted here. */
	writeText: (x: number, y: number, width: number | null) => void;
};

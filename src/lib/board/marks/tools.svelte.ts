// Which tool the hand holds, how it draws, and what it is drawing just now. Knows no pointer and no document.
import type { Place } from '../slots.ts';
import type { ShapeForm, StickyColour } from '../thing.ts';
import type { Curve } from './arrow-geometry.ts';
import type { ThinLine } from './ink-said.ts';
import type { Sample } from './stroke.ts';

export const tools = ['select', 'hand', 'sticky', 'text', 'pen', 'shape', 'arrow', 'eraser'] as const;
export type Tool = (typeof tools)[number];

/** Thickness of the pen, board units. */
export const penWidths = [4, 8, 16] as const;
/** Heights of letters, board units. */
export const textSizes = [24, 40, 72] as const;

/** What is being drawn and is not on the board yet; `of` is the thing that it will change. */
export type MarkDraft = { of: string | null } & (
	| {
			kind: 'stroke';
			/** Ink that will not change any more. */ done: readonly string[];
			samples: readonly Sample[];
			width: number;
			/** Of the whole line, for others. */ line: ThinLine;
	  }
	| { kind: 'shape'; form: ShapeForm; place: Place; text: string; colour: StickyColour | null }
	| { kind: 'text'; place: Place; text: string; size: number; colour: StickyColour | null }
	| {
			kind: 'arrow';
			curve: Curve;
			text: string;
			colour: StickyColour | null;
			/** What its moving end would hold on to. */ target: Place | null;
	  }
);

/** Tools that stay in the hand after their work. */
const staying: readonly Tool[] = ['select', 'hand', 'pen', 'eraser'];

export class Tools {
	tool: Tool = $state('select');
	/** Every tool stays in the hand until it is put down. */
	kept = $state(false);
	colour: StickyColour | null = $state(null);
	form: ShapeForm = $state('rectangle');
	width: number = $state(penWidths[0]);
	size: number = $state(textSizes[1]);
	/** A pen was seen: from then on fingers only move the board, unless they are asked to draw. */
	penSeen = $state(false);
	fingersDraw = $state(false);
	/** Where an arrow begins that is made by two taps or by keys. */
	from: string | null = $state(null);
	draft: MarkDraft | null = $state.raw(null);
	/** Strokes under the eraser. */
	erasing: ReadonlySet<string> = $state.raw(new Set());

	/** Given while the hand is at work: leaves no trace of it. */
	callOff: (() => void) | null = null;

	/** Takes a tool into the hand; the same once more keeps it there. */
	take(tool: Tool): void {
		this.kept = this.tool === tool && !staying.includes(tool) ? !this.kept : false;
		this.tool = tool;
		this.from = null;
	}

	/** After one piece of work. */
	done(): void {
		this.draft = null;
		this.from = null;
		if (!this.kept && !staying.includes(this.tool)) this.tool = 'select';
	}

	get fingersOnlyMove(): boolean {
		return this.penSeen && !this.fingersDraw;
	}
}

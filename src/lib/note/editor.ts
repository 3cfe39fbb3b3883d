// The CodeMirror editor of a shared note: Markdown, undo of one's own changes only, a limit. Loaded only where notes are written.
import { defaultKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type ChangeSpec, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { yCollab, ySyncAnnotation, yUndoManagerKeymap } from 'y-codemirror.next';
import * as Y from 'yjs';
import { noteLimit, noteText } from './note.ts';

export type EditorOptions = {
	parent: HTMLElement;
	doc: Y.Doc;
	label: string;
	/** Shown while the note is empty. */
	hint: string;
	/** For the spell checker of the browser. */
	language: string;
	mayWrite: boolean;
	/** After every change. */
	onLength: (length: number) => void;
	/** A change was not taken because the note would pass its limit. */
	onFull: () => void;
};

export type Mark = 'heading' | 'list' | 'bold';

export type NoteEditorHandle = {
	setMayWrite: (mayWrite: boolean) => void;
	mark: (mark: Mark) => void;
	focus: () => void;
	destroy: () => void;
};

const look = HighlightStyle.define([
	{ tag: tags.heading, fontWeight: '650' },
	{ tag: tags.strong, fontWeight: '650' },
	{ tag: tags.emphasis, fontStyle: 'italic' },
	{ tag: tags.strikethrough, textDecoration: 'line-through' },
	{ tag: [tags.processingInstruction, tags.url, tags.quote], color: 'var(--ink-soft)' },
	{ tag: tags.link, color: 'var(--accent)' }
]);

const theme = EditorView.theme({
	'&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.55', overflow: 'auto' },
	'.cm-content': { padding: 'var(--space-4)', caretColor: 'var(--ink)', maxWidth: '46rem' },
	'.cm-line': { padding: '0' },
	'.cm-placeholder': { color: 'var(--ink-soft)' }
});

export function openEditor(options: EditorOptions): NoteEditorHandle {
	const text = noteText(options.doc);
	const rights = new Compartment();
	const view = new EditorView({
		parent: options.parent,
		state: EditorState.create({
			doc: text.toString(),
			extensions: [
				keymap.of([
					{ key: 'Mod-b', run: (target) => (applyMark(target, 'bold'), true) },
					...yUndoManagerKeymap,
					...defaultKeymap
				]),
				markdown(),
				syntaxHighlighting(look),
				theme,
				EditorView.lineWrapping,
				placeholder(options.hint),
				EditorView.contentAttributes.of({
					'aria-label': options.label,
					'aria-multiline': 'true',
					spellcheck: 'true',
					autocorrect: 'on',
					autocapitalize: 'sentences',
					lang: options.language
				}),
				rights.of(rightsFor(options.mayWrite)),
				limit(options.onFull),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) options.onLength(update.state.doc.length);
				}),
				yCollab(text, null, { undoManager: new Y.UndoManager(text) })
			]
		})
	});
	options.onLength(view.state.doc.length);
	return {
		setMayWrite: (mayWrite) => view.dispatch({ effects: rights.reconfigure(rightsFor(mayWrite)) }),
		mark: (mark) => {
			applyMark(view, mark);
			view.focus();
		},
		focus: () => view.focus(),
		destroy: () => view.destroy()
	};
}

const rightsFor = (mayWrite: boolean): Extension => [
	EditorState.readOnly.of(!mayWrite),
	EditorView.contentAttributes.of({ 'aria-readonly': String(!mayWrite) })
];

/** Refuses what this person adds beyond the limit; what others wrote always comes in. */
const limit = (onFull: () => void): Extension =>
	EditorState.transactionFilter.of((transaction) => {
		const { newDoc, startState } = transaction;
		if (!transaction.docChanged || transaction.annotation(ySyncAnnotation) !== undefined) return transaction;
		if (newDoc.length <= noteLimit || newDoc.length <= startState.doc.length) return transaction;
		onFull();
		return [];
	});

function applyMark(view: EditorView, mark: Mark): void {
	if (view.state.readOnly) return;
	if (mark === 'bold') toggleBold(view);
	else togglePrefix(view, mark === 'heading' ? '## ' : '- ');
}

function toggleBold(view: EditorView): void {
	const { state } = view;
	const { from, to } = state.selection.main;
	const isBold = state.sliceDoc(from - 2, from) === '**' && state.sliceDoc(to, to + 2) === '**';
	const changes = isBold
		? [
				{ from: from - 2, to: from },
				{ from: to, to: to + 2 }
			]
		: [
				{ from, insert: '**' },
				{ from: to, insert: '**' }
			];
	const moved = isBold ? -2 : 2;
	view.dispatch({ changes, selection: { anchor: from + moved, head: to + moved }, userEvent: 'input' });
}

/** Puts the mark before every selected line, or takes it away where all have it. */
function togglePrefix(view: EditorView, prefix: string): void {
	const { doc, selection } = view.state;
	const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number];
	const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
	const all = lines.every((line) => line.text.startsWith(prefix));
	const changes = lines.flatMap((line): ChangeSpec[] => {
		if (all) return [{ from: line.from, to: line.from + prefix.length }];
		return line.text.startsWith(prefix) ? [] : [{ from: line.from, insert: prefix }];
	});
	view.dispatch({ changes, userEvent: 'input' });
}

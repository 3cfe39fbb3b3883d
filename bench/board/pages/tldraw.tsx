// tldraw with the measured stickies as its notes.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createRoot } from 'react-dom/client';
import { createShapeId, getIndices, toRichText, Tldraw, type Editor, type TLNoteShape } from 'tldraw';
import 'tldraw/tldraw.css';
import {
	area,
	countFrames,
	framesCounted,
	grip,
	looked,
	newcomer,
	painted,
	stickies,
	type BenchSticky
} from './contract.ts';

const note = ({ x, y, text }: BenchSticky) => ({
	id: createShapeId(),
	type: 'note' as const,
	x,
	y,
	props: { richText: toRichText(text) }
});

async function ready(editor: Editor) {
	editor.user.updateUserPreferences({ animationSpeed: 0 });
	const start = performance.now();
	const props = editor.getShapeUtil<TLNoteShape>('note').getDefaultProps();
	const indices = getIndices(stickies.length);
	const records = stickies.map((sticky, at): TLNoteShape => ({
		...note(sticky),
		typeName: 'shape',
		rotation: 0,
		index: indices[at]!,
		parentId: editor.getCurrentPageId(),
		isLocked: false,
		opacity: 1,
		props: { ...props, richText: toRichText(sticky.text) },
		meta: {}
	}));
	const preparing = performance.now() - start;
	// as its own sync loads a board
	editor.store.mergeRemoteChanges(() => editor.store.put(records));
	await document.fonts.ready;
	const loaded = await painted(preparing);
	window.bench = {
		loaded,
		look(view) {
			looked(view);
			const { x, y, width, height } = area(view);
			const zoom = Math.min(innerWidth / width, innerHeight / height);
			editor.setCamera({ x: -x, y: -y, z: zoom }, { force: true });
		},
		addInView() {
			const sticky = newcomer();
			editor.store.mergeRemoteChanges(() => editor.createShapes([note(sticky)]));
		},
		grip,
		countFrames,
		framesCounted,
		count: () => editor.getCurrentPageShapeIds().size
	};
}

createRoot(document.getElementById('root')!).render(
	<div style={{ position: 'fixed', inset: 0 }}>
		<Tldraw
			assetUrls={getAssetUrlsByImport()}
			options={{ maxShapesPerPage: 20_000 }}
			onMount={(editor) => void ready(editor)}
		/>
	</div>
);

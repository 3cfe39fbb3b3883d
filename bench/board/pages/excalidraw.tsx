// Excalidraw with the measured stickies as filled rectangles with a label, which is what its users make them of.
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createRoot } from 'react-dom/client';
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

const make = (sticky: BenchSticky) => ({
	type: 'rectangle' as const,
	x: sticky.x,
	y: sticky.y,
	width: 200,
	height: 200,
	backgroundColor: '#ffec99',
	fillStyle: 'solid' as const,
	roughness: 0,
	label: { text: sticky.text, fontSize: 20 }
});
const start = performance.now();
const elements = convertToExcalidrawElements(stickies.map(make));
const preparing = performance.now() - start;

type Api = Parameters<NonNullable<Parameters<typeof Excalidraw>[0]['excalidrawAPI']>>[0];

async function ready(api: Api) {
	// its first frame may come before the elements do
	while (api.getSceneElements().length < elements.length) await new Promise(requestAnimationFrame);
	await document.fonts.ready;
	const loaded = await painted(preparing);
	window.bench = {
		loaded,
		look(view) {
			looked(view);
			const { x, y, width, height } = area(view);
			const zoom = Math.min(innerWidth / width, innerHeight / height);
			api.updateScene({
				appState: { scrollX: -x, scrollY: -y, zoom: { value: zoom as never } },
				captureUpdate: CaptureUpdateAction.NEVER
			});
		},
		addInView() {
			const sticky = newcomer();
			api.updateScene({
				elements: [...api.getSceneElements(), ...convertToExcalidrawElements([make(sticky)])],
				captureUpdate: CaptureUpdateAction.NEVER
			});
		},
		grip,
		countFrames,
		framesCounted,
		count: () => api.getSceneElements().length / 2
	};
}

createRoot(document.getElementById('root')!).render(
	<div style={{ position: 'fixed', inset: 0 }}>
		<Excalidraw initialData={{ elements, scrollToContent: false }} excalidrawAPI={(api) => void ready(api)} />
	</div>
);

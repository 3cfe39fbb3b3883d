// A drawing as a PNG, with the letters of the page in it. Browser only.

/** Longest side of the picture in pixels: what every browser can draw. */
const longest = 8000;
/** Pixels per board unit when there is room: sharp on a screen and on paper. */
const sharp = 1.5;

/** The faces that the page has loaded, as a style sheet that needs nothing from outside. */
async function facesWithin(): Promise<string> {
	const rules = [...document.styleSheets].flatMap((sheet) => {
		try {
			return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
		} catch {
			return [];
		}
	});
	const wanted = rules.filter(({ style }) => !style.getPropertyValue('font-style').includes('italic'));
	const texts = await Promise.all(
		wanted.map(async (rule) => {
			const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
			const base = rule.parentStyleSheet?.href ?? location.href;
			const face = address && (await fetch(new URL(address, base)).catch(() => null));
			if (!face || !face.ok) return '';
			const data = await dataUrl(await face.blob());
			const property = (name: string) => `${name}:${rule.style.getPropertyValue(name)};`;
			return `@font-face{${['font-family', 'font-weight', 'unicode-range'].map(property).join('')}src:url(${data}) format('woff2')}`;
		})
	);
	return texts.join('');
}

const dataUrl = (blob: Blob): Promise<string> =>
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		reader.onerror = () => reject(new Error('not readable'));
		reader.readAsDataURL(blob);
	});

/** Draws an SVG that stands alone. Rejects when the browser cannot. */
export async function pngOf(svg: string): Promise<Blob> {
	const [, , width, height] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number) as [
		number,
		number,
		number,
		number
	];
	const scale = Math.min(sharp, longest / Math.max(width, height));
	const style = `<style>${await facesWithin()}</style>`;
	const image = new Image();
	image.src = await dataUrl(new Blob([svg.replace(/(<svg[^>]*>)/, `$1${style}`)], { type: 'image/svg+xml' }));
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png')
	);
}

export function saveAs(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// A note's Markdown becomes readable and harmless HTML.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renderNote } from '#lib/note/render.ts';

test('headings, lists and bold are rendered, below the headings of the page', () => {
	const html = renderNote('# Ustalenia\n\n- **spółdzielnia** socjalna\n- klub\n');
	assert.match(html, /<h3>Ustalenia<\/h3>/);
	assert.match(html, /<li><strong>spółdzielnia<\/strong> socjalna<\/li>/);
});

test('scripts, styles, handlers and frames are taken out', () => {
	const html = renderNote(
		'<script>alert(1)</script><style>p{}</style><p onclick="x()" style="color:red">a</p><iframe src="https://example.org"></iframe><svg><script>1</script></svg>'
	);
	assert.not.match(html, /script|style|onclick|iframe|svg/i);
	assert.match(html, /a/);
});

test('a link leads only to the web, the post or the telephone, and tells nothing about where it was', () => {
	assert.not.match(renderNote('[x](javascript:alert(1))'), /javascript/);
	assert.not.match(renderNote('[x](data:text/html,1)'), /data:/);
	assert.match(
		renderNote('[x](https://example.org)'),
		/href="https:\/\/example\.org" rel="noopener noreferrer nofollow"/
	);
});

test('pictures are left out: nothing is fetched from elsewhere', () => {
	assert.not.match(renderNote('![a](https://example.org/a.png) <img src=x onerror=alert(1)>'), /img|onerror/);
});

test('a single line break is kept', () => {
	assert.match(renderNote('jeden\ndwa'), /jeden<br ?\/>\s*dwa/);
});

test.run();

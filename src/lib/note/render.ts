// A note's Markdown as safe HTML: no scripts, no styles, no images, nothing fetched from elsewhere. Same on server and in browser.
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const markdown = new Marked({ gfm: true, breaks: true, async: false });

const options: sanitizeHtml.IOptions = {
	allowedTags: [
		...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'a'],
		...['strong', 'em', 'del', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
	allowedSchemes: ['http', 'https', 'mailto', 'tel'],
	allowProtocolRelative: false,
	// a note stands under a heading of its page, so its own begin at the third level
	transformTags: {
		h1: 'h3',
		h2: 'h4',
		h3: 'h5',
		h4: 'h6',
		h5: 'h6',
		a: (tagName, attributes) => ({ tagName, attribs: { ...attributes, rel: 'noopener noreferrer nofollow' } })
	}
};

/** HTML to be put inside an element of class `prose`. */
export const renderNote = (text: string): string => sanitizeHtml(markdown.parse(text) as string, options);

import { asArray, asObject, asText } from '../../shared/transport/json';
import type { XmlElement } from './element';
import { XMLParser } from './parser';

/** Why an answer cannot be read. */
export type XmlTrouble = 'page' | 'doctype' | 'malformed' | 'empty';

export interface Unparsed {
	trouble: XmlTrouble;
}

/** Characters that XML 1.0 forbids; Adobe Connect passes them on from names and chat. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The deepest answer has eight levels. */
const DEEPEST = 32;

const ATTRIBUTES = ':@';
const TEXT = '#text';

/**
 * Reads an answer as a tree. A document type is refused before anything else looks at the text: with
 * none there is no entity to expand, inside or outside. Adobe Connect never sends one.
 * @returns the root element, or why the text is not one well-formed element; never throws
 */
export function parseXml(text: string): XmlElement | Unparsed {
	const clean = text
		.replace(FORBIDDEN, '')
		.replace(/^\uFEFF/, '')
		.trim();
	if (clean === '') return { trouble: 'empty' };
	if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b/i.test(clean)) return { trouble: 'page' };
	if (hasDoctype(clean)) return { trouble: 'doctype' };
	const content = parsed(clean);
	if (content === undefined) return { trouble: 'malformed' };
	const [root, ...others] = content.map(toElement).filter(isElement);
	if (root === undefined) return { trouble: 'empty' };
	return others.length > 0 ? { trouble: 'malformed' } : root;
}

/** Elements in their order; undefined = not well-formed. */
function parsed(text: string): unknown[] | undefined {
	const parser = new XMLParser({
		preserveOrder: true,
		ignoreAttributes: false,
		attributeNamePrefix: '',
		ignoreDeclaration: true,
		ignorePiTags: true,
		parseTagValue: false,
		parseAttributeValue: false,
		trimValues: false,
		// The five of XML itself and numbers; others are in nobody's power without a document type.
		processEntities: true,
		htmlEntities: true,
		maxNestedTags: DEEPEST,
	});
	try {
		return asArray(parser.parse(text, true));
	} catch {
		return undefined;
	}
}

/** Inside of comments and character data it is text. */
function hasDoctype(text: string): boolean {
	let from = 0;
	for (;;) {
		const open = text.indexOf('<!', from);
		if (open < 0) return false;
		const end = text.startsWith('<!--', open)
			? text.indexOf('-->', open + 4)
			: text.startsWith('<![CDATA[', open)
				? text.indexOf(']]>', open + 9)
				: -1;
		// Neither of the two, or one without an end.
		if (end < 0) return true;
		from = end + 3;
	}
}

function isElement(value: XmlElement | undefined): value is XmlElement {
	return value !== undefined;
}

/** `{ name: [ …children ], ':@': { …attributes } }`, or `{ '#text': … }`, which is no element. */
function toElement(value: unknown): XmlElement | undefined {
	const entries = asObject(value);
	const name = Object.keys(entries).find((key) => key !== ATTRIBUTES && key !== TEXT);
	if (name === undefined) return undefined;
	const content = asArray(entries[name]);
	const attributes = Object.entries(asObject(entries[ATTRIBUTES]));
	return {
		name,
		attributes: Object.fromEntries(attributes.map(([key, text]) => [key, asText(text)])),
		children: content.map(toElement).filter(isElement),
		text: content
			.map((part) => asText(asObject(part)[TEXT]))
			.join('')
			.trim(),
	};
}

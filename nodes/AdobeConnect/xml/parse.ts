import { asArray, asObject, asText } from '../../shared/transport/json';
import type { XmlElement } from './element';
import { decoded, withoutForbidden } from './entities';
import { XMLParser } from './parser';

/** Why an answer cannot be read; `page` is everything that was never meant to be XML of an API. */
export type XmlTrouble = 'page' | 'doctype' | 'malformed' | 'empty' | 'tooLarge';

export interface Unparsed {
	trouble: XmlTrouble;
}

/** The deepest answer has eight levels. */
const DEEPEST = 32;

/**
 * Tags and attributes of one answer. Each takes hundreds of bytes once it is read, so that a few megabytes
 * of `<a/>` would fill the memory of n8n. 20,000 people of an event report with 50 each are half of it.
 */
export const MOST_PARTS = 2_000_000;

/** What an answer that has nothing to tell may still hold. */
const DECLARATION = /^<\?xml\b[^>]*\?>\s*/;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/**
 * Reads an answer as a tree. Adobe Connect never sends a document type, so one is refused; and where it
 * hides (a program's comment may be the parser's text) it has no effect, because the parser expands nothing.
 * @returns the root element, or why the text is not one well-formed element; never throws
 */
export function parseXml(text: string): XmlElement | Unparsed {
	const clean = withoutForbidden(text)
		.replace(/^\uFEFF/, '')
		.trim();
	const content = clean.replace(DECLARATION, '');
	if (content === '') return { trouble: 'empty' };
	if (!content.startsWith('<') || /^<(?:!doctype\s+)?html\b/i.test(content)) {
		return { trouble: 'page' };
	}
	if (hasDoctype(content)) return { trouble: 'doctype' };
	if (!isBearable(content)) return { trouble: 'tooLarge' };
	const parts = parsed(content);
	if (parts === undefined) return { trouble: 'malformed' };
	const [root, ...others] = parts.map(toElement).filter(isElement);
	if (root === undefined || others.length > 0) return { trouble: 'malformed' };
	return root.name.toLowerCase() === 'html' ? { trouble: 'page' } : root;
}

/** Elements in their order; undefined = not well-formed. */
function parsed(text: string): unknown[] | undefined {
	const parser = new XMLParser({
		preserveOrder: true,
		ignoreAttributes: false,
		attributeNamePrefix: '',
		ignorePiTags: true,
		parseTagValue: false,
		parseAttributeValue: false,
		trimValues: false,
		processEntities: false,
		cdataPropName: CDATA,
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

/** Counted in the text, before anything is made of it. */
function isBearable(text: string): boolean {
	let parts = 0;
	for (let at = 0; at < text.length; at += 1) {
		const letter = text.charCodeAt(at);
		if (letter === TAG || letter === VALUE) parts += 1;
	}
	return parts <= MOST_PARTS;
}

const TAG = '<'.charCodeAt(0);
const VALUE = '='.charCodeAt(0);

function isElement(value: XmlElement | undefined): value is XmlElement {
	return value !== undefined;
}

const OTHERS: ReadonlySet<string> = new Set([ATTRIBUTES, TEXT, CDATA]);

/** `{ name: [ …children ], ':@': { …attributes } }`, or `{ '#text': … }`, which is no element. */
function toElement(value: unknown): XmlElement | undefined {
	const entries = asObject(value);
	const name = Object.keys(entries).find((key) => !OTHERS.has(key));
	if (name === undefined) return undefined;
	const content = asArray(entries[name]);
	const attributes = Object.entries(asObject(entries[ATTRIBUTES]));
	return {
		name,
		attributes: Object.fromEntries(attributes.map(([key, text]) => [key, decoded(asText(text))])),
		children: content.map(toElement).filter(isElement),
		text: content.map(textOf).join('').trim(),
	};
}

/** Character data is as it is written. */
function textOf(part: unknown): string {
	const { [TEXT]: text, [CDATA]: data } = asObject(part);
	return data === undefined
		? decoded(asText(text))
		: asArray(data)
				.map((one) => asText(asObject(one)[TEXT]))
				.join('');
}

/** Answers of the XML API are written with this; what it writes any parser reads. */

export interface Element {
	name: string;
	/** Undefined ones are left out; empty ones are written. */
	attributes: Record<string, string | number | boolean | undefined>;
	/** Text or elements. */
	content: string | Element[];
}

type Content = string | number | boolean | ReadonlyArray<Element | undefined>;

export function element(
	name: string,
	attributes: Element['attributes'] = {},
	content: Content = [],
): Element {
	if (typeof content !== 'object') return { name, attributes, content: String(content) };
	return { name, attributes, content: content.filter((one) => one !== undefined) };
}

/** `<name>text</name>`; none for undefined. */
export function textElement(name: string, text: string | undefined): Element | undefined {
	return text === undefined ? undefined : element(name, {}, text);
}

/** Text of an attribute or of a child element; what filters and sorts look at. */
export function fieldOf(row: Element, name: string): string | undefined {
	const attribute = row.attributes[name];
	if (attribute !== undefined) return String(attribute);
	if (typeof row.content === 'string') return undefined;
	const child = row.content.find((one) => one.name === name);
	return child && typeof child.content === 'string' ? child.content : undefined;
}

export function writeXml(root: Element): string {
	return `<?xml version="1.0" encoding="utf-8"?>\n${write(root)}`;
}

function write({ name, attributes, content }: Element): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escape(String(value))}"`)
		.join('');
	if (content.length === 0) return `<${name}${written}/>`;
	const inner = typeof content === 'string' ? escape(content) : content.map(write).join('');
	return `<${name}${written}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

function escape(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

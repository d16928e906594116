/** Reads answers with somebody else's parser, so that what the sandbox writes is proved to be XML. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Node {
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: Node[];
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: true,
});

/** @throws Error when it is not well-formed */
export function parseXml(text: string): Node {
	const body = text.replace(/^\uFEFF/, '');
	const verdict = XMLValidator.validate(body);
	if (verdict !== true) throw new Error(`${verdict.err.msg} in ${body}`);
	const roots = nodesOf(parser.parse(body)).filter(({ name }) => !name.startsWith('?'));
	const [root] = roots;
	if (root === undefined) throw new Error('No element');
	return root;
}

function nodesOf(value: unknown): Node[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((one: Record<string, unknown>) => {
		const name = Object.keys(one).find((key) => key !== ':@') ?? '';
		if (name === '#text' || name === '#comment') return [];
		const inner = one[name];
		const texts = Array.isArray(inner) ? inner.filter((part) => '#text' in part) : [];
		return [
			{
				name,
				attributes: Object.fromEntries(
					Object.entries(one[':@'] ?? {}).map(([key, text]): [string, string] => [
						key,
						String(text),
					]),
				),
				text: texts.map((part) => String(part['#text'])).join(''),
				children: nodesOf(inner),
			},
		];
	});
}

/** All elements of this name below. */
export function findAll(node: Node, name: string): Node[] {
	return node.children.flatMap((child) => [
		...(child.name === name ? [child] : []),
		...findAll(child, name),
	]);
}

/** Text of a child element, empty when there is none. */
export function textOf(node: Node, name: string): string {
	return node.children.find((child) => child.name === name)?.text ?? '';
}

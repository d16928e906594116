/** Compares the shapes of two answers: elements, attributes and nesting; values may differ. */
import type { Node } from './parse';

interface Shape {
	/** Names of attributes and child elements: whether all of the merged nodes have them. */
	attributes: Map<string, boolean>;
	children: Map<string, { always: boolean; shape: Shape }>;
}

/** Where the two differ, as `results/sco@icon: what`; empty when the shapes are the same. */
export function xmlDifferences(recorded: Node, answered: Node): string[] {
	const wanted = statusOf(recorded);
	const got = statusOf(answered);
	if (wanted !== got) return [`status: recorded ${wanted}, answered ${got}`];
	return compare(shapeOf([recorded]), shapeOf([answered]), recorded.name);
}

function statusOf(root: Node): string {
	const { code, subcode } = root.children.find(({ name }) => name === 'status')?.attributes ?? {};
	// The allowed size is a number of its own on every server.
	return code === 'operation-size-error' ? code : `${code}/${subcode ?? ''}`;
}

/** Siblings of one name are one shape: what only some of them have is optional. */
function shapeOf(nodes: Node[]): Shape {
	const attributes = namesIn(nodes.map((node) => Object.keys(node.attributes).map(plain)));
	const names = namesIn(nodes.map((node) => node.children.map((child) => plain(child.name))));
	const children = [...names].map(([name, always]): [string, { always: boolean; shape: Shape }] => {
		const own = nodes.flatMap((node) =>
			node.children.filter((child) => plain(child.name) === name),
		);
		return [name, { always, shape: shapeOf(own) }];
	});
	return { attributes, children: new Map(children) };
}

function namesIn(lists: string[][]): Map<string, boolean> {
	const all = new Set(lists.flat());
	return new Map([...all].map((name) => [name, lists.every((list) => list.includes(name))]));
}

/** `poll_question_1890801` and `question1` carry numbers. */
function plain(name: string): string {
	return name.replace(/\d+$/, '#');
}

function compare(recorded: Shape, answered: Shape, path: string): string[] {
	return [
		...missing(recorded.attributes, answered.attributes, `${path}@`),
		...missing(always(recorded.children), always(answered.children), `${path}/`),
		...[...recorded.children].flatMap(([name, { shape }]) => {
			const other = answered.children.get(name);
			return other ? compare(shape, other.shape, `${path}/${name}`) : [];
		}),
	];
}

function always(children: Shape['children']): Map<string, boolean> {
	return new Map([...children].map(([name, child]) => [name, child.always]));
}

function missing(
	recorded: Map<string, boolean>,
	answered: Map<string, boolean>,
	path: string,
): string[] {
	return [
		...[...recorded]
			.filter(([name, isAlways]) => isAlways && !answered.has(name))
			.map(([name]) => `${path}${name}: recorded, not answered`),
		...[...answered.keys()]
			.filter((name) => !recorded.has(name))
			.map((name) => `${path}${name}: answered, not recorded`),
	];
}

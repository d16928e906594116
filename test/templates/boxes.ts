import type { INode } from 'n8n-workflow';
import { isNote } from './template';

export interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** n8n draws a node as a square of 96 and its name below it. */
const NODE_WIDTH = 96;
const NODE_HEIGHT = 96 + 40;

/** Where a node or a note lies on the canvas. */
export function boxOf(node: INode): Box {
	const [left, top] = node.position;
	const { width, height } = isNote(node)
		? { width: Number(node.parameters.width), height: Number(node.parameters.height) }
		: { width: NODE_WIDTH, height: NODE_HEIGHT };
	return { name: node.name, left, top, right: left + width, bottom: top + height };
}

/** Pairs of boxes that share a place on the canvas. */
export function overlaps(boxes: Box[]): string[] {
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} / ${other.name}`),
	);
}

/** true when the whole box lies within the other. */
export function isInside(box: Box, frame: Box): boolean {
	return (
		box.left >= frame.left &&
		box.right <= frame.right &&
		box.top >= frame.top &&
		box.bottom <= frame.bottom
	);
}

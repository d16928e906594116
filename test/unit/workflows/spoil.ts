import type { INode, INodeParameters } from 'n8n-workflow';
import type { Template } from '../../templates/template';

/** Makes something wrong in a template. */
export type Spoil = (template: Template) => void;

function nodeOf({ file }: Template, name: string): INode {
	const found = file.nodes.find((node) => node.name === name);
	if (!found) throw new Error(`The sample has no ${name}`);
	return found;
}

/** Changes a node. */
export const node =
	(name: string, change: Partial<INode>): Spoil =>
	(template) =>
		void Object.assign(nodeOf(template, name), change);

/** Changes parameters of a node. */
export const set =
	(name: string, change: INodeParameters): Spoil =>
	(template) =>
		void Object.assign(nodeOf(template, name).parameters, change);

/** Changes the file around the nodes. */
export const file =
	(change: Partial<Template['file']> & Record<string, unknown>): Spoil =>
	({ file: spoilt }) =>
		void Object.assign(spoilt, change);

export const say = (content: string) => set('All of it', { content });

export const copyOf =
	(name: string, change: Partial<INode>): Spoil =>
	(template) =>
		void template.file.nodes.push({ ...nodeOf(template, name), ...change });

export const line =
	(from: string, to: string): Spoil =>
	({ file: spoilt }) =>
		void Object.assign(spoilt.connections, {
			[from]: { main: [[{ node: to, type: 'main', index: 0 }]] },
		});

export const unlink =
	(from: string): Spoil =>
	({ file: spoilt }) =>
		void delete spoilt.connections[from];

export const locator = (mode: string, value: string) => ({ webinar: { __rl: true, mode, value } });
export const ANOTHER_ID = 'c1a2b3c4-0000-5000-a000-000000000001';
export const FAR_AWAY: [number, number] = [5000, 5000];

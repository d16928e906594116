import fs from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { repoRoot } from '../../host/paths';
import { packageNodes } from '../workflows/packageNodes';

export interface Operation {
	node: INodeTypeDescription;
	resource: string;
	operation: string;
	/** The folder of the vendor in nodes/. */
	folder: string;
	action: string;
	description: string;
	name: string;
}

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

const { n8n: manifest } = JSON.parse(
	fs.readFileSync(path.join(repoRoot, 'package.json'), 'utf8'),
) as Manifest;

/** `dist/nodes/Zoom/ZoomWebinar.node.js` is compiled from `nodes/Zoom/ZoomWebinar.node.ts`. */
const sourceOf = (file: string) =>
	path.join(repoRoot, path.relative('dist', file)).replace(/\.js$/, '');

/** Descriptions of our nodes with the path of their source, without its ending. */
export function nodes(): Array<[name: string, INodeTypeDescription, source: string]> {
	const described = [...packageNodes().values()];
	return manifest.nodes.map((file) => {
		const source = sourceOf(file);
		const node = described.find(({ name }) => isSameWord(name, path.basename(source, '.node')))!;
		return [node.name, node, source];
	});
}

const isSameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Our credentials with the folder of their source. */
export function credentials(): Array<[name: string, ICredentialType, source: string]> {
	return manifest.credentials.map((file) => {
		const source = sourceOf(file);
		const className = path.basename(file).split('.')[0]!;
		const made = jest.requireActual<Record<string, new () => ICredentialType>>(source);
		const credential = new made[className]!();
		return [credential.name, credential, source];
	});
}

/** Every operation of every node that has some. */
export function operations(): Operation[] {
	return nodes().flatMap(([, node, source]) =>
		node.properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				(property.options ?? []).flatMap((option) =>
					'value' in option
						? (property.displayOptions?.show?.resource ?? []).map((resource) => ({
								node,
								resource: String(resource),
								operation: String(option.value),
								folder: path.dirname(source),
								action: option.action ?? '',
								description: option.description ?? '',
								name: option.name,
							}))
						: [],
				),
			),
	);
}

/** The fields that an operation shows, in order, whatever else is chosen. */
export function fieldsOf({ node, resource, operation }: Operation): INodeProperties[] {
	const belongs = (wanted: string, chosen: unknown[] | undefined) =>
		chosen === undefined || chosen.includes(wanted);
	return node.properties.filter(({ name, displayOptions }) => {
		const show = displayOptions?.show;
		if (!show?.resource || ['resource', 'operation'].includes(name)) return false;
		return belongs(resource, show.resource) && belongs(operation, show.operation);
	});
}

/** A property with all that lies in it, each with the way to it. */
export function walk(
	properties: INodeProperties[],
	above = '',
): Array<[where: string, INodeProperties]> {
	return properties.flatMap((property) => {
		const where = `${above}/${property.name}`;
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return walk(option.values, `${where}>${option.name}`);
			return 'type' in option ? walk([option], where) : [];
		});
		return [[where, property] as [string, INodeProperties], ...inner];
	});
}

import fs from 'node:fs';
import path from 'node:path';
import { commonPollingParameters } from 'n8n-core/dist/nodes-loader/constants';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { packageName, repoRoot } from '../../host/paths';

interface Manifest {
	n8n: { nodes: string[] };
}

/** Descriptions of the nodes that the package registers, by full type name, read from the sources. */
export function packageNodes(): Map<string, INodeTypeDescription> {
	const text = fs.readFileSync(path.join(repoRoot, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(text) as Manifest;
	return new Map(
		n8n.nodes.map((file) => {
			const description = withPollTimes(instantiate(file).description);
			return [`${packageName}.${description.name}`, description];
		}),
	);
}

/** n8n gives every polling node a field of its own. */
function withPollTimes(description: INodeTypeDescription): INodeTypeDescription {
	if (!description.polling) return description;
	return { ...description, properties: [...commonPollingParameters, ...description.properties] };
}

/** `dist/nodes/Zoom/ZoomWebinar.node.js` is compiled from `nodes/Zoom/ZoomWebinar.node.ts`. */
function instantiate(file: string): INodeType {
	const source = path.join(repoRoot, path.relative('dist', file)).replace(/\.js$/, '');
	const className = path.basename(file).split('.')[0];
	const exported = jest.requireActual<Record<string, new () => INodeType>>(source);
	return new exported[className]();
}

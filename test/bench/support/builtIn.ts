import { createRequire } from 'node:module';
import path from 'node:path';

import type { IVersionedNodeType } from 'n8n-workflow';

import { packageTypes } from '../../engine/support/runNode';
import { ensureHost } from '../../host/install/n8nHost';

/** n8n's own nodes, by the name under which they can be run after `addBuiltIn`. */
const FILES = {
	editFields: { file: 'Set/Set.node.js', name: 'Set' },
	httpRequest: { file: 'HttpRequest/HttpRequest.node.js', name: 'HttpRequest' },
} as const;

/**
 * Has the engine know n8n's own nodes, those of the pinned real n8n.
 * @returns the version of each that its editor gives to a new node
 */
export async function addBuiltIn(): Promise<Record<keyof typeof FILES, number>> {
	const versions = { editFields: NaN, httpRequest: NaN };
	const { dir } = await ensureHost((line) => void process.stderr.write(`${line}\n`));
	const nodes = path.join(dir, 'node_modules/n8n-nodes-base/dist/nodes');
	const load = createRequire(path.join(nodes, 'index.js'));
	const types = await packageTypes();
	for (const [as, { file, name }] of Object.entries(FILES)) {
		const { [name]: Type } = load(path.join(nodes, file)) as Record<string, new () => unknown>;
		if (Type === undefined) throw new Error(`n8n has no node ${name} any more`);
		const type = new Type() as IVersionedNodeType;
		types.add(as, type);
		versions[as as keyof typeof FILES] = type.currentVersion;
	}
	return versions;
}

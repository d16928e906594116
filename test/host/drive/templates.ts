import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { CredentialRef } from './credentials';
import type { N8nClient } from '../server/n8nClient';
import { credentialTypesOf, findNodeType, loadNodeTypes, type NodeTypeInfo } from './nodeTypes';
import { packageName, repoRoot } from '../paths';
import type { Workflow, WorkflowNode } from './workflows';

/** A workflow file; n8n knows more keys than these. */
export interface WorkflowFile extends Record<string, unknown> {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

const templates = path.join(repoRoot, 'workflows');

/** File names of the bundled templates, without `.json`. */
export function templateNames(): string[] {
	if (!fs.existsSync(templates)) return [];
	const files = fs.readdirSync(templates).filter((name) => name.endsWith('.json'));
	return files.map((name) => name.slice(0, -'.json'.length)).sort();
}

/** Reads a bundled template. */
export function readTemplate(name: string): WorkflowFile {
	const text = fs.readFileSync(path.join(templates, `${name}.json`), 'utf8');
	return JSON.parse(text) as WorkflowFile;
}

/**
 * Imports a workflow as a user does: everything that belongs to another instance is dropped, webhook
 * ids are made anew, and in every node that asks for a credential the one of that type is picked.
 * Throws when a node of ours asks for a type that is not among `credentials`; a node of n8n's own then stays
 * without one, as it does for a user who has none.
 */
export async function importWorkflow(
	n8n: N8nClient,
	file: WorkflowFile,
	credentials: CredentialRef[],
): Promise<Workflow> {
	const types = await loadNodeTypes(n8n);
	const nodes = file.nodes.map((node) => {
		const picked = pickCredentials(node, types, credentials);
		return {
			...node,
			...(node.webhookId === undefined ? {} : { webhookId: crypto.randomUUID() }),
			...(Object.keys(picked).length === 0 ? {} : { credentials: picked }),
		};
	});
	// The other keys (id, active, meta, tags, versionId) are read-only in the public API.
	const { name, connections, settings = {} } = file;
	return await n8n.api<Workflow>('POST', '/workflows', { name, nodes, connections, settings });
}

function pickCredentials(
	node: WorkflowNode,
	types: NodeTypeInfo[],
	credentials: CredentialRef[],
): Record<string, { id: string; name: string }> {
	const type = findNodeType(types, node);
	const ours = node.type.startsWith(`${packageName}.`);
	if (ours && !type) {
		throw new Error(`n8n does not know ${node.type} version ${node.typeVersion} (${node.name})`);
	}
	const wanted = new Set(Object.keys(node.credentials ?? {}));
	const held = new Set(credentials.map((credential) => credential.type));
	for (const name of type ? credentialTypesOf(type, node.parameters) : []) {
		if (ours || held.has(name)) wanted.add(name);
	}
	return Object.fromEntries(
		[...wanted].map((name) => {
			const credential = credentials.find((candidate) => candidate.type === name);
			if (!credential) throw new Error(`${node.name} needs a credential of type ${name}`);
			return [name, { id: credential.id, name: credential.name }];
		}),
	);
}

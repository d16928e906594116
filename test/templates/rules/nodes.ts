import type { INode } from 'n8n-workflow';
import { isOurs, type Rule } from '../template';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Node types that call another workflow, which an import cannot bring along, or that wait for its errors. */
const CALLS_WORKFLOW = /\.(executeWorkflow|toolWorkflow|errorTrigger)$/;

/** n8n's types with `maxNodes: 1`: its editor drops a second one when it imports. */
const ONE_ONLY = ['manualTrigger', 'executeWorkflowTrigger', 'errorTrigger'];

/** Nodes that stand alone: known by an id and a name of their own, switched on, without credentials. */
export const nodes: Rule = ({ file }) => [
	...repeated(file.nodes.map(({ id }) => id)).map((id) => `the id ${id} is there twice`),
	...repeated(file.nodes.map(({ name }) => name)).map((name) => `the name ${name} is there twice`),
	...repeated(file.nodes.flatMap(({ webhookId }) => webhookId ?? [])).map(
		(id) => `the webhook id ${id} is there twice`,
	),
	...repeated(file.nodes.map(({ type }) => type.replace('n8n-nodes-base.', '')))
		.filter((type) => ONE_ONLY.includes(type))
		.map((type) => `n8n's editor keeps only one ${type}`),
	...file.nodes.flatMap((node) => problemsOf(node).map((problem) => `${node.name}: ${problem}`)),
];

function problemsOf(node: INode): string[] {
	return [
		UUID.test(node.id) ? '' : `${node.id} is no UUID`,
		node.webhookId === undefined || UUID.test(node.webhookId) ? '' : 'webhookId is no UUID',
		node.name === node.name.trim() && node.name !== '' ? '' : 'its name has spaces around it',
		node.disabled === undefined ? '' : 'is switched off',
		node.credentials === undefined ? '' : 'carries a credential',
		isOurs(node) || node.type.startsWith('n8n-nodes-base.') ? '' : `is foreign: ${node.type}`,
		CALLS_WORKFLOW.test(node.type) ? 'needs another workflow' : '',
	].filter(Boolean);
}

/** What is there more than once. */
export function repeated(values: string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

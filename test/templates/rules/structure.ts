import { safeParseWorkflowStructure } from 'n8n-workflow';
import type { Rule } from '../template';

/** One order for all, so that two versions can be compared line by line; of a node, that of n8n's own exports. */
const FILE_KEYS = ['name', 'nodes', 'connections', 'settings', 'pinData', 'meta', 'active'];

const NODE_KEYS = ['parameters', 'id', 'name', 'type', 'typeVersion', 'position'];

/** What a node may have besides, anywhere. */
const MORE_NODE_KEYS = [
	'webhookId',
	'executeOnce',
	'alwaysOutputData',
	'retryOnFail',
	'maxTries',
	'waitBetweenTries',
	'onError',
];

/** Settings that name something of one n8n, or that its owner decides. */
const OWN_SETTINGS = ['errorWorkflow', 'callerPolicy', 'callerIds', 'timezone'];

/** A file that n8n imports, with nothing in it but what a template is made of. */
export const structure: Rule = ({ file }) => {
	const parsed = safeParseWorkflowStructure(file);
	const settings = file.settings ?? {};
	return [
		...(parsed.success ? [] : parsed.issues.map((issue) => JSON.stringify(issue))),
		...keys('the file', file, FILE_KEYS),
		...file.nodes.flatMap((node) => keys(node.name, node, NODE_KEYS, MORE_NODE_KEYS)),
		...(settings.executionOrder === 'v1' ? [] : ['settings.executionOrder is not v1']),
		...OWN_SETTINGS.filter((key) => key in settings).map((key) => `settings.${key} is set`),
		...(file.active === false ? [] : ['active is not false']),
		...(Object.keys(file.pinData ?? {}).length > 0 ? ['data is pinned'] : []),
	];
};

function keys(what: string, value: object, order: string[], more: string[] = []): string[] {
	const found = Object.keys(value);
	const ordered = found.filter((key) => order.includes(key));
	return [
		...found
			.filter((key) => !order.includes(key) && !more.includes(key))
			.map((key) => `${what} has a key ${key}`),
		...(String(ordered) === String(order.filter((key) => ordered.includes(key)))
			? []
			: [`${what} has its keys in another order`]),
	];
}

import { randomUUID } from 'node:crypto';

import type { WorkflowFile } from '../../host/drive/templates';

export const TRIGGER = 'Marketo calls';

function node(name: string, type: string, parameters: Record<string, unknown>, more = {}) {
	const ours = type.startsWith('n8n-nodes-webinars.');
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
		...(type.endsWith('Trigger') && ours && { webhookId: randomUUID() }),
		...more,
	};
}

/** The documented workflow, or one whose registration is out of order. */
export function flowStepWorkflow(
	parameters: Record<string, unknown>,
	broken = false,
): WorkflowFile {
	const to = (...names: string[]) => names.map((name) => [{ node: name, type: 'main', index: 0 }]);
	const flowStep = { resource: 'flowStep', options: {} };
	return {
		name: `Register for webinar, ${JSON.stringify(parameters)}`,
		nodes: [
			node(TRIGGER, 'n8n-nodes-webinars.marketoFlowStepTrigger', { options: {}, ...parameters }),
			broken
				? node('Register', 'n8n-nodes-base.stopAndError', { errorMessage: 'Out of order' })
				: node(
						'Register',
						'n8n-nodes-webinars.zoomWebinar',
						{
							resource: 'registrant',
							operation: 'add',
							webinar: {
								__rl: true,
								mode: 'id',
								value: `={{ $('${TRIGGER}').item.json.webinarId }}`,
							},
							email: `={{ $('${TRIGGER}').item.json.email }}`,
							firstName: `={{ $('${TRIGGER}').item.json.firstName }}`,
							lastName: `={{ $('${TRIGGER}').item.json.lastName }}`,
							options: {},
						},
						{ onError: 'continueErrorOutput' },
					),
			node('Result', 'n8n-nodes-webinars.marketoProgram', {
				...flowStep,
				operation: 'returnResult',
			}),
			node('Webinars', 'n8n-nodes-webinars.zoomWebinar', {
				resource: 'webinar',
				operation: 'getAll',
				which: 'upcoming',
				hosts: 'all',
				returnAll: true,
			}),
			node('Choices', 'n8n-nodes-webinars.marketoProgram', {
				...flowStep,
				operation: 'returnChoices',
			}),
		],
		connections: {
			[TRIGGER]: { main: to('Register', 'Webinars') },
			Register: { main: broken ? to('Result') : to('Result', 'Result') },
			Webinars: { main: to('Choices') },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** The same with a Wait before the registration, whose address the node before it tells. */
export function withStoredWait(file: WorkflowFile): WorkflowFile {
	const jsonOutput = '={{ { ...$json, resumeUrl: $execution.resumeUrl } }}';
	const set = node('Address', 'n8n-nodes-base.set', { mode: 'raw', jsonOutput });
	const more = { webhookId: randomUUID() };
	const pause = node('Pause', 'n8n-nodes-base.wait', { resume: 'webhook' }, more);
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	return {
		...file,
		nodes: [...file.nodes, { ...set, typeVersion: 3.4 }, pause],
		connections: {
			[TRIGGER]: { main: [to('Address')] },
			Address: { main: [to('Pause')] },
			Pause: { main: [to('Register')] },
			Register: { main: [to('Result'), to('Result')] },
		},
	};
}

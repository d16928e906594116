import { randomUUID } from 'node:crypto';

import { readTemplate, type WorkflowFile } from '../../../host/drive/templates';
import { parametersOf } from './options';

/** As Edit Fields keeps them. */
interface Assignment {
	name: string;
	value: string;
}

/**
 * A template for Marketo in which somebody has entered program and webinar in *Which program and webinar*, as its
 * note says.
 */
export function filledIn(
	template: string,
	ids: { programId: number | string; webinarId: number | string },
): WorkflowFile {
	const file = readTemplate(template);
	const { assignments } = parametersOf(file, 'Which program and webinar').assignments as {
		assignments: Assignment[];
	};
	for (const one of assignments) one.value = String(ids[one.name as keyof typeof ids]);
	return file;
}

/** A workflow of the user's own that hands programs and webinars over to *Connect a program* of a template. */
export function callsFor(workflowId: string, items: object[]): WorkflowFile {
	const placed = (at: number) => ({
		id: randomUUID(),
		position: [at * 220, 0] as [number, number],
	});
	const line = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Connects many',
		nodes: [
			{
				...placed(0),
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				...placed(1),
				name: 'Items',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: {
					jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));`,
				},
			},
			{
				...placed(2),
				name: 'Call the template',
				type: 'n8n-nodes-base.executeWorkflow',
				typeVersion: 1.2,
				parameters: {
					workflowId: { __rl: true, mode: 'id', value: workflowId },
					workflowInputs: {
						mappingMode: 'defineBelow',
						value: {
							programId: '={{ $json.programId }}',
							webinarId: '={{ $json.webinarId }}',
						},
						matchingColumns: [],
						schema: ['programId', 'webinarId'].map((id) => ({
							id,
							displayName: id,
							required: false,
							display: true,
							canBeUsedToMatch: true,
						})),
					},
					mode: 'each',
				},
			},
		],
		connections: { Start: line('Items'), Items: line('Call the template') },
		settings: { executionOrder: 'v1' },
	};
}

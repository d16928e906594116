import { createHash } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Template } from '../../templates/template';

/** A UUID that is the same in every run. */
function idOf(name: string): string {
	const hex = createHash('sha256').update(name).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function node(
	name: string,
	type: string,
	at: [number, number],
	parameters: INodeParameters,
): INode {
	return { parameters, id: idOf(name), name, type, typeVersion: 1, position: at };
}

const note = (name: string, at: [number, number], content: string) =>
	node(name, 'n8n-nodes-base.stickyNote', at, { content, width: 700, height: 400 });

const table = (parameters: INodeParameters) => ({
	dataTableId: { __rl: true, mode: 'name', value: 'n8nWebinarLog' },
	...parameters,
});

/** A small template that keeps every rule; each call makes a new one, to be spoilt. */
export function sample(): Template {
	return {
		name: 'sample',
		file: {
			name: 'Sample',
			nodes: [
				{
					...node('Webinar ended', 'n8n-nodes-webinars.zoomWebinarTrigger', [0, 0], {
						events: ['webinar.ended'],
						options: {},
					}),
					webhookId: idOf('webhook'),
				},
				{
					...node('Create log table', 'n8n-nodes-base.dataTable', [120, 0], {
						resource: 'table',
						operation: 'create',
						tableName: 'n8nWebinarLog',
						columns: { column: [{ name: 'email', type: 'string' }] },
						options: { createIfNotExists: true },
					}),
					executeOnce: true,
				},
				node('Get attendees', 'n8n-nodes-webinars.zoomWebinar', [240, 0], {
					resource: 'attendee',
					operation: 'get',
					webinar: {
						__rl: true,
						mode: 'id',
						value: "={{ $('Webinar ended').first().json.webinar.webinarId }}",
					},
					peopleToReturn: ['attended', 'noShow'],
					options: { finalAfterHours: 2 },
				}),
				node('Sync attendance', 'n8n-nodes-webinars.hubSpotWebinar', [360, 0], {
					resource: 'attendance',
					operation: 'sync',
					preview: "={{ $('Webinar ended').isExecuted }}",
					options: {},
				}),
				node(
					'Write the log',
					'n8n-nodes-base.dataTable',
					[480, 0],
					table({
						resource: 'row',
						operation: 'insert',
						columns: { mappingMode: 'autoMapInputData', schema: [{ id: 'email' }] },
					}),
				),
				note(
					'About this template',
					[-800, -100],
					'**What it does.** **Who it is for.** ### Set up ### You need `report:read:webinar:admin`, `user:read:list_users:admin`, ' +
						'`crm.objects.contacts.read`, Read-Write Person ### Compared with …',
				),
				note('All of it', [-40, -100], '### 1. All of it'),
			],
			connections: Object.fromEntries(
				[
					['Webinar ended', 'Create log table'],
					['Create log table', 'Get attendees'],
					['Get attendees', 'Sync attendance'],
					['Sync attendance', 'Write the log'],
				].map(([from, to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
			),
			settings: { executionOrder: 'v1' },
			active: false,
		},
		page:
			'# Sample\n(../../workflows/sample.json) · needs n8n 2.3 or later\n' +
			'`report:read:webinar:admin` `user:read:list_users:admin` `crm.objects.contacts.read` Read-Write Person',
		overview:
			'| (pictures/sample.png) | **Sample** (../docs/templates/sample.md) (sample.json) | Webinar ended |',
	};
}

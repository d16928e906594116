import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_ACTION_NAME, DEFAULT_HEADER, DEFAULT_WAIT_MINUTES } from './settings';

const WEBHOOK = { show: { calledBy: ['webhook'] } };
const ACTION = { show: { calledBy: ['workflowAction'] } };

/** The fields of the trigger, in the order in which the panel shows them. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Called By',
		name: 'calledBy',
		type: 'options',
		noDataExpression: true,
		default: 'webhook',
		description: 'Which action of the HubSpot workflow sends the contact',
		options: [
			{
				name: '"Send a Webhook"',
				value: 'webhook',
				description:
					'Built into HubSpot, without an app. The workflow gets no answer to branch on.',
			},
			{
				name: 'Custom Workflow Action',
				value: 'workflowAction',
				description:
					'An action of your own HubSpot app, with a drop-down of webinars and an answer to branch on',
			},
		],
	},
	{
		displayName:
			'In HubSpot, add the action "Send a webhook" to the workflow, choose POST, and paste the Production URL. Add ?webinarId=… to it, or send a property that holds the webinar ID.',
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: WEBHOOK,
	},
	{
		displayName:
			'Activate this workflow, then open the Production URL that ends in hubspot-definition: it is the finished add-contact-to-webinar-hsmeta.json with the right addresses, ready for src/app/workflow-actions of your HubSpot project.',
		name: 'actionNotice',
		type: 'notice',
		default: '',
		displayOptions: ACTION,
	},
	{
		displayName: 'Verify By',
		name: 'verification',
		type: 'options',
		default: 'apiKeyHeader',
		description: 'How the trigger knows that a request comes from your HubSpot account',
		options: [
			{
				name: 'API Key',
				value: 'apiKeyHeader',
				description: 'Authentication of the HubSpot action: API key, sent as a request header',
			},
			{
				name: 'Nothing',
				value: 'none',
				description: 'Whoever knows the address can start this workflow',
			},
			{
				name: 'Request Signature',
				value: 'signature',
				description: 'Use request signature in the HubSpot action, with the ID of an app of yours',
			},
		],
		displayOptions: WEBHOOK,
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		required: true,
		default: DEFAULT_HEADER,
		description: 'The API key name of the HubSpot action. Its value is the Webhook Secret.',
		displayOptions: { show: { calledBy: ['webhook'], verification: ['apiKeyHeader'] } },
	},
	{
		displayName: 'Answer',
		name: 'answer',
		type: 'options',
		noDataExpression: true,
		default: 'callBack',
		description: 'When the HubSpot workflow is told whether the contact was registered',
		options: [
			{
				name: 'At Once',
				value: 'atOnce',
				description: 'The HubSpot workflow goes on immediately and is told nothing',
			},
			{
				name: 'Hold and Call Back',
				value: 'callBack',
				description:
					'The contact waits in HubSpot until Complete Workflow Action runs. Needs the scope automation.',
			},
			{
				name: 'When Complete Workflow Action Runs',
				value: 'whenComplete',
				description:
					'The request stays open. Only for workflows that take a few seconds, as HubSpot does not say how long it waits.',
			},
		],
		displayOptions: ACTION,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Accepted Account IDs',
				name: 'acceptedPortals',
				type: 'string',
				default: '',
				placeholder: 'e.g. 44237313',
				description:
					'IDs of the HubSpot accounts whose contacts are accepted, separated by commas. Empty means all accounts.',
			},
			{
				displayName: 'Action Name',
				name: 'actionName',
				type: 'string',
				default: DEFAULT_ACTION_NAME,
				description: 'How the definition names the action in HubSpot',
				displayOptions: { show: { '/calledBy': ['workflowAction'] } },
			},
			{
				displayName: 'Contact Properties',
				name: 'contactProperties',
				type: 'string',
				default: '',
				placeholder: 'e.g. company, jobtitle',
				description:
					'Internal names of further contact properties that the definition asks HubSpot to send, separated by commas',
				displayOptions: { show: { '/calledBy': ['workflowAction'] } },
			},
			{
				displayName: 'Public URL',
				name: 'publicUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com',
				description:
					'Only needed if a proxy in front of n8n changes the address. Enter what HubSpot calls, up to where the path that n8n sees begins. HubSpot signs the address it calls.',
			},
			{
				displayName: 'Wait at Most (Minutes)',
				name: 'waitMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10080 },
				default: DEFAULT_WAIT_MINUTES,
				description: 'After this time the HubSpot workflow goes on without an answer',
				displayOptions: { show: { '/calledBy': ['workflowAction'], '/answer': ['callBack'] } },
			},
		],
	},
];

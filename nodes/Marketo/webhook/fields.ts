import type { INodeProperties } from 'n8n-workflow';

import {
	DEFAULT_API_NAME,
	DEFAULT_PROVIDER_NAME,
	DEFAULT_SERVICE_NAME,
	DEFAULT_SUPPORT_CONTACT,
} from './settings';

const FLOW_STEP = { show: { calledBy: ['flowStep'] } };
const WEBHOOK = { show: { calledBy: ['webhook'] } };
const OF_FLOW_STEP = { show: { '/calledBy': ['flowStep'] } };

/** The fields of the trigger, in the order in which the panel shows them. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Called By',
		name: 'calledBy',
		type: 'options',
		noDataExpression: true,
		default: 'flowStep',
		description: 'Which step of a smart campaign sends the person',
		options: [
			{
				name: '"Call Webhook"',
				value: 'webhook',
				description:
					'Available in every Marketo, but only in trigger campaigns, with one person per call and an answer within 30 seconds',
			},
			{
				name: 'Flow Step',
				value: 'flowStep',
				description:
					'A step of your own, with a list of webinars. Works in batch campaigns as well, and people wait in it for the result.',
			},
		],
	},
	{
		displayName:
			'Activate this workflow, then add the service in Marketo under Admin → Service Providers → Add New Service: paste the Production URL that ends in openapi.json, then the Flow Step API Key of the credential. End the workflow with Marketo Program → Flow Step → Return Result.',
		name: 'flowStepNotice',
		type: 'notice',
		default: '',
		displayOptions: FLOW_STEP,
	},
	{
		displayName:
			'In Marketo, add a webhook under Admin → Webhooks: paste the Production URL, choose POST and JSON, and set the Webhook Secret as a custom header. The documentation has the payload template.',
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: WEBHOOK,
	},
	{
		displayName: 'Answer',
		name: 'answer',
		type: 'options',
		noDataExpression: true,
		default: 'whenResult',
		description: 'When Marketo is told whether the person was registered',
		options: [
			{
				name: 'At Once',
				value: 'atOnce',
				description: 'The campaign goes on immediately; the response mappings get nothing',
			},
			{
				name: 'When Return Result Runs',
				value: 'whenResult',
				description: 'Marketo waits 30 seconds at most',
			},
		],
		displayOptions: WEBHOOK,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Accepted Munchkin IDs',
				name: 'acceptedMunchkinIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 123-ABC-456',
				description:
					'Munchkin IDs of the Marketo instances whose people are accepted, separated by commas. Empty means all instances.',
			},
			{
				displayName: 'Configurations',
				name: 'configurations',
				type: 'string',
				default: '',
				placeholder: 'e.g. Customers, Partners',
				description:
					'Names among which the flow step offers a choice, separated by commas. The workflow branches by configuration.',
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Further Fields',
				name: 'furtherFields',
				type: 'string',
				default: '',
				placeholder: 'e.g. country, industry',
				description:
					'REST API names of further person fields that the flow step asks for, separated by commas',
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Provider Name',
				name: 'providerName',
				type: 'string',
				default: DEFAULT_PROVIDER_NAME,
				description: 'Who provides the service, as Marketo shows it',
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Public URL',
				name: 'publicUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com',
				description:
					'Only needed if a proxy in front of n8n changes the address. Enter what Marketo calls, up to where the path that n8n sees begins.',
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Service API Name',
				name: 'apiName',
				type: 'string',
				default: DEFAULT_API_NAME,
				description:
					"The name of the service in Marketo's API. Two services in one Marketo instance need two names.",
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Service Name',
				name: 'serviceName',
				type: 'string',
				default: DEFAULT_SERVICE_NAME,
				description: "The name of the step in Marketo's list of flow steps",
				displayOptions: OF_FLOW_STEP,
			},
			{
				displayName: 'Support Contact',
				name: 'supportContact',
				type: 'string',
				default: DEFAULT_SUPPORT_CONTACT,
				description: 'An email address or a URL, which Marketo shows with the service',
				displayOptions: OF_FLOW_STEP,
			},
		],
	},
];

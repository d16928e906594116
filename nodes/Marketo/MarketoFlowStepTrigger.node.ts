import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { startFlowStep } from './flowStep/start';
import { testIncomingCredential } from './webhook/credentialTest';
import { triggerFields } from './webhook/fields';
import { PATHS } from './webhook/paths';
import { assertReady } from './webhook/readiness';
import { receive } from './webhook/receive';

const IS_WEBHOOK = '={{ $parameter["calledBy"] === "webhook" }}';
const IS_FLOW_STEP = '={{ $parameter["calledBy"] !== "webhook" }}';

/** What describes the service; n8n answers with what webhook() writes. */
function described(path: string): IWebhookDescription {
	return {
		name: 'default',
		httpMethod: 'GET',
		responseMode: 'onReceived',
		path,
		ndvHideUrl: true,
	};
}

export class MarketoFlowStepTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Marketo Flow Step Trigger',
		name: 'marketoFlowStepTrigger',
		icon: { light: 'file:marketoProgram.svg', dark: 'file:marketoProgram.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["calledBy"] === "webhook" ? "Call Webhook" : "Flow step" }}',
		description:
			'Starts the workflow when a smart campaign of Marketo sends people, for example to add them to a webinar',
		eventTriggerDescription: 'Waiting for Marketo to call the Test URL',
		activationMessage: 'Marketo can now call the Production URLs.',
		defaults: { name: 'Marketo Flow Step Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Person', 'Choices Requested'],
		credentials: [
			{ name: 'marketoIncomingApi', required: true, testedBy: 'testIncomingCredential' },
		],
		// Frozen paths: Marketo keeps the addresses with the installed service. The first one is where people go,
		// because n8n tells a node the address of its first webhook only.
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// An expression, because n8n answers 500 while the execution runs where it is the plain text.
				responseCode: '={{ 201 }}',
				responseData: 'noData',
				path: PATHS.submit,
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'responseNode',
				path: PATHS.picklist,
				ndvHideUrl: true,
			},
			described(PATHS.definition),
			described(PATHS.status),
			{ ...described(PATHS.document), ndvHideUrl: IS_WEBHOOK },
			described(PATHS.brandIcon),
			described(PATHS.serviceIcon),
			described(PATHS.instructions),
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: '={{ $parameter["answer"] === "atOnce" ? "onReceived" : "responseNode" }}',
				// Empty, so that n8n answers with what webhook() returns.
				responseData: '={{ "" }}',
				path: PATHS.callWebhook,
				ndvHideUrl: IS_FLOW_STEP,
			},
		],
		triggerPanel: {
			header: 'Pull in a person from a smart campaign',
			executionsHelp: {
				inactive:
					'Marketo calls the addresses of this trigger.<br><br><b>Test URL</b>: answers only while you listen for a test event.<br><br><b>Production URL</b>: answers only while this workflow is active.',
				active:
					'<b>Production URL</b>: this workflow is active and starts whenever Marketo calls it; see the executions list.<br><br><b>Test URL</b>: answers only while you listen for a test event.',
			},
			activationHint: 'Publish (activate) this workflow before you add the service in Marketo.',
		},
		properties: triggerFields,
	};

	methods = { credentialTest: { testIncomingCredential } };

	/** n8n has nothing to make or to remove in Marketo; the addresses are entered there by hand. */
	webhookMethods = {
		default: {
			/** Never there, so that every activation checks the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await assertReady(this);
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** n8n runs this first in the execution that webhook() has started, with what webhook() returned. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await startFlowStep(this);
	}
}

import { calledPart } from '../../shared/node/webhookAddress';

/**
 * The sub-paths of the trigger. Frozen: Marketo keeps the addresses with the installed service. Those
 * of a flow step are Adobe's.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface
 */
export const PATHS = {
	submit: 'submitAsyncAction',
	picklist: 'getPicklist',
	definition: 'getServiceDefinition',
	status: 'status',
	document: 'openapi.json',
	brandIcon: 'brandIcon',
	serviceIcon: 'serviceIcon',
	instructions: 'providerInstructions',
	callWebhook: 'call-webhook',
} as const;

export type Part = keyof typeof PATHS;

/** Which of the trigger's addresses was called; undefined for none of them. */
export function partOf(originalUrl: string): Part | undefined {
	const last = calledPart(originalUrl);
	return (Object.keys(PATHS) as Part[]).find((part) => PATHS[part] === last);
}

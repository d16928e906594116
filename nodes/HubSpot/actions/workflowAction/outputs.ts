import { STATUSES, type Became } from '../../../shared/items/registrationStatus';

/** One line in the history of HubSpot's workflow. */
const LONGEST_MESSAGE = 500;

/**
 * The `outputFields` of an answer. Empty ones are left out, so that HubSpot's branch "is unknown"
 * works. `FAIL_CONTINUE` marks the action as failed and goes on with the workflow.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 * @param more outputs that the user has added to the action's definition
 */
export function outputFieldsOf(
	{ registrationStatus, joinUrl, errorCode, message }: Became,
	more: Readonly<Record<string, string>> = {},
): Record<string, string> {
	const outputs = {
		...more,
		registrationStatus,
		joinUrl,
		errorCode,
		message: message.slice(0, LONGEST_MESSAGE),
		hs_execution_state: STATUSES[registrationStatus].done ? 'SUCCESS' : 'FAIL_CONTINUE',
	};
	return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
}

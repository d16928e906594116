import type { Reason } from '../../../shared/model/reasons';

/** What became of a registration, as HubSpot's workflow branches on it. */
export type RegistrationStatus =
	'registered' | 'already_registered' | 'pending' | 'deferred' | 'failed';

/** The outputs of the custom workflow action *Add contact to webinar*. */
export interface Became {
	registrationStatus: RegistrationStatus;
	joinUrl: string;
	/** Empty where nothing went wrong. */
	errorCode: string;
	message: string;
}

/** `done`: HubSpot shows the action as done; else as failed. Its workflow goes on either way. */
export const STATUSES: Readonly<Record<RegistrationStatus, { name: string; done: boolean }>> = {
	registered: { name: 'Registered', done: true },
	already_registered: { name: 'Already Registered', done: true },
	pending: { name: 'Waiting for Approval', done: true },
	deferred: { name: 'Deferred', done: false },
	failed: { name: 'Failed', done: false },
};

export function isRegistrationStatus(value: unknown): value is RegistrationStatus {
	return typeof value === 'string' && Object.hasOwn(STATUSES, value);
}

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

/** A reason as HubSpot writes codes: `hostCannotRegister` → `HOST_CANNOT_REGISTER`. */
export function errorCodeOf(reason: Reason | (string & {})): string {
	return reason
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
		.toUpperCase();
}

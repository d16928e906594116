import type { Reason } from '../model/reasons';

/** What became of a registration, as a workflow of the CRM branches on it. */
export type RegistrationStatus =
	'registered' | 'already_registered' | 'pending' | 'deferred' | 'failed';

/** What a CRM that asked for a registration is told of it. */
export interface Became {
	registrationStatus: RegistrationStatus;
	joinUrl: string;
	/** Empty where nothing went wrong. */
	errorCode: string;
	message: string;
}

/** `done`: the CRM shows its action as done; else as failed. Its workflow goes on either way. */
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

/** A reason as CRMs write codes: `hostCannotRegister` → `HOST_CANNOT_REGISTER`. */
export function errorCodeOf(reason: Reason | (string & {})): string {
	return reason
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
		.toUpperCase();
}

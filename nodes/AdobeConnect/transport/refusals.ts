import type { Reason } from '../../shared/model/reasons';
import type { AdobeStatus } from './classify';

export interface Meaning {
	message: string;
	repair: string;
	/** Default: vendorRejected. */
	reason?: Reason;
}

const field = ({ field: name }: AdobeStatus): string => (name === '' ? 'a field' : name);

const USER_RIGHTS =
	'Check the ID. If it is right, add the user of the credential to the group that may do this (Administrators, Event Managers, Meeting Hosts or Seminar Hosts) in Adobe Connect';

/**
 * Adobe Connect's refusals, by `code/subcode` or by `code` alone.
 * https://helpx.adobe.com/adobe-connect/webservices/common-xml-elements-attributes.html
 */
export const REFUSALS: Readonly<Record<string, (status: AdobeStatus) => Meaning>> = {
	'no-access/no-login': () => ({
		message: 'the session is not accepted, although a new one was started',
		repair:
			'Check in Adobe Connect whether the user of the credential may use the XML API, and whether a gateway in between drops cookies',
		reason: 'permissionMissing',
	}),
	// The same for what does not exist and for what the user may not see.
	'no-access/denied': () => ({
		message: 'it does not exist, or the user of the credential may not do this',
		repair: USER_RIGHTS,
	}),
	'no-access/account-expired': () => ({
		message: 'the account of Adobe Connect has expired',
		repair: 'Renew the licence of Adobe Connect',
		reason: 'permissionMissing',
	}),
	'no-access/pending-activation': () => ({
		message: 'the account of Adobe Connect waits for its activation',
		repair: 'Activate the account with the email that Adobe sent',
		reason: 'permissionMissing',
	}),
	'no-access/pending-license': () => ({
		message: 'the licence agreement of Adobe Connect is not accepted yet',
		repair: 'Log in to Adobe Connect in a browser as the user of the credential and accept it',
		reason: 'permissionMissing',
	}),
	'no-access/not-secure': () => ({
		message: 'Adobe Connect accepts this over https only',
		repair: 'Enter Host of the credential with https://',
		reason: 'permissionMissing',
	}),
	'no-access/no-quota': () => ({
		message: 'the licence is used up',
		repair: 'Free a place or extend the licence of Adobe Connect',
		reason: 'licenceUsedUp',
	}),
	'no-access/sco-expired': () => ({
		message: 'it is over',
		repair: 'Choose one that is still to come',
		reason: 'registrationClosed',
	}),
	'invalid/duplicate': (status) => ({
		message: `${field(status)} is in use already`,
		repair: `Choose another value for ${field(status)}`,
	}),
	'invalid/format': (status) => ({
		message: `${field(status)} does not have the right form`,
		repair: `Correct ${field(status)}`,
	}),
	'invalid/missing': (status) => ({
		message: `${field(status)} is missing`,
		repair: `Fill in ${field(status)}`,
	}),
	'invalid/range': (status) => ({
		message: `${field(status)} is too short, too long or out of range${limits(status)}`,
		repair: `Correct ${field(status)}`,
	}),
	'invalid/no-such-item': (status) => ({
		message: `${field(status)} names something that does not exist`,
		repair: 'Check the ID',
	}),
	'invalid/limit-reached': () => ({
		message: 'the limit of registrations is reached',
		repair: 'Raise the registration limit of the event',
		reason: 'webinarFull',
	}),
	'invalid/session-schedule-conflict': () => ({
		message: 'another session of this seminar licence takes place at that time',
		repair: 'Choose another time, or another seminar licence',
	}),
	'invalid/invalid-recording-job-in-progress': () => ({
		message: 'the recording is still being processed',
		repair: 'Run again later',
		reason: 'recordingProcessing',
	}),
	'operation-size-error': ({ subcode }) => ({
		message: `the result is larger than the server allows${subcode === '' ? '' : ` (${subcode} rows)`}`,
		repair: 'Ask for fewer rows or for a shorter time at once',
	}),
	'too-much-data': () => ({
		message: 'it matches more than one thing',
		repair: 'Give the ID instead of a name',
	}),
	'no-data': () => ({ message: 'there is nothing of that kind', repair: 'Check the ID' }),
	'internal-error': () => ({
		message: 'it failed inside of Adobe Connect',
		repair: 'Run again later. If it happens again, check the values that were sent',
	}),
};

function limits({ min, max }: AdobeStatus): string {
	if (min === '' && max === '') return '';
	return ` (${[min && `at least ${min}`, max && `at most ${max}`].filter(Boolean).join(', ')})`;
}

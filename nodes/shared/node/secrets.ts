/**
 * What items of webinar nodes may carry and a node that writes to a CRM passes on: links and passcodes
 * that admit whoever has them. n8n shows them to nobody; expressions can use them.
 */
export const PASSED_ON_SECRETS: string[] = [
	'start_url',
	'password',
	'encrypted_passcode',
	'h323_passcode',
	'recording.passcode',
	'recordings[*].passcode',
	'downloadToken',
];

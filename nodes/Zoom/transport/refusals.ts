import { explain, type Reason } from '../../shared/model/reasons';
import type { VendorErrorDetails } from '../../shared/transport/vendorError';

/** Stands where Zoom's words would, when it gave none with the refused sign-in. */
export const SIGN_IN_REFUSED = 'Account ID, client ID or client secret is wrong';
const NOT_CONNECTED = 'It was never connected, or Zoom ended the connection';

export type Words = Pick<VendorErrorDetails, 'message' | 'repair' | 'reason' | 'failure'>;

/** What Zoom told with a refusal. */
export interface Refusal {
	/** HTTP status. */
	status: number;
	/** Zoom's own number. */
	code: number | undefined;
	/** Zoom's own words, empty when there are none. */
	said: string;
	/** The credential's type, where Zoom refused the sign-in and not a call. */
	signIn?: string;
}

interface Rule extends Words {
	applies(refusal: Refusal): boolean;
}

/** The words of the list of reasons, for refusals that need no others. */
function explained(reason: Reason): Words {
	return { ...explain(reason), reason };
}

const CONFIGURATION: Words['failure'] = { cause: 'configuration-invalid' };
const CREDENTIAL: Words['failure'] = { cause: 'credential-invalid' };

/** Zoom's 404 for a path that its API does not have. */
const NO_ENDPOINT = 2300;

/**
 * What to mend, by Zoom's code or words; the first rule that applies.
 * https://developers.zoom.us/docs/api/errors/ and the error table of each endpoint
 */
const RULES: readonly Rule[] = [
	{
		applies: ({ said }) => /does not contain scopes/i.test(said),
		message: 'The Zoom app lacks a scope',
		repair:
			'Add one of the named scopes to the app (Scopes page). Then, with server-to-server, run again after a minute; with OAuth2, connect the credential again',
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		// 4717, https://developers.zoom.us/docs/integrations/oauth-error-messages/
		applies: ({ signIn, said }) =>
			signIn !== undefined && /4717|disabled|not (?:been )?activated|deactivated/i.test(said),
		message: 'The Zoom app is not activated',
		repair:
			'Open the app in the Zoom App Marketplace (Manage) and activate it on its Activation page, then run again',
		reason: 'permissionMissing',
		failure: CREDENTIAL,
	},
	{
		applies: ({ signIn }) => signIn === 'zoomWebinarOAuth2Api',
		message: 'The credential is not connected to Zoom',
		repair:
			'Open the credential in n8n and connect it again. If Zoom refuses that too, copy client ID and client secret again; Development and Production have their own',
		reason: 'permissionMissing',
		failure: CREDENTIAL,
	},
	{
		applies: ({ signIn }) => signIn !== undefined,
		message: 'Zoom refused the sign-in',
		repair:
			'Copy account ID, client ID and client secret again from the App Credentials page, and check that the app is activated',
		reason: 'permissionMissing',
		failure: CREDENTIAL,
	},
	{
		applies: ({ status, code }) => status === 401 || code === 124,
		message: 'Zoom does not accept the access token',
		repair:
			'Check client ID and client secret (server-to-server: account ID too) and that the app is activated; with OAuth2, connect the credential again',
		reason: 'permissionMissing',
		failure: CREDENTIAL,
	},
	{
		applies: ({ said }) => /not permitted access to the targeted resource/i.test(said),
		message: 'The user who connected the credential may not see this',
		repair:
			'Connect the credential as the host of the webinar, or use a server-to-server app, which sees the whole account',
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		applies: ({ said }) => /rest api has been denied|not enabled? rest api/i.test(said),
		message: 'The Zoom account does not let its API be used',
		repair: 'Ask the owner of the Zoom account, or Zoom Support, to allow it',
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		applies: ({ said }) => /webinar plan is missing/i.test(said),
		message: 'The host has no webinar licence',
		repair: 'Assign a Zoom Webinars licence to the host, or choose another host',
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		applies: ({ said }) => /only available for paid/i.test(said),
		message: 'The plan of the Zoom account does not include this',
		repair: 'Upgrade the Zoom account to a paid plan',
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		applies: ({ said }) =>
			/(?:does not|doesn't) have registration|registration has not been enabled/i.test(said),
		message: 'Registration is not turned on for this webinar',
		repair: 'Turn on registration in the webinar settings',
		reason: 'registrationNotEnabled',
		failure: CONFIGURATION,
	},
	{
		applies: ({ code }) => code === 3027,
		...explained('hostCannotRegister'),
	},
	{
		applies: ({ said }) => /invited as a panelist/i.test(said),
		...explained('panelistCannotRegister'),
	},
	{
		applies: ({ code }) => code === 3034,
		message: 'Zoom requires the work email address of this person',
		repair: 'Register the person with their work email address',
		reason: 'vendorRejected',
	},
	{
		applies: ({ code }) => code === 3038,
		...explained('registrationClosed'),
	},
	{
		applies: ({ code, said }) =>
			code === 3035 ||
			code === 3043 ||
			/maximum attendee capacity|limit for the number of attendees/i.test(said),
		...explained('webinarFull'),
	},
	{
		applies: ({ said }) => /limit for the number of panelists/i.test(said),
		...explained('licenceUsedUp'),
	},
	{
		applies: ({ said }) => /paid registration/i.test(said),
		message: "Zoom's API registers nobody for a paid webinar",
		repair: 'Send people to the registration page of the webinar',
		reason: 'vendorRejected',
		failure: CONFIGURATION,
	},
	{
		applies: ({ said }) => /event directory|zoom events/i.test(said),
		...explained('zoomEventsWebinar'),
		failure: CONFIGURATION,
	},
	{
		applies: ({ code, said }) =>
			code === 3079 ||
			/registrant id field is invalid/i.test(said) ||
			(/registrant /i.test(said) && /was not found/i.test(said)),
		...explained('registrantNotFound'),
	},
	{
		applies: ({ said }) => /occurrence/i.test(said),
		message: 'Zoom does not know this occurrence of the webinar',
		repair: 'Choose an occurrence of this webinar from the list',
		reason: 'webinarNotFound',
		failure: CONFIGURATION,
	},
	{
		applies: ({ code }) => code === 3301,
		message: 'Zoom has no recording of this session',
		repair: explain('notRecorded').repair,
		reason: 'notRecorded',
	},
	{
		applies: ({ code }) => code === 3322,
		...explained('transcriptNotFound'),
	},
	{
		applies: ({ status, code, said }) =>
			status === 403 || code === 12703 || /no permission/i.test(said),
		message: 'The Zoom app has no permission for this',
		repair:
			"Give the app's owner a role that may see the users, webinars, reports and recordings of the account (Zoom: User Management → Roles), then run again",
		reason: 'permissionMissing',
		failure: CONFIGURATION,
	},
	{
		applies: ({ code }) => code === 1001,
		message: 'Zoom does not know this user',
		repair: 'Check the host, and that the credential belongs to the account of that user',
		reason: 'vendorRejected',
		failure: CONFIGURATION,
	},
	{
		applies: ({ code }) => code === 1010,
		message: 'The webinar belongs to another account',
		repair: 'Choose the credential of the account that hosts the webinar',
		reason: 'otherAccount',
		failure: CONFIGURATION,
	},
	{
		applies: ({ status, code }) =>
			code === 3001 || (status === 404 && code !== undefined && code !== NO_ENDPOINT),
		message: 'Zoom does not know this webinar',
		repair: 'Check the webinar ID, and that the credential belongs to the account that hosts it',
		reason: 'webinarNotFound',
		failure: CONFIGURATION,
	},
	{
		// A gateway's 404 must not look like a webinar without a report.
		applies: ({ status }) => status === 404,
		message: "The address is not one of Zoom's API",
		repair: 'Check the Base URL of the credential',
		reason: 'vendorRejected',
		failure: CONFIGURATION,
	},
	{
		applies: ({ code }) => code === 12702,
		message: 'Zoom keeps reports for one year',
		repair: 'Choose a more recent webinar',
		reason: 'webinarNotFound',
	},
];

const OTHERWISE: Words = {
	message: 'Zoom refused the request',
	repair: 'Correct what Zoom names, then run again',
	reason: 'vendorRejected',
};

/** What happened, in our words and in Zoom's, and what to do about it. */
export function refusalWords(refusal: Refusal): Words {
	const { message, repair, reason, failure } =
		RULES.find((rule) => rule.applies(refusal)) ?? OTHERWISE;
	return { message: `${message}. ${quoted(refusal)}`, repair, reason, failure };
}

/** Zoom's words, or what stands for them. */
function quoted({ said, status, signIn }: Refusal): string {
	if (said !== '') return said;
	if (signIn === undefined) return `HTTP ${status}`;
	return signIn === 'zoomWebinarOAuth2Api' ? NOT_CONNECTED : SIGN_IN_REFUSED;
}

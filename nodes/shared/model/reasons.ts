/**
 * The closed list of reasons. Every outcome that needs an explanation carries one of these; the
 * troubleshooting page is made of the same texts.
 */
interface ReasonText {
	/** What happened, for the person who reads the audit log. */
	message: string;
	/** What to do about it; empty when nothing needs doing. */
	repair: string;
}

const REASONS = {
	noEmail: {
		message: 'The platform gave no email address for this person',
		repair:
			'Turn on registration, or the webinar setting "Include guests\' email addresses in attendee reports"',
	},
	invalidEmail: {
		message: 'The email address is not valid',
		repair: 'Correct the address on the webinar platform, then sync again',
	},
	excludedDomain: {
		message: 'The email domain is on the list of excluded domains',
		repair: '',
	},
	internalUser: {
		message: 'The email address belongs to a user of the HubSpot account',
		repair: '',
	},
	secondaryEmail: {
		message: 'The address is only a secondary email of a contact',
		repair: 'Make the address the primary email of the contact if it should be synced',
	},
	deletedContact: {
		message: 'The contact was deleted in the CRM and is not created again',
		repair: 'Restore the contact in the CRM if it should be synced',
	},
	roleExcluded: {
		message: 'People with this role are left out',
		repair: '',
	},
	contactRuleExcluded: {
		message: 'The contact rule of the operation leaves this person out',
		repair: 'Choose another Contact Rule if the person should be synced',
	},
	belowThreshold: {
		message: 'The person stayed for less than the minimum',
		repair: '',
	},
	duplicate: {
		message: 'The same person came more than once for this session; one of the items was used',
		repair: '',
	},
	otherAppsEvent: {
		message: 'Another app has made a marketing event of this webinar already',
		repair: 'Choose what to do in the option Events of Other Apps',
	},
	syncOff: {
		message: 'Syncing is switched off for this webinar',
		repair: '',
	},
	alreadyInOrPastStatus: {
		message: 'The person already has this status or a later one',
		repair: '',
	},
	statusWouldMoveBack: {
		message: 'The status would move the person back',
		repair:
			'Marketo moves members forward only. To let people leave a status again, give both statuses the same step under Admin → Tags → Channel',
	},
	alreadyRegistered: {
		message: 'The person is already registered',
		repair: '',
	},
	pendingApproval: {
		message: 'The registration waits for approval by the host',
		repair: 'Approve the registrant on the webinar platform',
	},
	previouslyDenied: {
		message: 'The registration was denied or cancelled before',
		repair: 'Approve the registrant on the webinar platform',
	},
	hostCannotRegister: {
		message: 'The host of the webinar cannot register for it',
		repair: '',
	},
	panelistCannotRegister: {
		message: 'A panelist of the webinar cannot register for it',
		repair: 'The person has a panelist link of their own; nothing needs doing',
	},
	registrantNotFound: {
		message: 'Nobody is registered for the webinar with this address or ID',
		repair: 'Check the email or the registrant ID, and the occurrence',
	},
	panelistNotFound: {
		message: 'Nobody with this address or ID is a panelist of the webinar',
		repair: 'Check the email or the panelist ID',
	},
	missingFirstName: {
		message: 'The platform needs a first name',
		repair: 'Add the first name to the record, then run again',
	},
	requiredQuestionMissing: {
		message: 'A required registration question has no answer',
		repair: 'Map the question to a field that is always filled',
	},
	registrationNotEnabled: {
		message: 'Registration is not turned on for this webinar',
		repair: 'Turn on registration in the webinar settings',
	},
	registrationClosed: {
		message: 'Registration for this webinar is closed',
		repair: '',
	},
	webinarFull: {
		message: 'The webinar has reached its maximum number of attendees',
		repair: 'Raise the limit of the webinar or the licence',
	},
	licenceUsedUp: {
		message: 'The licence allows no more people',
		repair: 'Free a place or extend the licence',
	},
	webinarNotFound: {
		message: 'The webinar does not exist or is no longer available',
		repair: 'Check the webinar ID and the account of the credential',
	},
	notAWebinar: {
		message: 'The ID belongs to a meeting, not to a webinar',
		repair: 'Choose a webinar',
	},
	zoomEventsWebinar: {
		message: 'Webinars of Zoom Events cannot be used here',
		repair: 'Use a webinar that was scheduled in Zoom Webinars',
	},
	otherAccount: {
		message: 'The webinar belongs to another account',
		repair: 'Choose the credential of the account that hosts the webinar',
	},
	webinarAlreadyConnected: {
		message: 'The program is already connected to another webinar',
		repair:
			'Run Connect Webinar with If Already Connected set to Replace, or clear the tokens of the program',
	},
	webinarNotConnected: {
		message: 'No webinar is connected to the program',
		repair: 'Run Connect Webinar for the program first',
	},
	programNotFound: {
		message: 'Marketo has no such program',
		repair: 'Choose the program from the list, or check its ID and the workspace of the API user',
	},
	wrongChannel: {
		message: "The program's channel does not fit",
		repair:
			'Choose a program whose channel has the statuses of a webinar, or set Statuses to Choose Each Status',
	},
	duplicateLeads: {
		message: 'Several people in Marketo have this email address',
		repair: 'Merge the duplicates in Marketo, or give the lead ID',
	},
	nonAsciiEmail: {
		message: 'Marketo accepts email addresses with plain English letters, digits and signs only',
		repair: 'Use an address without accents or letters of other alphabets',
	},
	leadNotFound: {
		message: 'Marketo has no person with this address or ID',
		repair: 'Create the person in Marketo, or let the operation create missing people',
	},
	leadDeleted: {
		message: 'The person was deleted in Marketo meanwhile',
		repair: 'Run again if the person should be created again',
	},
	partitionNeeded: {
		message: 'Marketo does not know in which person partition to create the person',
		repair: 'Enter the Person Partition under Options',
	},
	notAMember: {
		message: 'The person is not a member of the program',
		repair: 'Change the program status first; it makes people members',
	},
	campaignNotRequestable: {
		message: 'The smart campaign cannot be requested',
		repair:
			'Activate it, and give it the trigger Campaign is Requested with the source Web Service API',
	},
	dailyLimit: {
		message: 'The daily limit of API calls is used up',
		repair: 'Run again after the limit has been reset',
	},
	registrantDailyLimit: {
		message: 'The daily limit for this registrant is used up',
		repair: 'Run again after midnight UTC',
	},
	reportNotReady: {
		message: 'The report of the webinar is not ready yet',
		repair:
			'Run again later; Zoom needs up to 30 minutes after the end, Adobe Connect until everybody has left the room',
	},
	neverStarted: {
		message: 'The webinar never started, so nobody could attend',
		repair: '',
	},
	nobodyAttended: {
		message: 'Nobody attended the webinar',
		repair: '',
	},
	recordingProcessing: {
		message: 'The recording is still being processed',
		repair: 'Run again later',
	},
	notRecorded: {
		message: 'The webinar was not recorded',
		repair: 'Turn on recording for the next webinar',
	},
	recordingDeleted: {
		message: 'The recording was deleted',
		repair: '',
	},
	transcriptNotFound: {
		message: 'The recording has no transcript',
		repair: 'Turn on audio transcripts in the recording settings',
	},
	fileTooLarge: {
		message: 'The file is larger than n8n can store',
		repair:
			'On the server of n8n, set N8N_DEFAULT_BINARY_DATA_MODE to filesystem or s3, or raise the limit of the database mode, then run again',
	},
	unknownStatus: {
		message: 'The channel of the program has no such status',
		repair: "Choose a status of the program's channel",
	},
	permissionMissing: {
		message: 'The credential lacks a permission',
		repair: 'Add the named permission to the app or key, then run again',
	},
	vendorRejected: {
		message: 'The vendor refused the request',
		repair: 'Correct what the message names, then run again',
	},
	uncertain: {
		message: 'The request was sent and its answer was lost; it is not known whether it took effect',
		repair: 'Look at the record, then run again',
	},
	temporarilyUnavailable: {
		message: 'The vendor could not be reached or is overloaded',
		repair: 'Run again later',
	},
} satisfies Record<string, ReasonText>;

export type Reason = keyof typeof REASONS;

/** All reasons in their order of explanation. */
export const ALL_REASONS = Object.keys(REASONS) as Reason[];

/** The message and the repair that belong to a reason. */
export function explain(reason: Reason): ReasonText {
	return REASONS[reason];
}

/** What an Adobe Connect account holds when the sandbox starts. Ids are Adobe's numbers, as text. */

export interface AdobeConnectWorld {
	accountId: string;
	/** e.g. 12.9.0 */
	version: string;
	/** Of the account: dates are answered with its offset, and dates without offset are read in it. */
	timeZone: { id: string; javaId: string };
	/** Hosted accounts: a login gives a second session, the anonymous one stays without rights. */
	enhancedSecurity: boolean;
	/** Name of the HTTP header that signs in with `external-auth=use`; absent: the server does not take it. */
	headerAuthentication?: string;
	/** Wrong passwords after which a login is locked; default 5. */
	loginTries?: number;
	/** Default 5. */
	lockMinutes?: number;
	/** Unused sessions end after so many minutes; default 30. */
	sessionMinutes?: number;
	principals: AdobePrincipal[];
	/** Of our own making; the built-in groups are there anyway. */
	groups?: AdobeGroup[];
	/** Subfolders of the account's own folders (see `AdobeShortcut`). */
	folders?: AdobeFolder[];
	licences: AdobeSeminarLicence[];
	rooms: AdobeRoom[];
	events: AdobeEvent[];
	/** More rows than this: operation-size-error; default 10,000. */
	maximumRows?: number;
	/** How long the `report-bulk-…` family does not see what has happened, milliseconds of the sandbox's clock; default 0. */
	reportLagMs?: number;
	/** How long a recording is being made after its session has ended, milliseconds; default 0. */
	recordingDelayMs?: number;
	/** Answers begin with a byte order mark. */
	byteOrderMark?: boolean;
	/** Names in answers carry a control character that XML does not allow. */
	controlCharacters?: boolean;
	/** What Adobe's documents leave open; a world may choose. */
	unsure?: Partial<AdobeUnsure>;
}

export interface AdobeUnsure {
	/** How the event report says whether somebody came. */
	attendanceStatus: { attended: string; absent: string };
	/** Whether the answer to event-register names the principal: always, never, or only when he existed before. */
	registerNamesPrincipal: 'always' | 'never' | 'known';
	/** Whether the conversion of recordings to MP4 is offered. */
	recordingJobs: boolean;
	/** Whether a login is answered `ok` without a cookie so many times (seen by another client). */
	loginsWithoutCookie: number;
	/** Whether a choice with several answers of a poll comes as rows of their own or in one, comma-separated. */
	multipleAnswers: 'rows' | 'one';
}

/** Folders that every account has, by the type that sco-shortcuts gives them. */
export type AdobeShortcut =
	| 'content'
	| 'courses'
	| 'meetings'
	| 'user-meetings'
	| 'my-meetings'
	| 'shared-meeting-templates'
	| 'my-meeting-templates'
	| 'seminars'
	| 'events'
	| 'user-events'
	| 'my-events'
	| 'forced-archives'
	| 'chat-transcripts'
	| 'account-custom'
	| 'user-content'
	| 'user-courses'
	| 'training-catalog'
	| 'shared-training-templates';

export type AdobeGroupType =
	| 'admins'
	| 'admins-limited'
	| 'live-admins'
	| 'seminar-admins'
	| 'event-admins'
	| 'event-super-admins'
	| 'course-admins'
	| 'authors'
	| 'learners'
	| 'everyone';

export interface AdobePrincipal {
	id: string;
	type: 'user' | 'guest' | 'external-user';
	login: string;
	email: string;
	firstName: string;
	lastName: string;
	/** Without one nobody signs in with it. */
	password?: string;
	/** Built-in groups. */
	groups?: AdobeGroupType[];
	/** The account has shut this person out. */
	disabled?: boolean;
	/** The account waits for a mail to be answered, or is over. */
	state?: 'pending-activation' | 'account-expired' | 'pending-license';
}

export interface AdobeGroup {
	id: string;
	name: string;
	/** Principal ids. */
	members: string[];
}

export interface AdobeFolder {
	id: string;
	/** Another folder, or one that every account has. */
	parent: Exclude<AdobeShortcut, `my-${string}`> | { id: string };
	name: string;
	urlPath: string;
}

/** A folder below the shortcut `seminars`. */
export interface AdobeSeminarLicence {
	id: string;
	name: string;
	/** People at a time. */
	quota: number;
	/** Shared by the account, or of one user (`user-webinar-licenses`). */
	ownerId?: string;
	/** ISO UTC. */
	begin: string;
	end: string;
}

/** Who may come in by the URL alone: everybody, people who sign in or are let in, invited people. */
export type AdobeAccess = 'view-hidden' | 'remove' | 'denied';

export type AdobePermission = 'view' | 'mini-host' | 'host' | 'pending' | 'denied' | 'publish';

/** A meeting room, a seminar room or a template of rooms. */
export interface AdobeRoom {
	id: string;
	kind: 'meeting' | 'seminar' | 'template';
	/** Meetings and templates: default the shared folder of theirs. Seminar rooms: their licence. */
	folderId?: string;
	name: string;
	description?: string;
	/** `/webinar/` */
	urlPath: string;
	/** ISO UTC; absent: a persistent room. */
	begin?: string;
	end?: string;
	lang?: string;
	sourceScoId?: string;
	/** ISO UTC. */
	createdAt: string;
	modifiedAt?: string;
	access: AdobeAccess;
	/** By principal id. */
	permissions: Record<string, AdobePermission>;
	/** By field id, e.g. meeting-passcode. */
	fields?: Record<string, string>;
	/** Seminar rooms. */
	seminarSessions?: AdobeSeminarSession[];
	held?: AdobeHeldSession[];
	polls?: AdobePoll[];
	recordings?: AdobeRecording[];
}

/** A date of a seminar room. */
export interface AdobeSeminarSession {
	id: string;
	name: string;
	description?: string;
	urlPath: string;
	/** ISO UTC; absent until seminar-session-sco-update has set them. */
	begin?: string;
	end?: string;
	createdAt: string;
	modifiedAt?: string;
	/** e.g. seminar-expected-load */
	fields?: Record<string, string>;
}

/** One run of a room: from the first person in to the last one out. */
export interface AdobeHeldSession {
	assetId: string;
	version?: number;
	/** ISO UTC; null: still running. */
	begin: string;
	end: string | null;
	stays: AdobeStay[];
	/** Asked in the Q&A pod. */
	questions?: AdobeAskedQuestion[];
	/** Taken from the files pod. */
	downloads?: Array<{ principalId: string; file: string }>;
}

/** From joining to leaving; one person may have several. */
export interface AdobeStay {
	transcriptId: string;
	/** Guests without an account have none. */
	principalId?: string;
	/** The name shown in the room. */
	name: string;
	/** ISO UTC; null: still inside. */
	begin: string;
	end: string | null;
	/** As host or presenter: the attendance report leaves hosts out. */
	role?: 'host' | 'mini-host';
}

export interface AdobeAskedQuestion {
	principalId?: string;
	name: string;
	question: string;
	answer?: string;
}

export interface AdobePoll {
	interactionId: string;
	question: string;
	answers: Array<{
		principalId?: string;
		name: string;
		transcriptId: string;
		/** More than one: a poll with several choices. */
		responses: string[];
		/** ISO UTC. */
		at: string;
	}>;
}

export interface AdobeEvent {
	id: string;
	/** Default: the shared events folder. */
	folderId?: string;
	name: string;
	description?: string;
	urlPath: string;
	/** Room behind it. */
	roomId: string;
	/** ISO UTC. */
	begin: string;
	end: string;
	createdAt: string;
	modifiedAt?: string;
	status: 'not-cancelled' | 'cancelled';
	requireApproval: boolean;
	/** People come in with their address alone. */
	passwordBypass: boolean;
	/** Most registrants; null: no limit. */
	registrationLimit: number | null;
	/** false: not in event-list. */
	published: boolean;
	ownerId: string;
	questions: AdobeEventQuestion[];
	registrants: AdobeRegistrant[];
	/** Speakers and managers by principal id. */
	permissions?: Record<string, AdobePermission>;
	speaker?: { name: string; overview?: string };
	/** Mails of the event, as notification-list tells of them. */
	notifications?: AdobeNotification[];
}

export interface AdobeEventQuestion {
	/** Interaction id. */
	id: string;
	kind: 'choice' | 'fill-in' | 'true-false';
	description: string;
	required: boolean;
	/** Choices in order. */
	choices?: string[];
}

export interface AdobeRegistrant {
	principalId: string;
	permission: 'view' | 'pending' | 'denied';
	/** ISO UTC. */
	registeredAt: string;
	/** By interaction id. */
	answers: Record<string, string>;
	isLead?: boolean;
	campaignId?: string;
	/** Watched the recording through the event's page: the event report names that as attendance. */
	onDemand?: { begin: string; end: string };
}

export interface AdobeNotification {
	actionId: string;
	/** event-reminder, event-invite, permission-approved, … */
	templateId: string;
	/** new, completed, … */
	status: string;
	subject: string;
	/** ISO UTC. */
	scheduledAt: string;
}

export interface AdobeRecording {
	id: string;
	name: string;
	urlPath: string;
	icon: 'archive' | 'mp4-archive';
	/** ISO UTC. */
	begin: string;
	end: string;
	createdAt?: string;
	/** Seminar session that it belongs to. */
	seminarSessionId?: string;
	access?: 'view' | 'denied' | 'remove';
	views?: number;
	lastViewedAt?: string;
	downloads?: number;
	/** Of a conversion: MP4 recordings carry their job's. */
	job?: {
		id: string;
		status: 'job-pending' | 'job-queued' | 'job-running' | 'job-completed' | 'job-failed';
	};
	/** Of the source file: made while it is sent; default 4,096. */
	bytes?: number;
	passcode?: string;
}

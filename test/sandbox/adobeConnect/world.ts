/** What an Adobe Connect account holds when the sandbox starts. Ids are Adobe's numbers, as text. */

import type { AdobeEvent } from './worlds/events';
import type { AdobeRoom } from './worlds/rooms';

export type * from './worlds/events';
export type * from './worlds/rooms';

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
	/** How long every answer takes, real milliseconds; default 2. Calls overlap only when it is longer than nothing. */
	answerDelayMs?: number;
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
	/** A list without rows: an empty element, or none at all. */
	emptyLists: 'empty' | 'missing';
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

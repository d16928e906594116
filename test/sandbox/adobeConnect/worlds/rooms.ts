/** Rooms of an account, what is held in them, and what is recorded. */

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

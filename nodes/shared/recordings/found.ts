import type { Reason } from '../model/reasons';
import type { RecordingFileType } from '../model/recording';
import type { Webinar } from '../model/webinar';
import type { ListedSession } from './memory';

/** What has to be known of a file, whatever the platform. */
export interface RecordedFile {
	/** Its ID, or what stands for it within its session; never changes. */
	key: string;
	/** Empty where the platform gives none. */
	recordingId: string;
	fileType: RecordingFileType;
}

/** One session with its files. */
export interface RecordedSession<File extends RecordedFile> extends ListedSession {
	webinar: Webinar;
	entries: File[];
}

/** A session whose recording is not there, and why. */
export interface Missing {
	webinar: Webinar;
	reason: Reason;
	/** Default: the reason's own words, as of the repair. */
	message?: string;
	repair?: string;
	/** Epoch milliseconds before which asking again is of no use; undefined = the option says. */
	notBefore?: number;
}

/** Sessions with a recording, oldest first, and those that were asked for and have none. */
export interface Found<Session> {
	sessions: Session[];
	missing: Missing[];
}

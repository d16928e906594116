import type { ZoomRecording, ZoomRecordingFile, ZoomSession, ZoomWorld } from '../../world';
import { ZoomError } from '../errors';
import type { PathId } from '../pathIds';

/** A scheduled meeting: https://developers.zoom.us/docs/api/meetings/ */
const MEETING = 2;

/** A recording with what Zoom tells about the meeting or webinar it is of. */
export interface Recorded {
	/** Number of the webinar or meeting. */
	id: number;
	hostId: string;
	topic: string;
	/** 5, 6, 9 webinars, 2 a meeting. */
	type: number;
	timezone: string;
	/** ISO UTC. */
	startTime: string;
	/** Whole minutes. */
	minutes: number;
	recording: ZoomRecording;
}

/** Questions about the cloud recordings of the account, with Zoom's refusals. */
export interface Archive {
	/** Every recording, also those that are not ready or were removed. */
	all(): Recorded[];
	/** Ready and not removed, oldest first. */
	there(): Recorded[];
	/** In the trash, from where it can be recovered. */
	trashed(): Recorded[];
	/**
	 * A number names the latest instance, a UUID its own.
	 * @throws ZoomError 404/3301: none, not ready, in the trash and deleted are not told apart
	 */
	of(id: PathId): Recorded;
	/** The instance that the path names, in whatever state its recording is. */
	any(id: PathId): Recorded | undefined;
	file(fileId: string): { recorded: Recorded; file: ZoomRecordingFile } | undefined;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording */
export function createArchive(world: ZoomWorld, now: () => number): Archive {
	const isReady = ({ recording }: Recorded): boolean => Date.parse(recording.readyAt) <= now();

	const archive: Archive = {
		all: () =>
			[...webinarRecordings(world), ...meetingRecordings(world)].sort(
				(a, b) => Date.parse(a.startTime) - Date.parse(b.startTime),
			),
		there: () => archive.all().filter((one) => isReady(one) && !one.recording.removed),
		trashed: () =>
			archive.all().filter((one) => isReady(one) && one.recording.removed === 'trashed'),
		of(id) {
			const recorded = archive.any(id);
			if (!recorded || !isReady(recorded) || recorded.recording.removed) {
				throw new ZoomError(404, 3301, 'There is no recording for this meeting.');
			}
			return recorded;
		},
		any(id) {
			if (id.kind === 'uuid') {
				return archive.all().find(({ recording }) => recording.sessionUuid === id.text);
			}
			const ofId = archive.all().filter((one) => one.id === id.id);
			const latest = latestRun(world, id.id, now());
			if (!latest) return ofId.at(-1);
			return ofId.find(({ recording }) => recording.sessionUuid === latest.uuid);
		},
		file(fileId) {
			for (const recorded of archive.there()) {
				const file = recorded.recording.files.find((one) => one.id === fileId);
				if (file) return { recorded, file };
			}
			return undefined;
		},
	};
	return archive;
}

/** A file may follow later than its recording, transcripts always do. */
export function isFileReady(file: ZoomRecordingFile, now: number): boolean {
	return file.readyAt === undefined || Date.parse(file.readyAt) <= now;
}

/** Bytes. */
export function sizeOf({ content }: ZoomRecordingFile): number {
	return typeof content === 'string' ? Buffer.byteLength(content) : content.bytes;
}

function webinarRecordings(world: ZoomWorld): Recorded[] {
	return world.webinars.flatMap((webinar) =>
		(webinar.recordings ?? []).map((recording) => ({
			id: webinar.id,
			hostId: webinar.hostId,
			topic: webinar.topic,
			type: webinar.type,
			timezone: webinar.timezone,
			...spanOf(
				recording,
				webinar.sessions.find((one) => one.uuid === recording.sessionUuid),
			),
			recording,
		})),
	);
}

function meetingRecordings(world: ZoomWorld): Recorded[] {
	return (world.meetings ?? []).flatMap((meeting) =>
		(meeting.recordings ?? []).map((recording) => ({
			id: meeting.id,
			hostId: meeting.hostId,
			topic: meeting.topic,
			type: MEETING,
			timezone: 'UTC',
			...spanOf(recording),
			recording,
		})),
	);
}

function spanOf(
	recording: ZoomRecording,
	session?: ZoomSession,
): Pick<Recorded, 'startTime' | 'minutes'> {
	const [first] = recording.files;
	const startTime = session?.startTime ?? first?.recording_start ?? recording.readyAt;
	const endTime = session?.endTime ?? first?.recording_end ?? startTime;
	return {
		startTime,
		minutes: Math.ceil((Date.parse(endTime) - Date.parse(startTime)) / 60_000),
	};
}

function latestRun(world: ZoomWorld, webinarId: number, now: number): ZoomSession | undefined {
	return world.webinars
		.find((one) => one.id === webinarId)
		?.sessions.filter((one) => !one.practiceSession && Date.parse(one.endTime) <= now)
		.sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime))
		.at(-1);
}

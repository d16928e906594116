import { AdobeError, denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { advanceJob } from '../state/recordings';
import { manageable } from '../state/rights';
import type { AdobeRecording, AdobeRoom } from '../world';

/** Orders an MP4 of a recording, which comes minutes later. Some accounts are not offered it any more. */
export function scheduleRecordingJob(state: AdobeState, call: Call): Element[] {
	mustOffer(state);
	const sourceId = call.params.id('source-sco-id');
	const { body } = manageable(state, actorOf(call), sourceId);
	if (body.kind !== 'recording') throw denied();
	const { room, recording } = body;
	for (const one of room.recordings ?? []) advanceJob(state, one);
	const isRunning = (room.recordings ?? []).some(
		(one) => one.begin === recording.begin && one.job && one.job.status !== 'job-completed',
	);
	if (isRunning) {
		throw invalid({
			field: 'source-sco-id',
			type: 'id',
			subcode: 'invalid-recording-job-in-progress',
		});
	}
	const id = state.newId();
	const made: AdobeRecording = {
		...recording,
		id,
		icon: 'mp4-archive',
		urlPath: `/p${Number(id).toString(36)}/`,
		createdAt: state.nowIso(),
		job: { id: state.newId(), status: 'job-pending' },
	};
	room.recordings = [...(room.recordings ?? []), made];
	return [jobElement(state, room, made)];
}

export function getRecordingJob(state: AdobeState, call: Call): Element[] {
	mustOffer(state);
	const { room, recording } = converted(state, call);
	return [jobElement(state, room, recording)];
}

export function cancelRecordingJob(state: AdobeState, call: Call): Element[] {
	mustOffer(state);
	const { room, recording } = converted(state, call);
	room.recordings = room.recordings?.filter((one) => one.id !== recording.id);
	return [];
}

function converted(state: AdobeState, call: Call): { room: AdobeRoom; recording: AdobeRecording } {
	const { body } = manageable(state, actorOf(call), call.params.id('sco-id'));
	if (body.kind !== 'recording' || !body.recording.job) throw denied();
	advanceJob(state, body.recording);
	return body;
}

function jobElement(state: AdobeState, room: AdobeRoom, recording: AdobeRecording): Element {
	const { id, job, icon, name, urlPath } = recording;
	return element(
		'recording-job',
		{
			'sco-id': id,
			'account-id': state.world.accountId,
			'folder-id': room.id,
			icon,
			'job-id': job?.id,
			'job-status': job?.status,
			'encoder-service-job-progress': job?.status === 'job-completed' ? 100 : 0,
		},
		[textElement('name', name), textElement('url-path', urlPath)],
	);
}

function mustOffer({ unsure }: AdobeState): void {
	if (!unsure.recordingJobs) throw new AdobeError('no-access', 'not-available');
}

import type { ActionTable } from '../http/router';
import type { AdobeState } from '../state/adobeState';
import { cancelRecordingJob, getRecordingJob, scheduleRecordingJob } from './jobs';
import { listGeneratedRecordings, listRecordings, reportScoViews } from './list';

export function recordingActions(state: AdobeState): ActionTable {
	return {
		'list-recordings': { handle: (call) => listRecordings(state, call) },
		'list-generated-recordings': { handle: (call) => listGeneratedRecordings(state, call) },
		'report-sco-views': { handle: (call) => reportScoViews(state, call) },
		'schedule-recording-job': { handle: (call) => scheduleRecordingJob(state, call) },
		'get-recording-job': { handle: (call) => getRecordingJob(state, call) },
		'cancel-recording-job': { handle: (call) => cancelRecordingJob(state, call) },
	};
}

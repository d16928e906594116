import { denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { clockOf } from '../http/dates';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { advanceJob, isThere } from '../state/recordings';
import { readable, reportable } from '../state/rights';
import { recordingSco } from '../state/scos';
import type { AdobeRecording, AdobeRoom } from '../world';

/** https://helpx.adobe.com/adobe-connect/webservices/list-recordings.html */
export function listRecordings(state: AdobeState, call: Call): Element[] {
	const { body } = readable(state, actorOf(call), call.params.id('folder-id'));
	if (body.kind !== 'room') {
		throw invalid({ field: 'folder-id', type: 'id', subcode: 'no-such-item' });
	}
	const { room } = body;
	const sessionId = call.params.optionalId('seminar-session-id');
	const rows = (room.recordings ?? [])
		.filter((one) => isThere(state, one))
		.filter((one) => sessionId === undefined || one.seminarSessionId === sessionId)
		.map((one) => recordingRow(state, room, one));
	return [element('recordings', {}, listed(state, call.params, rows))];
}

/** What conversions have made of one recording. */
export function listGeneratedRecordings(state: AdobeState, call: Call): Element[] {
	const { body } = readable(state, actorOf(call), call.params.id('source-sco-id'));
	if (body.kind !== 'recording') throw denied();
	const { room, recording } = body;
	const rows = (room.recordings ?? [])
		.filter(({ icon, begin }) => icon === 'mp4-archive' && begin === recording.begin)
		.map((one) => recordingRow(state, room, one));
	return [element('recordings', {}, listed(state, call.params, rows))];
}

function recordingRow(state: AdobeState, room: AdobeRoom, recording: AdobeRecording): Element {
	advanceJob(state, recording);
	const sco = recordingSco(room, recording);
	const { begin, end, job, downloads } = recording;
	return element(
		'sco',
		{
			'sco-id': sco.id,
			'source-sco-id': sco.sourceScoId,
			'folder-id': sco.folderId,
			type: sco.type,
			icon: sco.icon,
			'display-seq': 0,
			'is-folder': 0,
			'job-id': job?.id ?? '',
			'account-id': state.world.accountId,
			'job-status': job?.status ?? '',
			'encoder-service-job-progress': job ? (job.status === 'job-completed' ? 100 : 0) : '',
			'no-of-downloads': downloads ?? 0,
		},
		[
			textElement('name', sco.name),
			textElement('url-path', sco.urlPath),
			textElement('date-begin', state.date(begin)),
			textElement('date-end', state.date(end)),
			textElement('date-created', state.date(sco.createdAt)),
			textElement('date-modified', state.date(sco.modifiedAt)),
			textElement('duration', clockOf(Date.parse(end) - Date.parse(begin))),
			element('filename'),
		],
	);
}

/** https://helpx.adobe.com/adobe-connect/webservices/report-sco-views.html */
export function reportScoViews(state: AdobeState, call: Call): Element[] {
	const sco = reportable(state, actorOf(call), call.params);
	const recording = sco.body.kind === 'recording' ? sco.body.recording : undefined;
	return [
		element(
			'report-sco-views',
			{
				'sco-id': sco.id,
				type: sco.type,
				'is-folder': sco.type === 'folder' ? 1 : 0,
				views: recording?.views ?? 0,
			},
			[
				textElement('name', sco.name),
				textElement('url-path', sco.urlPath),
				textElement('last-viewed-date', state.optionalDate(recording?.lastViewedAt)),
			],
		),
	];
}

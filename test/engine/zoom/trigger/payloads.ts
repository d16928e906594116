/** Zoom's payloads by event, as documented: ids are numbers in some events and texts in others. */

const PLANNED = {
	id: 85212345678,
	uuid: 'nextRun0123456789AbCdEf==',
	host_id: 'host1',
	topic: 'Product Update',
	type: 9,
	start_time: '2026-03-04T15:00:00Z',
	duration: 60,
	timezone: 'Europe/Berlin',
};

const RUNNING = { ...PLANNED, id: '85212345678' };
const HOSTED = { host_email: 'host@example.com' };
const OPERATOR = { operator: 'admin@example.com', operator_id: 'admin1' };
const REGISTRANT = {
	id: 'r1',
	first_name: 'Jill',
	last_name: 'Chill',
	email: 'jill@example.com',
};
const PARTICIPANT = {
	user_id: '16778240',
	user_name: 'Jill Chill',
	email: 'jill@example.com',
	registrant_id: 'r1',
};

export const RECORDED = {
	...PLANNED,
	...HOSTED,
	share_url: 'https://zoom.us/rec/share/1',
	password: 'pass1',
	recording_files: [
		{ id: 'f1', file_type: 'MP4', file_size: 5, download_url: 'https://zoom.us/rec/download/1' },
	],
};

/** Event -> what stands in its payload beside the account. */
export const PAYLOADS: Record<string, Record<string, unknown>> = {
	'webinar.created': { ...OPERATOR, operation: 'all', object: PLANNED },
	'webinar.updated': {
		...OPERATOR,
		scope: 'all',
		time_stamp: 1772630000000,
		object: { ...PLANNED, topic: 'New Topic' },
		old_object: { id: 85212345678, topic: 'Product Update' },
	},
	'webinar.deleted': {
		...OPERATOR,
		operation: 'single',
		object: { ...PLANNED, occurrences: [{ occurrence_id: '1772636400000' }] },
	},
	'webinar.started': { object: { ...RUNNING, ...HOSTED } },
	'webinar.ended': {
		object: { ...RUNNING, ...HOSTED, end_time: '2026-03-04T16:00:00Z', practice_session: false },
	},
	'webinar.registration_created': {
		object: { ...PLANNED, registrant: { ...REGISTRANT, status: 'pending' } },
	},
	'webinar.registration_approved': { ...OPERATOR, object: { ...PLANNED, registrant: REGISTRANT } },
	'webinar.registration_denied': { ...OPERATOR, object: { ...PLANNED, registrant: REGISTRANT } },
	'webinar.registration_cancelled': {
		...OPERATOR,
		object: { ...PLANNED, registrant: REGISTRANT },
	},
	'webinar.participant_joined': {
		object: {
			...RUNNING,
			participant: { ...PARTICIPANT, join_time: '2026-03-04T15:01:00Z' },
		},
	},
	'webinar.participant_left': {
		object: {
			...RUNNING,
			participant: { ...PARTICIPANT, leave_time: '2026-03-04T15:59:00Z' },
		},
	},
	'recording.completed': { object: RECORDED },
	'recording.transcript_completed': { object: RECORDED },
};

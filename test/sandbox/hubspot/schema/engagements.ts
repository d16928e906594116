/**
 * HubSpot's own properties of activities, as far as webinars have to do with them.
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide
 * https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide
 * https://developers.hubspot.com/docs/api-reference/crm-meetings-v3/guide
 */
import type { PropertyDefinition } from './definition';
import { ownDefinition, type Row } from './defaults';

export type EngagementKind = 'calls' | 'notes' | 'meetings';

export const ENGAGEMENT_GROUPS: Record<EngagementKind, { name: string; label: string }> = {
	calls: { name: 'call', label: 'Call information' },
	notes: { name: 'note', label: 'Note information' },
	meetings: { name: 'meeting', label: 'Meeting information' },
};

const EVERY: Row[] = [
	['hs_timestamp', 'Activity date', 'datetime', 'date'],
	['hs_attachment_ids', 'Attached file IDs', 'string', 'text'],
	['hubspot_owner_id', 'Activity assigned to', 'string', 'text'],
];

const READ_ONLY: Row[] = [
	['hs_object_id', 'Record ID', 'number', 'number'],
	['hs_createdate', 'Create date', 'datetime', 'date'],
	['hs_lastmodifieddate', 'Last modified date', 'datetime', 'date'],
	['hs_object_source', 'Record source', 'string', 'text'],
	['hs_object_source_id', 'Record source ID', 'string', 'text'],
	['hs_object_source_label', 'Record source', 'string', 'text'],
];

const OWN: Record<EngagementKind, Row[]> = {
	calls: [
		['hs_call_title', 'Call Title', 'string', 'text'],
		['hs_call_body', 'Call notes', 'string', 'html'],
		['hs_call_callee_object_id', 'Callee object id', 'number', 'number'],
		['hs_call_callee_object_type_id', 'Callee object type', 'string', 'text'],
		['hs_call_direction', 'Call direction', 'enumeration', 'select'],
		['hs_call_disposition', 'Call outcome', 'string', 'text'],
		['hs_call_duration', 'Call duration', 'number', 'number'],
		['hs_call_external_id', 'External ID', 'string', 'text'],
		['hs_call_from_number', 'From number', 'string', 'text'],
		['hs_call_recording_url', 'Recording URL', 'string', 'text'],
		['hs_call_source', 'Call source', 'string', 'text'],
		['hs_call_status', 'Call status', 'enumeration', 'select'],
		['hs_call_to_number', 'To number', 'string', 'text'],
		['hs_activity_type', 'Call and meeting type', 'string', 'text'],
	],
	notes: [['hs_note_body', 'Note body', 'string', 'html']],
	meetings: [
		['hs_meeting_title', 'Meeting name', 'string', 'text'],
		['hs_meeting_body', 'Meeting description', 'string', 'html'],
		['hs_internal_meeting_notes', 'Internal meeting notes', 'string', 'html'],
		['hs_meeting_start_time', 'Meeting start time', 'datetime', 'date'],
		['hs_meeting_end_time', 'Meeting end time', 'datetime', 'date'],
		['hs_meeting_external_url', 'External URL', 'string', 'text'],
		['hs_meeting_location', 'Location', 'string', 'text'],
		['hs_meeting_outcome', 'Meeting outcome', 'enumeration', 'select'],
		['hs_activity_type', 'Call and meeting type', 'string', 'text'],
	],
};

const OPTIONS: Record<string, readonly string[]> = {
	hs_call_direction: ['INBOUND', 'OUTBOUND'],
	hs_call_status: [
		'BUSY',
		'CALLING_CRM_USER',
		'CANCELED',
		'COMPLETED',
		'CONNECTING',
		'FAILED',
		'IN_PROGRESS',
		'NO_ANSWER',
		'QUEUED',
		'RINGING',
	],
	hs_meeting_outcome: ['SCHEDULED', 'COMPLETED', 'RESCHEDULED', 'NO_SHOW', 'CANCELED'],
};

export function engagementProperties(kind: EngagementKind): PropertyDefinition[] {
	const group = ENGAGEMENT_GROUPS[kind].name;
	const define = (row: Row, readOnly: boolean) =>
		ownDefinition(row, readOnly, group, OPTIONS[row[0]]);
	return [
		...[...EVERY, ...OWN[kind]].map((row) => define(row, false)),
		...READ_ONLY.map((row) => define(row, true)),
	];
}

import type { INodeProperties } from 'n8n-workflow';

const READ = 'webinar:read:webinar';
const REGISTRANTS = 'webinar:read:list_registrants';
const PANELISTS = 'webinar:read:list_panelists';
const QUESTIONS = 'webinar:read:list_registration_questions';

/** What the app in Zoom needs for each operation that has no notice of its own, as `resource:operation`. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
	'panelist:add': [PANELISTS, 'webinar:write:panelist'],
	'panelist:getAll': [PANELISTS],
	'panelist:remove': [PANELISTS, 'webinar:delete:panelist'],
	'recording:getAll': ['cloud_recording:read:list_user_recordings'],
	'registrant:add': [
		READ,
		REGISTRANTS,
		QUESTIONS,
		'webinar:write:registrant',
		'webinar:write:batch_registrants',
	],
	'registrant:delete': [REGISTRANTS, 'webinar:read:registrant', 'webinar:delete:registrant'],
	'registrant:getAll': [REGISTRANTS],
	'registrant:updateStatus': [
		REGISTRANTS,
		'webinar:read:registrant',
		'webinar:update:registrant_status',
	],
	'webinar:create': ['webinar:write:webinar', READ, 'webinar:read:list_webinars'],
	'webinar:delete': ['webinar:delete:webinar'],
	'webinar:get': [READ],
	'webinar:getAll': ['webinar:read:list_webinars'],
	'webinar:getQuestions': [QUESTIONS],
	'webinar:setQuestions': [QUESTIONS, 'webinar:update:registration_question'],
	'webinar:update': [READ, 'webinar:update:webinar'],
};

/** What has scopes of reports besides, which exist for the whole account only. */
const BESIDES: Readonly<Record<string, string>> = {
	'registrant:add': ' To approve people again also webinar:update:registrant_status.',
	'webinar:get': ' For the latest session also report:read:webinar:admin.',
	'webinar:getAll':
		' For ended webinars report:read:list_history_meetings:admin, for all hosts also user:read:list_users:admin.',
};

const listed = (scopes: readonly string[]): string =>
	scopes.length === 1
		? `the scope ${scopes[0]}`
		: `the scopes ${scopes.slice(0, -1).join(', ')} and ${scopes.at(-1)}`;

function notice(key: string, scopes: readonly string[]): INodeProperties {
	const [resource = '', operation = ''] = key.split(':');
	const each = scopes.length === 1 ? 'with' : 'each with';
	return {
		displayName: `Needs ${listed(scopes)}, ${each} :admin at its end for server-to-server and admin-managed apps.${BESIDES[key] ?? ''}`,
		name: 'scopesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: [resource], operation: [operation] } },
	};
}

/** What to add to the app in Zoom, at the end of each panel. */
export const scopeNotices: INodeProperties[] = Object.entries(SCOPES).map(([key, scopes]) =>
	notice(key, scopes),
);

import type { INodeProperties } from 'n8n-workflow';

const VIEWERS =
	'For on-demand viewers also cloud_recording:read:recording_analytics_details:admin.';

/** The scopes of *Get attendees* by source. Apps of one user take the same names without `:admin`. */
export const scopeNotices: INodeProperties[] = [
	{
		displayName: `Needs the scopes report:read:webinar:admin, report:read:list_webinar_participants:admin, webinar:read:webinar:admin, webinar:read:list_registrants:admin and webinar:read:list_panelists:admin; for all runs, an occurrence or a webinar that never started webinar:read:list_past_instances:admin. For engagement also report:read:list_webinar_polls:admin, report:read:webinar_qna:admin and report:read:webinar_survey:admin. ${VIEWERS}`,
		name: 'scopesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: ['report'] } },
	},
	{
		displayName: `Needs the scopes webinar:read:list_past_instances, webinar:read:list_past_participants, webinar:read:webinar, webinar:read:list_registrants and webinar:read:list_panelists, each with :admin for server-to-server and admin-managed apps. For engagement also webinar:read:list_past_polls and webinar:read:past_qa. ${VIEWERS.replace(':admin', '')}`,
		name: 'pastScopesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: ['past'] } },
	},
];

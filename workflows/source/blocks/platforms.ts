import { ours } from '../flow';
import { by } from '../nodes';

/** Where webinars are held. The nodes of every platform have the same resources, operations and parameters. */
export interface Platform {
	name: string;
	action: readonly [type: string, version: number];
	trigger: readonly [type: string, version: number];
	/** The trigger is called by the platform; else it asks the platform. */
	hasWebhook: boolean;
	/** Parameters of its trigger for an event, by the event's name in the Zoom trigger. */
	listensTo(...events: string[]): Record<string, unknown>;
	/** Parameters of *Get many* webinars that mean everybody's. */
	everybodys: Record<string, unknown>;
	/** Markdown: what the credential's user or app may do. */
	needs: string;
}

/** Words in Markdown's code, with commas. */
export const code = (...names: string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Markdown: without it the window of a new Zoom credential is red. */
export const CREDENTIAL_TEST = `${code('user:read:list_users:admin')} (the credential's test)`;

export const zoom: Platform = {
	name: 'Zoom',
	action: [ours('zoomWebinar'), 1],
	trigger: [ours('zoomWebinarTrigger'), 1],
	hasWebhook: true,
	listensTo: (...events) => ({ events, options: {} }),
	everybodys: { hosts: 'all' },
	needs: `- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${CREDENTIAL_TEST}, ${code(
		'webinar:read:webinar:admin',
		'webinar:read:list_registrants:admin',
		'webinar:read:list_panelists:admin',
		'webinar:read:list_past_instances:admin',
		'report:read:webinar:admin',
		'report:read:list_webinar_participants:admin',
		'report:read:list_history_meetings:admin',
	)}, and for engagement ${code(
		'report:read:list_webinar_polls:admin',
		'report:read:webinar_qna:admin',
		'report:read:webinar_survey:admin',
	)}. The app's Secret Token goes into the credential.`,
};

export const adobeConnect: Platform = {
	name: 'Adobe Connect',
	action: [ours('adobeConnect'), 1],
	trigger: [ours('adobeConnectTrigger'), 1],
	hasWebhook: false,
	listensTo: (event) => ({
		pollTimes: { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
		event,
		options: {},
	}),
	everybodys: {},
	needs:
		'- **Adobe Connect:** a user for n8n alone, in the group Administrators; or, with less, in Event Managers with permission for the events, or host of the seminars and meetings.',
};

/** Where people are written to. */
export interface Crm {
	name: string;
	action: readonly [type: string, version: number];
	/** What *Sync attendance* has beside the fields of every CRM. */
	attendance: { fields: Record<string, unknown>; options: Record<string, unknown> };
	needs: string;
}

export const hubspot: Crm = {
	name: 'HubSpot',
	action: [ours('hubSpotWebinar'), 1],
	attendance: { fields: {}, options: {} },
	needs: `- **HubSpot:** a service key with the scopes
${code(
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
	'settings.users.read',
)}.`,
};

/** A HubSpot workflow calls. */
export const hubspotAsks = [ours('hubSpotWorkflowActionTrigger'), 1] as const;

export const marketo: Crm = {
	name: 'Marketo',
	action: [ours('marketoProgram'), 1],
	attendance: {
		fields: { program: by('$json.webinar?.webinarId', 'webinar') },
		options: { engagement: 'activities' },
	},
	needs: `- **Marketo:** a Custom service with an API-only user, whose role has under *Access API* ${code(
		'Read-Write Person',
	)} and ${code('Read-Only Assets')}; for engagement ${code(
		'Read-Write Activity',
		'Read-Only Activity Metadata',
		'Read-Write Activity Metadata',
		'Read-Write Schema Custom Field',
	)}; for *Connect webinar* ${code('Read-Write Assets')}.`,
};

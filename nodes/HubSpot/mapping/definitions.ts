export interface PropertyGroup {
	name: string;
	label: string;
}

/** A contact property as HubSpot's API takes it. */
export interface PropertyDefinition {
	name: string;
	label: string;
	description: string;
	groupName: string;
	type: 'number' | 'string';
	fieldType: 'number' | 'text' | 'textarea';
}

export const PROPERTY_GROUP: PropertyGroup = { name: 'n8n_webinars', label: 'Webinars' };

export const HISTORY_PROPERTY = 'n8n_webinar_history';

type Kind = Pick<PropertyDefinition, 'type' | 'fieldType'>;

const NUMBER: Kind = { type: 'number', fieldType: 'number' };
const TEXT: Kind = { type: 'string', fieldType: 'text' };
const LONG_TEXT: Kind = { type: 'string', fieldType: 'textarea' };

function define(kind: Kind, name: string, label: string, description: string): PropertyDefinition {
	return { name, label, description, groupName: PROPERTY_GROUP.name, ...kind };
}

/**
 * The properties of this package. The first four say what the native Zoom integration's four say,
 * under names of our own, so that the two never write into each other.
 */
export const PROPERTY_DEFINITIONS: readonly PropertyDefinition[] = [
	define(
		NUMBER,
		'n8n_webinar_registration_count',
		'Total number of webinar registrations',
		'How many webinars this contact has registered for.',
	),
	define(
		NUMBER,
		'n8n_webinar_attendance_count',
		'Total number of webinars attended',
		'How many webinars this contact has attended.',
	),
	define(
		NUMBER,
		'n8n_webinar_attendance_average_duration',
		'Average webinar attendance (percent)',
		'Mean share of the attended webinars that this contact stayed for. 100 means to the end of every one.',
	),
	define(
		TEXT,
		'n8n_webinar_last_registered',
		'Last registered webinar',
		'Name of the webinar this contact registered for last.',
	),
	define(
		TEXT,
		'n8n_webinar_last_registered_url',
		'Last registered webinar: URL',
		'Page of the webinar this contact registered for last.',
	),
	define(
		TEXT,
		'n8n_webinar_join_link',
		'Join link of the last registered webinar',
		'Link of this contact into the webinar registered for last. Empty when the registration was cancelled.',
	),
	define(
		TEXT,
		'n8n_webinar_last_attended_id',
		'Last attended webinar: ID',
		'ID of the webinar this contact attended last.',
	),
	define(
		TEXT,
		'n8n_webinar_last_attended_name',
		'Last attended webinar: name',
		'Name of the webinar this contact attended last.',
	),
	define(
		NUMBER,
		'n8n_webinar_last_attended_seconds',
		'Last attended webinar: seconds',
		'How many seconds this contact stayed in the webinar attended last.',
	),
	define(
		NUMBER,
		'n8n_webinar_last_attended_percent',
		'Last attended webinar: percent',
		'Which share of the webinar attended last this contact stayed for.',
	),
	define(
		TEXT,
		'n8n_webinar_last_engagement_level',
		'Last attended webinar: engagement',
		'How much this contact took part in the webinar attended last: high, medium, low or unknown.',
	),
	define(
		NUMBER,
		'n8n_webinar_last_polls_answered',
		'Last attended webinar: polls answered',
		'How many polls this contact answered in the webinar attended last.',
	),
	define(
		NUMBER,
		'n8n_webinar_last_questions_asked',
		'Last attended webinar: questions asked',
		'How many questions this contact asked in the webinar attended last.',
	),
	define(
		LONG_TEXT,
		HISTORY_PROPERTY,
		'Webinar history (do not edit)',
		'All webinars of this contact, as n8n keeps them. The other webinar properties are counted from it.',
	),
];

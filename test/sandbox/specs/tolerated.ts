/** Known differences between the vendors' specs and what the vendors do. Anything else is a problem. */
export interface Tolerance {
	name: string;
	reason: string;
}

/** Query parameters that a spec forgets, by `METHOD path` of the spec. */
export const UNDECLARED_QUERY: Array<Tolerance & { operation: string; parameter: string }> = [
	{
		name: 'list-webinars-token',
		operation: 'GET /users/{userId}/webinars',
		parameter: 'next_page_token',
		reason: 'The answer carries a next_page_token, the list of parameters does not name it.',
	},
	{
		name: 'past-participants-fields',
		operation: 'GET /past_webinars/{webinarId}/participants',
		parameter: 'include_fields',
		reason: 'The text of registrant_id asks for include_fields, the list of parameters lacks it.',
	},
];

/** Fields whose format and pattern are not judged. */
export const EMAIL_FORM: Tolerance & { fields: readonly string[] } = {
	name: 'email-form',
	fields: ['email', 'user_email'],
	reason:
		'Zoom sends an empty e-mail for people without one and passes on what people typed, against its own format and pattern.',
};

/** Fields of which any value is taken. */
export const FREE_VALUES: Array<Tolerance & { field: string }> = [
	{
		name: 'number-of-employees',
		field: 'no_of_employees',
		reason:
			'The values that may be sent (101-500, 500-1,000) and those that come back (101-250, 251-500, 501-1,000) differ.',
	},
	{
		name: 'weekly-days',
		field: 'weekly_days',
		reason:
			'Its text asks for several days separated by commas, its list of values for updates knows single ones only.',
	},
];

/** Fields whose format is read as another one. */
export const LOCAL_TIME: Tolerance & { fields: readonly string[]; readAs: string } = {
	name: 'local-time',
	fields: ['start_time'],
	readAs: 'iso-date-time',
	reason:
		'The text of start_time allows a local time beside the time zone, its format date-time does not: https://developers.zoom.us/docs/api/using-zoom-apis/#time-format',
};

/** Keywords that are read as another one. */
export const ARRAY_MAXIMUM: Tolerance & { readAs: string } = {
	name: 'array-maximum',
	readAs: 'maxItems',
	reason: 'Lists are limited by `maximum`, which JSON Schema knows for numbers only.',
};

export const OVERLAPPING_ONE_OF: Tolerance & { readAs: string } = {
	name: 'overlapping-one-of',
	readAs: 'anyOf',
	reason:
		'The branches of the answer of user settings have no required members, so an answer matches several of them.',
};

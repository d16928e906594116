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

/** Keywords that are read as another one. */
export const OVERLAPPING_ONE_OF: Tolerance & { readAs: string } = {
	name: 'overlapping-one-of',
	readAs: 'anyOf',
	reason:
		'The branches of the answer of user settings have no required members, so an answer matches several of them.',
};

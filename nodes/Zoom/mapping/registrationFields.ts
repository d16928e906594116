/**
 * Zoom's own registration fields beside email, first and last name, in the order in which the node
 * shows them. The answers are those of *Add a webinar registrant*; reading back, Zoom names other
 * numbers of employees, so a value outside the list is sent as it is.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/registrants
 */
export interface RegistrationField {
	/** Zoom's `field_name`. */
	id: string;
	displayName: string;
	answers?: readonly string[];
}

export const REGISTRATION_FIELDS: readonly RegistrationField[] = [
	{ id: 'phone', displayName: 'Phone' },
	{ id: 'org', displayName: 'Organization' },
	{ id: 'job_title', displayName: 'Job Title' },
	{ id: 'industry', displayName: 'Industry' },
	{
		id: 'no_of_employees',
		displayName: 'Number of Employees',
		answers: [
			'1-20',
			'21-50',
			'51-100',
			'101-500',
			'500-1,000',
			'1,001-5,000',
			'5,001-10,000',
			'More than 10,000',
		],
	},
	{
		id: 'purchasing_time_frame',
		displayName: 'Purchasing Time Frame',
		answers: ['Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe'],
	},
	{
		id: 'role_in_purchase_process',
		displayName: 'Role in Purchase Process',
		answers: ['Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved'],
	},
	{ id: 'address', displayName: 'Address' },
	{ id: 'city', displayName: 'City' },
	{ id: 'state', displayName: 'State or Province' },
	{ id: 'zip', displayName: 'ZIP or Postal Code' },
	{ id: 'country', displayName: 'Country (Two Letters)' },
	{ id: 'comments', displayName: 'Questions and Comments' },
];

const NAMES = new Map([
	...REGISTRATION_FIELDS.map(({ id, displayName }) => [id, displayName] as const),
	['last_name', 'Last Name'] as const,
]);

/** What people call a field of Zoom's form. */
export function fieldName(id: string): string {
	return NAMES.get(id) ?? id;
}

const CUSTOM = 'custom:';

/**
 * The mapper's ID of a custom question. Zoom knows questions by their title only; encoded, because
 * the editor finds a field by its ID between quotes and brackets, which titles may contain.
 */
export function customFieldId(title: string): string {
	return `${CUSTOM}${encodeURIComponent(title)}`;
}

/** The title in a mapper's ID, undefined where it is none of a custom question. */
export function customTitle(id: string): string | undefined {
	if (!id.startsWith(CUSTOM)) return undefined;
	const encoded = id.slice(CUSTOM.length);
	try {
		return decodeURIComponent(encoded);
	} catch {
		// Written by hand, with a percent sign of its own.
		return encoded;
	}
}

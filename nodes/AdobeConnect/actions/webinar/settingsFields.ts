import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** https://helpx.adobe.com/adobe-connect/webservices/sco-update.html : lang */
const LANGUAGES: INodePropertyOptions[] = [
	{ name: 'Chinese', value: 'zh' },
	{ name: 'Dutch', value: 'nl' },
	{ name: 'English', value: 'en' },
	{ name: 'French', value: 'fr' },
	{ name: 'German', value: 'de' },
	{ name: 'Italian', value: 'it' },
	{ name: 'Japanese', value: 'ja' },
	{ name: 'Korean', value: 'ko' },
	{ name: 'Portuguese', value: 'pt' },
	{ name: 'Russian', value: 'ru' },
	{ name: 'Spanish', value: 'es' },
	{ name: 'Turkish', value: 'tr' },
];

/** Who comes in; mapping/roomAccess.ts knows Adobe Connect's words for it. */
export const accessField: INodeProperties = {
	displayName: 'Access',
	name: 'access',
	type: 'options',
	default: 'registered',
	options: [
		{
			name: 'Anyone With the Link',
			value: 'everyone',
			description: 'Guests only enter their name',
		},
		{
			name: 'Only Invited People',
			value: 'invited',
			description: 'Nobody else comes in, not even as a guest',
		},
		{
			name: 'Registered Users and Accepted Guests',
			value: 'registered',
			description: 'A host lets guests in',
		},
	],
};

const expectedAttendees: INodeProperties = {
	displayName: 'Expected Attendees',
	name: 'expectedAttendees',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 100,
	description:
		'Only for seminars, and no more than the licence takes. If empty, Adobe Connect plans for fewer than 600.',
};

/** Settings of a new room. */
export const settingsField: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	options: [
		{
			displayName: 'Custom URL',
			name: 'customUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. product-launch',
			description:
				'The last part of the address of the room. Empty means that Adobe Connect makes one up.',
		},
		{
			displayName: 'End',
			name: 'endTime',
			type: 'dateTime',
			default: '',
			description: 'Instead of Duration. For a time without a time zone, Time Zone applies.',
		},
		expectedAttendees,
		{
			displayName: 'Language',
			name: 'language',
			type: 'options',
			default: 'en',
			options: LANGUAGES,
		},
		{
			displayName: 'Passcode',
			name: 'passcode',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'People enter it to come in. The node never returns it.',
		},
	],
};

import type { INodeProperties } from 'n8n-workflow';

/** Whether people register, and for what. */
export const registrationField: INodeProperties = {
	displayName: 'Registration',
	name: 'registration',
	type: 'options',
	default: 'automatic',
	options: [
		{ name: 'None', value: 'none', description: 'Everybody with the link can join' },
		{
			name: 'Required, Approve Automatically',
			value: 'automatic',
			description: 'People who register get the join link at once',
		},
		{
			name: 'Required, Approve Manually',
			value: 'manual',
			description: 'People who register wait until the host approves them',
		},
	],
};

export const registrationCoversField: INodeProperties = {
	displayName: 'Registration Covers',
	name: 'registrationCovers',
	type: 'options',
	default: 'series',
	description: 'What one registration is good for, in a recurring webinar with fixed times',
	options: [
		{ name: 'All Dates', value: 'series', description: 'Register once, attend any date' },
		{ name: 'Each Date on Its Own', value: 'each', description: 'Register for each date' },
		{ name: 'Chosen Dates', value: 'chosen', description: 'Register once and choose dates' },
	],
};

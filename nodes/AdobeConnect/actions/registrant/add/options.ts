import type { INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../../shared/node/people';
import {
	customQuestionsOption,
	previewOption,
	whenAlreadyDeniedOption,
} from '../../../../shared/registrants/options';
import { convertGuestsOption } from '../../people/createPerson';
import { joinLinkOption } from '../../people/joinLinks';

/** The Options of *Add contact to webinar*. */
export const addOptions: INodeProperties[] = [
	{
		displayName: 'Campaign ID',
		name: 'trackingSourceId',
		type: 'string',
		default: '',
		description: 'The campaign that Adobe Connect counts the registration for. Events only.',
	},
	convertGuestsOption('with Create People As set to User'),
	{
		displayName: 'Create People As',
		name: 'createAs',
		type: 'options',
		default: 'guest',
		description:
			'What people who are not in the account yet become when they register for a seminar or a meeting',
		options: [
			{
				name: 'External User',
				value: 'external-user',
				description: 'Signs in through your own server',
			},
			{
				name: 'Guest',
				value: 'guest',
				description: 'Cannot sign in. People who register for an event become guests, too.',
			},
			{
				name: 'User',
				value: 'user',
				description:
					'Can sign in, which rooms for invited people only require. Counts as a user of the licence.',
			},
		],
	},
	customQuestionsOption('Adobe Connect', 'The answer. For a choice, write it as the event does.'),
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'For new people: at events without password bypass, and with Create People As set to User. Existing accounts keep their password.',
	},
	joinLinkOption,
	previewOption('Adobe Connect'),
	whenAlreadyDeniedOption(
		'Adobe Connect takes no new registration from them, so they are approved as they are',
	),
	whenPeopleFailOption,
];

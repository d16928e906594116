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
	convertGuestsOption('with Create People As User'),
	{
		displayName: 'Create People As',
		name: 'createAs',
		type: 'options',
		default: 'guest',
		description:
			'What people become who are not in the account yet, where they register for a seminar or a meeting',
		options: [
			{
				name: 'External User',
				value: 'external-user',
				description: 'Signs in through your own server',
			},
			{
				name: 'Guest',
				value: 'guest',
				description: 'As people who register for an event become. They cannot sign in.',
			},
			{
				name: 'User',
				value: 'user',
				description:
					'Can sign in, which rooms for invited people alone require. Counts as a user of the licence.',
			},
		],
	},
	customQuestionsOption('Adobe Connect', 'The answer; of a choice, as the event words it'),
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'For new people of events without password bypass, and of Create People As User. Accounts that people have keep theirs.',
	},
	joinLinkOption,
	previewOption('Adobe Connect'),
	whenAlreadyDeniedOption('Adobe Connect takes no new registration of them, but approves them'),
	whenPeopleFailOption,
];

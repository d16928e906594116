import type { INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../../shared/node/people';

/** The Options of *Add contact to webinar*. */
export const addOptions: INodeProperties[] = [
	{
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add question',
		description:
			'Answers to questions of the webinar, for webinars that an expression chooses: Fields cannot list their questions',
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						description: 'The question as Zoom shows it',
					},
					{
						displayName: 'Answer',
						name: 'value',
						type: 'string',
						default: '',
						description: 'Up to 128 characters',
					},
				],
			},
		],
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		default: 'en-US',
		description: 'The language of the confirmation email',
		// Zoom's own codes, two of them with a spelling of their own.
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'Chinese (Traditional)', value: 'zh-TW' },
			{ name: 'English', value: 'en-US' },
			{ name: 'French', value: 'fr-FR' },
			{ name: 'German', value: 'de-DE' },
			{ name: 'Italian', value: 'it-IT' },
			{ name: 'Japanese', value: 'jp-JP' },
			{ name: 'Korean', value: 'ko-KO' },
			{ name: 'Polish', value: 'pl-PL' },
			{ name: 'Portuguese', value: 'pt-PT' },
			{ name: 'Russian', value: 'ru-RU' },
			{ name: 'Spanish', value: 'es-ES' },
			{ name: 'Turkish', value: 'Tr-TR' },
			{ name: 'Vietnamese', value: 'vi-VN' },
		],
	},
	{
		displayName: 'Look Up First',
		name: 'lookUpFirst',
		type: 'options',
		default: 'auto',
		description:
			'Whether to read who is registered before anybody is sent. Zoom takes three registrations a day and person, repeated ones too.',
		options: [
			{
				name: 'Automatically',
				value: 'auto',
				description: 'Where reading the list costs no more calls than there are people',
			},
			{ name: 'Always', value: 'always', description: 'However long the list is' },
			{
				name: 'Never',
				value: 'never',
				description:
					'In batches Zoom then does not tell who was registered already; they come out as registered',
			},
		],
	},
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only look what would happen. Zoom is read, nothing is written, and each outcome says what would have been.',
	},
	{
		displayName: 'Tracking Source ID',
		name: 'trackingSourceId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5516482804110',
		description: 'The source that Zoom counts the registration for',
	},
	{
		displayName: 'When Already Denied or Cancelled',
		name: 'whenAlreadyDenied',
		type: 'options',
		default: 'leave',
		description: 'What to do with people whose registration was denied or cancelled before',
		options: [
			{ name: 'Leave', value: 'leave', description: 'They come out with previouslyDenied' },
			{
				name: 'Approve Again',
				value: 'approve',
				description: 'Zoom takes no new registration of them, but approves the one it has',
			},
		],
	},
	whenPeopleFailOption,
];

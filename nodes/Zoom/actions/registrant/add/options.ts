import type { INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../../shared/node/people';
import {
	customQuestionsOption,
	previewOption,
	whenAlreadyDeniedOption,
} from '../../../../shared/registrants/options';

/** The Options of *Add contact to webinar*. */
export const addOptions: INodeProperties[] = [
	customQuestionsOption('Zoom', 'Up to 128 characters'),
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
			'Whether to read who is registered before registering anybody. Zoom takes three registrations per person and day, including repeated ones.',
		options: [
			{
				name: 'Automatically',
				value: 'auto',
				description: 'If reading the list takes no more calls than there are people',
			},
			{ name: 'Always', value: 'always', description: 'However long the list is' },
			{
				name: 'Never',
				value: 'never',
				description: 'People who were registered already then may come out as newly registered',
			},
		],
	},
	previewOption('Zoom'),
	{
		displayName: 'Tracking Source ID',
		name: 'trackingSourceId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5516482804110',
		description: 'The source that Zoom counts the registration for',
	},
	whenAlreadyDeniedOption(
		'Zoom takes no new registration from them, so the one it has is approved',
	),
	whenPeopleFailOption,
];

import type { INodeProperties } from 'n8n-workflow';

import { onlyWhenPeopleFail } from '../../../shared/node/people';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { fieldName } from '../../mapping/registrationFields';
import { STANDARD_FIELDS } from '../../mapping/webinarQuestions';

const required: INodeProperties = {
	displayName: 'Required',
	name: 'required',
	type: 'boolean',
	default: false,
	description: 'Whether people must answer to register',
};

/** The fields of *Set registration questions*. */
export const questionFields: INodeProperties[] = [
	webinarLocator,
	{
		displayName: 'Specify Questions',
		name: 'specifyQuestions',
		type: 'options',
		default: 'fields',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
	},
	{
		displayName: 'Standard Questions',
		name: 'standardQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add standard question',
		default: {},
		description: 'First name and email are always asked',
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Question',
						name: 'fieldName',
						type: 'options',
						default: 'last_name',
						options: STANDARD_FIELDS.map((value) => ({ name: fieldName(value), value })),
					},
					required,
				],
			},
		],
		displayOptions: { show: { specifyQuestions: ['fields'] } },
	},
	{
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add custom question',
		default: {},
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{ displayName: 'Title', name: 'title', type: 'string', default: '' },
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						default: 'short',
						options: [
							{ name: 'Choose One (Buttons)', value: 'single_radio' },
							{ name: 'Choose One (List)', value: 'single_dropdown' },
							{ name: 'Choose Several', value: 'multiple' },
							{ name: 'Short Answer', value: 'short' },
						],
					},
					{
						displayName: 'Answers',
						name: 'answers',
						type: 'string',
						typeOptions: { rows: 4 },
						default: '',
						description: 'The answers to choose from, one per line',
						displayOptions: { hide: { type: ['short'] } },
					},
					required,
				],
			},
		],
		displayOptions: { show: { specifyQuestions: ['fields'] } },
	},
	{
		displayName: 'Questions (JSON)',
		name: 'questionsJson',
		type: 'json',
		default:
			'{ "questions": [{ "field_name": "org", "required": true }], "custom_questions": [{ "title": "How did you hear of us?", "type": "short", "required": false }] }',
		description:
			'The form as Zoom\'s API describes it. See <a href="https://developers.zoom.us/docs/api/meetings/#tag/webinars/patch/webinars/{webinarId}/registrants/questions">Zoom\'s description</a>.',
		displayOptions: { show: { specifyQuestions: ['json'] } },
	},
	{
		displayName: 'Keep Other Questions',
		name: 'keepOthers',
		type: 'boolean',
		default: true,
		description:
			'Whether to keep questions of the form that are not listed here. Questions are matched by their titles.',
	},
	onlyWhenPeopleFail,
];

import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { whenPeopleFailOption } from '../../../shared/node/people';
import { programLocator } from '../../descriptions/programLocator';

export { connectWebinars as operation } from './connectWebinar/connect';

const options: INodeProperties[] = [
	{
		displayName: 'Date of a Series',
		name: 'dateOfSeries',
		type: 'options',
		default: 'item',
		description: 'What to connect when the item names one date of a recurring webinar',
		options: [
			{
				name: 'As the Item Says',
				value: 'item',
				description:
					'The program is for that date, so that each date can have a program of its own',
			},
			{ name: 'Whole Series', value: 'series', description: 'The program is for all dates' },
		],
	},
	{
		displayName: 'If Already Connected',
		name: 'ifConnected',
		type: 'options',
		default: 'refuse',
		description:
			'What to do with a program that is connected to another webinar, or that is a clone of one that is',
		options: [
			{
				name: 'Refuse',
				value: 'refuse',
				description: 'Nothing is written, the item fails with webinarAlreadyConnected',
			},
			{
				name: 'Replace',
				value: 'replace',
				description: 'The program is connected to the webinar of the item instead',
			},
		],
	},
	{
		displayName: 'If Channel Does Not Fit',
		name: 'ifWrongChannel',
		type: 'options',
		default: 'refuse',
		description:
			'What to do with a program that is an email or engagement program, or whose channel has no statuses like Registered and Attended',
		options: [
			{
				name: 'Refuse',
				value: 'refuse',
				description: 'Nothing is written, the item fails with wrongChannel',
			},
			{
				name: 'Connect Anyway',
				value: 'connect',
				description: 'For channels whose statuses have names of your own',
			},
		],
	},
	{
		displayName: 'Language of Dates',
		name: 'locale',
		type: 'string',
		default: 'en-US',
		placeholder: 'e.g. de-DE',
		description: 'How the tokens for emails write dates and times',
	},
	{
		...whenPeopleFailOption,
		description:
			'What to do with webinars that could not be written. In every case each one is tried, and what was written stays written.',
	},
	{
		displayName: 'Write General Join Link',
		name: 'writeJoinLink',
		type: 'boolean',
		default: true,
		description:
			'Whether members who are registered get the general join link as their webinar URL when the webinar needs no registration',
	},
];

const fields: INodeProperties[] = [
	programLocator,
	mapDataField({
		description: 'Where the webinars come from',
		automatically:
			'The items come from Get, Create or Update of a webinar node of this package, or from its trigger',
		elsewhere: 'a calendar',
	}),
	mapEachField({
		method: 'getWebinarFields',
		item: 'Webinar',
		description:
			'Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. Empty fields leave the program as it is.',
	}),
	previewField('Marketo'),
	optionsField(options),
];

/** The fields of *Connect Webinar*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['program'], operation: ['connectWebinar'] } },
	fields,
);

import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { contactFields, optionsField, questionsField } from '../../../shared/registrants/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { addOptions } from './add/options';

export { addRegistrants as operation } from './add/add';

const occurrences: INodeProperties = {
	...occurrenceLocator,
	description:
		'The date to register for, if the webinar has registration by date. For several dates, enter them By ID, separated by commas.',
};

const fields: INodeProperties[] = [
	webinarLocator,
	occurrences,
	...contactFields({
		email: 'The address that Zoom sends the confirmation and the join link to',
		firstName: 'Zoom registers nobody without a first name',
	}),
	questionsField(
		"Zoom's registration fields and the questions of the chosen webinar. Empty ones are not sent.",
	),
	optionsField(addOptions),
];

/** The fields of *Add contact to webinar*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['add'] } },
	fields,
);

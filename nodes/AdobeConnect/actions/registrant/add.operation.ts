import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { contactFields, optionsField, questionsField } from '../../../shared/registrants/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { addOptions } from './add/options';

export { addRegistrants as operation } from './add/add';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		...occurrenceLocator,
		description:
			'The session of a seminar that a personal join link is for. People register for the seminar as a whole.',
	},
	...contactFields({
		email: 'The address by which Adobe Connect knows the person',
		firstName: 'Adobe Connect registers nobody without a first name',
	}),
	questionsField('The questions of the chosen event. Empty ones are not sent.'),
	optionsField(addOptions),
];

/** The fields of *Add contact to webinar*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['add'] } },
	fields,
);

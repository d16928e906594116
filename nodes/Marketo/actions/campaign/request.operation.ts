import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { excludedDomainsOption } from '../../../shared/node/attendanceOptions';
import { optionsField, previewField } from '../../../shared/node/mapData';
import { whenPeopleFailOption } from '../../../shared/node/people';
import { campaignLocator } from '../../descriptions/campaignLocator';
import { findPersonBy } from '../../descriptions/findPersonBy';
import { duplicatePeopleOption } from '../people/options';

export { requestCampaigns as operation } from './request/request';

const tokens: INodeProperties = {
	displayName: 'Tokens',
	name: 'tokens',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add token',
	default: {},
	description:
		"Other values for My Tokens of the campaign's program, for this run only. People with the same values share a request.",
	options: [
		{
			displayName: 'Token',
			name: 'token',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Webinar Join URL',
					description: 'As the My Tokens tab shows it, with or without its braces',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
				},
			],
		},
	],
};

const fields: INodeProperties[] = [
	campaignLocator,
	...findPersonBy,
	tokens,
	previewField('Marketo'),
	optionsField([duplicatePeopleOption, excludedDomainsOption, whenPeopleFailOption]),
];

/** The fields of *Request*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['campaign'], operation: ['request'] } },
	fields,
);

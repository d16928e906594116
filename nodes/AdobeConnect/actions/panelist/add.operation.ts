import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { inviteeFields } from '../../../shared/panelists/fields';
import { readInvited } from '../../../shared/panelists/invitee';
import { optionsField } from '../../../shared/registrants/fields';
import { asObject, asText } from '../../../shared/transport/json';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { concernsEverybody, refused } from '../outcome';
import { convertGuestsOption } from '../people/createPerson';
import { addToWebinar } from './addToWebinar';

const fields: INodeProperties[] = [
	webinarLocator,
	...inviteeFields,
	optionsField([
		convertGuestsOption('because guests cannot sign in to present'),
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For people who get a new account. If empty, Adobe Connect sends them an email to choose a password. Existing accounts keep theirs.',
		},
		{
			displayName: 'Role',
			name: 'role',
			type: 'options',
			default: 'presenter',
			options: [
				{ name: 'Host', value: 'host', description: 'Starts and ends the webinar' },
				{ name: 'Presenter', value: 'presenter' },
			],
		},
		whenPeopleFailOption,
	]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['add'] } },
	fields,
);

/** One presenter per item; whoever has no account gets one. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const client = await createClient(this);
	return await byWebinar(
		this,
		items,
		{ refused, concernsEverybody },
		(index) => {
			const options = asObject(this.getNodeParameter('options', index, {}));
			return {
				webinar: readWebinarKey(this, index, client.account.baseUrl),
				...readInvited(this, index),
				role: options.role === 'host' ? ('host' as const) : ('presenter' as const),
				password: asText(options.password),
				convertGuests: options.convertGuests === true,
			};
		},
		async (key, invitees) => await addToWebinar(this, client, key, invitees),
	);
}

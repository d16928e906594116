import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { normaliseEmail } from '../../../shared/model/email';
import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { asText } from '../../../shared/transport/json';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { addToWebinar } from './addToWebinar';
import { ZOOM_THROWN } from './thrown';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
	},
	{
		displayName: 'Name',
		name: 'panelistName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Nathan Smith',
		description: 'First and last name, as attendees see it',
	},
	onlyWhenPeopleFail,
];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['add'] } },
	fields,
);

/** One panelist per item; Zoom mails the invitation where the webinar is set to do so. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	return await byWebinar(
		this,
		items,
		ZOOM_THROWN,
		(index) => ({
			webinar: readWebinarId(this, index),
			email: normaliseEmail(this.getNodeParameter('email', index, '')),
			name: asText(this.getNodeParameter('panelistName', index, '')).trim(),
		}),
		async (webinarId, invitees) => await addToWebinar(this, webinarId, invitees),
	);
}

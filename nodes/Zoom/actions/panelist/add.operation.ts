import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { inviteeFields } from '../../../shared/panelists/fields';
import { readInvited } from '../../../shared/panelists/invitee';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { concernsEverybody } from '../webinar/oneByOne';
import { refused } from '../webinar/outcome';
import { addToWebinar } from './addToWebinar';

const fields: INodeProperties[] = [webinarLocator, ...inviteeFields, onlyWhenPeopleFail];

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
		{ refused, concernsEverybody },
		(index) => ({ webinar: readWebinarId(this, index), ...readInvited(this, index) }),
		async (webinarId, invitees) => await addToWebinar(this, webinarId, invitees),
	);
}

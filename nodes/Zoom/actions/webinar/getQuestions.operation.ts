import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { toShownQuestions, toWireForm } from '../../mapping/webinarQuestions';
import { getRegistrationForm } from '../../transport/endpoints/webinars';
import { tellingMeetings } from '../../transport/whatIsIt';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['getQuestions'] } },
	[webinarLocator],
);

/** What the registration form asks beside first name and email, one item per question. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const webinarId = readWebinarId(this, itemIndex);
	const form = await tellingMeetings(this, webinarId, getRegistrationForm(this, webinarId));
	return [
		toShownQuestions(toWireForm(form)).map((question) => ({
			json: { webinarId, ...question },
			pairedItem: { item: itemIndex },
		})),
	];
}

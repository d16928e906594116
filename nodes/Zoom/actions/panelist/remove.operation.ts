import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { asText } from '../../../shared/transport/json';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { removeFromWebinar, type Leaver } from './removeFromWebinar';
import { ZOOM_THROWN } from './thrown';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		displayName: 'Remove',
		name: 'remove',
		type: 'options',
		default: 'one',
		options: [
			{ name: 'One Panelist', value: 'one' },
			{ name: 'All Panelists', value: 'all', description: 'Everybody who is a panelist now' },
		],
	},
	{
		displayName: 'Panelist Email or ID',
		name: 'panelist',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		displayOptions: { show: { remove: ['one'] } },
	},
	onlyWhenPeopleFail,
];

export const description = updateDisplayOptions(
	{ show: { resource: ['panelist'], operation: ['remove'] } },
	fields,
);

/** One panelist per item, or all of a webinar; whoever is no panelist already is `unchanged`. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	return await byWebinar(
		this,
		items,
		ZOOM_THROWN,
		(index) => readLeaver(this, index),
		async (webinarId, leavers) => await removeFromWebinar(this, webinarId, leavers),
	);
}

/** @throws ParameterError where nobody is named: it must not mean everybody */
function readLeaver(context: IExecuteFunctions, index: number): Leaver {
	const webinar = readWebinarId(context, index);
	const all = context.getNodeParameter('remove', index, 'one') === 'all';
	const key = all ? '' : asText(context.getNodeParameter('panelist', index, '')).trim();
	if (!all && key === '') {
		throw new ParameterError(
			'Panelist Email or ID is empty',
			'Enter the email or ID of the panelist, or choose All Panelists in Remove',
		);
	}
	return { webinar, all, key };
}

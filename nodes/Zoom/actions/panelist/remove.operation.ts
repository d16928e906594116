import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { byWebinar } from '../../../shared/panelists/byWebinar';
import { leaverFields, readLeaving } from '../../../shared/panelists/fields';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { concernsEverybody } from '../webinar/oneByOne';
import { refused } from '../webinar/outcome';
import { removeFromWebinar } from './removeFromWebinar';
import { PANELISTS } from './words';

const fields: INodeProperties[] = [webinarLocator, ...leaverFields(PANELISTS), onlyWhenPeopleFail];

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
		{ refused, concernsEverybody },
		(index) => ({
			webinar: readWebinarId(this, index),
			...readLeaving(this, index, PANELISTS),
		}),
		async (webinarId, leavers) => await removeFromWebinar(this, webinarId, leavers),
	);
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { webinarFromFields } from '../../../shared/items/webinarFields';
import type { WebinarItem } from '../../../shared/items/webinarItem';
import { unresolvedField } from '../../../shared/node/errors';
import { asObject, asText } from '../../../shared/transport/json';
import { readEventOptions, type EventOptions } from '../../descriptions/eventOptions';
import { readWebinarItem } from '../../mapping/webinarItem';

export interface WebinarOptions extends EventOptions {
	/** Nothing is written. */
	preview: boolean;
	/** Of items that name none; empty = none. */
	accountId: string;
	whenDeleted: 'cancel' | 'leave';
}

export function readWebinarOptions(context: IExecuteFunctions): WebinarOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		...readEventOptions(options),
		preview: context.getNodeParameter('preview', 0, false) === true,
		accountId: asText(options.accountId).trim(),
		whenDeleted: options.whenDeleted === 'leave' ? 'leave' : 'cancel',
	};
}

/** One webinar per item. A field that n8n cannot resolve is that item's problem alone. */
export function readWebinars(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	accountId: string,
): WebinarItem[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	return items.map(({ json }, index) =>
		manual ? readMapped(context, index, accountId) : readWebinarItem(json, accountId),
	);
}

function readMapped(context: IExecuteFunctions, index: number, accountId: string): WebinarItem {
	try {
		const values = asObject(context.getNodeParameter('fields.value', index, {}));
		return readWebinarItem(webinarFromFields(values), accountId);
	} catch (error) {
		const problem = {
			message: unresolvedField(error),
			repair: 'Correct the value of the named field under Fields, for this item',
		};
		return { ...readWebinarItem({}, accountId), problem };
	}
}

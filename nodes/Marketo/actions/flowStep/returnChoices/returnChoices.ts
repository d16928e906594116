import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asText } from '../../../../shared/transport/json';
import { choiceOf } from '../../../webhook/picklist';
import { offeredWebinars, picklistOf, type Offered } from './choices';

/**
 * Answers Marketo's question for the entries of the flow step's list with all items together, and
 * returns those that are in it, each linked to its item.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (CFA-Swagger.yaml, getPicklist)
 */
export async function returnChoices(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	// All items are one answer.
	if (itemIndex > 0) return [[]];
	const items = this.getInputData();
	const isManual = this.getNodeParameter('mapData', 0) === 'manual';
	const { choices, shown } = picklistOf(
		isManual ? readFields(this, items.length) : offeredWebinars(items.map(({ json }) => json)),
	);
	await this.sendResponse({
		statusCode: 200,
		headers: { 'content-type': 'application/json' },
		body: { choices },
	});
	return [shown.map(({ choice, item }) => ({ json: { ...choice }, pairedItem: { item } }))];
}

/** In the order of the items; those without a value are left out. */
function readFields(context: IExecuteFunctions, length: number): Offered[] {
	return Array.from({ length }, (_, item) => {
		const text = (name: string) => asText(context.getNodeParameter(name, item, '')).trim();
		const value = text('value');
		return { choice: choiceOf(text('label') || value, value), item };
	});
}

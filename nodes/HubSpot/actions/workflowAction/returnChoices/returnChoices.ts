import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { candidateOf, inOrder, type Candidate } from '../../../../shared/items/webinarChoices';
import { asText } from '../../../../shared/transport/json';
import { choicesRequested } from '../trigger';
import { pageOf } from './choices';

/**
 * Answers HubSpot's question for the entries of a drop-down with all items together, and returns the
 * entries of the page that was asked for, each linked to its item.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 */
export async function returnChoices(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	// All items are one answer.
	if (itemIndex > 0) return [[]];
	const items = this.getInputData();
	const isManual = this.getNodeParameter('mapData', 0) === 'manual';
	const candidates = isManual
		? readFields(this, items.length)
		: inOrder(items.flatMap(({ json }, index) => candidateOf(json, index) ?? []));
	const asked = choicesRequested(this);
	const { shown, ...more } = pageOf(candidates, { q: asText(asked.q), after: asText(asked.after) });
	await this.sendResponse({
		statusCode: 200,
		headers: { 'content-type': 'application/json' },
		body: { options: shown.map(({ choice }) => ({ ...choice })), ...more, searchable: true },
	});
	return [shown.map(({ choice, item }) => ({ json: { ...choice }, pairedItem: { item } }))];
}

/** In the order of the items; those without a value are left out. */
function readFields(context: IExecuteFunctions, length: number): Candidate[] {
	return Array.from({ length }, (_, item) => {
		const text = (name: string) => asText(context.getNodeParameter(name, item, '')).trim();
		const value = text('value');
		const choice = { label: text('label') || value, description: text('choiceDescription'), value };
		return { choice, start: '', item };
	}).filter(({ choice }) => choice.value !== '');
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { asNumber } from '../transport/json';
import { ParameterError } from './errors';

/** Return All and Limit, as every *Get many* has them. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * How many results are wanted, Infinity for all.
 * @throws ParameterError when Limit is not a number of 1 or more
 */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex, false) === true) return Infinity;
	return readCount(context, 'limit', itemIndex, 'Limit');
}

/**
 * A whole number of 1 or more.
 * @param label the field's name on the canvas
 * @throws ParameterError naming the field
 */
export function readCount(
	context: IExecuteFunctions,
	name: string,
	itemIndex: number,
	label: string,
): number {
	const number = asNumber(context.getNodeParameter(name, itemIndex));
	if (number === undefined || number < 1) {
		throw new ParameterError(`${label} is not a number of 1 or more`, `Enter a number in ${label}`);
	}
	return Math.floor(number);
}

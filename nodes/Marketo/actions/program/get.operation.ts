import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { programLocator } from '../../descriptions/programLocator';
import { programItem } from '../../mapping/programItem';
import { clientOfRun } from '../programs/client';
import { programFor } from '../programs/load';
import { errorOf } from '../programs/refusal';

const fields: INodeProperties[] = [
	programLocator,
	{
		displayName: 'Include Tokens',
		name: 'includeTokens',
		type: 'boolean',
		default: false,
		description: 'Whether to return all My Tokens of the program by name',
	},
];

/** The fields of *Get*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['program'], operation: ['get'] } },
	fields,
);

/** A program with the statuses of its channel and the webinar that it is connected to. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await clientOfRun(this);
	const { program, refusal } = await programFor(this, client, itemIndex, { tokens: true });
	if (program === undefined) throw errorOf(refusal);
	const withTokens = this.getNodeParameter('includeTokens', itemIndex, false) === true;
	return [[{ json: programItem(program, withTokens), pairedItem: { item: itemIndex } }]];
}

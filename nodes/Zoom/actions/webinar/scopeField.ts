import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asText } from '../../../shared/transport/json';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';

/**
 * What is changed or deleted. A choice of its own: an occurrence that an expression leaves empty must
 * not mean the whole series.
 */
export const scopeFields: INodeProperties[] = [
	{
		displayName: 'Applies To',
		name: 'appliesTo',
		type: 'options',
		default: 'webinar',
		options: [
			{
				name: 'Webinar or Whole Series',
				value: 'webinar',
				description: 'A recurring webinar with all its dates',
			},
			{
				name: 'One Occurrence',
				value: 'occurrence',
				description: 'One date of a recurring webinar',
			},
		],
	},
	{
		...occurrenceLocator,
		required: true,
		description: 'The date of the recurring webinar',
		displayOptions: { show: { appliesTo: ['occurrence'] } },
	},
];

/**
 * The occurrence that is meant; empty for the webinar or the whole series.
 * @throws ParameterError where one date is meant and none is given
 */
export function readScope(context: IExecuteFunctions, itemIndex: number): string {
	if (context.getNodeParameter('appliesTo', itemIndex, 'webinar') !== 'occurrence') return '';
	const occurrenceId = asText(
		context.getNodeParameter('occurrence', itemIndex, '', { extractValue: true }),
	).trim();
	if (occurrenceId === '') {
		throw new ParameterError(
			'Occurrence is empty',
			'Choose an occurrence, or choose Webinar or Whole Series in Applies To',
		);
	}
	return occurrenceId;
}

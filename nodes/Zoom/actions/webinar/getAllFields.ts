import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';
import { hostLocator } from '../../descriptions/hostLocator';

const NOT_ENDED = ['scheduled', 'upcoming'];

/** The fields of *Get many* webinars. */
export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Webinars',
		name: 'which',
		type: 'options',
		default: 'ended',
		options: [
			{
				name: 'Ended',
				value: 'ended',
				description: 'Every run that ended, of all hosts of the account, one item per run',
			},
			{
				name: 'Not Expired',
				value: 'scheduled',
				description: 'Live and upcoming webinars, and those that ended recently',
			},
			{ name: 'Upcoming', value: 'upcoming', description: 'Upcoming and live webinars' },
		],
	},
	{
		displayName: 'Ended Within (Days)',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 180 },
		default: 7,
		description: 'How far to look back, up to 180 days',
		displayOptions: { show: { which: ['ended'] } },
	},
	{
		displayName: 'Webinars Of',
		name: 'hosts',
		type: 'options',
		default: 'one',
		options: [
			{ name: 'One Host', value: 'one' },
			{
				name: 'All Hosts',
				value: 'all',
				description: 'Active users of the account with a webinar licence, one call per user',
			},
		],
		displayOptions: { show: { which: NOT_ENDED } },
	},
	{ ...hostLocator, displayOptions: { show: { which: NOT_ENDED, hosts: ['one'] } } },
	...limitFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include Webinars of Zoom Events',
				name: 'includeEvents',
				type: 'boolean',
				default: false,
				description: 'Whether webinars that were made in Zoom Events are returned as well',
			},
		],
		displayOptions: { show: { which: NOT_ENDED } },
	},
];

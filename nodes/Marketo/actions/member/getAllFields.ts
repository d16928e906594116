import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';
import { optionsField } from '../../../shared/node/mapData';
import { programLocator } from '../../descriptions/programLocator';

/** The fields of *Get Many Members*. */
export const getAllFields: INodeProperties[] = [
	programLocator,
	{
		displayName: 'Status Names or IDs',
		name: 'statusNames',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getProgramStatuses',
			loadOptionsDependsOn: ['program.value', 'program.mode'],
		},
		default: [],
		description:
			'Only members with one of these statuses; none means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...limitFields,
	{
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	optionsField([
		{
			displayName: 'Person Field Names or IDs',
			name: 'leadFields',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getLeadFieldNames' },
			default: ['email', 'firstName', 'lastName'],
			description:
				'Fields of the person to return with each member, at one more call per 300 people. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Member Field Names or IDs',
			name: 'memberFields',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCustomMemberFieldNames' },
			default: [],
			description:
				'Custom program member fields to return as well. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	]),
];

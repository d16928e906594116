import type { INodeProperties } from 'n8n-workflow';

/**
 * Which of the channel's statuses mean what: told by their names, or chosen one by one.
 * @param method of the node's resource mapping that lists the kinds of the operation
 */
export function statusFields(method: string): INodeProperties[] {
	return [
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'options',
			default: 'automatic',
			description: "Which progression statuses of the program's channel are used",
			options: [
				{
					name: 'Automatically',
					value: 'automatic',
					description: 'By their usual names, e.g. Registered, No Show or Attended On-demand',
				},
				{
					name: 'Choose Each Status',
					value: 'manual',
					description: 'For channels whose statuses have other names, or other languages',
				},
			],
		},
		{
			displayName: 'Status of Each Kind',
			name: 'statusFields',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			description:
				"The statuses of the program's channel. A kind that is left empty leaves people as they are.",
			typeOptions: {
				loadOptionsDependsOn: ['program.value', 'program.mode'],
				resourceMapper: {
					resourceMapperMethod: method,
					mode: 'map',
					valuesLabel: 'Status of Each Kind',
					fieldWords: { singular: 'kind', plural: 'kinds' },
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: false,
				},
			},
			displayOptions: { show: { statuses: ['manual'] } },
		},
	];
}

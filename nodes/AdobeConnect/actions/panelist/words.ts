import type { INodeProperties } from 'n8n-workflow';

import type { PanelistWords } from '../../../shared/panelists/fields';

export const PRESENTERS: PanelistWords = { one: 'presenter', many: 'presenters' };

/** @param description what it means for the operation */
export function includeHostsOption(description: string): INodeProperties {
	return {
		displayName: 'Include Hosts',
		name: 'includeHosts',
		type: 'boolean',
		default: false,
		description,
	};
}

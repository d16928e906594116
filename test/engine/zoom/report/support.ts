import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../support/zoom';

/** *Get report* of a webinar given by its ID or an expression. */
export function reportOf(
	webinarId: number | string,
	changes: INodeParameters = {},
): INodeParameters {
	return {
		resource: 'webinar',
		operation: 'report',
		webinar: byId(webinarId),
		session: 'latest',
		sessionId: '',
		filesToAttach: ['page', 'people'],
		options: {},
		...changes,
	};
}

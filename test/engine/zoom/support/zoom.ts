import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { FaultRule } from '../../../sandbox/contract';
import { expectedAttendees } from '../../../truth';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';

export { inAHurry } from '../../support/inAHurry';

/** Runs the Zoom node on a stage. */
export async function zoomNode(
	{ zoom }: Pick<Stage, 'zoom'>,
	parameters: INodeParameters,
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({ type: 'zoomWebinar', credentials: zoom, parameters, ...changes });
}

/** *Get attendees* of a webinar given by its ID or an expression. */
export function attendeesOf(
	webinarId: number | string,
	changes: INodeParameters = {},
): INodeParameters {
	return {
		resource: 'attendee',
		operation: 'get',
		webinar: byId(webinarId),
		sessionId: '',
		peopleToReturn: ['attended', 'noShow'],
		options: {},
		...changes,
	};
}

/** *Get attendees* of the story's main webinar. */
export async function mainAttendees(
	{ story }: Stage,
	on: Pick<Stage, 'zoom'>,
): Promise<NodeRunResult> {
	return await zoomNode(on, attendeesOf(story.main.webinarId));
}

/** The run ended as if nothing had happened: everybody of the main webinar is there. */
export function expectEverybodyOf({ story }: Stage, { outputs, error }: NodeRunResult): void {
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(expectedAttendees(story.main).length);
}

/** Zoom misbehaves as the rule says. */
export function zoomFault({ sandbox }: Stage, rule: Omit<FaultRule, 'vendor'>): void {
	sandbox.addFault({ vendor: 'zoom', ...rule });
}

export function getWebinar(webinarId: number | string): INodeParameters {
	return { resource: 'webinar', operation: 'get', webinar: byId(webinarId) };
}

export function getManyWebinars(changes: INodeParameters): INodeParameters {
	return { resource: 'webinar', operation: 'getAll', returnAll: true, ...changes };
}

export function byId(value: number | string): INodeParameters {
	return { __rl: true, mode: 'id', value: String(value) };
}

export function jsons(items: INodeExecutionData[] | undefined): IDataObject[] {
	return (items ?? []).map(({ json }) => json);
}

/** Requests that are not about the token. */
export function apiCalls({ sandbox }: Stage): string[] {
	return sandbox.books
		.calls('zoom')
		.filter(({ path: called }) => called !== '/oauth/token')
		.map(({ method, path: called }) => `${method} ${called}`);
}

export function tokenCalls({ sandbox }: Stage): number {
	return sandbox.books.calls('zoom').filter(({ path: called }) => called === '/oauth/token').length;
}

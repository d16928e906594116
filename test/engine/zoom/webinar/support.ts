import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { BookEntry } from '../../../sandbox/contract';
import type { ZoomWebinarState } from '../../../sandbox/world';
import type { NodeRun, NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { byId, jsons, zoomNode } from '../support/zoom';

export { newSeries, newWebinar } from '../registrant/support';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Parameters of an operation on one webinar, which every item names as `webinarId`. */
export function onWebinar(
	resource: 'webinar' | 'panelist',
	operation: string,
	changes: INodeParameters = {},
): INodeParameters {
	return { resource, operation, webinar: byId('={{ $json.webinarId }}'), options: {}, ...changes };
}

/** *Create webinar* for the host of the main webinar, tomorrow at 16:00 in Berlin. */
export function creation(here: Stage, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'webinar',
		operation: 'create',
		host: byId(here.story.main.hostEmail),
		topic: '={{ $json.topic }}',
		schedule: 'once',
		startTime: `${inDays(here, 1)}T16:00:00`,
		duration: 45,
		timezone: 'Europe/Berlin',
		registration: 'automatic',
		settings: {},
		options: {},
		...changes,
	};
}

/** The day in so many days, yyyy-mm-dd: the same for the whole of a test, also where it passes midnight. */
export function inDays({ story }: Stage, days: number): string {
	return new Date(Date.parse(story.world.now) + days * DAY).toISOString().slice(0, 10);
}

export function outcomes({ outputs }: NodeRunResult, output = 0): Outcome[] {
	return jsons(outputs[output]).map(({ outcome }) => outcome as Outcome);
}

/** Empties the books, after everything in them was held against Zoom's OpenAPI. */
export function checkedBooks({ sandbox }: Stage): void {
	expectBySpec(sandbox);
	sandbox.books.clear();
}

/** What Zoom was sent that changes something. */
export function writes({ sandbox }: Stage): BookEntry[] {
	return sandbox.books.writes('zoom').filter(({ path }) => path !== '/oauth/token');
}

/** `METHOD path` of every write. */
export function written(here: Stage): string[] {
	return writes(here).map(({ method, path }) => `${method} ${path}`);
}

/** A webinar as Zoom shows it to the node. */
export async function raw(here: Stage, webinarId: unknown): Promise<IDataObject> {
	const { outputs } = await zoomNode(here, {
		resource: 'webinar',
		operation: 'get',
		webinar: byId(String(webinarId)),
		simplify: false,
	});
	return jsons(outputs[0])[0]!;
}

export function stateOf({ sandbox }: Stage, webinarId: unknown): ZoomWebinarState | undefined {
	return sandbox.zoom.world.webinars.find(({ id }) => String(id) === String(webinarId));
}

/** Runs with items that name webinars. */
export async function run(
	here: Stage,
	parameters: INodeParameters,
	items: IDataObject[],
	onError?: NodeRun['onError'],
): Promise<NodeRunResult> {
	return await zoomNode(here, parameters, { items, ...(onError && { onError }) });
}

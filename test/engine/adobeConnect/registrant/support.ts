import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { Registrant } from '../../../../nodes/shared/model/registrant';
import type { AdobeEvent, AdobeRoom } from '../../../sandbox/adobeConnect/world';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { byId } from '../webinar/support';

const DAY_MS = 24 * 60 * 60_000;

let made = 0;

/** An event tomorrow without questions, for which people register with their address alone. */
export function newEvent({ sandbox }: Stage, changes: Partial<AdobeEvent> = {}): AdobeEvent {
	made += 1;
	const { events, world } = sandbox.adobeConnect;
	const begin = sandbox.now() + DAY_MS;
	const event: AdobeEvent = {
		id: String(35_000 + made),
		name: `Registration ${made}`,
		urlPath: `/e${35_000 + made}/`,
		roomId: world.rooms[0]!.id,
		begin: new Date(begin).toISOString(),
		end: new Date(begin + 3_600_000).toISOString(),
		createdAt: '2026-01-01T00:00:00.000Z',
		status: 'not-cancelled',
		requireApproval: false,
		passwordBypass: true,
		registrationLimit: null,
		published: true,
		ownerId: world.principals[0]!.id,
		questions: [],
		registrants: [],
		...changes,
	};
	events.set(event.id, event);
	return event;
}

/** A meeting room for which nobody is invited. */
export function newRoom({ sandbox }: Stage, changes: Partial<AdobeRoom> = {}): AdobeRoom {
	made += 1;
	const room: AdobeRoom = {
		id: String(45_000 + made),
		kind: 'meeting',
		name: `Room ${made}`,
		urlPath: `/r${45_000 + made}/`,
		createdAt: '2026-01-01T00:00:00.000Z',
		access: 'denied',
		permissions: {},
		...changes,
	};
	sandbox.adobeConnect.rooms.set(room.id, room);
	return room;
}

/** Runs an operation of registrants. */
export async function registrants(
	here: Pick<Stage, 'adobeConnect'>,
	operation: string,
	parameters: INodeParameters,
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials: here.adobeConnect,
		parameters: { resource: 'registrant', operation, ...parameters },
		...changes,
	});
}

/** *Add contact to webinar*; names come from the item. */
export function addTo(webinarId: string, changes: INodeParameters = {}): INodeParameters {
	return {
		webinar: byId(webinarId),
		occurrence: byId(''),
		email: '={{ $json.email }}',
		firstName: '={{ $json.firstName }}',
		lastName: '={{ $json.lastName }}',
		fields: { mappingMode: 'defineBelow', value: null },
		options: {},
		...changes,
	};
}

export async function add(
	here: Pick<Stage, 'adobeConnect'>,
	webinarId: string,
	items: IDataObject[],
	changes: INodeParameters = {},
	run: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await registrants(here, 'add', addTo(webinarId, changes), { items, ...run });
}

/** *Update status* or *Delete*, of the registrant that the item names. */
export function known(webinarId: string, changes: INodeParameters = {}): INodeParameters {
	return {
		webinar: byId(webinarId),
		occurrence: byId(''),
		registrantId: '={{ $json.registrant }}',
		options: {},
		...changes,
	};
}

/** Items for so many people, each with an address of their own. */
export function people(count: number, prefix = 'person'): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		email: `${prefix}${index}@example.com`,
		firstName: `First${index}`,
		lastName: `Last${index}`,
	}));
}

/** One outcome per item, in their order, each linked to its item. */
export function outcomesOf({ outputs, error }: NodeRunResult): Outcome[] {
	if (error !== null) throw new Error(`${error.message} (${error.description ?? ''})`);
	expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
		outputs[0]!.map((_, item) => ({ item })),
	);
	return outputs[0]!.map(({ json }) => json.outcome as Outcome);
}

export function registrantsOf({ outputs }: NodeRunResult): Array<Registrant | undefined> {
	return outputs[0]!.map(({ json }) => json.registrant as Registrant | undefined);
}

/** `result action reason` of each. */
export function told(result: NodeRunResult): string[] {
	return outcomesOf(result).map(
		({ result: what, action, reason }) => `${what} ${action} ${reason ?? '-'}`,
	);
}

/** How often each action that writes was called. */
export function writes({ sandbox }: Stage): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { action } of sandbox.adobeConnect.calls) {
		if (!/register|update/.test(action)) continue;
		counts[action] = (counts[action] ?? 0) + 1;
	}
	return counts;
}

/** Somebody of the account. */
export function principal(
	{ sandbox }: Stage,
	email: string,
	changes: { type?: 'user' | 'guest'; login?: string; password?: string } = {},
): string {
	made += 1;
	const id = String(25_000 + made);
	sandbox.adobeConnect.principals.set(id, {
		id,
		type: 'user',
		login: email,
		email,
		firstName: 'Known',
		lastName: 'Before',
		...changes,
	});
	return id;
}

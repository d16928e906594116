import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { Registrant } from '../../../../nodes/shared/model/registrant';
import type { BookEntry } from '../../../sandbox/contract';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../../sandbox/world';
import type { NodeRun, NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { byId, zoomNode } from '../support/zoom';

const DAY_MS = 24 * 60 * 60_000;

let webinars = 0;

/** A webinar of the main one's host, tomorrow, with automatic approval, for which nobody registered. */
export function newWebinar(
	{ sandbox, story }: Stage,
	changes: Partial<ZoomWebinarState> = {},
): ZoomWebinarState {
	const { world } = sandbox.zoom;
	const main = world.webinars.find(({ id }) => id === story.main.webinarId)!;
	webinars += 1;
	const webinar: ZoomWebinarState = {
		id: 98_700_000_000 + webinars,
		uuid: `uuid-${webinars}==`,
		hostId: main.hostId,
		topic: `Registration ${webinars}`,
		agenda: '',
		type: 5,
		startTime: inADay(sandbox.now()),
		duration: 60,
		timezone: 'UTC',
		createdAt: '2026-01-01T00:00:00Z',
		joinUrl: `https://zoom.us/j/${98_700_000_000 + webinars}`,
		approvalType: 0,
		questionAndAnswer: false,
		alternativeHosts: [],
		registrants: [],
		panelists: [],
		sessions: [],
		...changes,
	};
	world.webinars.push(webinar);
	return webinar;
}

/** A series with a date tomorrow and one on the day after. */
export function newSeries(here: Stage, registrationType: 1 | 2 | 3): ZoomWebinarState {
	const now = here.sandbox.now();
	const dates = [inADay(now), inADay(now + DAY_MS)];
	return newWebinar(here, {
		type: 9,
		settings: { registration_type: registrationType },
		recurrence: { type: 1, repeat_interval: 1, end_times: 2 },
		occurrences: dates.map((start_time) => ({
			occurrence_id: String(Date.parse(start_time)),
			start_time,
			duration: 60,
			status: 'available',
		})),
	});
}

function inADay(now: number): string {
	return new Date(Math.floor((now + DAY_MS) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Somebody who registered long ago. */
export function registered(
	email: string,
	status: ZoomRegistrantRow['status'] = 'approved',
	changes: Partial<ZoomRegistrantRow> = {},
): ZoomRegistrantRow {
	return {
		id: `id_${email.replace(/\W/g, '_')}`,
		email,
		first_name: 'Known',
		last_name: 'Before',
		status,
		create_time: '2026-02-01T09:00:00Z',
		join_url: `https://zoom.us/w/1?tk=${email}`,
		...changes,
	};
}

/** *Add contact to webinar*; names come from the item. */
export function addTo(webinarId: number | string, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'registrant',
		operation: 'add',
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

/** The resource mapper as the editor saves it, with these expressions. */
export function mapped(values: Record<string, string>): INodeParameters {
	const fields: unknown = {
		mappingMode: 'defineBelow',
		value: values,
		matchingColumns: [],
		schema: Object.keys(values).map((id) => ({
			id,
			displayName: id,
			required: true,
			defaultMatch: false,
			display: true,
			canBeUsedToMatch: false,
			type: 'options',
			options: [{ name: 'Only this', value: 'Only this' }],
		})),
	};
	return fields as INodeParameters;
}

/** Items for so many people, each with an address of their own. */
export function people(count: number, prefix = 'person'): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		email: `${prefix}${index}@example.com`,
		firstName: `First ${index}`,
		lastName: `Last ${index}`,
	}));
}

/** *Update status* or *Delete*, of the registrant that the item names. */
export function registrantOperation(
	operation: 'updateStatus' | 'delete',
	webinarId: number | string,
	changes: INodeParameters = {},
): INodeParameters {
	return {
		resource: 'registrant',
		operation,
		webinar: byId(webinarId),
		occurrence: byId(''),
		registrantId: '={{ $json.registrant }}',
		options: {},
		...changes,
	};
}

export async function add(
	here: Stage,
	webinarId: number | string,
	items: IDataObject[],
	changes: INodeParameters = {},
	run: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await zoomNode(here, addTo(webinarId, changes), { items, ...run });
}

/** One outcome per item, in their order, each linked to its item. */
export function outcomesOf({ outputs, error }: NodeRunResult): Outcome[] {
	expect(error).toBeNull();
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

/** Calls that register, throttled ones left out: those had no effect. */
export function registrationCalls({ sandbox }: Stage): BookEntry[] {
	return sandbox.books
		.calls('zoom')
		.filter(
			({ method, path, status }) =>
				method === 'POST' && /\/(?:batch_)?registrants$/.test(path) && status !== 429,
		);
}

/** How often each address was sent to be registered. */
export function timesSent(here: Stage): Map<string, number> {
	const times = new Map<string, number>();
	for (const { request } of registrationCalls(here)) {
		const sent = request as { email?: string; registrants?: Array<{ email: string }> };
		for (const { email } of sent.registrants ?? [{ email: sent.email ?? '' }]) {
			times.set(email, (times.get(email) ?? 0) + 1);
		}
	}
	return times;
}

/** `METHOD last/parts` of the calls that write. */
export function writes({ sandbox }: Stage): string[] {
	return sandbox.books
		.writes('zoom')
		.filter(({ path }) => path !== '/oauth/token')
		.map(({ method, path }) => `${method} ${path.replace(/^\/webinars\/\d+\//, '')}`);
}

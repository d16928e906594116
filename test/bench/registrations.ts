import 'reflect-metadata';

import { byId, zoomNode } from '../engine/zoom/support/zoom';
import { stage, type Stage } from '../engine/support/world';
import type { BenchRow } from './contract';
import { atMostRow } from './rows';

const PEOPLE = 2_000;
/** Zoom's maximum per call. https://developers.zoom.us/docs/api/meetings/#tag/webinars (batch registrants) */
const PER_CALL = 30;
const WEBINAR_ID = 98_765_432_101;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Registering by batch needs no more calls than Zoom's maximum per call makes necessary, some reads
 * beforehand included, and none of them is refused for its limits.
 */
export async function benchRegistrations(): Promise<BenchRow[]> {
	const here = await stage({ registrants: 20 });
	try {
		openWebinar(here);
		const items = Array.from({ length: PEOPLE }, (_, index) => ({
			email: `person.${index}@example.com`,
			firstName: `Person ${index}`,
		}));
		const { outputs, error } = await zoomNode(here, PARAMETERS, { items });
		const results = new Set(outputs[0]?.map(({ json }) => resultOf(json)));
		if (error !== null || outputs[0]?.length !== PEOPLE || [...results].join() !== 'synced') {
			throw new Error(`Not everybody was registered: ${error?.message ?? [...results].join()}`);
		}
		const calls = here.sandbox.books
			.calls('zoom')
			.filter(({ path: called }) => called !== '/oauth/token');
		const throttled = calls.filter(({ status }) => status === 429).length;
		const floor = Math.ceil(PEOPLE / PER_CALL);
		const row = atMostRow(
			`Register ${PEOPLE.toLocaleString('en')} people by batch, ${throttled} calls refused for limits: calls`,
			'calls',
			calls.length,
			floor,
			Math.floor(floor * 1.05 + 5),
		);
		return [{ ...row, holds: row.holds && throttled === 0 }];
	} finally {
		await here.close();
	}
}

const PARAMETERS = {
	resource: 'registrant',
	operation: 'add',
	webinar: byId(WEBINAR_ID),
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	options: {},
};

/** A webinar to come that takes everybody at once, the kind that Zoom registers by batch for. */
function openWebinar({ sandbox, story }: Stage): void {
	const { webinars } = sandbox.zoom.world;
	const main = webinars.find(({ id }) => id === story.main.webinarId);
	if (main === undefined) throw new Error('The story has no main webinar');
	webinars.push({
		...main,
		id: WEBINAR_ID,
		uuid: 'BenchmarkWebinarUuid000==',
		type: 5,
		approvalType: 0,
		startTime: new Date(sandbox.now() + HOUR_MS).toISOString(),
		registrants: [],
		panelists: [],
		sessions: [],
	});
}

function resultOf(json: Record<string, unknown>): unknown {
	return (json.outcome as { result?: unknown } | undefined)?.result;
}

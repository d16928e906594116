import 'reflect-metadata';

import { byId, zoomNode } from '../engine/zoom/support/zoom';
import { stage, type Stage } from '../engine/support/world';
import type { BenchRow } from './contract';
import { atMostRow } from './rows';

interface Way {
	name: string;
	people: number;
	perCall: number;
	/** Zoom registers by batch for webinars that approve by themselves only. */
	approvalType: 0 | 1;
}

/** Zoom's maximum per call. https://developers.zoom.us/docs/api/meetings/#tag/webinars (batch registrants) */
const PER_CALL = 30;
const WAYS: readonly Way[] = [
	{ name: 'by batch', people: 2_000, perCall: PER_CALL, approvalType: 0 },
	{ name: 'one by one', people: 1_000, perCall: 1, approvalType: 1 },
];
const WEBINAR_ID = 98_765_432_101;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Registering needs no more calls than Zoom's maximum per call makes necessary, some reads
 * beforehand included, and none of them is refused for its limits.
 */
export async function benchRegistrations(ways = WAYS): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const way of ways) rows.push(await registered(way));
	return rows;
}

async function registered(way: Way): Promise<BenchRow> {
	const here = await stage({ registrants: 20 });
	try {
		openWebinar(here, way);
		const items = Array.from({ length: way.people }, (_, index) => ({
			email: `person.${index}@example.com`,
			firstName: `Person ${index}`,
		}));
		const { outputs, error } = await zoomNode(here, PARAMETERS, { items });
		const results = new Set(outputs[0]?.map(({ json }) => resultOf(json)));
		if (error !== null || outputs[0]?.length !== way.people || [...results].join() !== 'synced') {
			throw new Error(`Not everybody was registered: ${error?.message ?? [...results].join()}`);
		}
		const calls = here.sandbox.books
			.calls('zoom')
			.filter(({ path: called }) => called !== '/oauth/token');
		const throttled = calls.filter(({ status }) => status === 429).length;
		const floor = Math.ceil(way.people / way.perCall);
		const row = atMostRow(
			`Register ${way.people.toLocaleString('en')} people ${way.name}, ${throttled} calls refused for limits: calls`,
			'calls',
			calls.length,
			floor,
			Math.floor(floor * 1.05 + 5),
		);
		return { ...row, holds: row.holds && throttled === 0 };
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

/** A webinar to come. */
function openWebinar({ sandbox, story }: Stage, { approvalType }: Way): void {
	const { webinars } = sandbox.zoom.world;
	const main = webinars.find(({ id }) => id === story.main.webinarId);
	if (main === undefined) throw new Error('The story has no main webinar');
	webinars.push({
		...main,
		id: WEBINAR_ID,
		uuid: 'BenchmarkWebinarUuid000==',
		type: 5,
		approvalType,
		startTime: new Date(sandbox.now() + HOUR_MS).toISOString(),
		registrants: [],
		panelists: [],
		sessions: [],
	});
}

function resultOf(json: Record<string, unknown>): unknown {
	return (json.outcome as { result?: unknown } | undefined)?.result;
}

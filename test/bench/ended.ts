import 'reflect-metadata';

import { sync } from '../engine/hubspot/support';
import { marketo } from '../engine/marketo/support';
import { stage, type Stage } from '../engine/support/world';
import { attendeesOf, zoomNode } from '../engine/zoom/support/zoom';
import { expectedAttendees } from '../truth';
import type { BenchRow } from './contract';
import { ambiguousLeads, callFloor, hubSpotClockFloorMs } from './floor';
import { atMostRow } from './rows';
import { expectEverybody } from './support/everybody';

const SIZES = [100, 1_000, 10_000, 50_000];
/** From here on HubSpot's quota takes longer than everything else. */
const QUOTA_SIZE = 50_000;
/** Times the least that the quota allows. */
const CLOCK_LIMIT = 1.15;
const VENDORS = ['zoom', 'hubspot', 'marketo'] as const;

/**
 * A webinar ended and goes to HubSpot and to Marketo for the first time: calls beside the fewest that
 * the vendors' batches allow, and calls that a vendor refused although nobody else used its quota.
 */
export async function benchEnded(): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const registrants of SIZES) rows.push(...(await endedWith(registrants)));
	return rows;
}

async function endedWith(registrants: number): Promise<BenchRow[]> {
	const here = await stage({ registrants }, { participationDelayMs: 0 });
	try {
		const floor = callFloor(here);
		const ambiguous = ambiguousLeads(here);
		const found = await zoomNode(here, attendeesOf(here.story.main.webinarId));
		const people = expectedAttendees(here.story.main).length;
		expectEverybody('Get attendees', found, people, 0);
		const items = found.outputs[0]!.map(({ json }) => json);
		const start = performance.now();
		expectEverybody('HubSpot', await sync(here, items), people, 0);
		const ms = performance.now() - start;
		const written = await marketo(here, 'attendance:sync', items);
		expectEverybody('Marketo', written, people, ambiguous);
		const rows = ['hubspot', 'marketo'].flatMap((vendor) =>
			rowsOf(here, floor, vendor as 'hubspot' | 'marketo', registrants),
		);
		if (registrants < QUOTA_SIZE) return rows;
		const least = hubSpotClockFloorMs(floor.hubspot);
		const what = `Sync attendance to HubSpot, ${registrants.toLocaleString('en')} registrants`;
		const clock = `${what}: clock against HubSpot's quota`;
		return [...rows, atMostRow(clock, 'ms', ms, least, least * CLOCK_LIMIT)];
	} finally {
		await here.close();
	}
}

function rowsOf(
	{ sandbox }: Stage,
	floor: ReturnType<typeof callFloor>,
	destination: 'hubspot' | 'marketo',
	registrants: number,
): BenchRow[] {
	const taken = VENDORS.filter((vendor) => vendor === 'zoom' || vendor === destination);
	const calls = taken.flatMap((vendor) => sandbox.books.calls(vendor));
	const refused = calls.filter(({ status }) => status === 429).length;
	const fewest = taken.reduce((sum, vendor) => sum + floor[vendor], 0);
	const name = destination === 'hubspot' ? 'HubSpot' : 'Marketo';
	const what = `Webinar ended → ${name}, ${registrants.toLocaleString('en')} registrants`;
	return [
		atMostRow(`${what}: calls`, 'calls', calls.length, fewest, fewest * 1.05 + 5),
		atMostRow(`${what}: calls refused for limits`, 'calls', refused, calls.length, 0),
	];
}

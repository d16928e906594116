import 'reflect-metadata';

import { sync } from '../engine/hubspot/support';
import { marketo } from '../engine/marketo/support';
import { packageTypes } from '../engine/support/runNode';
import { stage, type Stage } from '../engine/support/world';
import { attendeesOf, zoomNode } from '../engine/zoom/support/zoom';
import { expectedAttendees } from '../truth';
import type { BenchRow } from './contract';
import { ambiguousLeads, callFloor, type CallFloor } from './floor';
import { leastTimes } from './leastTime';
import { atMostRow } from './rows';
import { timed } from './support/answers';
import { expectEverybody } from './support/everybody';
import { sharing, WHOLE_MARKETO } from './support/marketoShare';
import { isRefusedForLimits } from './support/refusedForLimits';

/** Times the least: where a quota is the bottleneck, and where it is the answers, with what we compute beside them. */
const QUOTA_LIMIT = 1.15;
const ANSWERS_LIMIT = 3;
const SIZES = [
	{ registrants: 100, clockLimit: ANSWERS_LIMIT },
	{ registrants: 1_000, clockLimit: ANSWERS_LIMIT },
	{ registrants: 10_000, clockLimit: QUOTA_LIMIT },
	{ registrants: 50_000, clockLimit: QUOTA_LIMIT },
] satisfies Size[];
/** Read Back After, as the node has it by default. */
const READ_BACK_MS = 5_000;
/** The fields of the node as it comes, and no option of it changed. */
const DEFAULTS = { parameters: { options: {} } };

interface Size {
	registrants: number;
	clockLimit: number;
}

/** A destination, with how long it and the collecting before it took, and would take at the least. */
interface Ended {
	vendor: 'hubspot' | 'marketo';
	name: string;
	ms: number;
	least: number;
}

/**
 * A webinar ended and goes to HubSpot and to Marketo for the first time, by nodes as they come: calls
 * beside the fewest that the vendors' batches allow, calls that a vendor refused although nobody else
 * used its quota, and the clock.
 */
export async function benchEnded(sizes: readonly Size[] = SIZES): Promise<BenchRow[]> {
	// Loading is a matter of its own.
	await packageTypes();
	const rows: BenchRow[] = [];
	for (const size of sizes) rows.push(...(await endedWith(size)));
	return rows;
}

async function endedWith(size: Size): Promise<BenchRow[]> {
	const here = await stage({ registrants: size.registrants });
	try {
		const floor = callFloor(here);
		const ambiguous = ambiguousLeads(here);
		const people = expectedAttendees(here.story.main).length;
		const collect = attendeesOf(here.story.main.webinarId);
		const collected = await timed(async () => await zoomNode(here, collect));
		expectEverybody('Get attendees', collected.result, people, 0);
		const items = collected.result.outputs[0]!.map(({ json }) => json);
		const hubspot = await timed(async () => await sync(here, items, DEFAULTS));
		expectEverybody('HubSpot', hubspot.result, people, 0);
		// The quota is nobody else's here; the credential, as it comes, takes half of it.
		const whole = sharing(here, WHOLE_MARKETO);
		const leads = await timed(async () => await marketo(whole, 'attendance:sync', items));
		expectEverybody('Marketo', leads.result, people, ambiguous);
		const answering = {
			zoom: collected.answeringMs,
			hubspot: hubspot.answeringMs,
			marketo: leads.answeringMs,
		};
		const least = leastTimes(floor, answering, READ_BACK_MS);
		const ended = [
			{ vendor: 'hubspot', name: 'HubSpot', written: hubspot },
			{ vendor: 'marketo', name: 'Marketo', written: leads },
		] as const;
		return ended.flatMap(({ vendor, name, written }) =>
			rowsOf(here, floor, size, {
				vendor,
				name,
				ms: collected.ms + written.ms,
				least: least.zoom + least[vendor],
			}),
		);
	} finally {
		await here.close();
	}
}

function rowsOf({ sandbox }: Stage, floor: CallFloor, size: Size, ended: Ended): BenchRow[] {
	const { vendor, name, ms, least } = ended;
	const calls = [...sandbox.books.calls('zoom'), ...sandbox.books.calls(vendor)];
	const refused = calls.filter(isRefusedForLimits).length;
	const fewest = floor.zoom + floor[vendor];
	const what = `Webinar ended → ${name}, ${size.registrants.toLocaleString('en')} registrants`;
	return [
		atMostRow(`${what}: calls`, 'calls', calls.length, fewest, fewest * 1.05 + 5),
		atMostRow(`${what}: calls refused for limits`, 'calls', refused, calls.length, 0),
		atMostRow(`${what}: clock`, 'ms', ms, least, least * size.clockLimit),
	];
}

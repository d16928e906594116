import 'reflect-metadata';

import { sync } from '../engine/hubspot/support';
import { stage, type Stage } from '../engine/support/world';
import { attendeesOf, zoomNode } from '../engine/zoom/support/zoom';
import { expectedAttendees } from '../truth';
import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { builtInWay } from './support/builtInWay';
import { expectEverybody } from './support/everybody';
import { isRefusedForLimits } from './support/refusedForLimits';

const REGISTRANTS = 1_000;
/** At least so many times fewer. */
const HUBSPOT_TIMES = 40;
const ALL_TIMES = 30;
const FASTER_TIMES = 20;

/** The fields of our node as it comes, with its pause before reading back. */
const DEFAULTS = { parameters: { options: {} } };

/** Some addresses of the story are invalid or unknown, and HubSpot refuses them. */
const WRITABLE = 0.9;

interface Taken {
	hubspot: number;
	all: number;
	ms: number;
}

/** A webinar to HubSpot by our nodes and by n8n's own, both with the vendors' limits on. */
export async function benchBuiltIn(registrants = REGISTRANTS): Promise<BenchRow[]> {
	const theirs = await takenBy(registrants, async (here) => void (await builtInWay(here)));
	const ours = await takenBy(registrants, ourWay);
	const what = `Webinar ended → HubSpot, ${registrants.toLocaleString('en')} registrants, beside n8n's own nodes`;
	return [
		fewer(`${what}: calls of HubSpot`, 'calls', ours.hubspot, theirs.hubspot, HUBSPOT_TIMES),
		fewer(`${what}: calls in all`, 'calls', ours.all, theirs.all, ALL_TIMES),
		fewer(`${what}: clock`, 'ms', ours.ms, theirs.ms, FASTER_TIMES),
	];
}

function fewer(name: string, unit: string, ours: number, theirs: number, times: number): BenchRow {
	return atMostRow(name, unit, ours, theirs, theirs / times);
}

async function takenBy(registrants: number, work: (here: Stage) => Promise<void>): Promise<Taken> {
	const here = await stage({ registrants });
	try {
		const start = performance.now();
		await work(here);
		const ms = performance.now() - start;
		const { books } = here.sandbox;
		const hubspot = books.calls('hubspot');
		const good = hubspot.filter(({ status }) => status < 300).length;
		const limited = hubspot.filter(isRefusedForLimits).length;
		// A way that was not gone to its end would be no reference.
		if (limited > 0 || good < hubspot.length * WRITABLE) {
			throw new Error(`Of ${hubspot.length} calls ${good} were taken, ${limited} met the limit`);
		}
		return { hubspot: hubspot.length, all: hubspot.length + books.calls('zoom').length, ms };
	} finally {
		await here.close();
	}
}

async function ourWay(here: Stage): Promise<void> {
	const people = expectedAttendees(here.story.main).length;
	const found = await zoomNode(here, attendeesOf(here.story.main.webinarId));
	expectEverybody('Get attendees', found, people, 0);
	const items = found.outputs[0]!.map(({ json }) => json);
	expectEverybody('HubSpot', await sync(here, items, DEFAULTS), people, 0);
}

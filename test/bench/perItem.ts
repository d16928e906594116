import 'reflect-metadata';

import { sync } from '../engine/hubspot/support';
import { stage } from '../engine/support/world';
import { attendeesOf, zoomNode } from '../engine/zoom/support/zoom';
import { expectedAttendees } from '../truth';
import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { expectEverybody } from './support/everybody';

const REGISTRANTS = 100;
/** At least so many times fewer. */
const TIMES = 5;

/** Our own *Sync attendance* given everybody at once, beside a loop that gives it one item at a time. */
export async function benchPerItem(registrants = REGISTRANTS): Promise<BenchRow[]> {
	const together = await callsOf(registrants, Infinity);
	const alone = await callsOf(registrants, 1);
	const what = `Sync attendance, ${registrants.toLocaleString('en')} registrants`;
	return [
		atMostRow(`${what} at once, beside one by one: calls`, 'calls', together, alone, alone / TIMES),
	];
}

async function callsOf(registrants: number, atOnce: number): Promise<number> {
	const here = await stage({ registrants }, { participationDelayMs: 0 });
	try {
		const people = expectedAttendees(here.story.main).length;
		const found = await zoomNode(here, attendeesOf(here.story.main.webinarId));
		expectEverybody('Get attendees', found, people, 0);
		const waiting = found.outputs[0]!.map(({ json }) => json);
		while (waiting.length > 0) {
			const items = waiting.splice(0, atOnce);
			expectEverybody('HubSpot', await sync(here, items), items.length, 0);
		}
		return here.sandbox.books.calls('hubspot').length;
	} finally {
		await here.close();
	}
}

/**
 * The vendors in a process of their own, their limits on, and on demand another client of theirs. Asked
 * on its standard input: `begin` starts that client, `end` ends it and tells what was refused.
 */
import { createInterface } from 'node:readline';

import { expectedAttendees } from '../../truth';
import { stage, type Stage } from '../../engine/support/world';
import { attendees, itemOf } from '../../engine/hubspot/support';
import type { Limited } from '../clocks/limits';
import { ambiguousLeads, callFloor, type CallFloor } from '../floor';
import { childInput, say } from './child';
import { openWebinar } from './openWebinar';
import { startOtherClient, type OtherClient } from './otherClient';
import { isRefusedForLimits } from './refusedForLimits';

export interface VendorsAsked {
	registrants: number;
	/** Whose quota is measured. */
	vendor: Limited;
}

export interface VendorsSaid extends Pick<Stage, 'zoom' | 'hubspot' | 'marketo'> {
	webinarId: number;
	/** Of the main webinar, as *Get attendees* returns them. */
	items: Array<ReturnType<typeof itemOf>>;
	people: number;
	/** People of whom Marketo has several. */
	ambiguous: number;
	floor: CallFloor;
}

export interface VendorsCounted {
	/** Calls that the vendor refused for its limits, the other client's among them. */
	refused: number;
	/** Of the half that the other client is to get, of 1. */
	otherGot: number;
}

async function main(): Promise<void> {
	const { registrants, vendor } = childInput<VendorsAsked>();
	const here = await stage({ registrants }, { participationDelayMs: 0 });
	openWebinar(here, 1);
	// The node keeps to the limits of this plan, which a larger account is not harmed by.
	here.sandbox.zoom.world.plan = 'pro';
	const { story, zoom, hubspot, marketo } = here;
	const items = attendees(story.main).map((person) => {
		const { registrant, ...item } = itemOf(here, story.main, person);
		const { registrantId } = person;
		return { ...item, registrant: registrant && { ...Object(registrant), registrantId } };
	});
	const said: VendorsSaid = {
		zoom,
		hubspot,
		marketo,
		webinarId: story.main.webinarId,
		items,
		people: expectedAttendees(story.main).length,
		ambiguous: ambiguousLeads(here),
		floor: callFloor(here),
	};
	say(said);
	let other: OtherClient | undefined;
	for await (const line of createInterface(process.stdin)) {
		if (line === 'begin') {
			other = await startOtherClient(here, vendor);
			say({});
		} else {
			const otherGot = other?.end() ?? 0;
			const refused = here.sandbox.books.calls(vendor).filter(isRefusedForLimits).length;
			const counted: VendorsCounted = { refused, otherGot };
			say(counted);
		}
	}
	await here.close();
}

void main();

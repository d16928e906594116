import type { SessionInput } from '../../../shared/items/session';
import { attempt } from '../../../shared/transport/attempt';
import { eventFields } from '../../mapping/event';
import type { WantedEvent } from '../../mapping/eventPlan';
import { EventFinder, reportOther } from '../events/findEvent';
import { writeEvent } from '../events/writeEvent';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/**
 * Brings the marketing event of each session up to date; writes only what differs. Where another app
 * has the event and it is not to be used, its step is skipped and says so.
 */
export async function writeEvents(run: Run): Promise<void> {
	const finder = new EventFinder(run.client, run.options.otherApps);
	for (const session of run.sessions) {
		const attempted = await attempt(writeOne(run, session, finder));
		const concerned = session.people.filter(isConcerned);
		if (!attempted.ok) {
			for (const person of concerned) person.refuse(attempted.error, 'event');
		} else if (session.event === 'reported') {
			for (const person of concerned) person.step('event', 'skipped', attempted.value);
		} else {
			const result = session.event === 'unchanged' ? 'unchanged' : 'synced';
			for (const person of concerned) person.step('event', result);
		}
	}
}

/** The item of a webinar nobody joined is no person, but its event is written. */
function isConcerned({ ended }: Person): boolean {
	return ended === null || ended.reason === 'nobodyAttended';
}

/** @returns what is to be said of the event; empty = nothing */
async function writeOne(run: Run, session: Session, finder: EventFinder): Promise<string> {
	const { client, options } = run;
	const { key, input } = session;
	const { webinarId, start } = input;
	const known = await finder.find({ key, webinarId, start });
	if (known.by === 'other' && options.otherApps === 'report') {
		session.event = 'reported';
		return reportOther(known);
	}
	if (known.by === 'other') {
		session.objectId = known.objectId;
		// Its schedule is the other app's.
		if (input.times !== 'actual') {
			session.event = 'unchanged';
			return '';
		}
	}
	const wanted = wantedOf(input, options.marketingEvent === 'webinar');
	const { action } = await writeEvent(client, key, known, wanted, options.preview);
	session.event = action === 'cancelled' ? 'updated' : action;
	return '';
}

/** People register for a plan, and come to what was really held: then it is not cancelled. */
function wantedOf(input: SessionInput, perWebinar: boolean): WantedEvent {
	const actual = input.times === 'actual';
	return {
		fields: eventFields(input),
		actual,
		oneOfSeveral: perWebinar && input.sessionId !== '',
		weakUrl: !input.urlRegisters,
		...(actual && { cancelled: false }),
	};
}

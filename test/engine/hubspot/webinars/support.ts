import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../support/runNode';
import type { Stage } from '../../support/world';
import type { SyncRun } from '../support';

/** Runs *Sync Webinar*. */
export async function syncWebinars(here: Stage, items: IDataObject[], run: SyncRun = {}) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'webinar',
			operation: 'sync',
			mapData: 'automatic',
			preview: false,
			options: run.options ?? {},
			...run.parameters,
		} as INodeParameters,
		items,
		credentials: run.credentials ?? here.hubspot,
		...(run.onError && { onError: run.onError }),
	});
}

export const ACCOUNT = 'acc-1';
export const WEBINAR = '85212345678';

/** A webinar that is to come, in the form of *Get* of a webinar node. */
export function planned(parts: IDataObject = {}): IDataObject {
	return {
		provider: 'zoom',
		accountId: ACCOUNT,
		webinarId: WEBINAR,
		sessionId: '',
		occurrenceId: '',
		topic: 'Growing tomatoes',
		description: 'Soil and sun',
		scheduledStartTime: '2030-03-01T10:00:00Z',
		scheduledEndTime: '2030-03-01T11:00:00Z',
		startTime: null,
		endTime: null,
		durationSeconds: 3600,
		timezone: 'UTC',
		hostEmail: 'host@example.com',
		joinUrl: 'https://zoom.example/j/1',
		registrationUrl: 'https://zoom.example/register/1',
		registrationRequired: true,
		...parts,
	};
}

/** An event of the trigger, which tells little of the webinar. */
export function news(event: string, webinar: IDataObject = {}, more: IDataObject = {}) {
	const empty = { topic: '', description: '', scheduledStartTime: null, scheduledEndTime: null };
	const links = { hostEmail: '', joinUrl: '', registrationUrl: '', durationSeconds: 0 };
	return { event, webinar: planned({ ...empty, ...links, ...webinar }), ...more };
}

/** One of the portal's events, by external event ID. */
export function eventOf(here: Stage, externalEventId = WEBINAR) {
	const found = here.sandbox.hubspot.events.filter(
		(event) => event.externalEventId === externalEventId,
	);
	if (found.length !== 1) throw new Error(`${found.length} events ${externalEventId}`);
	return found[0]!;
}

export function writes(here: Stage): string[] {
	return here.sandbox.books.writes('hubspot').map(({ method, path }) => `${method} ${path}`);
}

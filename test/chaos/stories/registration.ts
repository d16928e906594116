import type { IDataObject } from 'n8n-workflow';

import { planned, register } from '../../engine/hubspot/registrations/support';
import type { Stage } from '../../engine/support/world';
import { addTo } from '../../engine/zoom/registrant/support';
import { zoomNode } from '../../engine/zoom/support/zoom';
import type { ZoomWebinarState } from '../../sandbox/world';
import type { NodeTold, Part } from '../contract';
import { toldOf } from './steps';

export const NEXT_WEBINAR = 98_700_009_999;
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** The next webinar of the main one's host, with automatic approval. */
export function planNextWebinar({ sandbox, story }: Stage): ZoomWebinarState {
	const { webinars } = sandbox.zoom.world;
	const { hostId } = webinars.find(({ id }) => id === story.main.webinarId)!;
	const webinar: ZoomWebinarState = {
		id: NEXT_WEBINAR,
		uuid: 'uuid-next==',
		hostId,
		topic: 'The next webinar',
		agenda: '',
		type: 5,
		startTime: new Date(sandbox.now() + WEEK_MS).toISOString().replace(/\.\d+Z$/, 'Z'),
		duration: 60,
		timezone: 'UTC',
		createdAt: '2026-01-01T00:00:00Z',
		joinUrl: `https://zoom.us/j/${NEXT_WEBINAR}`,
		approvalType: 0,
		questionAndAnswer: false,
		alternativeHosts: [],
		registrants: [],
		panelists: [],
		sessions: [],
	};
	webinars.push(webinar);
	return webinar;
}

/**
 * *Add contact to webinar*, and *Sync registrations* of those who are registered. The first time Zoom does not say
 * when they registered, later it does; HubSpot, which keys a registration by its time, may hold one only.
 */
export function registrationPart(here: Stage): Part {
	const items = here.story.main.people
		.filter(({ kind }) => kind === 'registrant')
		.map(({ typedEmail, firstName, lastName }) => ({ email: typedEmail, firstName, lastName }));
	return {
		name: 'registration',
		async run() {
			const added = await zoomNode(here, addTo(NEXT_WEBINAR), {
				items,
				onError: 'continueRegularOutput',
			});
			const told: NodeTold[] = [toldOf('registrant:add', items, added)];
			const registered = told[0]!.returned.filter(isRegistered);
			if (registered.length === 0) return told;
			const webinar = planned(here, { webinarId: String(NEXT_WEBINAR), topic: 'The next webinar' });
			const run = { webinar, onError: 'continueRegularOutput' } as const;
			const synced = await register(here, registered, run);
			return [...told, toldOf('registration:sync', registered, synced)];
		},
	};
}

function isRegistered({ registrant }: IDataObject): boolean {
	return registrant !== undefined && registrant !== null;
}

/** Who is registered, by address. */
export function registrationState({ sandbox }: Stage): string[] {
	const { registrants } = sandbox.zoom.world.webinars.find(({ id }) => id === NEXT_WEBINAR)!;
	return registrants.map(({ email, status }) => `registrant ${email.toLowerCase()} ${status}`);
}

import type { BookEntry } from '../../sandbox/contract';
import { adobeWorld } from '../../sandbox/adobeConnect/testing/world';
import { MARKETO_PROGRAMS } from '../../story';
import {
	add as addToAdobe,
	newRoom,
	people as adobePeople,
} from '../adobeConnect/registrant/support';
import { inAHurry as adobeInAHurry } from '../adobeConnect/support/run';
import { stay } from '../hubspot/attendance/support';
import { sync as syncHubSpot } from '../hubspot/support';
import { marketo } from '../marketo/support';
import { inAHurry } from '../support/inAHurry';
import type { NodeRun, NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { add as addToZoom, newWebinar, people } from '../zoom/registrant/support';

export const PEOPLE = 40;
/** More often than anything is sent. */
export const ENDLESS = 100_000;

export type Vendor = BookEntry['vendor'];

/** One job, made ready once and run as often as a test wants. */
export interface Job {
	name: string;
	vendor: Vendor;
	/** A call in the middle of it, after which the vendor is down. */
	middle: RegExp;
	ready(here: Stage): (onError: NodeRun['onError']) => Promise<NodeRunResult>;
}

export const JOBS: Job[] = [
	{
		name: 'Zoom, add contact to webinar',
		vendor: 'zoom',
		middle: /POST .*registrants/,
		ready: (here) => {
			const { id } = newWebinar(here, { approvalType: 1 });
			return async (onError) => await addToZoom(here, id, people(PEOPLE), {}, { onError });
		},
	},
	{
		name: 'HubSpot, sync attendance',
		vendor: 'hubspot',
		middle: /contacts\/batch\/create/,
		ready: (here) => {
			const items = people(PEOPLE).map(({ email }) => stay(String(email)));
			return async (onError) => await syncHubSpot(here, items, { onError });
		},
	},
	{
		name: 'Marketo, sync attendance',
		vendor: 'marketo',
		middle: /POST .*leads/,
		ready: (here) => {
			const items = people(PEOPLE).map(({ email }) => stay(String(email)));
			const program = { __rl: true, mode: 'id', value: String(MARKETO_PROGRAMS.earlier) };
			return async (onError) =>
				await marketo(here, 'attendance:sync', items, { onError, parameters: { program } });
		},
	},
	{
		name: 'Adobe Connect, add contact to webinar',
		vendor: 'adobeConnect',
		middle: /action=(principal-update|permissions-update)/,
		ready: (here) => {
			const { id } = newRoom(here);
			return async (onError) => await addToAdobe(here, id, adobePeople(PEOPLE), {}, { onError });
		},
	},
];

/** A small world in which every job can be done. */
export async function jobStage(): Promise<Stage> {
	const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
	const adobeConnect = adobeWorld({}, now);
	return await stage({ registrants: 10 }, { adobeConnect, participationDelayMs: 0 });
}

/** The waits of every vendor become some milliseconds. */
export async function shortWaits(): Promise<void> {
	await inAHurry();
	await adobeInAHurry();
}

import type { IDataObject } from 'n8n-workflow';

import type { Stage } from '../../support/world';
import { marketo, type MarketoRun } from '../support';

export async function register(here: Stage, items: IDataObject[], run: MarketoRun = {}) {
	return await marketo(here, 'registration:sync', items, run);
}

/** A row of *Get Many* registrants. */
export function rowOf(name: string, changes: IDataObject = {}): IDataObject {
	return {
		webinarId: '95263712340',
		registrantId: `r-${name}`,
		email: `${name}@example.com`,
		firstName: 'Ada',
		lastName: `No. ${name}`,
		phone: '+49 30 1',
		company: 'Acme',
		jobTitle: 'Engineer',
		status: 'approved',
		registeredAt: '2026-10-01T10:00:00Z',
		joinUrl: linkOf(name),
		joinUrlIsPersonal: true,
		...changes,
	};
}

export function linkOf(name: string): string {
	return `https://zoom.example/w/${name}`;
}

/** What *Add Contact to Webinar* returns for somebody whom the platform did not register. */
export function refusedOf(name: string, reason: string, changes: IDataObject = {}): IDataObject {
	return {
		email: `${name}@example.com`,
		firstName: 'Ada',
		lastName: `No. ${name}`,
		webinar: { provider: 'zoom', webinarId: '95263712340', topic: 'Topic', joinUrl: GENERAL },
		outcome: {
			destination: 'zoom',
			result: 'failed',
			action: 'none',
			reason,
			message: `Words about ${reason}`,
			repair: `Mend ${reason}`,
			steps: {},
			recordId: '',
			retryAt: null,
			preview: false,
			...(changes.outcome as IDataObject | undefined),
		},
	};
}

export const GENERAL = 'https://zoom.example/j/general';

/** And for somebody whom it registered. */
export function addedOf(name: string, changes: IDataObject = {}): IDataObject {
	const { registrantId, email, status, joinUrl, joinUrlIsPersonal } = rowOf(name);
	return {
		email,
		firstName: 'Ada',
		registrant: { registrantId, email, status, joinUrl, joinUrlIsPersonal, ...changes },
		outcome: {
			destination: 'zoom',
			result: 'synced',
			action: 'registered',
			reason: null,
			message: '',
			repair: '',
			steps: {},
			recordId: registrantId,
			retryAt: null,
			preview: false,
		},
	};
}

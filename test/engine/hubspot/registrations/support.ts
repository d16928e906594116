import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { HubSpotContactState } from '../../../sandbox/world';
import type { StoryPerson, StorySession } from '../../../story/contract';
import { runNode } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { attendees, webinarOf } from '../support';

export interface RegistrationRun {
	options?: IDataObject;
	parameters?: INodeParameters;
	/** As the field Webinar resolves for every item; default: what the item carries. */
	webinar?: IDataObject;
	onError?: INode['onError'];
}

/** Runs *Sync registrations*; read back at once, because the sandbox needs no time. */
export async function register(stage: Stage, items: IDataObject[], run: RegistrationRun = {}) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'registration',
			operation: 'sync',
			mapData: 'automatic',
			webinar: run.webinar ?? '={{ $json.webinar }}',
			preview: false,
			options: { readBackAfter: 0, ...run.options },
			...run.parameters,
		} as INodeParameters,
		items,
		credentials: stage.hubspot,
		...(run.onError && { onError: run.onError }),
	});
}

/** A webinar that is still to come, as *Get* returns it. */
export function planned(stage: Stage, changes: IDataObject = {}): IDataObject {
	return {
		...webinarOf(stage, stage.story.main),
		sessionId: '',
		startTime: null,
		endTime: null,
		scheduledStartTime: '2027-03-01T10:00:00Z',
		scheduledEndTime: '2027-03-01T11:00:00Z',
		registrationUrl: 'https://zoom.example/webinar/register/1',
		...changes,
	};
}

/** People with an address that HubSpot does not know yet. */
export function strangers({ story }: Stage): StoryPerson[] {
	return attendees(story.main).filter(
		({ crm, email, emailValid, registeredAt }) =>
			crm === 'absent' && emailValid && email !== '' && registeredAt !== null,
	);
}

/** A row of *Get Many* registrants. */
export function rowOf(session: StorySession, person: StoryPerson, changes: IDataObject = {}) {
	return {
		webinarId: String(session.webinarId),
		registrantId: `r-${person.key}`,
		email: person.email,
		firstName: person.firstName,
		lastName: person.lastName,
		company: 'Acme',
		status: 'approved',
		registeredAt: person.registeredAt,
		joinUrl: `https://zoom.example/w/${person.key}`,
		joinUrlIsPersonal: true,
		...changes,
	};
}

/** What the trigger says of one registration. */
export function newsOf(
	stage: Stage,
	person: StoryPerson,
	status: string,
	eventTime: string,
): IDataObject {
	const row = rowOf(stage.story.main, person, { status, registeredAt: null });
	return {
		event: `webinar.registration_${status}`,
		eventTime,
		webinar: planned(stage),
		registrant: status === 'approved' ? row : { ...row, joinUrl: '' },
	};
}

export function contactOf(stage: Stage, { email }: { email: string }): HubSpotContactState {
	const contact = stage.sandbox.hubspot.contactByEmail(email);
	if (contact === undefined) throw new Error(`HubSpot has no contact ${email}`);
	return contact;
}

/** What the one event of the portal has of a contact, in order. */
export function activitiesOf(stage: Stage, person: { email: string }): string[] {
	const { id } = contactOf(stage, person);
	return stage.sandbox.hubspot.events.flatMap(({ activities }) =>
		activities.filter(({ contactId }) => contactId === id).map(({ verb }) => verb),
	);
}

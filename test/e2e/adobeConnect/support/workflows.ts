import { MARKETO_PROGRAMS } from '../../../story';
import { locator, mapped, node, workflow, type NodeFile } from '../../support/nodes';

/** What a user builds on the canvas: the workflows of the stories. */

const start = () => node('Start', 'n8n-nodes-base.manualTrigger');

export const ended = (parameters: Record<string, unknown> = {}) =>
	node('Webinar ended', 'adobeConnectTrigger', {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		event: 'webinar.ended',
		options: {},
		...parameters,
	});

const attendees = () =>
	node('Attendees', 'adobeConnect', {
		resource: 'attendee',
		operation: 'get',
		webinar: locator('id', '={{ $json.webinar.webinarId }}'),
		session: 'one',
		sessionId: '={{ $json.webinar.sessionId }}',
		options: {},
	});

export const toHubSpot = () =>
	node('To HubSpot', 'hubSpotWebinar', { resource: 'attendance', operation: 'sync', options: {} });

export const toMarketo = (programId: number = MARKETO_PROGRAMS.main) =>
	node('To Marketo', 'marketoProgram', {
		resource: 'attendance',
		operation: 'sync',
		program: locator('id', String(programId)),
		options: {},
	});

/** A webinar ends → who was there → HubSpot and Marketo. */
export function endedWorkflow() {
	const people = attendees();
	return workflow('Adobe Connect webinar ended', [
		[ended(), people, toHubSpot()],
		[people, toMarketo()],
	]);
}

export interface Person {
	email: string;
	firstName: string;
	lastName: string;
	company: string;
}

/**
 * People from anywhere → *Add contact to webinar*.
 * @param fields of the event's form, by their ID
 */
export function registrationWorkflow(
	webinarId: string,
	people: Person[],
	{
		fields,
		options = {},
	}: { fields?: Record<string, string>; options?: Record<string, unknown> } = {},
) {
	const list = node('People', 'n8n-nodes-base.set', {
		mode: 'raw',
		jsonOutput: JSON.stringify({ people }),
		options: {},
	});
	const each = node('Each', 'n8n-nodes-base.splitOut', {
		fieldToSplitOut: 'people',
		options: {},
	});
	const register: NodeFile = node('Register', 'adobeConnect', {
		resource: 'registrant',
		operation: 'add',
		webinar: locator('id', webinarId),
		email: '={{ $json.email }}',
		firstName: '={{ $json.firstName }}',
		lastName: '={{ $json.lastName }}',
		...(fields && { fields: mapped(fields) }),
		options,
	});
	return workflow('Register contacts', [[start(), list, each, register]]);
}

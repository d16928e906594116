import { locator, mapped, NO_POLLS, node, workflow, type NodeFile } from '../../support/nodes';
import { REASON_FIELD } from './world';

/** What a user builds on the canvas: the workflows of the stories. */

const start = () => node('Start', 'n8n-nodes-base.manualTrigger');

/**
 * *Add contact to webinar* for the people of the item.
 * @param webinar where the item holds its webinar
 */
export const addContact = (webinar = '$json') =>
	node('Register', 'zoomWebinar', {
		resource: 'registrant',
		operation: 'add',
		webinar: locator('id', `={{ ${webinar}.webinarId }}`),
		occurrence: locator('id', `={{ ${webinar}.occurrenceId }}`),
		email: '={{ $json.email }}',
		firstName: '={{ $json.firstName }}',
		lastName: '={{ $json.lastName }}',
		fields: mapped({ phone: '={{ $json.phone }}', org: '={{ $json.company }}' }),
		options: {},
	});

export const trigger = (parameters: Record<string, unknown> = {}) =>
	node('Marketo asks', 'marketoFlowStepTrigger', {
		calledBy: 'flowStep',
		options: {},
		...parameters,
	});

export const returnResult = () =>
	node('Answer', 'marketoProgram', {
		resource: 'flowStep',
		operation: 'returnResult',
		options: { reasonField: REASON_FIELD },
	});

/**
 * The flow step as its page describes it: Marketo asks → Zoom registers → Marketo is answered by both
 * outputs; and its picklist.
 */
export function flowStepWorkflow() {
	const asks = trigger();
	const register: NodeFile = { ...addContact(), onError: 'continueErrorOutput' };
	const answer = returnResult();
	const webinars = {
		...node('Webinars', 'zoomWebinar', {
			resource: 'webinar',
			operation: 'getAll',
			which: 'upcoming',
			hosts: 'all',
			returnAll: true,
		}),
		alwaysOutputData: true,
	};
	const choices = node('Choices', 'marketoProgram', {
		resource: 'flowStep',
		operation: 'returnChoices',
	});
	return workflow('Flow step', [
		[asks, register, answer],
		[[register, 1], answer],
		[[asks, 1], webinars, choices],
	]);
}

/** Zoom's webinar → *Connect Webinar*. */
export function connectWorkflow(webinarId: number | string, programId: number) {
	return workflow('Connect', [
		[
			start(),
			node('Webinar', 'zoomWebinar', {
				resource: 'webinar',
				operation: 'get',
				webinar: locator('id', String(webinarId)),
				occurrence: locator('id', ''),
			}),
			node('Connect', 'marketoProgram', {
				resource: 'program',
				operation: 'connectWebinar',
				program: locator('id', String(programId)),
				options: {},
			}),
		],
	]);
}

/** *Get attendees* → *Sync attendance*, the program found by the webinar that is connected to it. */
export function attendanceWorkflow(webinarId: number | string) {
	return workflow('Attendance', [
		[
			start(),
			node('Attendees', 'zoomWebinar', {
				resource: 'attendee',
				operation: 'get',
				webinar: locator('id', String(webinarId)),
				options: {},
			}),
			node('Sync', 'marketoProgram', {
				resource: 'attendance',
				operation: 'sync',
				program: locator('webinar', '={{ $json.webinar.webinarId }}'),
				options: {},
			}),
		],
	]);
}

/**
 * Without flow steps: the trigger polls for the status Registered → Zoom registers → *Sync registrations*
 * writes the link → *Request campaign* has the mail sent.
 */
export function pollingWorkflow(programId: number, campaignId: number) {
	return workflow('Polling', [
		[
			node('Marketo tells', 'marketoTrigger', {
				// A poll by the clock would come in the midst of a story, and take half of its people along.
				pollTimes: NO_POLLS,
				event: 'programStatusChanged',
				programs: [String(programId)],
				newStatuses: ['Registered'],
				includeWebinar: true,
				options: {},
			}),
			addContact('$json.webinar'),
			node('Sync', 'marketoProgram', {
				resource: 'registration',
				operation: 'sync',
				program: locator('id', String(programId)),
				options: { reasonField: REASON_FIELD },
			}),
			node('Who has a link', 'n8n-nodes-base.filter', {
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
					combinator: 'and',
					conditions: [
						{
							id: '1',
							leftValue: '={{ $json.outcome.result }}',
							rightValue: 'failed',
							operator: { type: 'string', operation: 'notEquals' },
						},
					],
				},
				options: {},
			}),
			node('Send mail', 'marketoProgram', {
				resource: 'campaign',
				operation: 'request',
				campaign: locator('id', String(campaignId)),
				options: {},
			}),
		],
	]);
}

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/shared/model/outcome';
import type { Sandbox } from '../../sandbox/contract';
import type { StoryPerson, StorySession } from '../../story/contract';
import { attended, joined, left, presentSeconds, tenthsOfPercent } from '../../truth/numbers';
import { runNode, type NodeRunResult } from '../support/runNode';
import type { Stage } from '../support/world';

/** One item per person, in the form of *Get attendees*, with the address as it was typed. */
export function itemsOf(
	stage: Pick<Stage, 'story'>,
	session: StorySession,
	people = attendees(session),
) {
	return people.map((person) => itemOf(stage, session, person));
}

/** Without panelists and host, as *Get attendees* returns them by default. */
export function attendees(session: StorySession): StoryPerson[] {
	return session.people
		.filter(({ kind }) => kind !== 'host' && kind !== 'panelist')
		.filter((person) => attended(person) || session.registration);
}

export function itemOf(
	stage: Pick<Stage, 'story'>,
	session: StorySession,
	person: StoryPerson,
): IDataObject {
	const status = attended(person) ? 'attended' : 'noShow';
	return {
		email: person.typedEmail,
		firstName: person.firstName,
		lastName: person.lastName,
		attendanceStatus: session.sessionUuid === '' ? 'unknown' : status,
		webinar: webinarOf(stage, session),
		registrant:
			person.registeredAt === null
				? null
				: { email: person.email, status: 'approved', registeredAt: person.registeredAt },
		attendance: {
			status,
			role: person.kind === 'host' || person.kind === 'panelist' ? person.kind : 'attendee',
			firstJoinTime: joined(person),
			lastLeaveTime: left(person),
			attendedSeconds: presentSeconds(person),
			attendedPercent: tenthsOfPercent(person, session) / 10,
			sessions: [],
			matchedBy: null,
		},
	};
}

export function webinarOf(stage: Pick<Stage, 'story'>, session: StorySession): IDataObject {
	return {
		provider: 'zoom',
		accountId: stage.story.world.zoom.accountId,
		webinarId: String(session.webinarId),
		sessionId: session.sessionUuid,
		occurrenceId: '',
		topic: session.topic,
		description: 'Two lines\nof description',
		scheduledStartTime: session.startTime,
		scheduledEndTime: session.endTime,
		startTime: session.sessionUuid === '' ? null : session.startTime,
		endTime: session.sessionUuid === '' ? null : session.endTime,
		hostEmail: session.hostEmail,
		joinUrl: 'https://zoom.example/j/1',
		registrationUrl: '',
	};
}

export interface SyncRun {
	options?: IDataObject;
	parameters?: INodeParameters;
	onError?: INode['onError'];
	credentials?: Stage['hubspot'];
}

/** Runs *Sync attendance*; read back at once, because the sandbox needs no time. */
export async function sync(stage: Pick<Stage, 'hubspot'>, items: IDataObject[], run: SyncRun = {}) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'attendance',
			operation: 'sync',
			mapData: 'automatic',
			preview: false,
			options: { readBackAfter: 0, ...run.options },
			...run.parameters,
		} as INodeParameters,
		items,
		credentials: run.credentials ?? stage.hubspot,
		...(run.onError && { onError: run.onError }),
	});
}

export async function setUp(
	stage: Pick<Stage, 'hubspot'>,
	items: IDataObject[],
	run: SyncRun = {},
) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'property',
			operation: 'setUp',
			options: run.options ?? {},
		} as INodeParameters,
		items,
		credentials: run.credentials ?? stage.hubspot,
		...(run.onError && { onError: run.onError }),
	});
}

/** The outcomes of the first output, in the order of the items. */
export function outcomes(result: NodeRunResult): Outcome[] {
	if (result.error !== null) throw new Error(result.error.message);
	return (result.outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

export function count(all: readonly Outcome[], result: Outcome['result']): number {
	return all.filter((outcome) => outcome.result === result).length;
}

/** A copy of the contacts as they are now: the portal goes on using its own objects. */
export function contactsOf(sandbox: Sandbox) {
	return structuredClone([...sandbox.hubspot.contacts.values()]);
}

/** Does something after every request that matches, before its answer leaves, as another process would, until stopped. */
export function afterEach(sandbox: Sandbox, match: RegExp, act: () => void): () => void {
	return sandbox.books.listen(({ vendor, method, path }) => {
		if (vendor === 'hubspot' && match.test(`${method} ${path}`)) act();
	});
}

import {
	type Execution,
	executionError,
	executionIds,
	latestExecutionId,
	nodeItems,
	waitForExecution,
} from '../../host/drive/executions';
import { outcomeDifferences } from '../../host/job/compare';
import { outcomesOf } from '../../host/job/outcomes';
import type { MarketoMemberState } from '../../sandbox/marketo/world';
import { until } from '../../sandbox/testing/until';
import type { HubSpotContactState } from '../../sandbox/world';
import { adobeIds, MARKETO_PROGRAMS } from '../../story';
import type { StorySession } from '../../story/contract';
import { differences, expectedHubSpot, expectedMarketo } from '../../truth';
import { AdobeStage } from './support/stage';
import { endedWorkflow } from './support/workflows';

/** n8n polls once a minute at most. */
const TWO_POLLS_MS = 130_000;
const AT_MOST = { timeoutMs: TWO_POLLS_MS };

let stage: AdobeStage;
let workflowId: string;
let session: StorySession;
/** The sandbox goes on working with the story's objects; the comparison needs them as they were. */
let contactsBefore: HubSpotContactState[];
let membersBefore: MarketoMemberState[];

beforeAll(async () => {
	stage = await AdobeStage.set(73);
	contactsBefore = structuredClone(stage.story.world.hubspot.contacts);
	membersBefore = structuredClone([...stage.sandbox.marketo.members.values()]);
	({ id: workflowId } = await stage.imported(endedWorkflow()));
	run().end = null;
});
afterAll(async () => await stage.close());

/** What is held in the room of the main event. */
function run() {
	const { roomId } = adobeIds(stage.story.main, 'event');
	const held = stage.adobe.room(roomId).held?.at(-1);
	if (held === undefined) throw new Error('Nothing is held');
	return held;
}

/** Polls are told by the report that each of them reads. */
const polls = () => stage.adobe.callsOf('report-meeting-sessions').length;

function hubSpot() {
	const { accountId } = stage.adobe.world;
	return expectedHubSpot([session], { zoomAccountId: accountId });
}

/** Addresses and statuses of the program's members who were none before, or have moved. */
function statuses(): string[] {
	const { members, leads } = stage.sandbox.marketo;
	return [...members.values()]
		.filter(({ programId }) => programId === MARKETO_PROGRAMS.main)
		.map(({ leadId, statusName }) => `${String(leads.get(leadId)?.fields.email)} ${statusName}`)
		.sort();
}

function expectedStatuses(): string[] {
	const { leads } = stage.sandbox.marketo;
	const people = expectedMarketo(session, {
		leads: stage.story.world.marketo?.leads ?? [],
		joinLinks: new Map(),
		texts: false,
	}).members;
	const told = new Map(people.map(({ email, statusName }) => [email, statusName as string]));
	for (const { leadId, statusName, programId } of membersBefore) {
		const email = String(leads.get(leadId)?.fields.email);
		if (programId === MARKETO_PROGRAMS.main && !told.has(email)) told.set(email, statusName);
	}
	return [...told].map(([email, status]) => `${email} ${status}`).sort();
}

function expectAllWritten(execution: Execution): void {
	expect(executionError(execution)).toBe('');
	expect(differences(hubSpot(), stage.sandbox.hubspot, contactsBefore)).toEqual([]);
	expect(statuses()).toEqual(expectedStatuses());
}

test('while the webinar runs, polls start nothing', async () => {
	await stage.publish(workflowId);
	await until(() => polls() > 0, 'a poll', AT_MOST);
	await stage.polls(workflowId);
	expect(await executionIds(stage.n8n, workflowId)).toEqual([]);
});

test('when it has ended, everybody lands in HubSpot and Marketo as the people themselves say it', async () => {
	const { roomId } = adobeIds(stage.story.main, 'event');
	const held = stage.adobe.endSession(roomId);
	// The story counts in whole seconds.
	held.end = held.end?.replace(/\.\d+Z$/, '.000Z') ?? null;
	// Adobe Connect does not say whose webinar it is; HubSpot wants an organizer all the same.
	session = { ...stage.story.main, endTime: held.end ?? '', hostEmail: 'Webinar' };
	await stage.polls(workflowId);
	const execution = await waitForExecution(stage.n8n, workflowId, { timeoutMs: TWO_POLLS_MS });
	expect(nodeItems(execution, 'Webinar ended').map(({ json }) => json)).toMatchObject([
		{ event: 'webinar.ended', webinar: { provider: 'adobeConnect', topic: session.topic } },
	]);
	expect(outcomeDifferences(hubSpot(), outcomesOf(execution, 'To HubSpot'))).toEqual([]);
	expectAllWritten(execution);
});

test(
	'the next poll, and a workflow that was taken down and published again, start nothing',
	async () => {
		const latest = await latestExecutionId(stage.n8n, workflowId);
		const before = polls();
		await until(() => polls() > before, 'the next poll', AT_MOST);
		await stage.polls(workflowId);
		await until(() => polls() > before + 1, 'the poll after it', AT_MOST);
		expect(await latestExecutionId(stage.n8n, workflowId)).toBe(latest);
	},
	3 * TWO_POLLS_MS,
);

test('the same again by hand doubles nothing', async () => {
	const execution = await stage.again(workflowId, 'Webinar ended');
	expectAllWritten(execution);
	for (const name of ['To HubSpot', 'To Marketo']) {
		expect(outcomesOf(execution, name).map(({ result }) => result)).not.toContain('synced');
	}
});

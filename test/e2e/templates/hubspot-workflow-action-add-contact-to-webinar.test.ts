import { executionError, nodeRan } from '../../host/drive/executions';
import type { WorkflowAction } from '../../sandbox/hubspot/workflows/contract';
import {
	type AddStage,
	type Known,
	loggedOf,
	openNow,
	propertiesOf,
	setAddStage,
} from './support/addContact';
import { LOG_TABLE, OPEN_TABLE, tableNames } from './support/tables';

const TEMPLATE = 'hubspot-workflow-action-add-contact-to-webinar';
let set: AddStage;
let action: WorkflowAction;

beforeAll(async () => {
	set = await setAddStage(TEMPLATE, 222);
	await set.stage.publish();
	// The user puts the file into the project and uploads it.
	const address = await set.stage.hookOf('HubSpot asks', 'hubspot-definition');
	const definition: unknown = await (await fetch(address)).json();
	action = set.stage.sandbox.hubspot.workflows.defineAction(definition);
});
afterAll(async () => await set?.stage.close());

/** A contact comes to the action, and goes on. */
async function enrolled(contact: Known, webinarId = String(set.webinar.id)) {
	const { stage } = set;
	const enrollment = await stage.sandbox.hubspot.workflows
		.enroll({
			action,
			contactId: contact.id,
			inputFields: { webinarId },
			retryDelaysMs: [],
		})
		.settled(60_000);
	await stage.settled();
	return enrollment;
}

/** How often HubSpot was called back. */
const answers = () =>
	set.stage.sandbox.books.entries.filter(({ path }) => path.includes('/callbacks/')).length;

const registered = ({ email }: Known) =>
	set.webinar.registrants.filter((one) => one.email.toLowerCase() === email.toLowerCase());

it('offers the webinars to come in a drop-down, without a look at the tables', async () => {
	const { workflows } = set.stage.sandbox.hubspot;
	const all = await workflows.options({ action, field: 'upcomingWebinar' });
	expect(all.complaints).toEqual([]);
	expect(all.options.map(({ value }) => value)).toContain(String(set.webinar.id));
	const found = await workflows.options({ action, field: 'upcomingWebinar', q: 'orchids' });
	expect(found.options.map(({ value }) => value)).toEqual([String(set.webinar.id)]);
	const none = await workflows.options({ action, field: 'upcomingWebinar', q: 'nothing like it' });
	expect([none.options, none.complaints]).toEqual([[], []]);
	expect(await tableNames(set.stage.n8n)).toEqual([]);
});

let ada: Known;

it('registers the contact, answers, and writes the registration to HubSpot', async () => {
	ada = set.someone();
	const enrollment = await enrolled(ada);
	const [registrant] = registered(ada);
	expect(enrollment.complaints).toEqual([]);
	expect(enrollment.state).toBe('succeeded');
	expect(enrollment.branch('registrationStatus')).toBe('Registered');
	expect(enrollment.outputFields.joinUrl).toBe(registrant.join_url);
	expect(propertiesOf(set.stage, ada)).toMatchObject({
		n8n_webinar_last_registered: set.webinar.topic,
		n8n_webinar_join_link: registrant.join_url,
	});
	expect(await loggedOf(set.stage, ada)).toEqual([
		{ result: 'synced', reason: '', topic: set.webinar.topic, repair: '' },
	]);
	expect(answers()).toBe(1);
});

it('tells a second workflow that the contact is registered already', async () => {
	const before = set.stage.state();
	const enrollment = await enrolled(ada);
	expect(enrollment.branch('registrationStatus')).toBe('Already registered');
	expect(set.stage.state()).toEqual(before);
	expect(await loggedOf(set.stage, ada)).toHaveLength(1);
});

it('lets the workflow branch on a refusal, and logs it with what to do', async () => {
	const nameless = set.someone({ firstname: null, lastname: null });
	const enrollment = await enrolled(nameless);
	expect(enrollment.branch('registrationStatus')).toBe('Failed');
	expect(enrollment.outputFields.errorCode).toBe('MISSING_FIRST_NAME');
	expect(await loggedOf(set.stage, nameless)).toEqual([
		expect.objectContaining({ result: 'failed', reason: 'missingFirstName' }),
	]);
	const lost = await enrolled(set.someone(), '99999999999');
	expect(lost.outputFields.errorCode).toBe('WEBINAR_NOT_FOUND');
	expect(await openNow(set.stage)).toEqual([]);
});

it('says deferred, registers later, writes it to HubSpot, and gives no second answer', async () => {
	const late = set.someone();
	const { sandbox } = set.stage;
	sandbox.addFault({
		vendor: 'zoom',
		match: /\/registrants|\/batch_registrants/,
		fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
	});
	const enrollment = await enrolled(late);
	expect(enrollment.branch('registrationStatus')).toBe('Will be tried again');
	expect(enrollment.state).toBe('failed');
	expect(registered(late)).toEqual([]);
	expect(await openNow(set.stage)).toEqual([
		{ email: late.email, result: 'deferred', reason: 'dailyLimit', attempts: 1 },
	]);
	const before = answers();
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	const execution = await set.stage.start('Every hour');
	expect(executionError(execution)).toBe('');
	expect(nodeRan(execution, 'Complete workflow action')).toBe(false);
	expect(answers()).toBe(before);
	expect(propertiesOf(set.stage, late)).toMatchObject({
		n8n_webinar_join_link: registered(late)[0].join_url,
	});
	expect(await openNow(set.stage)).toEqual([]);
});

it('answers once when Zoom refuses everything, and takes the contact up later', async () => {
	const kept = set.someone();
	const { sandbox } = set.stage;
	sandbox.addFault({
		vendor: 'zoom',
		match: /./,
		fault: { kind: 'status', status: 401 },
		times: 100,
	});
	const before = answers();
	const enrollment = await enrolled(kept);
	sandbox.clearFaults();
	expect(enrollment.branch('registrationStatus')).toBe('Failed');
	expect(enrollment.outputFields.message).toContain('Zoom');
	expect(answers()).toBe(before + 1);
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	expect(executionError(await set.stage.start('Every hour'))).toBe('');
	expect(registered(kept)).toHaveLength(1);
	expect(answers()).toBe(before + 1);
	expect(await openNow(set.stage)).toEqual([]);
});

it('registers and writes all the same when HubSpot takes no answer, and says so', async () => {
	const unheard = set.someone();
	const { sandbox } = set.stage;
	sandbox.addFault({
		vendor: 'hubspot',
		match: /callbacks/,
		fault: { kind: 'status', status: 403 },
		times: 100,
	});
	const execution = await set.stage.executionOf(
		() =>
			void sandbox.hubspot.workflows.enroll({
				action,
				contactId: unheard.id,
				inputFields: { webinarId: String(set.webinar.id) },
				retryDelaysMs: [],
			}),
	);
	sandbox.clearFaults();
	expect(executionError(execution)).toContain('Complete workflow action');
	expect(registered(unheard)).toHaveLength(1);
	expect(propertiesOf(set.stage, unheard)).toHaveProperty('n8n_webinar_join_link');
});

it('changes nothing and answers nobody twice when every call comes once more', async () => {
	const before = set.stage.state();
	const { workflows } = set.stage.sandbox.hubspot;
	const outputs = () =>
		workflows.enrollments.map(({ outputFields, state }) => [outputFields, state]);
	const told = outputs().slice(0, -1);
	await set.stage.replayAll();
	expect(set.stage.state()).toEqual(before);
	expect(outputs().slice(0, -1)).toEqual(told);
	expect(await openNow(set.stage)).toEqual([]);
	const rows = await set.stage.rows(LOG_TABLE);
	expect(rows.filter(({ email }) => email === ada.email)).toHaveLength(1);
});

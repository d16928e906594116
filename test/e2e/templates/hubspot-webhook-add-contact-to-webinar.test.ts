import { HUBSPOT_WEBHOOK_SECRET } from '../../host/drive/credentials';
import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import {
	type AddStage,
	type Known,
	loggedOf,
	openNow,
	propertiesOf,
	setAddStage,
} from './support/addContact';
import { LOG_TABLE, OPEN_TABLE, SETTINGS_TABLE } from './support/tables';

const TEMPLATE = 'hubspot-webhook-add-contact-to-webinar';
let set: AddStage;
let hook: string;

beforeAll(async () => {
	set = await setAddStage(TEMPLATE, 221);
	await set.stage.publish();
	hook = await set.stage.hookOf('HubSpot asks', 'hubspot-action');
});
afterAll(async () => await set?.stage.close());

/** The HubSpot workflow reaches its action with a contact. */
async function send(contact: Known, webinarId: number | string = set.webinar.id) {
	const { sandbox } = set.stage;
	return await set.stage.executionOf(async () => {
		const sent = await sandbox.hubspot.workflows.sendWebhook({
			url: `${hook}?webinarId=${webinarId}`,
			contactId: contact.id,
			properties: 'all',
			apiKeyHeader: { name: 'X-API-Key', value: HUBSPOT_WEBHOOK_SECRET },
		});
		expect(sent.attempts.map(({ status, body }) => [status, body])).toEqual([
			[200, '{"received":true}'],
		]);
	});
}

const registered = ({ email }: Known) =>
	set.webinar.registrants.filter((one) => one.email.toLowerCase() === email.toLowerCase());

/** Whom the marketing event of the webinar counts as registered. */
const eventsOf = () =>
	[...set.stage.sandbox.hubspot.events.values()].filter(
		({ fields }) => fields.eventName === set.webinar.topic,
	);

it('refuses who does not have the key', async () => {
	const { sandbox } = set.stage;
	const { state, attempts } = await sandbox.hubspot.workflows.sendWebhook({
		url: `${hook}?webinarId=${set.webinar.id}`,
		contactId: set.someone().id,
		apiKeyHeader: { name: 'X-API-Key', value: 'guessed' },
	});
	expect([state, attempts.at(-1)?.status]).toEqual(['failed', 401]);
	expect(set.webinar.registrants).toEqual([]);
});

let ada: Known;

it('registers the contact and fills the properties that HubSpot sends its email with', async () => {
	ada = set.someone();
	const execution = await send(ada);
	expect(executionError(execution)).toBe('');
	const [registrant] = registered(ada);
	expect(set.webinar.registrants).toHaveLength(1);
	expect(propertiesOf(set.stage, ada)).toMatchObject({
		n8n_webinar_last_registered: set.webinar.topic,
		n8n_webinar_join_link: registrant.join_url,
		n8n_webinar_registration_count: '1',
	});
	expect(eventsOf()).toHaveLength(1);
	expect(await loggedOf(set.stage, ada)).toEqual([
		{ result: 'synced', reason: '', topic: set.webinar.topic, repair: '' },
	]);
	expect(await openNow(set.stage)).toEqual([]);
});

it('takes the same contact again without a second registration or write', async () => {
	const before = set.stage.state();
	const execution = await send(ada);
	expect(executionError(execution)).toBe('');
	expect(set.stage.state()).toEqual(before);
	expect(await loggedOf(set.stage, ada)).toHaveLength(1);
});

it('notes whom Zoom does not take, with the reason and what to do, and writes nothing', async () => {
	const nameless = set.someone({ firstname: null, lastname: null });
	expect(executionError(await send(nameless))).toBe('');
	const host = set.stage.story.world.zoom.users.find(({ id }) => id === set.webinar.hostId);
	const own = set.someone();
	const contact = set.stage.sandbox.hubspot.contacts.get(own.id)!;
	contact.email = contact.properties.email = host!.email;
	expect(executionError(await send(own))).toBe('');
	expect(await loggedOf(set.stage, nameless)).toEqual([
		expect.objectContaining({ result: 'failed', reason: 'missingFirstName' }),
	]);
	expect(await loggedOf(set.stage, { ...own, email: host!.email })).toEqual([
		expect.objectContaining({ result: 'skipped', reason: 'hostCannotRegister' }),
	]);
	expect((await loggedOf(set.stage, nameless))[0].repair).not.toBe('');
	expect(set.webinar.registrants).toHaveLength(1);
	expect(propertiesOf(set.stage, nameless)).not.toHaveProperty('n8n_webinar_join_link');
	expect(await openNow(set.stage)).toEqual([]);
});

it('registers later whom Zoom has no room for today, and writes them then', async () => {
	const late = set.someone();
	set.stage.sandbox.addFault({
		vendor: 'zoom',
		match: /\/registrants|\/batch_registrants/,
		fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
	});
	await send(late);
	expect(await openNow(set.stage)).toEqual([
		{ email: late.email, result: 'deferred', reason: 'dailyLimit', attempts: 1 },
	]);
	expect(registered(late)).toEqual([]);
	// Not before its time.
	expect(nodeRan(await set.stage.start('Every hour'), 'Add contact to webinar')).toBe(false);

	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	expect(executionError(await set.stage.start('Every hour'))).toBe('');
	expect(registered(late)).toHaveLength(1);
	expect(propertiesOf(set.stage, late)).toMatchObject({
		n8n_webinar_join_link: registered(late)[0].join_url,
	});
	expect(await openNow(set.stage)).toEqual([]);
	const results = (await loggedOf(set.stage, late)).map(({ result }) => result);
	expect(results).toEqual(['deferred', 'synced']);
});

it('writes later, without registering again, who is registered and only missing in HubSpot', async () => {
	const half = set.someone();
	set.stage.sandbox.addFault({
		vendor: 'hubspot',
		match: /contacts\/batch\/update/,
		fault: { kind: 'status', status: 429, policy: 'DAILY' },
	});
	await send(half);
	expect(registered(half)).toHaveLength(1);
	expect(await openNow(set.stage)).toEqual([
		expect.objectContaining({ email: half.email, result: 'deferred' }),
	]);
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	const execution = await set.stage.start('Every hour');
	expect(nodeRan(execution, 'Add contact to webinar')).toBe(false);
	expect(propertiesOf(set.stage, half)).toMatchObject({
		n8n_webinar_join_link: registered(half)[0].join_url,
	});
	expect(await openNow(set.stage)).toEqual([]);
});

it('registers though the sync of the webinar is off, and writes when it is on again', async () => {
	const quiet = set.someone();
	await set.stage.insertRow(SETTINGS_TABLE, {
		scope: 'webinar',
		hostOrWebinar: String(set.webinar.id),
		sync: false,
	});
	expect(executionError(await send(quiet))).toBe('');
	expect(registered(quiet)).toHaveLength(1);
	expect(propertiesOf(set.stage, quiet)).not.toHaveProperty('n8n_webinar_join_link');
	expect(await openNow(set.stage)).toEqual([
		{ email: quiet.email, result: 'skipped', reason: 'syncOff', attempts: 0 },
	]);
	await set.stage.setInAllRows(SETTINGS_TABLE, { sync: true });
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	expect(executionError(await set.stage.start('Every hour'))).toBe('');
	expect(propertiesOf(set.stage, quiet)).toHaveProperty('n8n_webinar_join_link');
	expect(await openNow(set.stage)).toEqual([]);
});

it('says that it could not run when the credential of Zoom is refused, and keeps the contact', async () => {
	const kept = set.someone();
	set.stage.sandbox.addFault({
		vendor: 'zoom',
		match: /./,
		fault: { kind: 'status', status: 401 },
		times: 100,
	});
	expect(executionError(await send(kept))).toMatch(/nobody could be registered/i);
	expect(await openNow(set.stage)).toEqual([expect.objectContaining({ email: kept.email })]);
	set.stage.sandbox.clearFaults();
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	expect(executionError(await set.stage.start('Every hour'))).toBe('');
	expect(registered(kept)).toHaveLength(1);
	expect(await openNow(set.stage)).toEqual([]);
});

it('says at its node that the webinar takes no registrations, and registers when it does', async () => {
	const early = set.someone();
	const approval = set.webinar.approvalType;
	set.webinar.approvalType = 2;
	const execution = await send(early);
	expect(executionError(execution)).toMatch(
		/Registration is not turned on for this webinar\. Turn on/,
	);
	expect(nodeItems(execution, 'Add contact to webinar')).toMatchObject([
		{ json: { outcome: { result: 'failed', reason: 'registrationNotEnabled' } } },
	]);
	expect(await openNow(set.stage)).toEqual([expect.objectContaining({ email: early.email })]);

	set.webinar.approvalType = approval;
	await set.stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
	expect(executionError(await set.stage.start('Every hour'))).toBe('');
	expect(registered(early)).toHaveLength(1);
});

it('changes nothing when every call comes once more', async () => {
	const before = set.stage.state();
	const { answers } = await set.stage.replayAll();
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401]));
	expect(set.stage.state()).toEqual(before);
	expect(await openNow(set.stage)).toEqual([]);
	const rows = await set.stage.rows(LOG_TABLE);
	expect(rows.filter(({ email }) => email === ada.email)).toHaveLength(1);
});

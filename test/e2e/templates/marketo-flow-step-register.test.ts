import { MARKETO_SECRETS } from '../../host/drive/credentials';
import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { recordOf, recordsOf } from '../../sandbox/marketo/outbound/json';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import {
	CAMPAIGN,
	CONFIRMATION,
	connectProgram,
	PROGRAM,
	setCampaign,
} from '../support/marketoCampaign';
import {
	linkOf,
	marketoPeople,
	membersOf,
	useUpZoomsDay,
	type Cast,
} from './support/marketoPeople';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row } from './support/tables';

let stage: Stage;
let cast: Cast;

beforeAll(async () => {
	stage = await setStage({
		template: 'marketo-flow-step-register',
		seed: 231,
		registrants: 12,
		prepare: (world) => (cast = marketoPeople(world)),
	});
	await stage.publish();
	connectProgram(stage.sandbox, cast.webinar.id);
	const { marketo } = stage.sandbox;
	await marketo.installService(
		await stage.hookOf('Marketo asks', 'openapi.json'),
		MARKETO_SECRETS.apiKey,
	);
	const step = { service: 'registerForWebinar', attributes: { webinar: 'program' } };
	setCampaign(stage.sandbox, [{ kind: 'flowStep', ...step }, CONFIRMATION]);
});
afterAll(async () => await stage?.close());

const run = async (...leads: MarketoLeadState[]) =>
	await stage.executionOf(() =>
		stage.sandbox.marketo.runCampaign(
			CAMPAIGN,
			leads.map(({ id }) => id),
		),
	);
const told = ({ id }: MarketoLeadState) =>
	stage.sandbox.marketo.invocations
		.flatMap(({ callbacks }) => callbacks.flatMap(({ body }) => recordsOf(body.objectData)))
		.filter(({ leadData }) => recordOf(leadData).id === id)
		.map(({ activityData }) => activityData);
const mailsOf = ({ id }: MarketoLeadState) =>
	stage.sandbox.marketo.mails.filter(({ leadId }) => leadId === id).map(({ body }) => body);
const short = ({ email, result, reason }: Row) => [email, result, reason];

it('offers the webinars of all hosts at the step, without touching a table', async () => {
	const { marketo } = stage.sandbox;
	const execution = await stage.executionOf(async () => {
		const choices = await marketo.refreshPicklist('registerForWebinar', 'webinar');
		expect(choices.map(({ submittedValue }) => submittedValue)).toEqual(
			expect.arrayContaining(['program', String(cast.webinar.id)]),
		);
	});
	expect(executionError(execution)).toBe('');
	expect(nodeRan(execution, 'Create log table')).toBe(false);
});

it('registers a chunk, and tells of everybody what became of them', async () => {
	const [ada, grace, alan] = cast.people as [MarketoLeadState, MarketoLeadState, MarketoLeadState];
	const { nameless, host } = cast;
	const everybody = [ada, grace, alan, nameless, host];
	const execution = await run(...everybody);
	expect(executionError(execution)).toBe('');
	expect(stage.sandbox.marketo.invocations.map(({ callbacks }) => callbacks.length)).toEqual([1]);
	expect(everybody.map((lead) => told(lead).length)).toEqual([1, 1, 1, 1, 1]);
	for (const lead of [ada, grace, alan]) {
		const link = linkOf(cast, lead);
		expect(link).toBeTruthy();
		expect(membersOf(stage.sandbox, PROGRAM, [lead])).toEqual([['Registered', link]]);
		expect(mailsOf(lead)).toEqual([`Link: ${link}`]);
		expect(told(lead)[0]).toMatchObject({ success: true, registrationStatus: 'registered' });
	}
	expect(membersOf(stage.sandbox, PROGRAM, [nameless, host])).toEqual([
		['Registration Error', null],
		['Registration Error', null],
	]);
	expect(told(nameless)[0]).toMatchObject({ success: false, errorCode: 'MISSING_FIRST_NAME' });
	expect(told(host)[0]).toMatchObject({ success: false, errorCode: 'HOST_CANNOT_REGISTER' });
	const log = await stage.rows(LOG_TABLE);
	expect(log.map(short)).toEqual([
		...[ada, grace, alan].map(({ fields }) => [fields.email, 'synced', '']),
		[nameless.fields.email, 'failed', 'missingFirstName'],
		[String(host.fields.email).toLowerCase(), 'skipped', 'hostCannotRegister'],
	]);
	expect(log[3]!.repair).toMatch(/first name/);
	// Only Marketo can mend them.
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('registers within the hour whom Zoom could not take, without a second answer', async () => {
	const [, , , late] = cast.people as MarketoLeadState[];
	useUpZoomsDay(stage.sandbox);
	const first = await run(late!);
	expect(executionError(first)).toBe('');
	expect(told(late!)).toMatchObject([{ success: false, registrationStatus: 'deferred' }]);
	const [row, ...others] = await stage.rows(OPEN_TABLE);
	expect(others).toEqual([]);
	expect(row).toMatchObject({
		result: 'deferred',
		reason: 'dailyLimit',
		attempts: 1,
		email: late!.fields.email,
	});
	expect(membersOf(stage.sandbox, PROGRAM, [late!])).not.toEqual([['Registration Error', null]]);

	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	const second = await stage.start('Every hour');
	expect(executionError(second)).toBe('');
	expect(membersOf(stage.sandbox, PROGRAM, [late!])).toEqual([['Registered', linkOf(cast, late!)]]);
	expect(linkOf(cast, late!)).toBeTruthy();
	expect(told(late!)).toHaveLength(1);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	expect((await stage.rows(LOG_TABLE)).slice(-2).map(short)).toEqual([
		[late!.fields.email, 'deferred', 'dailyLimit'],
		[late!.fields.email, 'synced', ''],
	]);
	expect(nodeItems(second, 'Summary')).toMatchObject([{ json: { people: 1, synced: 1 } }]);
});

it('says so in red when Zoom takes nobody, and Marketo is answered nevertheless', async () => {
	const [, , , , unlucky] = cast.people as MarketoLeadState[];
	stage.sandbox.addFault({
		vendor: 'zoom',
		match: /\/oauth\/token|\/webinars\//,
		fault: { kind: 'status', status: 401 },
		times: 20,
	});
	const execution = await run(unlucky!);
	stage.sandbox.clearFaults();
	expect(execution.status).toBe('error');
	expect(executionError(execution)).toContain('nobody could be registered');
	expect(told(unlucky!)).toMatchObject([{ success: false }]);
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	expect(executionError(await stage.start('Every hour'))).toBe('');
	expect(membersOf(stage.sandbox, PROGRAM, [unlucky!])).toEqual([
		['Registered', linkOf(cast, unlucky!)],
	]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('changes nothing when every call comes once more', async () => {
	const before = { state: stage.state(), log: await stage.rows(LOG_TABLE) };
	const { executions } = await stage.replayAll();
	expect(executions.map(executionError).filter(Boolean)).toEqual([]);
	expect(stage.state()).toEqual(before.state);
	expect(await stage.rows(LOG_TABLE)).toEqual(before.log);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

import { executionError, nodeItems } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import type { Workflow } from '../../host/drive/workflows';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import { marketoOf, REASON_FIELD } from '../marketo/support/world';
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
import { LOG_TABLE, OPEN_TABLE, SETTINGS_TABLE, type Row } from './support/tables';

const TEMPLATE = 'marketo-status-registered-to-zoom';
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
	stage = await setStage({
		template: TEMPLATE,
		seed: 233,
		registrants: 12,
		prepare: (world) => {
			cast = marketoPeople(world);
			marketoOf(world).memberFields[REASON_FIELD] = {
				displayName: 'Registration Problem',
				dataType: 'string',
			};
		},
	});
	connectProgram(stage.sandbox, cast.webinar.id);
	setCampaign(stage.sandbox, [CONFIRMATION], { kind: 'campaignIsRequested' });
	await stage.publish();
	await stage.settled();
});
afterAll(async () => await stage?.close());

/** Somebody makes people Registered, and Marketo is asked. */
const become = (...leads: MarketoLeadState[]) => {
	for (const { id } of leads) stage.sandbox.marketo.changeStatus(PROGRAM, id, 'Registered');
};
const mailsOf = ({ id }: MarketoLeadState) =>
	stage.sandbox.marketo.mails.filter(({ leadId }) => leadId === id).map(({ body }) => body);
const memberOf = (lead: MarketoLeadState) => membersOf(stage.sandbox, PROGRAM, [lead])[0];
const short = ({ email, result, reason }: Row) => [email, result, reason];
const due = async () =>
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });

describe('as it was imported, without a campaign', () => {
	it('registers who becomes Registered, and writes link or Registration Error back', async () => {
		const [ada, grace] = cast.people as [MarketoLeadState, MarketoLeadState];
		const { nameless, host } = cast;
		become(ada, grace, nameless, host);
		const execution = await stage.executionOf(async () => await stage.pollNow());
		expect(executionError(execution)).toBe('');
		for (const lead of [ada, grace]) {
			expect(linkOf(cast, lead)).toBeTruthy();
			expect(memberOf(lead)).toEqual(['Registered', linkOf(cast, lead)]);
		}
		expect([nameless, host].map(memberOf)).toEqual([
			['Registration Error', null],
			['Registration Error', null],
		]);
		expect((await stage.rows(LOG_TABLE)).map(short)).toEqual([
			[ada.fields.email, 'synced', ''],
			[grace.fields.email, 'synced', ''],
			[nameless.fields.email, 'failed', 'missingFirstName'],
			[host.fields.email, 'skipped', 'hostCannotRegister'],
		]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect(stage.sandbox.marketo.mails).toEqual([]);
	});

	it('does not start again by what it has written itself', async () => {
		const before = stage.state();
		expect(await stage.executionsOf(async () => await stage.pollNow())).toEqual([]);
		expect(stage.state()).toEqual(before);
	});

	it('waits while sync is off, and catches up when it is on again', async () => {
		const [, , alan] = cast.people as MarketoLeadState[];
		await stage.setInAllRows(SETTINGS_TABLE, { sync: false });
		become(alan!);
		await stage.executionOf(async () => await stage.pollNow());
		expect(linkOf(cast, alan!)).toBeUndefined();
		expect((await stage.rows(OPEN_TABLE)).map(short)).toEqual([
			[alan!.fields.email, 'skipped', 'syncOff'],
		]);
		await stage.setInAllRows(SETTINGS_TABLE, { sync: true });
		await due();
		expect(executionError(await stage.start('Every hour'))).toBe('');
		expect(memberOf(alan!)).toEqual(['Registered', linkOf(cast, alan!)]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});
});

describe('with the campaign that the user chooses', () => {
	let chosen: Workflow;
	const poll = async () => {
		await stage.retire(chosen);
		await stage.publish(chosen);
	};
	const polled = async () => await stage.executionOf(poll, { workflowId: chosen.id });

	beforeAll(async () => {
		await stage.retire();
		// A new trigger looks back a minute: it sees those once more whom the other has registered.
		const refused = [cast.nameless.id, cast.host.id];
		for (const activity of stage.sandbox.marketo.activities) {
			if (!refused.includes(activity.leadId)) continue;
			activity.activityDate = new Date(Date.now() - 120_000).toISOString();
		}
		const file = readTemplate(TEMPLATE);
		const node = file.nodes.find(({ name }) => name === 'Which campaign')!;
		const choice = node.parameters as {
			assignments: { assignments: Array<{ name: string; value: string }> };
		};
		for (const one of choice.assignments.assignments) {
			one.value = one.name === 'campaignId' ? String(CAMPAIGN) : REASON_FIELD;
		}
		chosen = await stage.importAlso(file);
		await stage.publish(chosen);
		await stage.settled();
	});
	afterAll(async () => await stage.retire(chosen));

	it('mails each newly registered person once, with their own link', async () => {
		const [ada, grace, , edsger] = cast.people as MarketoLeadState[];
		const other = cast.nameless;
		stage.sandbox.marketo.changeStatus(PROGRAM, other.id, 'Registered');
		become(edsger!);
		const execution = await polled();
		await stage.sandbox.marketo.settled();
		expect(executionError(execution)).toBe('');
		expect(mailsOf(edsger!)).toEqual([`Link: ${linkOf(cast, edsger!)}`]);
		expect(linkOf(cast, edsger!)).toBeTruthy();
		expect([ada!, grace!, other].flatMap(mailsOf)).toEqual([]);
		const member = stage.sandbox.marketo.memberOf(PROGRAM, other.id);
		expect(member?.statusName).toBe('Registration Error');
		expect(member?.fields[REASON_FIELD]).toMatch(/first name/i);
		const [summary] = nodeItems(execution, 'Summary').slice(-1);
		expect(summary?.json).toMatchObject({ failed: 1 });
	});

	it('mails whom Zoom could not take when they are registered, and once', async () => {
		const [, , , , late] = cast.people as MarketoLeadState[];
		useUpZoomsDay(stage.sandbox);
		become(late!);
		expect(executionError(await polled())).toBe('');
		expect(mailsOf(late!)).toEqual([]);
		expect((await stage.rows(OPEN_TABLE)).map(short)).toEqual([
			[late!.fields.email, 'deferred', 'dailyLimit'],
		]);
		await due();
		for (let times = 0; times < 2; times += 1) {
			expect(executionError(await stage.start('Every hour', chosen.id))).toBe('');
			await stage.sandbox.marketo.settled();
			expect(memberOf(late!)).toEqual(['Registered', linkOf(cast, late!)]);
			expect(mailsOf(late!)).toEqual([`Link: ${linkOf(cast, late!)}`]);
			expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		}
	});

	it('mails whom Marketo could not be written of, as soon as the link is there', async () => {
		const [, , , , , unlucky] = cast.people as MarketoLeadState[];
		become(unlucky!);
		stage.sandbox.addFault({
			vendor: 'marketo',
			match: /^POST .*\/programs\/\d+\/members/,
			fault: { kind: 'status', status: 400 },
			times: 20,
		});
		await polled();
		stage.sandbox.clearFaults();
		expect(linkOf(cast, unlucky!)).toBeTruthy();
		expect(mailsOf(unlucky!)).toEqual([]);
		expect(await stage.rows(OPEN_TABLE)).toHaveLength(1);
		await due();
		expect(executionError(await stage.start('Every hour', chosen.id))).toBe('');
		await stage.sandbox.marketo.settled();
		expect(memberOf(unlucky!)).toEqual(['Registered', linkOf(cast, unlucky!)]);
		expect(mailsOf(unlucky!)).toEqual([`Link: ${linkOf(cast, unlucky!)}`]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});
});

import fs from 'node:fs';
import path from 'node:path';

import Ajv from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { SOURCE_TYPE } from '../../support/nodeTypes';
import { runNode } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import {
	connectProgram,
	install,
	PROGRAM,
	RETURN_RESULT,
	returnResult,
	runFor,
	setCampaign,
	somePeople,
	STEP,
} from './campaign';
import { startFlow, type FlowHost, type FlowSettings } from './host';
import { ITEMS } from './testNodes';

let here: Stage;
let people: number[];
const hosts: FlowHost[] = [];

beforeAll(async () => {
	here = await stage({ registrants: 40 });
	connectProgram(here);
	setCampaign(here, [STEP]);
	people = somePeople(here, 4);
	here.sandbox.marketo.world.memberFields.whyNot = { displayName: 'Why Not', dataType: 'string' };
});
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
	const { log, invocations, members } = here.sandbox.marketo;
	log.length = 0;
	invocations.length = 0;
	for (const [key, { programId }] of members) if (programId === PROGRAM) members.delete(key);
});
afterAll(async () => await here.close());

const outcome = (over: Partial<Outcome>) => ({
	outcome: { destination: 'zoom', result: 'failed', message: 'Zoom says no', ...over },
});
const LINK = 'https://zoom.example/w/1?tk=abc';
const REGISTERED = {
	...outcome({ result: 'synced', message: 'Registered' }),
	registrant: { registrantId: 'r1', joinUrl: LINK, status: 'approved' },
};

/** The campaign with a workflow whose nodes between give these items, one per person. */
async function answered(given: IDataObject[], settings: FlowSettings = {}, node = RETURN_RESULT) {
	const parameters = { given: JSON.stringify(given) };
	const between = { name: 'Between', type: ITEMS, parameters, to: [['Result']] };
	const host = await startFlow({
		credentials: here.marketo,
		nodes: [between, node],
		...settings,
	});
	hosts.push(host);
	await install(here, host);
	await runFor(here, ...people.slice(0, given.length));
	const { data } = await host.firstRun;
	const [invocation] = here.sandbox.marketo.invocations;
	expect(invocation!.complaints).toEqual([]);
	const rows = (invocation!.callbacks[0]!.body.objectData ?? []) as Array<{
		activityData: IDataObject;
	}>;
	const items = data.resultData.runData.Result![0]!.data!.main[0]!;
	return {
		told: rows.map(({ activityData }) => activityData),
		outcomes: items.map(({ json }) => json.outcome as Outcome),
		items,
		member: (index: number) => here.sandbox.marketo.memberOf(PROGRAM, people[index]!),
	};
}

describe('what became of a registration', () => {
	it('is written to the program before the campaign goes on', async () => {
		const { told, outcomes, member } = await answered([REGISTERED]);
		expect(told).toEqual([
			{ success: true, registrationStatus: 'registered', registrantId: 'r1', joinUrl: LINK },
		]);
		expect(member(0)).toMatchObject({
			statusName: 'Registered',
			webinarUrl: LINK,
			registrationCode: 'r1',
		});
		expect(outcomes[0]).toMatchObject({
			destination: 'marketo',
			result: 'synced',
			action: 'answered',
			recordId: String(people[0]),
		});
	});

	it.each<[string, Partial<Outcome>, string, string | undefined]>([
		['the webinar is full', { reason: 'webinarFull' }, 'WEBINAR_FULL', 'Registration Error'],
		[
			'there is no first name',
			{ reason: 'missingFirstName' },
			'MISSING_FIRST_NAME',
			'Registration Error',
		],
		[
			'they were denied before',
			{ reason: 'previouslyDenied' },
			'PREVIOUSLY_DENIED',
			'Registration Error',
		],
		['a limit is used up', { result: 'deferred', reason: 'dailyLimit' }, 'DAILY_LIMIT', undefined],
	])('is told as failed where %s', async (_what, over, errorCode, statusName) => {
		const node = returnResult({ options: { reasonField: 'whyNot' } });
		const { told, outcomes, member } = await answered([outcome(over)], {}, node);
		expect(told[0]).toMatchObject({ success: false, errorCode, reason: 'Zoom says no' });
		expect(member(0)?.statusName).toBe(statusName);
		if (statusName !== undefined) expect(member(0)?.fields.whyNot).toBe('Zoom says no');
		expect(outcomes[0]?.result).toBe('synced');
	});

	it('is a success that waits where the host has to approve', async () => {
		const pending = outcome({ result: 'synced', reason: 'pendingApproval', message: 'Waits' });
		const { told, member } = await answered([pending]);
		expect(told[0]).toEqual({ success: true, registrationStatus: 'pending' });
		expect(member(0)?.statusName).toBe('Pending Approval');
	});

	it('of an error output is a failure in the words of its node', async () => {
		const failed = {
			error: { message: 'Zoom says no', ...outcome({ reason: 'webinarNotFound' }) },
		};
		const { told, member } = await answered([{ ...failed, keep: true }]);
		expect(told[0]).toMatchObject({ errorCode: 'WEBINAR_NOT_FOUND', reason: 'Zoom says no' });
		expect(member(0)?.statusName).toBe('Registration Error');
	});

	it('is never taken for a success where the item says nothing', async () => {
		const { told, member } = await answered([{ firstName: 'Pat' }]);
		expect(told[0]).toMatchObject({ success: false, errorCode: 'NO_OUTCOME' });
		expect(member(0)).toBeUndefined();
	});

	it('is not guessed of an item that has lost who the person is', async () => {
		const { told, member } = await answered([{ x: 1 }]);
		expect(told[0]).toMatchObject({ success: false, errorCode: 'NO_OUTCOME' });
		expect(member(0)).toBeUndefined();
	});

	it('is told in the words of the trigger where that found no webinar', async () => {
		connectProgram(here, PROGRAM, 999);
		const refused = outcome({ reason: 'vendorRejected', message: 'The webinar ID "" is none' });
		const { told } = await answered([refused, outcome({ reason: 'missingFirstName' })]);
		connectProgram(here);
		expect(told).toMatchObject([
			{ errorCode: 'WEBINAR_NOT_CONNECTED', reason: expect.stringContaining('clone') as string },
			{ errorCode: 'MISSING_FIRST_NAME', reason: 'Zoom says no' },
		]);
	});

	it('of somebody without a first name whom nobody tried to register is a Registration Error', async () => {
		const { told, member } = await answered([{ firstName: '' }]);
		expect(told[0]).toMatchObject({ success: false, errorCode: 'MISSING_FIRST_NAME' });
		expect(member(0)?.statusName).toBe('Registration Error');
	});

	it('leaves a later status as it is, and writes the link nevertheless', async () => {
		here.sandbox.marketo.changeStatus(PROGRAM, people[0]!, 'Attended');
		const { told, outcomes, member } = await answered([REGISTERED]);
		expect(told[0]).toMatchObject({ success: true, joinUrl: LINK });
		expect(member(0)).toMatchObject({ statusName: 'Attended', webinarUrl: LINK });
		expect(outcomes[0]).toMatchObject({ result: 'synced', reason: 'statusWouldMoveBack' });
	});

	it('counts once per person, and for the second address of the same what the first became', async () => {
		const same = { email: 'both@example.com', webinarId: '1' };
		const duplicate = outcome({ result: 'skipped', reason: 'duplicate' });
		const { told } = await answered([
			{ ...REGISTERED, ...same },
			{ ...duplicate, ...same },
		]);
		expect(told.map(({ success }) => success)).toEqual([true, true]);
	});
});

describe('where the program cannot be written', () => {
	it('Marketo is told nevertheless, as a failure with the cause', async () => {
		const { permissions } = here.sandbox.marketo.world;
		const all = permissions.splice(0);
		try {
			const { told, outcomes } = await answered([REGISTERED]);
			expect(told[0]).toMatchObject({
				success: false,
				errorCode: 'PERMISSION_MISSING',
				registrationStatus: 'registered',
				joinUrl: LINK,
			});
			expect(told[0]!.reason).toContain('Registered, but not written');
			expect(outcomes[0]).toMatchObject({ result: 'failed', reason: 'permissionMissing' });
		} finally {
			permissions.push(...all);
		}
	});

	it('nothing of it is tried where that is switched off, and no credential is needed', async () => {
		const node = returnResult({ writeToProgram: false });
		const { told, member } = await answered([REGISTERED], { credentials: {} }, node);
		expect(told[0]).toMatchObject({ success: true });
		expect(member(0)).toBeUndefined();
	});
});

describe('where nobody waits', () => {
	it('the item fails, and nothing is written', async () => {
		const { outputs } = await runNode({
			type: 'marketoProgram',
			parameters: RETURN_RESULT.parameters!,
			credentials: here.marketo,
			items: [{ ...REGISTERED, leadId: people[0], programId: PROGRAM }],
		});
		expect(outputs[0]![0]!.json.outcome).toMatchObject({
			result: 'failed',
			message: expect.stringContaining('Nobody waits') as string,
		});
		expect(here.sandbox.marketo.memberOf(PROGRAM, people[0]!)).toBeUndefined();
	});

	it('a stranger is no answer, and everybody else is told', async () => {
		const host = await startFlow({
			credentials: here.marketo,
			nodes: [
				{ name: 'Between', type: SOURCE_TYPE, to: [['Result']] },
				returnResult({
					mapData: 'manual',
					registrationStatus: 'registered',
					leadId: `={{ $itemIndex === 0 ? 999 : $json.leadId }}`,
				}),
			],
		});
		hosts.push(host);
		await install(here, host);
		await runFor(here, ...people.slice(0, 2));
		const { data } = await host.firstRun;
		const items = data.resultData.runData.Result![0]!.data!.main[0]!;
		// The address still tells who it is.
		expect(items.map(({ json }) => (json.outcome as Outcome).result)).toEqual(['synced', 'synced']);
	});
});

it('what comes out is what the schemas say', async () => {
	const { items } = await answered([REGISTERED, outcome({ reason: 'webinarFull' })]);
	const file = 'dist/nodes/Marketo/__schema__/v1.0.0/flowStep/returnResult.json';
	const text = fs.readFileSync(path.join(__dirname, '../../../..', file), 'utf8');
	const { version: _, ...schema } = JSON.parse(text) as { version: number; properties: object };
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
		...schema,
		required: Object.keys(schema.properties),
	});
	for (const { json } of items) {
		validate(json);
		expect(validate.errors).toBeNull();
	}
});

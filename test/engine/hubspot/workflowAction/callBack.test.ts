import type { IDataObject } from 'n8n-workflow';

import type { Enrollment, EnrollmentState } from '../../../sandbox/hubspot/workflows/contract';
import { inAHurry } from '../../support/inAHurry';
import { Flow } from './flow';
import { answers, connectedApp, openPortal, somebody, type Portal } from './portal';

let portal: Portal;
beforeAll(async () => {
	await inAHurry();
	portal = await openPortal('callBack');
});
afterAll(async () => await portal.close());
beforeEach(() => {
	const { sandbox } = portal.here;
	sandbox.clearFaults();
	sandbox.books.clear();
	Object.assign(sandbox.hubspot.workflows.unsure, {
		secondCompletion: 404,
		typedOutputsRequired: false,
	});
});

const AUTOMATIC = {
	operation: 'complete',
	callbackId: '={{ $json.callbackId }}',
	mapData: 'automatic',
	options: {},
};
const flow = (more = {}) => new Flow(portal.app, { ...AUTOMATIC, ...more });

function registered(contact: IDataObject, more: IDataObject = {}): IDataObject {
	return {
		...contact,
		registrant: { status: 'approved', joinUrl: 'https://zoom.example/w/1' },
		outcome: { result: 'synced', reason: null, message: 'Registered' },
		...more,
	};
}

describe('a contact that waits in HubSpot', () => {
	it.each<[string, IDataObject, EnrollmentState, string, IDataObject]>([
		[
			'registered',
			{},
			'succeeded',
			'Registered',
			{ joinUrl: 'https://zoom.example/w/1', message: 'Registered' },
		],
		[
			'registered before',
			{ outcome: { result: 'unchanged', reason: 'alreadyRegistered', message: 'Was there' } },
			'succeeded',
			'Already registered',
			{ joinUrl: 'https://zoom.example/w/1' },
		],
		[
			'waiting for approval',
			{ outcome: { result: 'synced', reason: 'pendingApproval', message: 'Waits' } },
			'succeeded',
			'Waiting for approval',
			{ registrationStatus: 'pending' },
		],
		[
			'deferred',
			{ outcome: { result: 'deferred', reason: 'dailyLimit', message: 'Tomorrow' } },
			'failed',
			'Will be tried again',
			{ errorCode: 'DAILY_LIMIT', message: 'Tomorrow' },
		],
		[
			'refused by a rule',
			{ outcome: { result: 'skipped', reason: 'hostCannotRegister', message: 'The host' } },
			'failed',
			'Failed',
			{ errorCode: 'HOST_CANNOT_REGISTER' },
		],
		[
			'failed',
			{ outcome: { result: 'failed', reason: 'webinarNotFound', message: 'No webinar' } },
			'failed',
			'Failed',
			{ errorCode: 'WEBINAR_NOT_FOUND', message: 'No webinar' },
		],
		[
			'on the error output of ours',
			{
				error: {
					message: 'x',
					outcome: { result: 'failed', reason: 'webinarFull', message: 'Full' },
				},
			},
			'failed',
			'Failed',
			{ errorCode: 'WEBINAR_FULL', message: 'Full' },
		],
		[
			'on the error output of another node',
			{ outcome: null, error: 'It broke' },
			'failed',
			'Failed',
			{ errorCode: 'WORKFLOW_FAILED', message: 'It broke' },
		],
		[
			'only previewed',
			{ outcome: { result: 'synced', preview: true } },
			'failed',
			'Failed',
			{ errorCode: 'PREVIEW' },
		],
		[
			'of whom nothing is told',
			{ outcome: null, registrant: null },
			'failed',
			'Failed',
			{ errorCode: 'NO_OUTCOME' },
		],
	])('hears that it is %s', async (_what, more, state, branch, outputs) => {
		const { waiting, contact } = await portal.enrolled();
		const { outcomes } = await flow().run({
			emitted: [[contact], []],
			items: [registered(contact, more)],
		});
		expect(outcomes).toMatchObject([
			{
				destination: 'hubspot',
				result: 'synced',
				action: 'answered',
				recordId: contact.callbackId,
			},
		]);
		expect([waiting.state, waiting.branch('registrationStatus')]).toEqual([state, branch]);
		expect(waiting.outputFields).toMatchObject(outputs);
		expect(waiting.complaints).toEqual([]);
		if (state === 'failed') expect(waiting.outputFields).not.toHaveProperty('joinUrl');
	});

	it('is found through the trigger where the items kept nothing', async () => {
		const { waiting, contact } = await portal.enrolled();
		const { outcomes } = await flow().run({
			emitted: [[contact], []],
			items: [{ error: 'A node in between broke' }],
			unlinked: true,
		});
		expect(outcomes).toMatchObject([{ result: 'synced' }]);
		expect(waiting.outputFields).toMatchObject({ message: 'A node in between broke' });
	});

	it('hears what is mapped by hand, with outputs of a definition of its own', async () => {
		const { waiting, contact } = await portal.enrolled();
		const manual = {
			mapData: 'manual',
			registrationStatus: 'already_registered',
			joinUrl: 'https://other.example/1',
			errorCode: '',
			message: '={{ $json.words }}',
			options: { furtherOutputs: { output: [{ name: 'seat', value: '12' }] } },
		};
		await flow(manual).run({ items: [{ callbackId: contact.callbackId as string, words: 'Hi' }] });
		expect(waiting.state).toBe('succeeded');
		expect(waiting.outputFields).toEqual({
			registrationStatus: 'already_registered',
			joinUrl: 'https://other.example/1',
			message: 'Hi',
		});
		expect(waiting.complaints).toEqual(['There is no output field seat']);
	});

	it('hears of a failure rather than nothing, where a status is none', async () => {
		const { waiting, contact } = await portal.enrolled();
		const manual = { mapData: 'manual', registrationStatus: 'Registriert' };
		await flow(manual).run({ items: [contact] });
		expect(waiting.branch('registrationStatus')).toBe('Failed');
		expect(waiting.outputFields.errorCode).toBe('UNKNOWN_STATUS');
	});

	it('has gone on when its time is over, and n8n says so', async () => {
		const { waiting, contact } = await portal.enrolled();
		portal.here.sandbox.advance(61 * 60_000);
		// The token's life is over as well.
		portal.app = await connectedApp(portal.here);
		const { outcomes } = await flow().run({ items: [registered(contact)] });
		expect(waiting.state).toBe('expired');
		expect(outcomes).toMatchObject([
			{
				result: 'failed',
				reason: 'vendorRejected',
				message: expect.stringContaining('No callback found'),
				repair: expect.stringContaining('Wait at Most'),
			},
		]);
	});
});

describe('an answer that was given', () => {
	it.each([400, 404] as const)('is not given again, second answer %i', async (secondCompletion) => {
		portal.here.sandbox.hubspot.workflows.unsure.secondCompletion = secondCompletion;
		const { waiting, contact } = await portal.enrolled();
		const workflow = flow();
		const items = [registered(contact)];
		await workflow.run({ items });
		const again = await workflow.run({ items });
		expect(again.outcomes).toMatchObject([{ result: 'unchanged', action: 'none' }]);
		expect(waiting.state).toBe('succeeded');
		expect(answers(portal.here)).toHaveLength(1);
	});

	it('is unchanged by another node where HubSpot says so', async () => {
		portal.here.sandbox.hubspot.workflows.unsure.secondCompletion = 400;
		const { contact } = await portal.enrolled();
		await flow().run({ items: [registered(contact)] });
		const { outcomes } = await flow().run({ items: [registered(contact)] });
		expect(outcomes).toMatchObject([{ result: 'unchanged' }]);
	});

	it('and whose confirmation is lost counts once, and as told', async () => {
		const { waiting, contact } = await portal.enrolled();
		portal.here.sandbox.addFault({
			vendor: 'hubspot',
			match: /\/complete$/,
			fault: { kind: 'cutAfter' },
		});
		const { outcomes } = await flow().run({ items: [registered(contact)] });
		expect(outcomes).toMatchObject([
			{ result: 'synced', message: expect.stringContaining('confirmation was lost') },
		]);
		expect(waiting.state).toBe('succeeded');
	});

	it.each([{ kind: 'cutBefore' }, { kind: 'status', status: 503 }, { kind: 'html' }] as const)(
		'and did not arrive is sent again: %j',
		async (fault) => {
			const { waiting, contact } = await portal.enrolled();
			portal.here.sandbox.addFault({ vendor: 'hubspot', match: /\/complete$/, fault, times: 2 });
			const { outcomes } = await flow().run({ items: [registered(contact)] });
			expect(outcomes).toMatchObject([{ result: 'synced', message: 'HubSpot was told' }]);
			expect(waiting.state).toBe('succeeded');
		},
	);

	it('and never gets through is uncertain, not done', async () => {
		const { contact } = await portal.enrolled();
		portal.here.sandbox.addFault({
			vendor: 'hubspot',
			match: /\/complete$/,
			fault: { kind: 'cutBefore' },
			times: 20,
		});
		const { outcomes } = await flow().run({ items: [registered(contact)] });
		expect(outcomes).toMatchObject([{ result: 'failed', reason: 'uncertain' }]);
	});

	it('carries typed outputs where HubSpot asks for them', async () => {
		portal.here.sandbox.hubspot.workflows.unsure.typedOutputsRequired = true;
		const { waiting, contact } = await portal.enrolled();
		const { outcomes } = await flow().run({ items: [registered(contact)] });
		expect(outcomes).toMatchObject([{ result: 'synced' }]);
		expect(waiting.state).toBe('succeeded');
	});
});

describe('several contacts', () => {
	it('are answered a hundred a call, and one that nobody waits for fails alone', async () => {
		const { workflows } = portal.here.sandbox.hubspot;
		const { action } = portal;
		const contactId = somebody(portal.here);
		const all: Enrollment[] = [];
		for (let number = 0; number < 120; number += 1) {
			all.push(await workflows.enroll({ action, contactId, retryDelaysMs: [] }).answered());
		}
		const items: IDataObject[] = all.map(({ callbackId }) => registered({ callbackId }));
		const batch = await flow().run({ items });
		expect(batch.outcomes.map(({ result }) => result)).toEqual(items.map(() => 'synced'));
		expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['succeeded']));
		expect(answers(portal.here)).toHaveLength(2);

		const { waiting, contact } = await portal.enrolled();
		const mixed = await flow().run({
			items: [registered({ callbackId: 'ap-nobody' }), registered(contact), registered({})],
		});
		expect(mixed.outcomes.map(({ result }) => result)).toEqual(['failed', 'synced', 'failed']);
		expect(mixed.outcomes[2]?.repair).toContain('Callback ID');
		expect(waiting.state).toBe('succeeded');
	});

	it('of one callback are one answer, that of the first item', async () => {
		const { waiting, contact } = await portal.enrolled();
		const second = registered(contact, { outcome: { result: 'failed', reason: 'webinarFull' } });
		const { outcomes } = await flow().run({ items: [registered(contact), second] });
		expect(outcomes).toMatchObject([
			{ result: 'synced' },
			{ result: 'skipped', reason: 'duplicate' },
		]);
		expect(waiting.state).toBe('succeeded');
	});

	it('of one address share what became of the first', async () => {
		const one = await portal.enrolled();
		const other = await portal.enrolled();
		const failed = { result: 'failed', reason: 'webinarFull', message: 'Full' };
		await flow().run({
			items: [
				registered(one.contact, { outcome: failed }),
				registered(other.contact, { outcome: { result: 'skipped', reason: 'duplicate' } }),
			],
		});
		expect(other.waiting.outputFields).toEqual(one.waiting.outputFields);
		expect(other.waiting.outputFields.errorCode).toBe('WEBINAR_FULL');
	});
});

it.each(['onReceived', 'atOnce'])(
	'whoever waits for nothing is not answered: %s',
	async (answer) => {
		const item = { callbackId: answer === 'atOnce' ? 'ap-1' : '', answer: 'atOnce' };
		const { outcomes } = await flow().run({ items: [item] });
		expect(outcomes).toMatchObject([{ result: 'unchanged' }]);
		expect(answers(portal.here)).toEqual([]);
	},
);

import type { MarketoUnsure } from '../contract';
import { at, recordOf, recordsOf } from './json';
import { adobeComplaints } from './testing/adobe';
import { goodDefinition } from './testing/document';
import {
	registerStep,
	startFlowStep,
	type FlowStepOptions,
	type FlowStepTest,
} from './testing/flowStep';
import { FORM, lead, mail, PROGRAM, START } from './testing/instance';
import { callBack, replyTo, resultFor } from './testing/service';

let marketo: FlowStepTest;
afterEach(() => marketo.close());

/** Everybody succeeds. */
async function start(options: FlowStepOptions = {}): Promise<void> {
	marketo = await startFlowStep(options);
	marketo.service.onSubmit = async (invocation) => {
		await callBack(invocation, resultFor(invocation));
	};
}

const member = {
	id: 77,
	programId: PROGRAM,
	leadId: 1,
	statusName: 'Registered',
	webinarUrl: null,
	registrationCode: null,
	fields: { joinCode: 'J-1' },
	membershipDate: START,
	updatedAt: START,
};

describe('people in a flow step', () => {
	it('go on once the callback is there, and not before', async () => {
		await start();
		const mailsBefore: number[] = [];
		marketo.service.onSubmit = async (invocation) => {
			mailsBefore.push(marketo.side.mails.length);
			expect(await callBack(invocation, resultFor(invocation))).toBe(202);
		};
		await marketo.run(1, 2);
		expect(mailsBefore).toEqual([0]);
		expect(marketo.side.mails).toHaveLength(2);
		const common = { campaignId: 5001, step: 1, kind: 'flowStep', ok: true };
		const message = 'Register for Webinar: success';
		expect(marketo.stepLog()).toEqual([
			{ ...common, leadId: 1, message },
			{ ...common, leadId: 2, message },
		]);
	});

	it('come in chunks, each of which goes on by itself', async () => {
		await start({ world: { chunkSize: 2, leads: [1, 2, 3, 4, 5].map((id) => lead(id)) } });
		marketo.service.onSubmit = async (invocation) => {
			if (recordsOf(invocation.objectData).length === 2) {
				await callBack(invocation, resultFor(invocation));
			} else {
				// Nobody calls back for the one who is left over; the others have all the time they need.
				marketo.side.callbackTimeoutMs = 20;
			}
		};
		await marketo.run(1, 2, 3, 4, 5);
		const sizes = marketo.service.submissions().map((one) => recordsOf(one.objectData).length);
		expect(sizes).toEqual([2, 2, 1]);
		expect(marketo.side.mails.map(({ leadId }) => leadId)).toEqual([1, 2, 3, 4]);
		const batches = new Set(marketo.service.submissions().map(({ batchid }) => batchid));
		const tokens = new Set(marketo.service.submissions().map(({ token }) => token));
		expect([batches.size, tokens.size]).toEqual([1, 3]);
	});

	it('hang when nobody calls back, and that is logged', async () => {
		await start();
		marketo.side.callbackTimeoutMs = 20;
		marketo.service.onSubmit = () => undefined;
		await marketo.run(1);
		expect(marketo.stepLog()).toMatchObject([{ ok: false, hanging: true }]);
		expect(marketo.side.mails).toEqual([]);
		const { request } = marketo.invocation();
		expect(await callBack(request, resultFor(request))).toBe(404);
	});

	it('go on with a failure where the step is not installed', async () => {
		await start({ flow: [{ kind: 'flowStep', service: 'other', attributes: {} }, mail('x')] });
		await marketo.run(1);
		expect(marketo.stepLog()).toMatchObject([
			{ ok: false, message: 'There is no flow step other' },
		]);
		expect(marketo.side.mails).toHaveLength(1);
	});

	it('take a choice of an enforced picklist only', async () => {
		const definition = goodDefinition();
		const [attribute] = definition.invocationPayloadDef.flowAttributes;
		Object.assign(attribute ?? {}, { enforcePicklistSelect: true });
		await start({ definition, flow: [registerStep('999')] });
		const choices = [{ displayValue: { en_US: 'Autumn' }, submittedValue: '812' }];
		replyTo(marketo.service, '/getPicklist', { body: { choices } });
		await marketo.side.refreshPicklist('webinarRegistration', 'webinar');
		await marketo.run(1);
		expect(marketo.stepLog()).toMatchObject([
			{ ok: false, message: 'Register for Webinar: Webinar takes choices of its picklist only' },
		]);
		expect(marketo.service.submissions()).toEqual([]);
	});
});

describe('an invocation', () => {
	it('carries what the definition asks for, and fits the schema', async () => {
		await start({
			trigger: { kind: 'fillsOutForm', form: FORM },
			world: { members: [member], leads: [lead(1, { firstName: null })] },
		});
		await marketo.side.fillOutForm(FORM, { email: 'person1@example.com' });
		const { request } = marketo.invocation();
		expect(adobeComplaints('async', request)).toEqual([]);
		expect(request).toMatchObject({
			campaignId: 5001,
			callbackUrl: `${marketo.url}/customflowaction/submitCustomFlowAction`,
			context: {
				subscription: { munchkinId: '123-ABC-456', prefix: 'sandbox' },
				admin: {},
				campaign: { id: 5001, name: '01 Register', parentProgramId: PROGRAM, type: 'trigger' },
				program: { id: PROGRAM, name: 'Webinar Autumn', channelName: 'Webinar' },
				myTokenContext: { 'Webinar ID': '81234567890' },
			},
			objectData: [
				{
					objectType: 'lead',
					objectContext: { id: 1, email: 'person1@example.com', firstName: null },
					flowStepContext: { webinar: '81234567890' },
					programMemberContext: {
						id: 77,
						status: 'Registered',
						reachedSuccess: false,
						pmcf: { joinCode: 'J-1' },
					},
					triggeringContext: { name: FORM, triggerName: 'Fills Out Form' },
				},
			],
		});
		expect(marketo.service.submissions()).toEqual([request]);
	});

	it('has empty contexts outside a program, for people who are no members', async () => {
		await start();
		const campaign = marketo.side.campaigns.get(5001);
		if (campaign) campaign.programId = null;
		await marketo.run(1);
		const { request } = marketo.invocation();
		expect(adobeComplaints('async', request)).toEqual([]);
		expect(recordOf(request.context)).toMatchObject({
			program: {},
			campaign: { type: 'batch' },
			myTokenContext: {},
		});
		const [person] = recordsOf(request.objectData);
		expect(person).toMatchObject({ programMemberContext: {}, flowStepContext: { webinar: '' } });
		expect(person).not.toHaveProperty('triggeringContext');
	});

	it('leaves out the contexts that the definition does not ask for', async () => {
		const definition = goodDefinition();
		Object.assign(definition.invocationPayloadDef, {
			programContext: false,
			campaignContext: false,
			triggerContext: false,
			programMemberContext: false,
			subscriptionContext: false,
			myTokenContext: undefined,
		});
		await start({ definition });
		await marketo.run(1);
		const { request } = marketo.invocation();
		expect(request.context).toEqual({ subscription: { munchkinId: '123-ABC-456' }, admin: {} });
		const [person] = recordsOf(request.objectData);
		expect(Object.keys(person ?? {})).toEqual(['objectType', 'objectContext', 'flowStepContext']);
	});

	it.each<[MarketoUnsure['myTokenContextIn'], string[]]>([
		['context', ['context', 'myTokenContext', 'Webinar ID']],
		['topLevel', ['myTokenContext', 'Webinar ID']],
		['objectData', []],
	])('has My Tokens in %s when a test says so', async (place, path) => {
		await start();
		marketo.side.unsure.myTokenContextIn = place;
		await marketo.run(1);
		const { request } = marketo.invocation();
		const [person] = recordsOf(request.objectData);
		const value =
			path.length > 0 ? at(request, ...path) : at(person, 'myTokenContext', 'Webinar ID');
		expect(value).toBe('81234567890');
		expect(JSON.stringify(request).match(/myTokenContext/g)).toHaveLength(1);
		expect(adobeComplaints('async', request)).toEqual([]);
	});

	it('sends headers and global attributes as the admin has filled them in', async () => {
		const definition = goodDefinition();
		Object.assign(definition.invocationPayloadDef, {
			headers: [{ name: 'x-account' }, { name: 'x-empty' }],
			globalAttributes: [
				{ apiName: 'region', i18n: { en_US: { name: 'Region' } }, dataType: 'string' },
			],
		});
		const settings = { 'x-account': 'main', region: 'eu' };
		await start({ definition, install: { settings } });
		await marketo.run(1);
		const sent = marketo.service.received.at(-1);
		expect(sent?.headers).toMatchObject({ 'x-account': 'main' });
		expect(sent?.headers).not.toHaveProperty('x-empty');
		expect(at(sent?.body, 'context', 'admin')).toEqual(settings);
	});

	it.each([
		['429', [{ status: 429 }, { status: 201 }], [429, 201]],
		['503', [{ status: 503 }, { status: 503 }, { status: 201 }], [503, 503, 201]],
		['a broken connection', [{ cut: true }, { status: 201 }], [null, 201]],
	])('is sent again after %s, with the same token', async (_what, replies, statuses) => {
		await start();
		replyTo(marketo.service, '/submitAsyncAction', ...replies);
		await marketo.run(1);
		expect(marketo.invocation().attempts.map(({ status }) => status)).toEqual(statuses);
		expect(new Set(marketo.service.submissions().map(({ token }) => token)).size).toBe(1);
		expect(marketo.stepLog()).toMatchObject([{ ok: true }]);
	});

	it.each([
		[[{ status: 500 }], 'Register for Webinar: answered 500', 4],
		[[{ status: 400 }], 'Register for Webinar: answered 400', 1],
		// Marketo's contract names 201 and no other success.
		[[{ status: 200 }], 'Register for Webinar: answered 200', 1],
	])('fails for good with %j', async (replies, message, sent) => {
		await start();
		replyTo(marketo.service, '/submitAsyncAction', ...replies);
		await marketo.run(1);
		expect(marketo.stepLog()).toMatchObject([{ ok: false, message }]);
		expect(marketo.service.submissions()).toHaveLength(sent);
		expect(marketo.side.mails).toHaveLength(1);
		const { request } = marketo.invocation();
		expect(await callBack(request, resultFor(request))).toBe(404);
	});
});

import { until } from '../../testing/until';
import { callbackProblems } from './services/callbackRules';
import { recordOf, type JsonRecord } from './json';
import { adobeComplaints, adobeFile } from './testing/adobe';
import { startFlowStep, type FlowStepTest } from './testing/flowStep';
import { callBack, resultFor } from './testing/service';

let marketo: FlowStepTest;
beforeEach(async () => {
	marketo = await startFlowStep();
	marketo.side.callbackTimeoutMs = 60_000;
});
afterEach(() => marketo.close());

type Results = (id: number) => { leadData?: JsonRecord; activityData?: JsonRecord };

/** Runs the campaign; the service answers so. */
async function answered(results: Results, ...leadIds: number[]): Promise<void> {
	marketo.service.onSubmit = async (invocation) => {
		await callBack(invocation, resultFor(invocation, results));
	};
	await marketo.run(...(leadIds.length > 0 ? leadIds : [1]));
}

const complaints = () => marketo.invocation().complaints;
const fieldsOf = (id: number) => marketo.side.leads.get(id)?.fields ?? {};

describe('the first callback', () => {
	it('writes mapped fields of the person before the next step', async () => {
		await answered(() => ({ leadData: { lastJoinUrl: 'https://example.com/w/1?tk=a' } }));
		expect(fieldsOf(1).lastWebinarJoinUrl).toBe('https://example.com/w/1?tk=a');
		expect(marketo.side.mails[0]?.body).toBe('Your link: https://example.com/w/1?tk=a');
		expect(complaints()).toEqual([]);
		const change = marketo.side.activities.find((one) => one.activityTypeId === 13);
		expect(change).toMatchObject({ primaryAttributeValue: 'lastWebinarJoinUrl' });
		expect(change?.attributes).toEqual(
			expect.arrayContaining([
				{ name: 'Source', value: expect.stringMatching(/^Register for Webinar \(\d+\)$/) },
				{ name: 'Reason', value: 'Smart Campaign: 5001, Step Seq ID: 1' },
			]),
		);
	});

	it('cuts what is too long, says so, and clears by the word null', async () => {
		await answered(
			(id) => ({ leadData: { lastJoinUrl: id === 1 ? 'u'.repeat(300) : 'null' } }),
			1,
			2,
		);
		expect(fieldsOf(1).lastWebinarJoinUrl).toBe('u'.repeat(255));
		expect(complaints()).toEqual(['Person 1: lastJoinUrl was cut after 255 bytes']);
		expect(fieldsOf(2)).not.toHaveProperty('lastWebinarJoinUrl');
	});

	it('does not write what is not declared or not mapped', async () => {
		const service = marketo.side.services[0];
		delete service?.mappings.callback.lastJoinUrl;
		await answered(() => ({ leadData: { lastJoinUrl: 'x', email: 'other@example.com' } }));
		expect(fieldsOf(1).email).toBe('person1@example.com');
		expect(complaints()).toEqual([
			'Person 1: lastJoinUrl is not mapped to a field',
			'Person 1: email is not declared',
		]);
	});

	it("leaves an activity of the service's own type", async () => {
		await answered(() => ({
			activityData: { registrantId: 'r1', joinUrl: 'u'.repeat(400), more: 1 },
		}));
		const typeId = marketo.side.services[0]?.activityTypeId;
		const activities = marketo.side.activities.filter((one) => one.activityTypeId === typeId);
		expect(activities).toMatchObject([
			{
				leadId: 1,
				campaignId: 5001,
				primaryAttributeValue: '81234567890',
				attributes: [
					{ name: 'Registrant ID', value: 'r1' },
					{ name: 'Join URL', value: 'u'.repeat(400) },
					{ name: 'Success', value: true },
				],
			},
		]);
		expect(complaints()).toEqual(['Person 1: more is not declared']);
	});

	it('logs a failed person with code and reason, and lets it go on', async () => {
		const failed = { success: false, errorCode: 'NO_NAME', reason: 'First Name is empty' };
		await answered((id) => (id === 2 ? { activityData: failed } : {}), 1, 2);
		expect(marketo.stepLog()).toMatchObject([
			{ leadId: 1, ok: true },
			{ leadId: 2, ok: false, message: 'Register for Webinar: NO_NAME: First Name is empty' },
		]);
		expect(marketo.side.mails).toHaveLength(2);
		const activity = marketo.side.activities.find(
			({ leadId, activityTypeId }) => leadId === 2 && activityTypeId > 100_000,
		);
		expect(activity?.attributes).toEqual([
			{ name: 'Success', value: false },
			{ name: 'Error Code', value: 'NO_NAME' },
			{ name: 'Reason', value: 'First Name is empty' },
		]);
	});

	it('fills in its default values', async () => {
		marketo.service.onSubmit = async (invocation) => {
			await callBack(invocation, {
				...resultFor(invocation, () => ({ activityData: { success: undefined } })),
				defaultValues: {
					leadDefaults: { lastJoinUrl: 'https://example.com/all' },
					activityDefaults: { success: false, errorCode: 'CLOSED' },
				},
			});
		};
		await marketo.run(1);
		expect(fieldsOf(1).lastWebinarJoinUrl).toBe('https://example.com/all');
		expect(marketo.stepLog()).toMatchObject([{ ok: false }]);
	});

	it('may fail the whole chunk', async () => {
		marketo.service.onSubmit = async (invocation) => {
			await callBack(invocation, {
				...resultFor(invocation, () => ({ leadData: { lastJoinUrl: 'ignored' } })),
				errorCode: 'WEBINAR_NOT_FOUND',
				errorMessage: 'Webinar 812 does not exist',
			});
		};
		await marketo.run(1, 2);
		const message = 'Register for Webinar: WEBINAR_NOT_FOUND: Webinar 812 does not exist';
		expect(marketo.stepLog()).toMatchObject([
			{ leadId: 1, ok: false, message },
			{ leadId: 2, ok: false, message },
		]);
		expect(fieldsOf(1)).not.toHaveProperty('lastWebinarJoinUrl');
		expect(marketo.side.mails).toHaveLength(2);
		await answered(() => ({ activityData: { success: false, errorCode: 'WEBINAR_NOT_FOUND' } }));
		expect(complaints()).toEqual(['WEBINAR_NOT_FOUND is an error code of people and of chunks']);
	});

	it('lets those hang whom it leaves out, and complains about strangers', async () => {
		marketo.service.onSubmit = async (invocation) => {
			const { objectData, ...rest } = resultFor(invocation);
			const [first] = Array.isArray(objectData) ? objectData : [];
			const stranger = { leadData: { id: 3 }, activityData: { success: true } };
			await callBack(invocation, { ...rest, objectData: [first, first, stranger] });
		};
		await marketo.run(1, 2);
		expect(marketo.stepLog()).toMatchObject([
			{ leadId: 1, ok: true },
			{ leadId: 2, ok: false, hanging: true },
		]);
		expect(marketo.side.mails).toHaveLength(1);
		expect(complaints()).toEqual([
			'Person 1 is there twice',
			'Person 3 is not part of this invocation',
			'Person 2 is missing',
		]);
	});

	it('comes too late for a person who has been deleted', async () => {
		marketo.service.onSubmit = async (invocation) => {
			marketo.side.deleteLead(1);
			await callBack(invocation, resultFor(invocation));
		};
		await marketo.run(1);
		expect(marketo.stepLog()).toMatchObject([
			{ ok: false, message: 'Register for Webinar: the person has been deleted' },
		]);
		expect(marketo.side.mails).toEqual([]);
	});
});

describe('a callback', () => {
	/** Statuses of callbacks with these bodies and headers, then of a good one. */
	async function statusesOf(
		change: (body: JsonRecord) => JsonRecord,
		headers: Record<string, string> = {},
	): Promise<number[]> {
		const statuses: number[] = [];
		marketo.service.onSubmit = async (invocation) => {
			const body = resultFor(invocation);
			statuses.push(await callBack(invocation, change(body), headers));
			statuses.push(await callBack(invocation, body));
		};
		await marketo.run(1);
		await until(() => statuses.length >= 2, 'two answers to callbacks');
		return statuses;
	}

	it('counts once', async () => {
		expect(await statusesOf((body) => body)).toEqual([202, 404]);
		expect(marketo.invocation().callbacks.map(({ status }) => status)).toEqual([202, 404]);
		expect(marketo.stepLog()).toHaveLength(1);
	});

	it.each([
		['token', { 'x-callback-token': 'other' }],
		['key', { 'x-api-key': 'other' }],
	])('with a wrong %s is refused and uses nothing up', async (_what, headers) => {
		expect(await statusesOf((body) => body, headers)).toEqual([401, 202]);
	});

	it.each<[string, (body: JsonRecord) => JsonRecord]>([
		['for another instance', (body) => ({ ...body, munchkinId: '999-XYZ-000' })],
		['without a token in the body', ({ token: _token, ...body }) => body],
		['with another token in the body', (body) => ({ ...body, token: 'other' })],
		['without a lead ID', (body) => ({ ...body, objectData: [{ leadData: {} }] })],
		['with people in no list', (body) => ({ ...body, objectData: {} })],
		[
			'with a success that is a text',
			(body) => ({
				...body,
				objectData: [{ leadData: { id: 1 }, activityData: { success: 'true' } }],
			}),
		],
	])('%s is refused and uses nothing up', async (_what, change) => {
		expect(await statusesOf(change)).toEqual([405, 202]);
	});

	it('needs no token in the body when a test says so', async () => {
		marketo.side.unsure.callbackTokenInBody = false;
		expect(await statusesOf(({ token: _token, ...body }) => body)).toEqual([202, 404]);
	});
});

describe("Adobe's schema of callbacks and ours", () => {
	const samples = ['ssfs-callback.request.json', 'ssfs-callback-chunk-error.request.json'];
	const broken: JsonRecord[] = [
		{},
		{ munchkinId: '123-ABC-456', objectData: {} },
		{ munchkinId: '123-ABC-456', objectData: [{}] },
		{ munchkinId: '123-ABC-456', objectData: [{ leadData: { id: '1' } }] },
		{ munchkinId: '123-ABC-456', objectData: [{ leadData: { id: 1 }, activityData: [] }] },
		{ munchkinId: '123-ABC-456', defaultValues: { leadDefaults: 1 } },
		{ munchkinId: '123-ABC-456', errorCode: 404 },
	];

	it('take the samples', () => {
		for (const name of samples) {
			const sample = adobeFile(`samples-constructed/${name}`);
			if (sample === undefined) return void process.stdout.write('specs: ABSENT (samples)\n');
			expect(adobeComplaints('flowCallBack', sample)).toEqual([]);
			expect(callbackProblems(sample, '123-ABC-456')).toEqual([]);
		}
	});

	it('refuse the same bodies', () => {
		if (adobeFile('ssfs/CFA-Swagger.json') === undefined) return;
		for (const body of broken) {
			expect(callbackProblems(body, '123-ABC-456')).not.toEqual([]);
			expect(adobeComplaints('flowCallBack', recordOf(body))).not.toEqual([]);
		}
	});
});

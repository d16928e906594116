import type { IDataObject, INode } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { MARKETO_CAMPAIGNS } from '../../../story';
import { onceCalled } from '../../support/onceCalled';
import { runNode, type NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 10 });
	here.sandbox.marketo.campaigns.set(5003, {
		...here.sandbox.marketo.campaigns.get(MARKETO_CAMPAIGNS.confirmation)!,
		id: 5003,
		name: '02 Send link',
		flow: [
			{
				kind: 'sendEmail',
				email: { name: 'Link', subject: 'Link', body: '{{my.Link}}', operational: true },
			},
		],
	});
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

interface RequestRun {
	parameters?: IDataObject;
	options?: IDataObject;
	onError?: INode['onError'];
	asTool?: boolean;
}

async function request(items: IDataObject[], run: RequestRun = {}) {
	const { parameters, options = {}, ...rest } = run;
	return await runNode({
		type: 'marketoProgram',
		parameters: {
			...{ resource: 'campaign', operation: 'request', findBy: 'email', preview: false, options },
			campaign: { __rl: true, mode: 'id', value: '5003' },
			email: '={{ $json.email }}',
			leadId: '={{ $json.leadId }}',
			tokens: { token: [{ name: 'Link', value: '={{ $json.link }}' }] },
			...parameters,
		} as never,
		items,
		credentials: here.marketo,
		...rest,
	});
}

function outcomesOf(result: NodeRunResult): Outcome[] {
	if (result.error !== null) throw new Error(result.error.message);
	return (result.outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

/** Makes people in Marketo. @returns items about them */
function people(count: number, link = 'https://x.example/1'): IDataObject[] {
	return Array.from({ length: count }, (_, index) => {
		const id = 900_000 + here.sandbox.marketo.leads.size;
		const email = `person${id}@example.com`;
		here.sandbox.marketo.leads.set(id, { id, fields: { email, firstName: `P${index}` } });
		return { email, leadId: id, link };
	});
}

function requests() {
	return here.sandbox.books.writes('marketo').map(({ path, request }) => {
		const { input } = request as { input: { leads: unknown[]; tokens?: unknown } };
		return { path, people: input.leads.length, tokens: input.tokens };
	});
}

it('people are found by address and requested with their tokens, which their mails show', async () => {
	const items = people(3);
	const result = await request(items);
	expect(outcomesOf(result)[0]).toMatchObject({
		destination: 'marketo',
		result: 'synced',
		action: 'requested',
		reason: null,
		recordId: String(items[0]?.leadId),
		steps: { campaign: { result: 'synced' } },
	});
	expect(requests()).toEqual([
		{
			path: '/rest/v1/campaigns/5003/trigger.json',
			people: 3,
			tokens: [{ name: '{{my.Link}}', value: 'https://x.example/1' }],
		},
	]);
	await here.sandbox.marketo.settled();
	expect(here.sandbox.marketo.mails.map(({ to, body }) => ({ to, body }))).toEqual(
		items.map(({ email, link }) => ({ to: email, body: link })),
	);
});

it('250 people are 3 requests and one look-up in 300; those with other tokens have a request of their own', async () => {
	const items = [...people(250), ...people(2, 'https://x.example/2')];
	const told = outcomesOf(await request(items));
	expect(told.filter(({ action }) => action === 'requested')).toHaveLength(252);
	expect(
		requests()
			.map(({ people }) => people)
			.sort(),
	).toEqual([100, 100, 2, 50]);
	expect(
		here.sandbox.books.calls('marketo').filter(({ path }) => path.endsWith('/leads.json')),
	).toHaveLength(1);
});

it('people are found by lead ID as well, without tokens', async () => {
	const items = people(2);
	const parameters = { findBy: 'leadId', tokens: {} };
	const told = outcomesOf(
		await request([...items, { leadId: 'x' }, { leadId: 77 }], { parameters }),
	);
	expect(told.map(({ result, reason }) => [result, reason])).toEqual([
		['synced', null],
		['synced', null],
		['failed', 'vendorRejected'],
		['failed', 'leadNotFound'],
	]);
	expect(requests()).toMatchObject([{ people: 2, tokens: undefined }]);
});

it('who cannot be found has a reason of their own and stops nobody', async () => {
	const [one, twin] = people(2);
	const clone = 990_001;
	here.sandbox.marketo.leads.set(clone, { id: clone, fields: { email: String(twin?.email) } });
	const items: IDataObject[] = [
		one!,
		twin!,
		{ email: 'nobody@example.com' },
		{ email: 'no address' },
		{ email: 'jürgen@example.com' },
		{},
		{ ...one },
	];
	const told = outcomesOf(await request(items));
	expect(told.map(({ reason }) => reason)).toEqual([
		null,
		'duplicateLeads',
		'leadNotFound',
		'invalidEmail',
		'nonAsciiEmail',
		'noEmail',
		'duplicate',
	]);
	expect(told[0]).toMatchObject({ action: 'requested' });
	expect(here.sandbox.marketo.leads.has(990_002)).toBe(false);
});

it('who comes twice is requested once', async () => {
	const [one] = people(1);
	const told = outcomesOf(await request([one!, { ...one }, { ...one, link: 'https://other' }]));
	expect(told.map(({ result, reason }) => [result, reason])).toEqual([
		['synced', null],
		['skipped', 'duplicate'],
		['synced', null],
	]);
	expect(requests().map(({ people }) => people)).toEqual([1, 1]);
});

it('a lead that is deleted between the calls is told, and the others are requested', async () => {
	const items = people(5);
	const gone = Number(items[2]?.leadId);
	// Found by the look-up, gone when the request comes.
	onceCalled(
		here.sandbox,
		({ path, status }) => path.endsWith('/leads.json') && status === 200,
		() => here.sandbox.marketo.deleteLead(gone),
	);
	const told = outcomesOf(await request(items));
	expect(told.map(({ reason }) => reason)).toEqual([null, null, 'leadDeleted', null, null]);
	await here.sandbox.marketo.settled();
	expect(here.sandbox.marketo.mails).toHaveLength(4);
});

describe('a smart campaign that cannot be requested', () => {
	it.each([
		['is not there', () => {}, '4711', 'no smart campaign 4711'],
		['is a batch campaign', () => {}, String(MARKETO_CAMPAIGNS.invitation), 'batch campaign'],
		[
			'is not active',
			() => {
				here.sandbox.marketo.campaigns.get(5003)!.isActive = false;
			},
			'5003',
			'not active',
		],
		[
			'has another trigger',
			() => {
				here.sandbox.marketo.campaigns.get(5003)!.trigger = { kind: 'fillsOutForm', form: 'x' };
			},
			'5003',
			'no trigger',
		],
	])(
		'because it %s: everybody fails with that, also in a preview',
		async (_, prepare, value, words) => {
			prepare();
			for (const preview of [false, true]) {
				const parameters = { preview, campaign: { __rl: true, mode: 'id', value } };
				const told = outcomesOf(await request(people(2), { parameters }));
				for (const outcome of told) {
					expect(outcome).toMatchObject({ result: 'failed', reason: 'campaignNotRequestable' });
					expect(outcome.message).toContain(words);
				}
			}
			expect(requests()).toEqual([]);
		},
	);

	it('by somebody who may not read campaigns is told by the request itself', async () => {
		const { world, campaigns } = here.sandbox.marketo;
		world.permissions = world.permissions.filter((one) => !one.endsWith('-Only Campaign'));
		expect(outcomesOf(await request(people(1)))[0]).toMatchObject({ action: 'requested' });
		campaigns.get(5003)!.isActive = false;
		expect(outcomesOf(await request(people(1)))[0]).toMatchObject({
			reason: 'campaignNotRequestable',
		});
	});
});

it('a request whose answer is lost is not sent again, and says so', async () => {
	here.sandbox.addFault({ vendor: 'marketo', match: /trigger\.json/, fault: { kind: 'cutAfter' } });
	const told = outcomesOf(await request(people(2)));
	for (const outcome of told) {
		expect(outcome).toMatchObject({ result: 'failed', reason: 'uncertain', action: 'none' });
	}
	await here.sandbox.marketo.settled();
	expect(requests()).toHaveLength(1);
	expect(here.sandbox.marketo.mails).toHaveLength(2);
});

it('a preview looks people up and requests nothing', async () => {
	const told = outcomesOf(await request(people(1), { parameters: { preview: true } }));
	expect(told[0]).toMatchObject({ result: 'synced', action: 'requested', preview: true });
	expect(told[0]?.message).toMatch(/^Would request/);
	expect(requests()).toEqual([]);
});

it('a token whose name cannot be one is that item’s matter', async () => {
	const tokens = { token: [{ name: '={{ $json.name }}', value: 'x' }] };
	const [one, two] = people(2);
	const items = [
		{ ...one, name: '{{my.Fine}}' },
		{ ...two, name: 'a}b' },
	];
	const told = outcomesOf(await request(items, { parameters: { tokens } }));
	expect(told.map(({ result }) => result)).toEqual(['synced', 'failed']);
	expect(requests()).toMatchObject([{ tokens: [{ name: '{{my.Fine}}', value: 'x' }] }]);
});

describe('in = out', () => {
	const mixed = () => [...people(1), { email: 'nobody@example.com' }];

	it('as items by default, to the error output or as one error by option', async () => {
		expect(outcomesOf(await request(mixed()))).toHaveLength(2);
		const toError = await request(mixed(), {
			options: { whenPeopleFail: 'errorOutput' },
			onError: 'continueErrorOutput',
		});
		expect(toError.outputs.map((output) => output.length)).toEqual([1, 1]);
		const stopped = await request(mixed(), { options: { whenPeopleFail: 'stop' } });
		expect(stopped.error?.message).toContain('nobody@example.com');
	});

	it('what concerns everybody is thrown, or everybody’s outcome where the node continues', async () => {
		here.sandbox.marketo.world.permissions = ['Read-Write Lead'];
		const thrown = await request(mixed());
		expect(thrown.error?.description).toContain('Execute Campaign');
		const told = outcomesOf(await request(mixed(), { onError: 'continueRegularOutput' }));
		expect(told.map(({ reason }) => reason)).toEqual(['permissionMissing', 'permissionMissing']);
	});

	it('as a tool there is one summary', async () => {
		const { outputs } = await request(mixed(), { asTool: true });
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toMatchObject({ people: 2, synced: 1, failed: 1 });
	});
});

import { stage, type Stage } from '../../support/world';
import {
	ALL_REGISTERED,
	CONFIRMATION,
	connectProgram,
	install,
	PROGRAM,
	RETURN_RESULT,
	runFor,
	setCampaign,
	somePeople,
	STEP,
	WEBINAR,
} from './campaign';
import { startFlow, type FlowHost, type FlowSettings } from './host';
import { BROKEN, DROPS, SPLITS } from './testNodes';

let here: Stage;
const hosts: FlowHost[] = [];

beforeAll(async () => {
	here = await stage({ registrants: 40 });
	connectProgram(here);
	setCampaign(here, [STEP, CONFIRMATION]);
});
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
	const { mails, log, invocations, members } = here.sandbox.marketo;
	mails.length = 0;
	log.length = 0;
	invocations.length = 0;
	for (const [key, { programId }] of members) if (programId === PROGRAM) members.delete(key);
});
afterAll(async () => await here.close());

async function withFlow(settings: FlowSettings): Promise<FlowHost> {
	const host = await startFlow({ credentials: here.marketo, ...settings });
	hosts.push(host);
	await install(here, host);
	return host;
}

const steps = () => here.sandbox.marketo.log.filter(({ kind }) => kind === 'flowStep');
const onlyInvocation = () => {
	const { invocations } = here.sandbox.marketo;
	expect(invocations).toHaveLength(1);
	return invocations[0]!;
};
const rows = () =>
	onlyInvocation().callbacks[0]!.body.objectData as Array<{
		leadData: { id: number };
		activityData: Record<string, unknown>;
	}>;

describe('a smart campaign with the flow step', () => {
	it('registers its people, and the mail that follows has the personal link', async () => {
		const host = await withFlow({ nodes: [ALL_REGISTERED] });
		const people = somePeople(here, 3);
		await runFor(here, ...people);
		expect(onlyInvocation()).toMatchObject({ status: 201, complaints: [] });
		expect(steps().map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(here.sandbox.marketo.mails.map(({ body }) => body)).toEqual(
			people.map((id) => `Link: https://example.com/w/${id}?tk=secret`),
		);
		const member = here.sandbox.marketo.memberOf(PROGRAM, people[0]!);
		expect(member).toMatchObject({ statusName: 'Registered', registrationCode: `r${people[0]}` });
		const [trigger] = (await host.firstRun).data.resultData.runData['Marketo Flow Step Trigger']!;
		expect(trigger!.data!.main[0]![0]!.json).toMatchObject({
			calledBy: 'flowStep',
			leadId: people[0],
			programId: PROGRAM,
			provider: 'zoom',
			webinarId: WEBINAR,
			webinarFrom: 'program',
			joinUrl: 'https://example.com/j/general',
			munchkinId: '123-ABC-456',
			problem: '',
		});
	});

	it('keeps the secrets of the callback out of every item, and forgets them when they are spent', async () => {
		const host = await withFlow({ nodes: [ALL_REGISTERED] });
		await runFor(here, ...somePeople(here, 2));
		const { token, apiCallBackKey } = onlyInvocation().request;
		const kept = JSON.stringify((await host.firstRun).data);
		expect(kept).not.toContain(token);
		expect(kept).not.toContain(apiCallBackKey);
	});

	it('is told at once that people failed when a node on the way breaks', async () => {
		await withFlow({ nodes: [{ name: 'Breaks', type: BROKEN, to: [['Result']] }, RETURN_RESULT] });
		await runFor(here, ...somePeople(here, 2));
		expect(onlyInvocation().callbacks).toHaveLength(1);
		expect(rows().map(({ activityData }) => activityData)).toEqual([
			expect.objectContaining({ success: false, errorCode: 'WORKFLOW_FAILED' }),
			expect.objectContaining({ success: false, errorCode: 'WORKFLOW_FAILED' }),
		]);
		expect(steps().map(({ ok }) => ok)).toEqual([false, false]);
	});

	it.each([
		['a node keeps nobody', [{ name: 'Drops', type: DROPS, to: [['Result']] }, RETURN_RESULT]],
		['no Return Result follows', [{ name: 'Drops', type: DROPS }]],
	])('hangs nobody when %s', async (_what, nodes) => {
		await withFlow({ nodes });
		await runFor(here, ...somePeople(here, 2));
		expect(onlyInvocation().callbacks).toHaveLength(1);
		expect(rows()).toHaveLength(2);
	});

	it('has one answer for everybody when the same node gets them in two runs', async () => {
		const split = { name: 'Splits', type: SPLITS, to: [['Result'], ['Result']] };
		const host = await withFlow({ nodes: [split, ALL_REGISTERED] });
		const people = somePeople(here, 5);
		await runFor(here, ...people);
		expect(onlyInvocation()).toMatchObject({ complaints: [] });
		expect(onlyInvocation().callbacks).toHaveLength(1);
		expect(rows().map(({ leadData }) => leadData.id)).toEqual(people);
		expect(rows().every(({ activityData }) => activityData.success)).toBe(true);
		const runs = (await host.firstRun).data.resultData.runData.Result!;
		expect(
			runs.map(({ data }) => (data!.main[0]![0]!.json.outcome as { message: string }).message),
		).toEqual([
			expect.stringContaining('when there is a result for everybody'),
			expect.stringContaining('Marketo was told'),
		]);
	});

	it('works in a workflow with the older execution order', async () => {
		await withFlow({ nodes: [ALL_REGISTERED], executionOrder: 'v0' });
		await runFor(here, ...somePeople(here, 2));
		expect(steps().map(({ ok }) => ok)).toEqual([true, true]);
	});

	it('is answered without a program where the campaign is in none', async () => {
		setCampaign(here, [STEP], { kind: 'batch' }, null);
		try {
			await withFlow({ nodes: [ALL_REGISTERED] });
			await runFor(here, ...somePeople(here, 1));
			expect(rows()[0]!.activityData).toMatchObject({ success: true });
		} finally {
			setCampaign(here, [STEP, CONFIRMATION]);
		}
	});
});

import type { MarketoFlowStep } from '../world';
import { callBack, API_KEY, resultFor, startService, type TestService } from './testing/service';
import { campaign, mail, startInstance, type TestInstance } from './testing/instance';
import type { MarketoWorld } from '../world';

const STEP: MarketoFlowStep = {
	kind: 'flowStep',
	service: 'webinarRegistration',
	attributes: { webinar: '{{my.Webinar ID}}' },
};

let marketo: TestInstance;
let service: TestService;
afterEach(async () => {
	await marketo.close();
	await service.close();
});

async function start(over: Partial<MarketoWorld> = {}, flow = [STEP, mail('done')]) {
	service = await startService();
	marketo = await startInstance({ campaigns: [campaign({ kind: 'batch' }, flow)], ...over });
	await marketo.side.installService(service.openApiUrl, API_KEY);
}

const run = async (...leadIds: number[]) => await marketo.side.runCampaign(5001, leadIds);

describe('a flow step', () => {
	it('lets people go on once the callback is there', async () => {
		await start();
		service.onSubmit = async (invocation) => {
			expect(marketo.side.mails).toEqual([]);
			expect(await callBack(invocation, resultFor(invocation))).toBe(202);
		};
		await run(1, 2);
		expect(marketo.side.mails).toHaveLength(2);
		expect(marketo.side.log.filter(({ kind }) => kind === 'flowStep')).toEqual([
			{
				campaignId: 5001,
				leadId: 1,
				step: 1,
				kind: 'flowStep',
				ok: true,
				message: expect.any(String),
			},
			{
				campaignId: 5001,
				leadId: 2,
				step: 1,
				kind: 'flowStep',
				ok: true,
				message: expect.any(String),
			},
		]);
		expect(marketo.side.invocations[0]).toMatchObject({ status: 201, complaints: [] });
	});
});

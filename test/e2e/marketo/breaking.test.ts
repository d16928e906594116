import { node, workflow, type NodeFile } from '../support/nodes';
import { Stage } from './support/stage';
import { addContact, returnResult, trigger } from './support/workflows';
import {
	formCampaign,
	registered,
	SAME_STEP,
	sendConfirmation,
	useFlowStep,
} from './support/world';

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.set(63);
	await stage.connect(stage.webinar, SAME_STEP);
});
afterAll(async () => await stage.close());

const stop = node('Broken', 'n8n-nodes-base.stopAndError', { errorMessage: 'This always breaks' });
const nobody = node('Nobody', 'n8n-nodes-base.filter', {
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		combinator: 'and',
		conditions: [
			{ id: '1', leftValue: 1, rightValue: 2, operator: { type: 'number', operation: 'equals' } },
		],
	},
	options: {},
});
const wrongExpression = node('Broken', 'n8n-nodes-base.set', {
	assignments: {
		assignments: [
			{ id: '1', name: 'x', value: "={{ $('No such node').item.json.x }}", type: 'string' },
		],
	},
	options: {},
});

/** Whatever breaks behind the flow step, the campaign goes on and says of everybody that it failed. */
test.each<[string, NodeFile[]]>([
	['a node fails', [stop]],
	['the answer is never reached', [addContact(), stop, returnResult()]],
	['a node lets nobody through', [nobody, returnResult()]],
	['an expression cannot be resolved', [wrongExpression, returnResult()]],
	['nobody answers', [addContact()]],
])('nobody hangs in the campaign when %s', async (name, behind) => {
	const apiName = `broken${stage.marketo.services.length}`;
	const asks = trigger({ options: { apiName } });
	const service = await stage.installed(workflow(name, [[asks, ...behind]]), 'Marketo asks');
	const place = { ...SAME_STEP, campaignId: 5200 + stage.marketo.services.length };
	const step = { ...useFlowStep(), service: service.apiName };
	stage.marketo.campaigns.set(place.campaignId, {
		...formCampaign(place, [registered(place), step, sendConfirmation]),
		trigger: { kind: 'batch' },
	});
	const leads = [...stage.marketo.leads.keys()].slice(0, 3);
	await stage.marketo.runCampaign(place.campaignId, leads);
	const invocation = stage.marketo.invocations.at(-1);
	expect(invocation).toMatchObject({ status: 201, complaints: [] });
	expect(invocation?.callbacks).toHaveLength(1);
	expect(invocation?.callbacks[0]?.body.objectData).toEqual(
		leads.map((id) => ({
			leadData: { id },
			activityData: expect.objectContaining({
				success: false,
				errorCode: 'WORKFLOW_FAILED',
			}) as unknown,
		})),
	);
	const log = stage.marketo.log.filter(({ campaignId }) => campaignId === place.campaignId);
	expect(log.filter(({ kind, hanging }) => kind === 'flowStep' && hanging)).toEqual([]);
	expect(log.filter(({ kind }) => kind === 'sendEmail')).toHaveLength(leads.length);
});

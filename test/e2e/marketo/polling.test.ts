import {
	executionError,
	latestExecutionId,
	nodeItems,
	waitForExecution,
} from '../../host/drive/executions';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import { Stage } from './support/stage';
import { pollingWorkflow } from './support/workflows';
import {
	formCampaign,
	linkMail,
	REASON_FIELD,
	registered,
	requestedCampaign,
	SAME_STEP,
} from './support/world';

const MAIL_CAMPAIGN = 5401;

let stage: Stage;
let workflowId: string;

beforeAll(async () => {
	stage = await Stage.set(66);
	const { programId, campaignId } = SAME_STEP;
	await stage.connect(stage.webinar, SAME_STEP);
	stage.marketo.campaigns.set(campaignId, formCampaign(SAME_STEP, [registered(SAME_STEP)]));
	stage.marketo.campaigns.set(MAIL_CAMPAIGN, requestedCampaign(programId, MAIL_CAMPAIGN));
	({ id: workflowId } = await stage.published(pollingWorkflow(programId, MAIL_CAMPAIGN)));
	await stage.polls(workflowId);
});
afterAll(async () => await stage.close());

/** The next poll, and everything that Marketo does because of it. */
async function polled() {
	const after = await latestExecutionId(stage.n8n, workflowId);
	await stage.polls(workflowId);
	const execution = await waitForExecution(stage.n8n, workflowId, { after, timeoutMs: 90_000 });
	await stage.marketo.settled();
	return execution;
}

describe('without flow steps: form → Registered → poll → Zoom → link → Request Campaign → mail', () => {
	let ada: MarketoLeadState;
	let grace: MarketoLeadState;

	test('who filled out the form before the next poll is registered and gets their own link', async () => {
		ada = await stage.desk.fillsOut(SAME_STEP, { email: 'ada@example.com', firstName: 'Ada' });
		grace = await stage.desk.fillsOut(SAME_STEP, {
			email: 'grace@example.com',
			firstName: 'Grace',
		});
		const nameless = await stage.desk.fillsOut(SAME_STEP, { email: 'nameless@example.com' });
		const execution = await polled();
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Marketo tells')).toHaveLength(3);
		for (const lead of [ada, grace]) {
			const link = stage.registrant(lead)?.join_url;
			expect(link).toBeTruthy();
			expect(stage.desk.member(SAME_STEP, lead)).toMatchObject({
				statusName: 'Registered',
				webinarUrl: link,
			});
			expect(stage.desk.mailsOf(lead)).toEqual([linkMail(link)]);
		}
		const member = stage.desk.member(SAME_STEP, nameless);
		expect(member).toMatchObject({ statusName: 'Registration Error', webinarUrl: null });
		expect(member.fields[REASON_FIELD]).toMatch(/first name/i);
		expect(stage.desk.mailsOf(nameless)).toEqual([]);
	});

	test('what the workflow has written itself does not start it again', async () => {
		const before = await latestExecutionId(stage.n8n, workflowId);
		await stage.polls(workflowId);
		const alan = await stage.desk.fillsOut(SAME_STEP, {
			email: 'alan@example.com',
			firstName: 'Alan',
		});
		const execution = await polled();
		expect(Number(execution.id)).toBe(await latestExecutionId(stage.n8n, workflowId));
		expect(Number(execution.id)).toBeGreaterThan(before);
		expect(nodeItems(execution, 'Marketo tells').map(({ json }) => json.leadId)).toEqual([alan.id]);
		expect([ada, grace, alan].map((lead) => stage.desk.mailsOf(lead).length)).toEqual([1, 1, 1]);
	});
});

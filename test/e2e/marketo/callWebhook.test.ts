import { MARKETO_SECRETS } from '../../host/drive/credentials';
import { workflow } from '../support/nodes';
import { payloadTemplate } from './support/payloadTemplate';
import { Stage } from './support/stage';
import { addContact, returnResult, trigger } from './support/workflows';
import {
	formCampaign,
	LINK_FIELD,
	linkMail,
	REASON_FIELD,
	registered,
	SAME_STEP,
	sendConfirmation,
	WEBHOOK,
} from './support/world';

const TEMPLATE = payloadTemplate();

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.set(65);
	await stage.connect(stage.webinar, SAME_STEP);
	const asks = trigger({ calledBy: 'webhook', answer: 'whenResult' });
	const file = workflow('Call Webhook', [[asks, addContact(), returnResult()]]);
	const { url } = await stage.published(file, 'Marketo asks');
	stage.marketo.addWebhook({
		name: WEBHOOK,
		url: url.replace(/\/[^/]+$/, '/call-webhook'),
		template: TEMPLATE,
		headers: { 'X-Webhook-Secret': MARKETO_SECRETS.webhookSecret },
		mappings: { joinUrl: LINK_FIELD },
	});
	const flow = [registered(SAME_STEP), { kind: 'callWebhook' as const, webhook: WEBHOOK }];
	stage.marketo.campaigns.set(
		SAME_STEP.campaignId,
		formCampaign(SAME_STEP, [...flow, sendConfirmation]),
	);
});
afterAll(async () => await stage.close());

test('Call Webhook registers the person, and both the member and the field have the link', async () => {
	const ada = await stage.desk.fillsOut(SAME_STEP, {
		email: 'ada@example.com',
		firstName: 'Ada',
		lastName: 'Lovelace',
		phone: '+44 20 7946 0000',
		company: 'Analytical Engines',
	});
	const registrant = stage.registrant(ada);
	expect(registrant).toMatchObject({ phone: '+44 20 7946 0000', org: 'Analytical Engines' });
	const link = registrant?.join_url;
	expect(stage.marketo.leads.get(ada.id)?.fields[LINK_FIELD]).toBe(link);
	expect(stage.desk.member(SAME_STEP, ada).webinarUrl).toBe(link);
	// The mail of the next step has the link: it was written before the answer.
	expect(stage.desk.mailsOf(ada)).toEqual([linkMail(link)]);
});

test('who cannot be registered ends as Registration Error, and the answer says why', async () => {
	const nameless = await stage.desk.fillsOut(SAME_STEP, { email: 'nameless@example.com' });
	const member = stage.desk.member(SAME_STEP, nameless);
	expect(member.statusName).toBe('Registration Error');
	expect(member.fields[REASON_FIELD]).toMatch(/first name/i);
	const calls = stage.marketo.activities.filter(({ activityTypeId }) => activityTypeId === 110);
	const call = calls.at(-1);
	const said = String(call?.attributes.find(({ name }) => name === 'Response')?.value);
	expect(JSON.parse(said)).toMatchObject({
		success: false,
		registrationStatus: 'failed',
		errorCode: 'MISSING_FIRST_NAME',
	});
});

test('a wrong secret starts nothing', async () => {
	const before = stage.webinar.registrants.length;
	const place = { ...SAME_STEP, campaignId: 5301 };
	const file = workflow('Call Webhook', [[trigger({ calledBy: 'webhook' }), addContact()]]);
	const { url } = await stage.published(file, 'Marketo asks');
	stage.marketo.addWebhook({
		name: 'Wrong secret',
		url: url.replace(/\/[^/]+$/, '/call-webhook'),
		template: TEMPLATE,
		headers: { 'X-Webhook-Secret': 'FAKE-wrong' },
		mappings: {},
	});
	stage.marketo.campaigns.clear();
	stage.marketo.campaigns.set(
		5301,
		formCampaign(place, [{ kind: 'callWebhook', webhook: 'Wrong secret' }]),
	);
	const lead = await stage.desk.fillsOut(place, { email: 'eve@example.com', firstName: 'Eve' });
	expect(stage.webinar.registrants).toHaveLength(before);
	expect(stage.desk.lastStep(lead, 'callWebhook')).toMatchObject({
		ok: false,
		message: expect.stringMatching(/40[13]/) as string,
	});
});

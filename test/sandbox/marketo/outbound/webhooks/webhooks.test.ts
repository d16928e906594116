import type { MarketoWebhook } from '../../contract';
import type { MarketoTriggerRule } from '../../world';
import { campaign, FORM, lead, mail, startInstance, type TestInstance } from '../testing/instance';
import { API_KEY, replyTo, startService, type Reply, type TestService } from '../testing/service';

const TEMPLATE =
	'{"leadId":{{lead.Id}},"email":{{lead.Email Address}},"first":{{lead.First Name}},"webinarId":{{my.Webinar ID}}}';

let marketo: TestInstance;
let service: TestService;
afterEach(async () => {
	await marketo.close();
	await service.close();
});

interface Given {
	webhook?: Partial<MarketoWebhook>;
	replies?: Reply[];
	trigger?: MarketoTriggerRule;
}

async function start({ webhook = {}, replies = [{ body: {} }], trigger }: Given = {}) {
	service = await startService();
	replyTo(service, '/hook', ...replies);
	marketo = await startInstance({
		leads: [lead(1, { firstName: 'Pat "Q" Ö' })],
		campaigns: [
			campaign(trigger ?? { kind: 'fillsOutForm', form: FORM }, [
				{ kind: 'callWebhook', webhook: 'Register' },
				mail('{{lead.Last Webinar Join URL}}'),
			]),
		],
	});
	marketo.side.addWebhook({
		name: 'Register',
		url: `${service.url}/hook`,
		template: TEMPLATE,
		headers: { 'x-api-key': API_KEY, 'X-Person': '{{lead.Id}}' },
		mappings: { 'data[0].join url': 'lastWebinarJoinUrl' },
		...webhook,
	});
}

async function call(): Promise<void> {
	await marketo.side.fillOutForm(FORM, { email: 'person1@example.com' });
}

const step = () => marketo.side.log.find(({ kind }) => kind === 'callWebhook');
const activity = () => marketo.side.activities.find((one) => one.activityTypeId === 110);

describe('a webhook', () => {
	it('posts its template with the tokens, quoted as JSON', async () => {
		await start();
		await call();
		expect(service.received).toHaveLength(1);
		expect(service.received[0]?.body).toEqual({
			leadId: 1,
			email: 'person1@example.com',
			first: 'Pat "Q" Ö',
			webinarId: '81234567890',
		});
		expect(service.received[0]?.headers).toMatchObject({
			'content-type': 'application/json',
			'x-api-key': API_KEY,
			'x-person': '1',
		});
	});

	it.each([
		['null', null],
		['emptyText', ''],
	] as const)('sends an empty token as %s', async (as, value) => {
		await start({ webhook: { template: '{"x":{{lead.Job Title}}}' } });
		marketo.side.unsure.emptyTokenInWebhook = as;
		await call();
		expect(service.received[0]?.body).toEqual({ x: value });
	});

	it('writes mapped values to fields of the person before the next step', async () => {
		const body = { data: [{ 'join url': 'https://example.com/w/1' }] };
		await start({ replies: [{ body }] });
		await call();
		expect(marketo.side.mails[0]?.body).toBe('https://example.com/w/1');
		expect(step()).toMatchObject({ ok: true });
		expect(activity()).toMatchObject({
			leadId: 1,
			campaignId: 5001,
			primaryAttributeValue: 'Register',
			attributes: [
				{ name: 'Error Type', value: '' },
				{ name: 'Response', value: JSON.stringify(body) },
			],
		});
	});

	it('does not write what is missing or does not fit', async () => {
		await start({
			webhook: {
				mappings: { missing: 'lastWebinarJoinUrl', score: 'webinarScore', vip: 'isVip' },
			},
			replies: [{ body: { score: '7', vip: true } }],
		});
		await call();
		const fields = marketo.side.leads.get(1)?.fields;
		expect(fields).toMatchObject({ isVip: true });
		expect(fields).not.toHaveProperty('webinarScore');
		expect(step()?.message).toBe(
			'Register was called, written: isVip; missing is not in the answer; score does not fit',
		);
	});

	it.each<[string, Reply]>([
		['Register: answered 500', { status: 500 }],
		['Register: answered 302', { status: 302, headers: { location: '/elsewhere' } }],
		['Register: 1001: The answer is empty', { status: 204, body: '' }],
	])('fails and is not repeated: %s', async (message, reply) => {
		await start({ replies: [reply] });
		await call();
		expect(step()).toMatchObject({ ok: false, message });
		expect(service.received).toHaveLength(1);
		expect(marketo.side.mails).toHaveLength(1);
		expect(activity()?.attributes[0]?.value).not.toBe('');
	});

	it('waits no longer than it may', async () => {
		await start({ webhook: { timeoutMs: 30 }, replies: [{ silent: true }] });
		await call();
		expect(step()).toMatchObject({ ok: false, message: 'Register: no answer within 30 ms' });
	});

	it('is called by trigger campaigns only', async () => {
		await start({ trigger: { kind: 'batch' } });
		await marketo.side.runCampaign(5001, [1]);
		expect(step()).toMatchObject({ ok: false, message: expect.stringMatching(/^1000: /) });
		expect(activity()?.attributes[0]).toEqual({ name: 'Error Type', value: '1000' });
		expect(service.received).toEqual([]);
	});

	it('maps into fields of the person only', async () => {
		await start();
		const add = (mappings: Record<string, string>) => () =>
			marketo.side.addWebhook({ name: 'x', url: 'x', template: '', headers: {}, mappings });
		expect(add({ url: 'webinarUrl' })).toThrow('webinarUrl is no field of the person');
		expect(add({ 'a..b': 'firstName' })).toThrow('a..b is no response path');
	});

	it('is known by name', async () => {
		await start({ webhook: { name: 'Other' } });
		await call();
		expect(step()).toMatchObject({ ok: false, message: 'There is no webhook Register' });
	});
});

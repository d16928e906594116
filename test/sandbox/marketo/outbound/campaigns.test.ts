import type { MarketoCampaign, MarketoFlowStep, MarketoWorld } from '../world';
import {
	campaign,
	FORM,
	lead,
	mail,
	PROGRAM,
	startInstance,
	type TestInstance,
} from './testing/instance';

let marketo: TestInstance;
afterEach(() => marketo.close());

async function start(campaigns: MarketoCampaign[], over: Partial<MarketoWorld> = {}) {
	marketo = await startInstance({ campaigns, ...over });
}

const setStatus = (newStatus: string, programId = PROGRAM): MarketoFlowStep => ({
	kind: 'changeProgramStatus',
	programId,
	newStatus,
});
const statusOf = (leadId: number) => marketo.side.memberOf(PROGRAM, leadId)?.statusName;
const logged = () =>
	marketo.side.log.map(({ campaignId, leadId, step, ok, message }) => ({
		at: `${campaignId}.${step}`,
		leadId,
		ok,
		message,
	}));

describe('a form', () => {
	const onForm = campaign({ kind: 'fillsOutForm', form: FORM }, [
		setStatus('Registered'),
		mail('Hi {{lead.First Name}}'),
	]);

	it('makes a person and takes it through the campaign', async () => {
		await start([onForm]);
		const made = await marketo.side.fillOutForm(FORM, {
			email: 'new@example.com',
			firstName: 'Noa',
		});
		expect(statusOf(made.id)).toBe('Registered');
		expect(marketo.side.mails).toMatchObject([{ to: 'new@example.com', body: 'Hi Noa' }]);
		expect(logged()).toEqual([
			{
				at: '5001.1',
				leadId: made.id,
				ok: true,
				message: 'Status in Webinar Autumn is now Registered',
			},
			{
				at: '5001.2',
				leadId: made.id,
				ok: true,
				message: 'Sent Confirmation to new@example.com',
			},
		]);
	});

	it('takes the person whose address it is', async () => {
		await start([onForm]);
		const known = await marketo.side.fillOutForm(FORM, {
			email: 'PERSON1@example.com',
			firstName: 'Ada',
		});
		expect(known).toMatchObject({ id: 1, fields: { firstName: 'Ada' } });
		expect(marketo.side.leads.size).toBe(3);
	});

	it('starts nothing that waits for another form, or is switched off', async () => {
		await start([onForm, { ...onForm, id: 5002, isActive: false }]);
		await marketo.side.fillOutForm('Newsletter', { email: 'new@example.com' });
		expect(marketo.side.log).toEqual([]);
		await marketo.side.fillOutForm(FORM, { email: 'new@example.com' });
		expect(new Set(marketo.side.log.map(({ campaignId }) => campaignId))).toEqual(new Set([5001]));
	});

	it('needs an address', async () => {
		await start([onForm]);
		await expect(marketo.side.fillOutForm(FORM, {})).rejects.toThrow('e-mail address');
	});
});

describe('a change of status', () => {
	const onRegistered = campaign(
		{ kind: 'programStatusIsChanged', programId: PROGRAM, newStatus: 'Registered' },
		[mail('registered')],
		{ id: 5002 },
	);
	const register = campaign({ kind: 'batch' }, [setStatus('Registered')]);

	it('starts campaigns that wait for it, from whatever set it', async () => {
		await start([register, onRegistered]);
		await marketo.side.runCampaign(5001, [1]);
		marketo.side.changeStatus(PROGRAM, 2, 'Registered');
		marketo.side.changeStatus(PROGRAM, 3, 'Invited');
		await marketo.side.settled();
		expect(marketo.side.mails.map(({ leadId }) => leadId)).toEqual([1, 2]);
	});

	it('starts nothing when the person was there already', async () => {
		await start([register, onRegistered]);
		await marketo.side.runCampaign(5001, [1]);
		await marketo.side.runCampaign(5001, [1]);
		expect(marketo.side.mails).toHaveLength(1);
		const status = marketo.side.activities.filter((one) => one.activityTypeId === 104);
		expect(status).toMatchObject([{ campaignId: 5001 }, { campaignId: 5001 }]);
	});

	it('goes sideways, never back, and the person goes on to the next step', async () => {
		const flow = ['Registration Error', 'Registered', 'Invited', 'Attended'].map((name) =>
			setStatus(name),
		);
		await start([campaign({ kind: 'batch' }, flow)]);
		await marketo.side.runCampaign(5001, [1]);
		expect(logged().map(({ ok }) => ok)).toEqual([true, true, false, true]);
		expect(logged()[2]?.message).toMatch(/^1037: /);
		expect(statusOf(1)).toBe('Attended');
	});

	it('fails where the status or the program is unknown', async () => {
		await start([campaign({ kind: 'batch' }, [setStatus('Sleeping'), setStatus('Invited', 9)])]);
		await marketo.side.runCampaign(5001, [1]);
		expect(logged().map(({ message }) => message)).toEqual([
			'1025: Program status not found',
			'There is no program 9',
		]);
	});
});

describe('a request by the API', () => {
	const requested = campaign({ kind: 'campaignIsRequested' }, [
		mail('{{my.Webinar Topic}} {{my.Greeting}} {{trigger.Trigger Name}}'),
	]);

	it('starts its campaign, whose tokens win over My Tokens', async () => {
		await start([requested]);
		const path = '/rest/v1/campaigns/5001/trigger.json';
		const leads = [{ id: 1 }, { id: 2 }];
		const tokens = [
			{ name: '{{my.Webinar Topic}}', value: 'Today' },
			{ name: '{{my.Greeting}}', value: 'Hi' },
		];
		expect((await marketo.post(path, { input: { leads, tokens } })).body.success).toBe(true);
		await marketo.side.settled();
		expect(marketo.side.mails.map(({ leadId, body }) => `${leadId} ${body}`)).toEqual([
			'1 Today Hi Campaign is Requested',
			'2 Today Hi Campaign is Requested',
		]);
		await marketo.post(path, { input: { leads: [{ id: 3 }] } });
		await marketo.side.settled();
		expect(marketo.side.mails.at(-1)?.body).toBe('Autumn release  Campaign is Requested');
	});

	it('by schedule runs a batch campaign for the members of its program', async () => {
		await start([campaign({ kind: 'batch' }, [mail('{{my.Webinar Topic}}')])]);
		marketo.side.changeStatus(PROGRAM, 2, 'Invited');
		const tokens = [{ name: '{{my.Webinar Topic}}', value: 'Later' }];
		await marketo.post('/rest/v1/campaigns/5001/schedule.json', { input: { tokens } });
		await marketo.side.settled();
		expect(marketo.side.mails).toMatchObject([{ leadId: 2, body: 'Later' }]);
	});
});

describe('a change of member data', () => {
	it('starts campaigns that wait for the field', async () => {
		const rule = { kind: 'programMemberDataIsChanged', programId: PROGRAM } as const;
		await start([
			campaign({ ...rule, field: 'webinarUrl' }, [mail('{{member.webinar url}}')]),
			campaign({ ...rule, field: 'registrationCode' }, [mail('no')], { id: 5002 }),
		]);
		marketo.side.changeStatus(PROGRAM, 1, 'Registered');
		const write = (webinarUrl: string) =>
			marketo.post(`/rest/v1/programs/${PROGRAM}/members.json`, {
				input: [{ leadId: 1, webinarUrl }],
			});
		await write('https://example.com/w/1');
		await write('https://example.com/w/1');
		await marketo.side.settled();
		expect(marketo.side.mails).toMatchObject([{ leadId: 1, body: 'https://example.com/w/1' }]);
	});
});

describe('what a campaign does', () => {
	it('is done to everybody step by step, but not to people who have been deleted', async () => {
		await start([campaign({ kind: 'batch' }, [setStatus('Invited'), mail('x')])]);
		const run = marketo.side.runCampaign(5001, [1, 2, 3, 99]);
		marketo.side.deleteLead(3);
		await run;
		expect(marketo.side.log.map(({ step, leadId }) => [step, leadId])).toEqual([
			[1, 1],
			[1, 2],
			[2, 1],
			[2, 2],
		]);
	});

	it('waits until what it started has ended too', async () => {
		await start([
			campaign({ kind: 'batch' }, [setStatus('Invited')]),
			campaign(
				{ kind: 'programStatusIsChanged', programId: PROGRAM, newStatus: 'Invited' },
				[setStatus('Registered')],
				{ id: 5002 },
			),
			campaign(
				{ kind: 'programStatusIsChanged', programId: PROGRAM, newStatus: 'Registered' },
				[mail('end')],
				{ id: 5003 },
			),
		]);
		await marketo.side.runCampaign(5001, [1]);
		expect(marketo.side.mails).toHaveLength(1);
	});

	it('is known by number', async () => {
		await start([]);
		await expect(marketo.side.runCampaign(7, [1])).rejects.toThrow('There is no campaign 7');
	});
});

describe('mail', () => {
	const batch = (operational: boolean) =>
		campaign({ kind: 'batch' }, [mail('x', operational)], { id: operational ? 5001 : 5002 });
	const leads = [
		lead(1),
		lead(2, {}, { unsubscribed: true }),
		lead(3, { unsubscribed: true }),
		lead(4, { email: null }),
	];

	it('reaches people who have unsubscribed when it is operational', async () => {
		await start([batch(true), batch(false)], { leads });
		await marketo.side.runCampaign(5001, [1, 2, 3, 4]);
		expect(marketo.side.mails.map(({ leadId }) => leadId)).toEqual([1, 2, 3]);
		await marketo.side.runCampaign(5002, [1, 2, 3]);
		expect(marketo.side.mails.map(({ leadId }) => leadId)).toEqual([1, 2, 3, 1]);
		const refused = logged().filter(({ ok }) => !ok);
		expect(refused.map(({ leadId, message }) => `${leadId} ${message}`)).toEqual([
			'4 The person has no e-mail address',
			'2 Unsubscribed: only operational mail is sent',
			'3 Unsubscribed: only operational mail is sent',
		]);
		const sent = marketo.side.activities.filter((one) => one.activityTypeId === 6);
		expect(sent).toHaveLength(4);
	});
});

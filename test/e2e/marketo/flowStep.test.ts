import { Stage } from './support/stage';
import { flowStepWorkflow } from './support/workflows';
import {
	CONFIRMATION,
	FLOW_STEP,
	formCampaign,
	LINK_FIELD,
	linkMail,
	MAIN,
	registered,
	SAME_STEP,
	sendConfirmation,
	useFlowStep,
} from './support/world';

const ADA = {
	email: 'Ada@Example.com',
	firstName: 'Ada',
	lastName: 'Lovelace',
	phone: '+44 20 7946 0000',
	company: 'Analytical Engines',
};

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.set(61);
	const { campaigns } = stage.marketo;
	campaigns.set(
		SAME_STEP.campaignId,
		formCampaign(SAME_STEP, [registered(SAME_STEP), useFlowStep(), sendConfirmation]),
	);
	await stage.connect(stage.webinar, SAME_STEP);
});
afterAll(async () => await stage.close());

test('Connect Webinar tells the program which webinar it is about', () => {
	const tokens = stage.marketo.programs.get(SAME_STEP.programId)?.tokens ?? {};
	expect(
		Object.fromEntries(Object.entries(tokens).map(([k, { value }]) => [k, value])),
	).toMatchObject({
		'Webinar Platform': 'zoom',
		'Webinar ID': String(stage.webinar.id),
		'Webinar Program ID': String(SAME_STEP.programId),
		'Webinar Topic': 'Orchids for beginners',
		'Webinar Start': stage.webinar.startTime,
		'Webinar Time Zone': 'Europe/Berlin',
		'Webinar Duration': '45',
	});
});

describe('the flow step of a campaign: form → Registered → flow step → mail', () => {
	beforeAll(async () => {
		await stage.installed(flowStepWorkflow(), 'Marketo asks');
	});

	test('is in the palette, with icons and a status', () => {
		const [service] = stage.marketo.services;
		expect(service).toMatchObject({
			apiName: FLOW_STEP,
			status: { errors: [], warnings: [] },
			icons: { brandIcon: expect.any(String) as string, serviceIcon: expect.any(String) as string },
		});
	});

	test('registers who has filled out the form, and their mail has their own join link', async () => {
		const ada = await stage.desk.fillsOut(SAME_STEP, ADA);
		const registrant = stage.registrant(ada);
		expect(registrant).toMatchObject({
			first_name: 'Ada',
			last_name: 'Lovelace',
			phone: ADA.phone,
			org: ADA.company,
			status: 'approved',
		});
		const link = registrant?.join_url ?? '';
		expect(link).toMatch(/^https:/);
		expect(stage.desk.member(SAME_STEP, ada)).toMatchObject({
			statusName: 'Registered',
			webinarUrl: link,
			registrationCode: registrant?.id,
		});
		expect(stage.desk.mailsOf(ada)).toEqual([linkMail(link)]);
		expect(stage.marketo.mails.at(-1)).toMatchObject({ email: CONFIRMATION, to: ADA.email });
		// The admin has mapped the answer's link to a field of the person as well.
		expect(ada.fields[LINK_FIELD]).toBe(link);
		expect(stage.marketo.invocations.at(-1)).toMatchObject({ status: 201, complaints: [] });
	});

	test('gives everybody a link of their own', async () => {
		const guests = ['grace', 'alan', 'edsger', 'barbara'];
		const leads = await Promise.all(
			guests.map(
				async (name) =>
					await stage.desk.fillsOut(SAME_STEP, { email: `${name}@example.com`, firstName: name }),
			),
		);
		const links = leads.map((lead) => stage.registrant(lead)?.join_url);
		expect(new Set(links).size).toBe(guests.length);
		leads.forEach((lead, index) => {
			expect(stage.desk.mailsOf(lead)).toEqual([linkMail(links[index])]);
		});
	});

	test('registers nobody twice who fills out the form again, and sends the same link', async () => {
		const before = stage.webinar.registrants.length;
		const ada = await stage.desk.fillsOut(SAME_STEP, ADA);
		expect(stage.webinar.registrants).toHaveLength(before);
		const [first, second] = stage.desk.mailsOf(ada);
		expect(second).toBe(first);
		expect(stage.desk.member(SAME_STEP, ada).statusName).toBe('Registered');
	});

	test('takes a whole list of people by a batch campaign in one call', async () => {
		const leads = [...stage.marketo.leads.values()]
			.filter(({ fields }) => typeof fields.firstName === 'string')
			.filter(({ fields }) => stage.marketo.leadsByEmail(String(fields.email)).length === 1)
			.slice(0, 5);
		const calls = stage.marketo.invocations.length;
		const campaign = formCampaign({ ...SAME_STEP, campaignId: 5110 }, [
			registered(SAME_STEP),
			useFlowStep(),
			sendConfirmation,
		]);
		stage.marketo.campaigns.set(5110, { ...campaign, trigger: { kind: 'batch' } });
		const mails = leads.map((lead) => stage.desk.mailsOf(lead).length);
		await stage.marketo.runCampaign(
			5110,
			leads.map(({ id }) => id),
		);
		expect(stage.marketo.invocations).toHaveLength(calls + 1);
		leads.forEach((lead, index) => {
			const link = stage.registrant(lead)?.join_url;
			expect(link).toBeTruthy();
			expect(stage.desk.member(SAME_STEP, lead).webinarUrl).toBe(link);
			expect(stage.desk.mailsOf(lead).slice(mails[index])).toEqual([linkMail(link)]);
		});
	});

	test('offers the webinars of Zoom in its picklist, and takes one of them', async () => {
		const choices = await stage.marketo.refreshPicklist(FLOW_STEP, 'webinar');
		const entry = choices.find(({ submittedValue }) => submittedValue === String(stage.webinar.id));
		expect(entry?.displayValue.en_US).toContain('Orchids for beginners');
		expect(choices.map(({ submittedValue }) => submittedValue)).toContain('program');
		stage.marketo.campaigns.set(
			MAIN.campaignId,
			formCampaign(MAIN, [registered(MAIN), useFlowStep(entry?.submittedValue), sendConfirmation]),
		);
		const kay = await stage.desk.fillsOut(MAIN, { email: 'kay@example.com', firstName: 'Kay' });
		expect(stage.desk.mailsOf(kay)).toEqual([linkMail(stage.registrant(kay)?.join_url)]);
	});

	test('refuses a cloned program, which still names the webinar of the original', async () => {
		const clone = stage.marketo.cloneProgram(SAME_STEP.programId, 'Webinar, cloned');
		const place = { programId: clone.id, campaignId: 5112 };
		stage.marketo.campaigns.set(
			5112,
			formCampaign(place, [registered(place), useFlowStep(), sendConfirmation]),
		);
		const lee = await stage.desk.fillsOut(place, { email: 'lee@example.com', firstName: 'Lee' });
		expect(stage.registrant(lee)).toBeUndefined();
		expect(stage.desk.member(place, lee).webinarUrl).toBeNull();
		expect(stage.desk.lastStep(lee, 'flowStep')).toMatchObject({
			ok: false,
			message: expect.stringMatching(/clone/i) as string,
		});
	});
});

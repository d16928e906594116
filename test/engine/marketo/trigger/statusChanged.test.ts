import { MARKETO_PROGRAMS } from '../../../story';
import { PolledTrigger } from '../../support/polledTrigger';
import { stage, type Stage } from '../../support/world';
import { leadIds, PROGRAM, strangersOf } from './people';

const MINUTE = 60_000;

let here: Stage;
let trigger: PolledTrigger;
beforeEach(async () => {
	here = await stage({ registrants: 60 });
	trigger = new PolledTrigger('marketoTrigger', here.marketo, { event: 'programStatusChanged' });
});
afterEach(async () => await here.close());

const calls = (part: string) =>
	here.sandbox.books.calls('marketo').filter(({ path }) => path.includes(part));
const strangers = (count: number) => strangersOf(here, count);
const register = (leadId: number, status = 'Registered', program: number = PROGRAM) =>
	here.sandbox.marketo.changeStatus(program, leadId, status);

describe('the first poll', () => {
	it('begins now: what happened before starts nothing', async () => {
		register(strangers(1)[0]!);
		here.sandbox.marketo.activities.at(-1)!.activityDate = new Date(
			Date.now() - 2 * MINUTE,
		).toISOString();
		expect(await trigger.poll()).toBeNull();
		expect(calls('activities.json')).toEqual([]);
		expect(await trigger.poll()).toBeNull();
		expect(calls('activities.json')).toHaveLength(1);
	});

	it('fails when the API user may not read activities, so that the workflow is not activated in vain', async () => {
		const { world } = here.sandbox.marketo;
		world.permissions = world.permissions.filter((name) => !/Activity$/.test(name));
		await expect(trigger.poll()).rejects.toThrow(/may not do this \(activity types\)/);
		expect(trigger.kept).toEqual({});
	});
});

describe('after it', () => {
	beforeEach(async () => {
		await trigger.poll();
		here.sandbox.books.clear();
	});

	it('a change comes once, with the person and the program', async () => {
		const [leadId] = strangers(1);
		register(leadId!, 'Invited');
		register(leadId!);
		const items = await trigger.poll();
		const lead = here.sandbox.marketo.leads.get(leadId!)!;
		expect(items).toHaveLength(2);
		expect(items![1]).toEqual({
			event: 'programStatusChanged',
			activityId: expect.stringMatching(/./) as string,
			activityType: 'Change Status in Progression',
			activityDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/) as string,
			leadId,
			programId: PROGRAM,
			programName: here.sandbox.marketo.programs.get(PROGRAM)!.name,
			oldStatus: 'Invited',
			newStatus: 'Registered',
			reason: 'Changed by user',
			success: false,
			campaignId: null,
			attributes: expect.objectContaining({
				'Program Member ID': expect.any(Number) as number,
			}) as object,
			email: lead.fields.email,
			firstName: lead.fields.firstName,
			lastName: lead.fields.lastName,
			company: null,
			phone: null,
			webinar: null,
		});
		expect(await trigger.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
	});

	it('costs three calls where nothing is new but the person, and two where nothing is', async () => {
		trigger.parameters = { ...trigger.parameters, includeWebinar: false };
		await trigger.poll();
		expect(calls('/rest/')).toHaveLength(2);
		register(strangers(1)[0]!);
		here.sandbox.books.clear();
		await trigger.poll();
		expect(calls('/rest/').map(({ path }) => path)).toEqual([
			'/rest/v1/activities/pagingtoken.json',
			'/rest/v1/activities.json',
			'/rest/v1/leads.json',
		]);
	});

	it('the types of activities are asked for once a day', async () => {
		await trigger.poll();
		expect(calls('types.json')).toEqual([]);
		trigger.kept.names = {
			...(trigger.kept.names as object),
			readAt: Date.now() - 25 * 60 * MINUTE,
		};
		await trigger.poll();
		await trigger.poll();
		expect(calls('types.json')).toHaveLength(1);
	});

	it('a status that was set again is none', async () => {
		const [leadId] = strangers(1);
		register(leadId!);
		register(leadId!);
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('only the chosen programs and statuses count', async () => {
		const [one, two, three] = strangers(3) as [number, number, number];
		trigger.parameters = {
			...trigger.parameters,
			programs: [String(PROGRAM)],
			newStatuses: ['registered'],
		};
		register(one);
		register(two, 'Invited');
		register(three, 'Registered', MARKETO_PROGRAMS.earlier);
		expect(leadIds(await trigger.poll())).toEqual([one]);
		// Marketo itself leaves other programs out, where there is one.
		expect(calls('activities.json')[0]!.query).toMatchObject({ assetIds: String(PROGRAM) });
	});

	it('several programs are told apart here, and may be given as addresses', async () => {
		const [one, two, three] = strangers(3) as [number, number, number];
		trigger.parameters = {
			...trigger.parameters,
			programs: `https://app-ab12.marketo.com/#ME${PROGRAM}A1, ${MARKETO_PROGRAMS.earlier}`,
		};
		register(one);
		register(two, 'Registered', MARKETO_PROGRAMS.otherSteps);
		register(three, 'Registered', MARKETO_PROGRAMS.earlier);
		expect(leadIds(await trigger.poll())).toEqual([one, three]);
	});

	it('what is no program is refused, naming the field', async () => {
		trigger.parameters = { ...trigger.parameters, programs: ['Spring webinar'] };
		await expect(trigger.poll()).rejects.toThrow(/^Programs holds something/);
	});

	it('changes by API users are left out on demand', async () => {
		const [one, two] = strangers(2) as [number, number];
		trigger.parameters = { ...trigger.parameters, options: { excludeApi: true } };
		register(one);
		register(two);
		const [, other] = here.sandbox.marketo.activities.slice(-2);
		other!.attributes.find(({ name }) => name === 'Reason')!.value = 'Web service API';
		expect(leadIds(await trigger.poll())).toEqual([one]);
	});

	it('who was deleted meanwhile comes without fields', async () => {
		const [leadId] = strangers(1);
		register(leadId!);
		here.sandbox.marketo.deleteLead(leadId!);
		expect(await trigger.poll()).toMatchObject([{ leadId, email: null, newStatus: 'Registered' }]);
	});

	it('no people are read when no fields are chosen, others when others are', async () => {
		const [one, two] = strangers(2) as [number, number];
		trigger.parameters = { ...trigger.parameters, options: { leadFields: [] } };
		register(one);
		const [item] = (await trigger.poll()) ?? [];
		expect(item).not.toHaveProperty('email');
		expect(calls('leads.json')).toEqual([]);
		trigger.parameters = { ...trigger.parameters, options: { leadFields: ['favouriteColour'] } };
		register(two);
		expect(await trigger.poll()).toMatchObject([{ favouriteColour: null }]);
	});

	it('the webinar of the program comes along', async () => {
		const program = here.sandbox.marketo.programs.get(PROGRAM)!;
		const text = (value: string) => ({ type: 'text', value });
		program.tokens = {
			'Webinar Platform': text('zoom'),
			'Webinar ID': text('85746065.1700000000'),
			'Webinar Program ID': text(String(PROGRAM)),
			'Webinar Topic': text('Spring'),
		};
		register(strangers(1)[0]!);
		expect(await trigger.poll()).toMatchObject([
			{
				webinar: {
					provider: 'zoom',
					webinarId: '85746065',
					occurrenceId: '1700000000',
					topic: 'Spring',
				},
			},
		]);
		// A clone carries the tokens of the program it was made of.
		program.tokens['Webinar Program ID'] = text('1');
		register(strangers(1)[0]!);
		expect(await trigger.poll()).toMatchObject([{ webinar: null }]);
	});

	it('people are read 300 at a time', async () => {
		const [first] = strangers(1) as [number];
		const { leads } = here.sandbox.marketo;
		for (let number = 0; number < 400; number += 1) {
			const id = 900_000 + number;
			leads.set(id, {
				id,
				fields: { ...leads.get(first)!.fields, email: `p${number}@example.com` },
			});
			register(id);
		}
		expect(await trigger.poll()).toHaveLength(400);
		expect(calls('leads.json')).toHaveLength(2);
	});
});

import { MARKETO_PROGRAMS } from '../../../story';
import { PolledTrigger } from '../../support/polledTrigger';
import { stage, type Stage } from '../../support/world';

const PROGRAM = MARKETO_PROGRAMS.main;
/** Names as Adobe gives them for triggers and filters, and a web page's link, which is no part of it. */
const INTERACTIVE = [
	[500, 'Attends event'],
	[501, 'Asks questions during event'],
	[502, 'Responds to a Poll'],
	[503, 'Responds to a Survey'],
	[504, 'Clicks on a Link'],
	[505, 'Downloads an asset'],
] as const;

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 });
});
afterEach(async () => await here.close());

const calls = (part: string) =>
	here.sandbox.books.calls('marketo').filter(({ path }) => path.includes(part));
const triggerOn = (event: string, parameters: object = {}) =>
	new PolledTrigger('marketoTrigger', here.marketo, { event, ...parameters } as never);

function addTypes(types: ReadonlyArray<readonly [number, string]>): void {
	here.sandbox.marketo.world.activityTypes = types.map(([id, name]) => ({
		id,
		name,
		primaryAttribute: { name: 'Program ID', dataType: 'integer' },
		attributes: [],
	}));
}

let number = 0;
function happens(typeId: number, leadId: number, attributes: object = {}): void {
	number += 1;
	here.sandbox.marketo.activities.push({
		id: 700_000 + number,
		marketoGUID: `guid-${number}`,
		leadId,
		activityDate: new Date().toISOString(),
		activityTypeId: typeId,
		campaignId: null,
		primaryAttributeValueId: PROGRAM,
		primaryAttributeValue: 'Spring webinar',
		attributes: Object.entries(attributes).map(([name, value]) => ({
			name,
			value: value as unknown,
		})),
		visibleAt: 0,
	});
}

describe('member data changed', () => {
	const change = (leadId: number, field: string, value: string) =>
		happens(123, leadId, {
			'Attribute Name': field,
			'Old Value': null,
			'New Value': value,
			Source: 'Web service API',
		});

	it('tells field, old and new value', async () => {
		const trigger = triggerOn('memberDataChanged');
		await trigger.poll();
		const [member] = [...here.sandbox.marketo.members.values()];
		change(member!.leadId, 'webinarUrl', 'https://example.com/j/1');
		expect(await trigger.poll()).toMatchObject([
			{
				event: 'memberDataChanged',
				activityType: 'Change Program Member Data',
				leadId: member!.leadId,
				programId: PROGRAM,
				field: 'webinarUrl',
				oldValue: '',
				newValue: 'https://example.com/j/1',
				email: here.sandbox.marketo.leads.get(member!.leadId)!.fields.email,
			},
		]);
	});

	it('of the chosen fields only, whether Marketo names them as people or as programs see them', async () => {
		const trigger = triggerOn('memberDataChanged', { memberFields: ['dietaryNeeds'] });
		await trigger.poll();
		const [leadId] = [...here.sandbox.marketo.leads.keys()];
		change(leadId!, 'webinarUrl', 'https://example.com/j/1');
		change(leadId!, 'dietaryNeeds', 'vegan');
		change(leadId!, 'Dietary Needs', 'none');
		expect((await trigger.poll())?.map(({ newValue }) => newValue)).toEqual(['vegan', 'none']);
	});

	it('not by API, on demand', async () => {
		const trigger = triggerOn('memberDataChanged', { options: { excludeApi: true } });
		await trigger.poll();
		change([...here.sandbox.marketo.leads.keys()][0]!, 'webinarUrl', 'https://example.com/j/1');
		expect(await trigger.poll()).toBeNull();
	});
});

describe('interactive webinar activities', () => {
	it('are those that are named like it, unless others are chosen', async () => {
		addTypes([...INTERACTIVE, [3, 'Click Link'], [11, 'Click Email']]);
		const [leadId] = [...here.sandbox.marketo.leads.keys()];
		const all = triggerOn('interactiveWebinar');
		const chosen = triggerOn('interactiveWebinar', { activityTypes: [3, '502'] });
		await all.poll();
		await chosen.poll();
		for (const id of [3, 11, ...INTERACTIVE.map(([id]) => id)])
			happens(id, leadId!, { Answer: 'B' });
		expect((await all.poll())?.map(({ activityType }) => activityType)).toEqual(
			INTERACTIVE.map(([, name]) => name),
		);
		expect(await chosen.poll()).toMatchObject([
			{ activityType: 'Click Link', leadId, attributes: { Answer: 'B' } },
			{ activityType: 'Responds to a Poll', programId: PROGRAM },
		]);
		expect((await all.poll()) ?? []).toEqual([]);
	});

	it('more than ten types are asked for in several calls', async () => {
		const many = Array.from({ length: 23 }, (_, index) => 600 + index);
		addTypes(many.map((id) => [id, `Type ${id}`]));
		const trigger = triggerOn('interactiveWebinar', { activityTypes: many });
		await trigger.poll();
		const [leadId] = [...here.sandbox.marketo.leads.keys()];
		for (const id of many) happens(id, leadId!);
		here.sandbox.books.clear();
		expect(await trigger.poll()).toHaveLength(23);
		const asked = calls('activities.json').map(
			({ query }) => query.activityTypeIds!.split(',').length,
		);
		expect(asked).toEqual([10, 10, 3]);
		expect(await trigger.poll()).toBeNull();
	});

	it('of an instance without any: it says what to do', async () => {
		await expect(triggerOn('interactiveWebinar').poll()).rejects.toMatchObject({
			message: expect.stringMatching(/no activity types that are named like/) as string,
			description: expect.stringMatching(/^Choose the activities/) as string,
		});
	});
});

describe('the lists of choices', () => {
	it('programs that webinars are connected to come first', async () => {
		const options = await triggerOn('programStatusChanged').options('getTriggerPrograms');
		const ids = options.map(({ value }) => Number(value));
		expect(ids.at(-1)).toBe(MARKETO_PROGRAMS.classic);
		expect(ids).toContain(PROGRAM);
	});

	it('statuses are those of the chosen programs', async () => {
		const names = async (programs: string[]) =>
			(await triggerOn('programStatusChanged', { programs }).options('getTriggerStatuses')).map(
				({ name }) => name,
			);
		expect(await names([])).toEqual(expect.arrayContaining(['Registered', 'Influenced']));
		expect(await names([String(PROGRAM)])).toContain('Registered');
		expect(await names([String(PROGRAM)])).not.toContain('Influenced');
		expect(await names([])).not.toContain('Not in Program');
	});

	it('member fields are those that can be written', async () => {
		const options = await triggerOn('memberDataChanged').options('getTriggerMemberFields');
		const values = options.map(({ value }) => value);
		expect(values).toEqual(
			expect.arrayContaining(['webinarUrl', 'registrationCode', 'dietaryNeeds']),
		);
		expect(values).not.toContain('statusName');
	});

	it('activity types: those of Interactive Webinars come first', async () => {
		addTypes([...INTERACTIVE, [3, 'Click Link']]);
		const options = await triggerOn('interactiveWebinar').options('getTriggerActivityTypes');
		expect(
			options
				.slice(0, 6)
				.map(({ value }) => Number(value))
				.sort(),
		).toEqual(INTERACTIVE.map(([id]) => id));
		expect(options.map(({ name }) => name)).toContain('Click Link');
	});

	it('person fields by their REST names', async () => {
		const options = await triggerOn('programStatusChanged').options('getTriggerLeadFields');
		const values = options.map(({ value }) => value);
		expect(values).toEqual(
			expect.arrayContaining(['email', 'firstName', 'company', 'favouriteColour']),
		);
	});
});

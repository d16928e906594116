import type { IDataObject } from 'n8n-workflow';

import { expectBySpec } from '../specs';
import type { MarketoRun } from '../support';
import { onceCalled } from '../../support/onceCalled';
import { stage, type Stage } from '../../support/world';
import {
	activitiesOf,
	ENGAGEMENT,
	leadOf,
	memberOf,
	outcomes,
	stay,
	sync,
	writes,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const ADA = 'ada@example.com';
const ada = (changes: Parameters<typeof stay>[1] = {}) =>
	stay(ADA, { engagement: ENGAGEMENT, ...changes });

function activities(options: IDataObject = {}): MarketoRun {
	return { options: { engagement: 'activities', ...options } };
}

const kindsOf = (email: string) => activitiesOf(here, email).map(({ Kind }) => Kind);
const ACTIVITY_CALLS = 'POST /rest/v1/activities/external.json';

describe('the activities of a person', () => {
	it('are completed by what a later report tells, without doubles', async () => {
		await sync(
			here,
			[ada({ engagement: { ...ENGAGEMENT, surveys: [], surveyAnswered: false } })],
			activities(),
		);
		expect(kindsOf(ADA)).toEqual(['poll', 'poll', 'question', 'chat']);
		await sync(here, [ada()], activities());
		expect(kindsOf(ADA)).toEqual(['poll', 'poll', 'question', 'chat', 'survey']);
	});

	it('are those of all sessions, though one status and one stay count', async () => {
		const second = ada({ sessionId: 'session-2', start: '2026-03-09T10:00:00Z', seconds: 60 });
		const told = outcomes(await sync(here, [second, ada()], activities()));
		expect(told).toMatchObject([{ reason: 'duplicate' }, { result: 'synced' }]);
		expect(kindsOf(ADA)).toHaveLength(10);
		await sync(here, [ada(), second], activities());
		expect(kindsOf(ADA)).toHaveLength(10);
	});

	it('are not doubled by an item that comes twice', async () => {
		const told = outcomes(await sync(here, [ada(), ada()], activities()));
		expect(told).toMatchObject([{ result: 'synced' }, { reason: 'duplicate' }]);
		expect(kindsOf(ADA)).toHaveLength(5);
	});

	it('are none of somebody who did not come, or stayed too short for that', async () => {
		const short = activities({ minimumSeconds: 3600, treatBelowThreshold: 'noShow' });
		expect(outcomes(await sync(here, [ada()], short))).toMatchObject([{ result: 'synced' }]);
		expect(memberOf(here, ADA).statusName).toBe('No Show');
		expect(kindsOf(ADA)).toEqual([]);
		expect(here.sandbox.marketo.customActivityTypes).toEqual([]);
	});

	it('stay unwritten without the option, and nothing is made for them', async () => {
		await sync(here, [ada()]);
		expect(kindsOf(ADA)).toEqual([]);
		expect(here.sandbox.marketo.world.memberFields.n8nWebinarMarker).toBeUndefined();
	});

	it('are not written into a marker that somebody else uses', async () => {
		const own = activities({ markerField: 'dietaryNeeds' });
		await sync(here, [stay(ADA)]);
		memberOf(here, ADA).fields.dietaryNeeds = 'vegan';
		const [told] = outcomes(await sync(here, [ada()], own));
		expect(told).toMatchObject({ result: 'failed', steps: { activities: { result: 'failed' } } });
		expect(told?.message).toContain('dietaryNeeds');
		expect(memberOf(here, ADA).fields.dietaryNeeds).toBe('vegan');
		expect(kindsOf(ADA)).toEqual([]);
	});

	it('fold into a marker that fits its field, however many there are', async () => {
		const polls = Array.from({ length: 120 }, (_, index) => ({
			question: `Question ${index}?`,
			answer: 'Yes',
			answeredAt: null,
		}));
		const many = ada({ engagement: { ...ENGAGEMENT, polls } });
		for (const _run of [1, 2]) await sync(here, [many], activities());
		expect(kindsOf(ADA)).toHaveLength(123);
		expect(String(memberOf(here, ADA).fields.n8nWebinarMarker).length).toBeLessThanOrEqual(255);
	});
});

it('members are marked soon after their activities, so that a killed run leaves few unmarked', async () => {
	const many = Array.from({ length: 400 }, (_, index) =>
		stay(`person${index}@example.com`, { engagement: ENGAGEMENT }),
	);
	await sync(here, many, activities());
	const calls = writes(here);
	const places = (end: string) =>
		calls.flatMap((call, index) => (call.endsWith(end) ? [index] : []));
	expect(places('/activities/external.json')).toHaveLength(7);
	expect(places('/members.json')).toHaveLength(2);
	// Five calls may be under way at once; the sixth waits for the members of the first ones.
	expectBySpec(here.sandbox);
	expect(places('/members.json')[0]).toBeLessThan(places('/activities/external.json')[5]!);
});

describe('a call that goes wrong', () => {
	it('whose answer is lost is not sent again, and says that nobody knows', async () => {
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /activities\/external\.json/,
			fault: { kind: 'cutAfter' },
		});
		const [told] = outcomes(await sync(here, [ada()], activities()));
		expect(told).toMatchObject({
			result: 'failed',
			reason: 'uncertain',
			steps: { status: { result: 'synced' }, activities: { result: 'failed' } },
		});
		expect(kindsOf(ADA)).toHaveLength(5);
		expect(writes(here).filter((call) => call === ACTIVITY_CALLS)).toHaveLength(1);
		expect(memberOf(here, ADA)).toMatchObject({ statusName: 'Attended', fields: {} });
		expect(memberOf(here, ADA).webinarUrl).not.toBeNull();
	});

	it('between activities and member data leaves only those to be written twice', async () => {
		await sync(here, [stay('ben@example.com', { engagement: ENGAGEMENT })], activities());
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /POST .*\/members\.json/,
			fault: { kind: 'marketoError', code: '607' },
			times: 1,
		});
		const items = [ada(), stay('ben@example.com', { engagement: ENGAGEMENT })];
		const told = outcomes(await sync(here, items, activities()));
		expect(told).toMatchObject([
			{ result: 'deferred', reason: 'dailyLimit' },
			{ result: 'unchanged' },
		]);
		for (const _run of [1, 2]) await sync(here, items, activities());
		expect(kindsOf(ADA)).toHaveLength(10);
		expect(kindsOf('ben@example.com')).toHaveLength(5);
	});

	it('because it is too large is sent in halves', async () => {
		const polls = Array.from({ length: 100 }, (_, index) => ({
			question: `${index} ${'ä'.repeat(7_000)}`,
			answer: 'Yes',
			answeredAt: null,
		}));
		const [told] = outcomes(
			await sync(here, [ada({ engagement: { ...ENGAGEMENT, polls } })], activities()),
		);
		expect(told).toMatchObject({ result: 'synced' });
		expect(kindsOf(ADA)).toHaveLength(103);
		const calls = here.sandbox.books
			.calls('marketo')
			.filter(({ path }) => path.includes('external.json'));
		expect(calls.filter(({ status }) => status === 413).length).toBeGreaterThan(0);
	});

	it('fails the one whose lead was deleted meanwhile, and nobody else', async () => {
		const { marketo } = here.sandbox;
		const items = [ada(), stay('ben@example.com', { engagement: ENGAGEMENT })];
		await sync(here, [ada({ status: 'noShow', engagement: {} })]);
		const { id } = leadOf(here, ADA);
		onceCalled(
			here.sandbox,
			({ path }) => path.endsWith('/status.json'),
			() => marketo.deleteLead(id),
		);
		const told = outcomes(await sync(here, items, activities()));
		expect(told).toMatchObject([
			{ result: 'failed', reason: 'leadDeleted', steps: { activities: { result: 'failed' } } },
			{ result: 'synced' },
		]);
		expect(kindsOf('ben@example.com')).toHaveLength(5);
	});
});

describe('the custom activity type', () => {
	const { marketo } = { marketo: () => here.sandbox.marketo };
	const others = (count: number) => {
		for (let index = 0; index < count; index += 1) {
			marketo().customActivityTypes.push({
				id: 100_100 + index,
				apiName: `other${index}`,
				name: `Other ${index}`,
				triggerName: 't',
				filterName: 'f',
				description: '',
				status: 'approved',
				primaryAttribute: { apiName: 'p', name: 'P', description: '' },
				attributes: [],
				approvedAttributes: [],
				createdAt: '2026-01-01T00:00:00Z',
				updatedAt: '2026-01-01T00:00:00Z',
			});
		}
	};
	const attribute = (apiName: string) => {
		return { apiName, name: apiName, dataType: 'string', description: '' };
	};

	it('is not made where the instance has ten, and the error says so before anything is written', async () => {
		others(10);
		const { error } = await sync(here, [ada()], activities());
		expect(error?.message).toContain('n8nWebinarInteraction');
		expect(error?.description).toContain('at most 10');
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toEqual([]);
	});

	it('may be another one that has what an activity needs', async () => {
		others(1);
		const [type] = marketo().customActivityTypes;
		type!.approvedAttributes = ['kind', 'text', 'answer'].map(attribute);
		type!.attributes = [...type!.approvedAttributes];
		const told = outcomes(await sync(here, [ada()], activities({ activityType: 'other0' })));
		expect(told).toMatchObject([{ result: 'synced' }]);
		expect(activitiesOf(here, ADA)[0]).toMatchObject({ kind: 'poll', text: 'Size?' });
		expect(marketo().customActivityTypes).toHaveLength(1);
	});

	it('names the attributes that another one lacks', async () => {
		others(1);
		const { error } = await sync(here, [ada()], activities({ activityType: 'other0' }));
		expect(error?.message).toContain('kind, text, answer');
	});

	it('is taken up where a run was killed while it was made', async () => {
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /attributes\/create\.json/,
			fault: { kind: 'marketoError', code: '1003' },
		});
		expect((await sync(here, [ada()], activities())).error).not.toBeNull();
		expect(marketo().customActivityTypes).toMatchObject([{ status: 'draft' }]);
		expect(outcomes(await sync(here, [ada()], activities()))).toMatchObject([{ result: 'synced' }]);
		expect(marketo().customActivityTypes).toMatchObject([{ status: 'approved' }]);
		expect(kindsOf(ADA)).toHaveLength(5);
	});

	it.each([
		['createMissingActivityType', 'Create Missing Activity Type'],
		['createMissingMarkerField', 'Create Missing Marker Field'],
	])('is not made with %s off, and the error names the option', async (option, name) => {
		const { error } = await sync(here, [ada()], activities({ [option]: false }));
		expect(error?.description).toContain(name);
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toEqual([]);
	});

	it('needs a permission, which is named', async () => {
		const { world } = marketo();
		world.permissions = world.permissions.map((one) =>
			one === 'Read-Write Activity Metadata' ? 'Read-Only Activity Metadata' : one,
		);
		const { error } = await sync(here, [ada()], activities());
		expect(error?.description).toContain('Read-Write Activity Metadata');
	});
});

describe('a marker field', () => {
	it('is not made where the instance has twenty, and the error says so', async () => {
		const { world } = here.sandbox.marketo;
		for (let index = 0; Object.keys(world.memberFields).length < 20; index += 1) {
			world.memberFields[`field${index}`] = { displayName: `F ${index}`, dataType: 'string' };
		}
		const { error } = await sync(here, [ada()], activities());
		expect(error?.description).toContain('at most 20');
	});

	it('cannot be one that holds no text', async () => {
		const { world } = here.sandbox.marketo;
		world.memberFields.minutes = { displayName: 'Minutes', dataType: 'integer' };
		const { error } = await sync(here, [ada()], activities({ markerField: 'minutes' }));
		expect(error?.message).toContain('minutes');
	});
});

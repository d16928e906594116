import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { member, PROGRAM } from '../testing/world';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const BASE = `/rest/v1/programs/${PROGRAM}/members`;
const leads = (...ids: number[]) => ids.map((leadId) => ({ leadId }));
const setStatus = (statusName: string, ...ids: number[]): Promise<MarketoAnswer> =>
	instance.post(`${BASE}/status.json`, { statusName, input: leads(...ids) });
const skipped = (seq: number, code: string) => ({
	seq,
	status: 'skipped',
	reasons: [{ code, message: expect.any(String) }],
});
const rowsOf = async (path: string) => (await instance.get(path)).body.result;
const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0].code;

describe('changing the status', () => {
	it('makes members, moves them up or sideways and tells them apart by seq', async () => {
		const answer = await setStatus('Registered', 1, 2, 3, 5, 77);
		expect(answer.body.result).toEqual([
			skipped(0, '1037'),
			skipped(1, '1037'),
			{ seq: 2, status: 'updated', leadId: 3 },
			{ seq: 3, status: 'created', leadId: 5 },
			skipped(4, '1004'),
		]);
		const sideways = await setStatus('Registration Error', 1);
		expect(sideways.body.result).toEqual([{ seq: 0, status: 'updated', leadId: 1 }]);
		expect((await setStatus('Registered', 1)).body.result?.[0].status).toBe('updated');
		expect((await setStatus('Invited', 1)).body.result).toEqual([skipped(0, '1037')]);
	});

	it('leaves activity 104 for every change and none for what was refused', async () => {
		await setStatus('Attended', 1, 2, 5);
		expect(instance.side.activities).toMatchObject([
			{ activityTypeId: 104, leadId: 1, primaryAttributeValueId: PROGRAM },
			{ activityTypeId: 104, leadId: 5 },
		]);
		const attributes = Object.fromEntries(
			instance.side.activities[0].attributes.map(({ name, value }) => [name, value]),
		);
		expect(attributes).toMatchObject({
			'Old Status': 'Registered',
			'New Status': 'Attended',
			Success: true,
		});
	});

	it('refuses a status that the channel lacks, as the subscription does', async () => {
		expect(await codeOf(setStatus('Gone', 1))).toBe('1025');
		await start({ unknownStatusIn: 'records' });
		expect((await setStatus('Gone', 1)).body.result).toEqual([skipped(0, '1025')]);
	});

	it('takes 300 people, and no unknown program', async () => {
		const many = Array.from({ length: 301 }, (_, index) => index + 1);
		expect(await codeOf(setStatus('Attended', ...many))).toBe('1003');
		const unknown = instance.post('/rest/v1/programs/9/members/status.json', {
			statusName: 'Attended',
			input: leads(1),
		});
		expect(await codeOf(unknown)).toBe('1013');
	});

	it('sends people to an event partner once they are Registered', async () => {
		const program = instance.side.programs.get(PROGRAM);
		if (program) program.eventPartner = 'Zoom';
		await setStatus('Registered', 1, 3);
		expect(instance.side.partnerPushes).toEqual([{ programId: PROGRAM, leadId: 3 }]);
	});

	it('by a user writes the same status again, and takes people out', () => {
		instance.side.changeStatus(PROGRAM, 2, 'Attended');
		expect(instance.side.activities[0]).toMatchObject({ activityTypeId: 104, leadId: 2 });
		expect(instance.side.changeStatus(PROGRAM, 2, 'Not in Program')).toBeNull();
		expect(instance.side.memberOf(PROGRAM, 2)).toBeUndefined();
		expect(() => instance.side.changeStatus(PROGRAM, 1, 'Invited')).toThrow('1037');
	});

	it('by the older call only changes members', async () => {
		const answer = await instance.post(`/rest/v1/leads/programs/${PROGRAM}/status.json`, {
			status: 'Attended',
			input: [{ id: 1 }, { id: 5 }],
		});
		expect(answer.body.result).toMatchObject([
			{ id: 1, status: 'updated' },
			{ id: 5, status: 'skipped', reasons: [{ code: '1013' }] },
		]);
	});
});

describe('writing member data', () => {
	const write = (...input: unknown[]) => instance.post(`${BASE}.json`, { input });

	it('changes link, code and own fields of members, with activity 123 for each', async () => {
		const answer = await write(
			{ leadId: 1, webinarUrl: 'https://zoom.us/w/1', registrationCode: 'r1', seat: 'A1' },
			{ leadId: 5, webinarUrl: 'https://zoom.us/w/5' },
			{ leadId: 2, statusName: 'Registered' },
			{ leadId: 2, nope: 'x' },
			{ leadId: 2, webinarUrl: `https://${'x'.repeat(2000)}` },
		);
		expect(answer.body.result).toEqual([
			{ seq: 0, status: 'updated', leadId: 1 },
			skipped(1, '1013'),
			skipped(2, '1003'),
			skipped(3, '1006'),
			skipped(4, '1003'),
		]);
		expect(instance.side.memberOf(PROGRAM, 1)).toMatchObject({
			webinarUrl: 'https://zoom.us/w/1',
			registrationCode: 'r1',
			fields: { seat: 'A1' },
		});
		const types = instance.side.activities.map(({ activityTypeId }) => activityTypeId);
		expect(types).toEqual([123, 123, 123]);
	});

	it('leaves no activity when nothing differs', async () => {
		await write({ leadId: 1, seat: 'A1' });
		await write({ leadId: 1, seat: 'A1' });
		expect(instance.side.activities).toHaveLength(1);
		await write({ leadId: 1, seat: null });
		expect(instance.side.memberOf(PROGRAM, 1)?.fields).toEqual({});
	});
});

describe('reading members', () => {
	it('gives five fields unless asked for others', async () => {
		expect(await rowsOf(`${BASE}.json?filterType=leadId&filterValues=1,5`)).toEqual([
			{
				seq: 0,
				acquiredBy: false,
				leadId: 1,
				membershipDate: '2026-11-01T00:00:00Z',
				programId: PROGRAM,
				reachedSuccess: false,
			},
		]);
		const fields = 'leadId,statusName,webinarUrl,seat,program';
		expect(await rowsOf(`${BASE}.json?filterType=leadId&filterValues=2&fields=${fields}`)).toEqual([
			{
				seq: 0,
				leadId: 2,
				statusName: 'Attended',
				webinarUrl: null,
				seat: null,
				program: 'Webinar 1',
			},
		]);
		expect(
			await codeOf(instance.get(`${BASE}.json?filterType=leadId&filterValues=1&fields=x`)),
		).toBe('1006');
	});

	it('filters by status, success, own fields and time', async () => {
		const ids = async (query: string) =>
			(await rowsOf(`${BASE}.json?${query}&fields=leadId`))?.map(({ leadId }) => leadId);
		expect(await ids('filterType=statusName&filterValues=Registered,Invited')).toEqual([1, 3]);
		expect(await ids('filterType=reachedSuccess&filterValues=true')).toEqual([2]);
		await instance.post(`${BASE}.json`, { input: [{ leadId: 3, seat: 'B2' }] });
		expect(await ids('filterType=seat&filterValues=b2')).toEqual([3]);
		const day = (from: string, to: string) => `filterType=updatedAt&startAt=${from}&endAt=${to}`;
		expect(await ids(day('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'))).toEqual([3]);
		const long = instance.get(`${BASE}.json?${day('2026-11-01', '2026-11-20')}`);
		expect(await codeOf(long)).toBe('1003');
		const millis = day('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z');
		expect(await codeOf(instance.get(`${BASE}.json?${millis}`))).toBe('1003');
		const odd = instance.get(`${BASE}.json?filterType=webinarUrl&filterValues=x`);
		expect(await codeOf(odd)).toBe('1003');
	});

	it('lacks filters that the subscription does not have', async () => {
		await start({ unsupportedMemberFilters: ['updatedAt'] });
		const range = 'startAt=2026-11-20T00:00:00Z&endAt=2026-11-21T00:00:00Z';
		expect(await codeOf(instance.get(`${BASE}.json?filterType=updatedAt&${range}`))).toBe('1035');
	});

	it('turns pages', async () => {
		const query = 'filterType=statusName&filterValues=Registered,Attended,Invited&batchSize=2';
		const first = await instance.get(`${BASE}.json?${query}&fields=leadId`);
		expect(first.body).toMatchObject({ result: [{ leadId: 1 }, { leadId: 2 }], moreResult: true });
		const token = first.body.nextPageToken ?? '';
		const second = await instance.get(`${BASE}.json?${query}&fields=leadId&nextPageToken=${token}`);
		expect(second.body.result).toEqual([{ seq: 0, leadId: 3 }]);
		expect(second.body.nextPageToken).toBeUndefined();
		expect(await codeOf(instance.get(`${BASE}.json?${query}&nextPageToken=guess`))).toBe('1003');
	});

	it('of a large program goes by lead ID only', async () => {
		await start({ memberLimit: 2 });
		const answer = await instance.get(`${BASE}.json?filterType=statusName&filterValues=Attended`);
		expect(answer.body.errors).toEqual([
			{
				code: '1003',
				message: 'Total membership size: 3 exceeds the limit allowed 2 for the filter',
			},
		]);
		expect(await rowsOf(`${BASE}.json?filterType=leadId&filterValues=1`)).toHaveLength(1);
	});

	it('shows leads of a program and programs of a lead', async () => {
		const rows = await rowsOf(`/rest/v1/leads/programs/${PROGRAM}.json?fields=email`);
		expect(rows).toHaveLength(3);
		expect(rows?.[1]).toMatchObject({
			id: 2,
			email: 'bob@example.com',
			membership: { progressionStatus: 'Attended', reachedSuccess: true },
		});
		expect(rows?.[1]).not.toHaveProperty('membership.webinarUrl');
		expect(
			await rowsOf(
				'/rest/v1/leads/1/programMembership.json?filterType=programId&filterValues=1207',
			),
		).toMatchObject([{ id: PROGRAM, progressionStatus: 'Registered' }]);
		expect(
			await rowsOf('/rest/v1/leads/1/programMembership.json?earliestUpdatedAt=2026-11-02'),
		).toEqual([]);
	});
});

it('deletes memberships', async () => {
	const answer = await instance.post(`${BASE}/delete.json`, { input: leads(1, 5) });
	expect(answer.body.result).toEqual([
		{ seq: 0, status: 'deleted', leadId: 1 },
		skipped(1, '1037'),
	]);
	expect(instance.side.memberOf(PROGRAM, 1)).toBeUndefined();
});

it('describes fields, of which two standard ones and the own ones can be written', async () => {
	const [described] = (await rowsOf('/rest/v1/programs/members/describe.json')) ?? [];
	const fields = described.fields as Array<{ name: string; updateable: boolean }>;
	expect(fields.filter(({ updateable }) => updateable).map(({ name }) => name)).toEqual([
		'registrationCode',
		'webinarUrl',
		'seat',
	]);
	expect(described).toMatchObject({
		dedupeFields: ['leadId', 'programId'],
		searchableFields: [['leadId'], ['seat'], ['reachedSuccess'], ['statusName']],
	});
	const [old] = (await rowsOf('/rest/v1/program/members/describe.json')) ?? [];
	expect(old.fields).toEqual(fields);
});

it('keeps what success once was', async () => {
	await start({ members: [{ ...member(1, 'Registered'), reachedSuccessDate: null }] });
	await setStatus('Attended', 1);
	instance.world.channels[0].progressionStatuses.push({
		name: 'Left',
		step: 60,
		hidden: false,
		success: false,
	});
	await setStatus('Left', 1);
	const rows = await rowsOf(
		`${BASE}.json?filterType=leadId&filterValues=1&fields=reachedSuccess,statusName`,
	);
	expect(rows).toEqual([{ seq: 0, reachedSuccess: true, statusName: 'Left' }]);
});

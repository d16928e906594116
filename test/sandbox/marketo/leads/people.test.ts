import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { lead, member, PROGRAM } from '../testing/world';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start({ forms: { 1029: 'Registration' } }));
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0].code;
const find = (query: string) => instance.get(`/rest/v1/leads.json?${query}`);

describe('reading leads', () => {
	it('by number', async () => {
		expect((await instance.get('/rest/v1/lead/1.json')).body.result).toEqual([
			{
				id: 1,
				email: 'ada@example.com',
				firstName: 'Ada',
				lastName: 'No. 1',
				createdAt: '2026-01-02T03:04:05Z',
				updatedAt: '2026-01-02T03:04:05Z',
			},
		]);
		expect(await codeOf(instance.get('/rest/v1/lead/99.json'))).toBe('1004');
		expect(await codeOf(instance.get('/rest/v1/lead/1.json?fields=nope'))).toBe('1006');
	});

	it('by address in any case, all that share it', async () => {
		const answer = await find('filterType=email&filterValues=TWO@example.com,ada@example.com');
		expect(answer.body.result?.map(({ id }) => id)).toEqual([1, 3, 4]);
		expect((await find('filterType=email&filterValues=nobody@example.com')).body.result).toEqual(
			[],
		);
	});

	it('by own fields, in pages', async () => {
		const rows = Array.from({ length: 5 }, (_, index) =>
			lead(index + 1, `${index}@example.com`, { favouriteColour: 'red' }),
		);
		await start({ leads: rows });
		const query = 'filterType=favouriteColour&filterValues=red&batchSize=3&fields=id';
		const first = await find(query);
		expect(first.body.result).toHaveLength(3);
		const second = await find(`${query}&nextPageToken=${first.body.nextPageToken}`);
		expect(second.body.result).toEqual([{ id: 4 }, { id: 5 }]);
	});

	it('refuses 301 values, 1,001 matches and filters that cannot be searched', async () => {
		const many = Array.from({ length: 301 }, (_, index) => index).join(',');
		expect(await codeOf(find(`filterType=id&filterValues=${many}`))).toBe('1003');
		const rows = Array.from({ length: 1001 }, (_, index) =>
			lead(index + 1, `${index}@example.com`, { favouriteColour: 'red' }),
		);
		await start({ leads: rows });
		const answer = await find('filterType=favouriteColour&filterValues=red');
		expect(answer.body.errors).toEqual([
			{ code: '1003', message: 'Too many results match the filter' },
		]);
		expect(await codeOf(find('filterType=phone&filterValues=1'))).toBe('1011');
	});

	it('describes the fields, twice', async () => {
		const [described] = (await instance.get('/rest/v1/leads/describe2.json')).body.result ?? [];
		expect(described.searchableFields).toContainEqual(['favouriteColour']);
		expect(described.fields).toContainEqual({
			name: 'createdAt',
			displayName: 'Created At',
			dataType: 'datetime',
			updateable: false,
			crmManaged: false,
		});
		const old = await instance.get('/rest/v1/leads/describe.json');
		expect(old.body.result).toContainEqual(
			expect.objectContaining({ soap: { name: 'FirstName', readOnly: false } }),
		);
	});
});

describe('deleting and merging', () => {
	it('deletes by body and by query', async () => {
		const answer = await instance.post('/rest/v1/leads/delete.json', { input: [{ id: 1 }] });
		expect(answer.body.result).toEqual([{ id: 1, status: 'deleted' }]);
		expect(instance.side.memberOf(PROGRAM, 1)).toBeUndefined();
		const byQuery = await instance.act('/rest/v1/leads/delete.json?id=2,99');
		expect(byQuery.body.result).toEqual([
			{ id: 2, status: 'deleted' },
			{ status: 'skipped', reasons: [{ code: '1004', message: 'Lead not found' }] },
		]);
	});

	it('merges values, memberships and activities into the winner', async () => {
		await start({
			leads: [lead(3, 'two@example.com'), lead(4, 'two@example.com', { phone: '555' })],
			members: [member(3, 'Invited'), member(4, 'Attended')],
		});
		expect((await instance.act('/rest/v1/leads/3/merge.json?leadId=4')).body).toEqual({
			requestId: expect.any(String),
			success: true,
		});
		expect(instance.side.leads.get(3)?.fields).toMatchObject({ phone: '555', lastName: 'No. 3' });
		expect(instance.side.memberOf(PROGRAM, 3)?.statusName).toBe('Attended');
		expect(instance.side.leads.has(4)).toBe(false);
	});

	it('merges 25 at most', async () => {
		const leads = Array.from({ length: 27 }, (_, index) => lead(index + 1, 'a@example.com'));
		await start({ leads, members: [] });
		const others = (count: number) => Array.from({ length: count }, (_, index) => index + 2);
		const merge = (count: number) =>
			instance.act(`/rest/v1/leads/1/merge.json?leadIds=${others(count).join(',')}`);
		expect(await codeOf(merge(26))).toBe('1080');
		expect(await codeOf(merge(25))).toBeUndefined();
		expect(await codeOf(instance.act('/rest/v1/leads/1/merge.json?leadId=99'))).toBe('1004');
	});

	it('takes cookies of the right form', async () => {
		const cookie = encodeURIComponent('id:123-ABC-456&token:_mch-1');
		const answer = await instance.act(`/rest/v1/leads/1/associate.json?cookie=${cookie}`);
		expect(answer.body.success).toBe(true);
		expect(await codeOf(instance.act('/rest/v1/leads/1/associate.json?cookie=x'))).toBe('1012');
	});

	it('moves people to another partition', async () => {
		await start({ partitions: ['Default', 'Asia'] });
		const input = [
			{ id: 1, partitionName: 'Asia' },
			{ id: 2, partitionName: 'Mars' },
		];
		const answer = await instance.post('/rest/v1/leads/partitions.json', { input });
		expect(answer.body.result).toMatchObject([
			{ id: 1, status: 'updated' },
			{ status: 'skipped', reasons: [{ code: '1008' }] },
		]);
	});
});

describe('pushing leads', () => {
	it('upserts them into a program; refused rows lack a status', async () => {
		const answer = await instance.post('/rest/v1/leads/push.json', {
			programName: 'Webinar 1',
			programStatus: 'Registered',
			source: 'Site',
			reason: 'Form',
			input: [{ email: 'x@example.com' }, { email: 'two@example.com' }],
		});
		expect(answer.body.result).toEqual([
			{ id: expect.any(Number), status: 'created' },
			{ reasons: [{ code: '1007', message: expect.any(String) }] },
		]);
		const [made] = instance.side.leadsByEmail('x@example.com');
		expect(instance.side.memberOf(PROGRAM, made.id)?.statusName).toBe('Registered');
		expect(instance.side.activities.map(({ activityTypeId }) => activityTypeId)).toContain(145);
		const unknown = instance.post('/rest/v1/leads/push.json', {
			programName: 'No',
			input: [{ email: 'x@example.com' }],
		});
		expect(await codeOf(unknown)).toBe('1003');
	});
});

describe('filling out a form', () => {
	const submit = (fields: Record<string, unknown>, more: Record<string, unknown> = {}) =>
		instance.post('/rest/v1/leads/submitForm.json', {
			formId: 1029,
			...more,
			input: [{ leadFormFields: fields }],
		});

	it('makes a member with the fields of the form', async () => {
		const answer = await submit({ email: 'x@example.com', seat: 'A1' }, { programId: PROGRAM });
		const [made] = instance.side.leadsByEmail('x@example.com');
		expect(answer.body.result).toEqual([{ id: made.id, status: 'created' }]);
		expect(instance.side.memberOf(PROGRAM, made.id)).toMatchObject({
			statusName: 'Invited',
			fields: { seat: 'A1' },
		});
		expect(instance.side.activities.map(({ activityTypeId }) => activityTypeId)).toContain(2);
	});

	it('takes one record, of a form that is there', async () => {
		expect(await codeOf(submit({ email: 'x@example.com' }, { formId: 1 }))).toBe('1003');
		const two = instance.post('/rest/v1/leads/submitForm.json', {
			formId: 1029,
			input: [
				{ leadFormFields: { email: 'x@example.com' } },
				{ leadFormFields: { email: 'y@example.com' } },
			],
		});
		expect(await codeOf(two)).toBe('1003');
		const odd = await submit({ email: 'x@example.com', nope: 1 });
		expect(odd.body.result).toMatchObject([{ status: 'skipped', reasons: [{ code: '1006' }] }]);
	});
});

describe.each([
	['leads', '/rest/v1/leads/schema/fields', 'email', 100],
	['program members', '/rest/v1/programs/members/schema/fields', 'statusName', 20],
])('fields of %s', (_name, path, known, max) => {
	const field = (name: string) => ({ name, displayName: name, dataType: 'string' });
	const create = (...input: unknown[]) => instance.post(`${path}.json`, { input });

	it('are listed, shown, made and renamed', async () => {
		const listed = await instance.get(`${path}.json?batchSize=2`);
		expect(listed.body.result).toHaveLength(2);
		expect((await instance.get(`${path}/${known}.json`)).body.result).toMatchObject([
			{ name: known, isCustom: false },
		]);
		expect((await create(field('extra'))).body.result).toEqual([
			{ name: 'extra', status: 'created' },
		]);
		await instance.post(`${path}/extra.json`, { input: [{ displayName: 'Renamed' }] });
		expect((await instance.get(`${path}/extra.json`)).body.result).toMatchObject([
			{ displayName: 'Renamed', isCustom: true },
		]);
		expect(await codeOf(create(field('extra')))).toBe('1017');
		expect(await codeOf(instance.get(`${path}/nothing.json`))).toBe('1006');
	});

	it(`are at most ${max} own ones`, async () => {
		const many = Array.from({ length: max }, (_, index) => field(`f${index}`));
		expect(await codeOf(create(...many))).toBe('1003');
		const custom = Object.keys(
			max === 20 ? instance.world.memberFields : instance.world.leadFields,
		).length;
		expect(await codeOf(create(...many.slice(custom)))).toBeUndefined();
		expect(await codeOf(create(field('last')))).toBe('1003');
	});
});

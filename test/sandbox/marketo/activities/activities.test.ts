import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { PROGRAM } from '../testing/world';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const BASE = '/rest/v1/activities';
const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0].code;
const tokenSince = async (time = '2026-11-20T00:00:00Z'): Promise<string> => {
	const answer = await instance.get(`${BASE}/pagingtoken.json?sinceDatetime=${time}`);
	return answer.body.nextPageToken ?? '';
};
const page = (query: string, token: string) =>
	instance.get(`${BASE}.json?${query}&nextPageToken=${token}`);

/** Reads on until there is no more. */
async function readAll(query: string, token: string) {
	const pages: MarketoAnswer[] = [];
	let next = token;
	do {
		const answer = await page(query, next);
		pages.push(answer);
		next = answer.body.nextPageToken ?? '';
	} while (pages.at(-1)?.body.moreResult);
	return { pages, next, rows: pages.flatMap(({ body }) => body.result ?? []) };
}

const attend = (...leadIds: number[]) => {
	for (const id of leadIds) instance.side.changeStatus(PROGRAM, id, 'Attended');
};

describe('reading activities', () => {
	it('gives what has happened since, and a token for the next time', async () => {
		const before = await tokenSince();
		expect((await page('activityTypeIds=104', before)).body).toMatchObject({ moreResult: false });
		attend(1, 3);
		const { rows, next } = await readAll('activityTypeIds=104', before);
		expect(rows.map(({ leadId }) => leadId)).toEqual([1, 3]);
		expect(rows[0]).toMatchObject({
			marketoGUID: String(rows[0].id),
			activityDate: '2026-11-20T17:10:00Z',
			primaryAttributeValueId: PROGRAM,
			primaryAttributeValue: 'Webinar 1',
		});
		attend(5);
		expect((await readAll('activityTypeIds=104', next)).rows).toMatchObject([{ leadId: 5 }]);
	});

	it('has pages with few or no rows that are followed by more', async () => {
		await start({ activityScan: 2 });
		const token = await tokenSince();
		const input = Array.from({ length: 5 }, (_, index) => ({ email: `${index}@example.com` }));
		await instance.post('/rest/v1/leads.json', { input });
		attend(1);
		const { pages, rows } = await readAll('activityTypeIds=104', token);
		expect(pages.map(({ body }) => [body.result?.length ?? 0, body.moreResult])).toEqual([
			[0, true],
			[0, true],
			[1, false],
		]);
		expect(rows).toHaveLength(1);
		expect(pages.every(({ body }) => typeof body.nextPageToken === 'string')).toBe(true);
	});

	it('turns pages without losing or repeating a row', async () => {
		const token = await tokenSince();
		for (const id of [1, 3, 5]) {
			attend(id);
			instance.side.changeStatus(PROGRAM, id, 'Attended');
			instance.advance(1);
		}
		const { rows } = await readAll('activityTypeIds=104&batchSize=1', token);
		expect(rows.map(({ leadId }) => leadId)).toEqual([1, 1, 3, 3, 5, 5]);
		expect(new Set(rows.map(({ marketoGUID }) => marketoGUID)).size).toBe(6);
	});

	it('tells a status that is set again as old and new alike', async () => {
		const token = await tokenSince();
		instance.side.changeStatus(PROGRAM, 2, 'Attended');
		const [row] = (await page('activityTypeIds=104', token)).body.result ?? [];
		const attributes = row.attributes as Array<{ name: string; value: unknown }>;
		const value = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
		expect(value('Old Status')).toBe(value('New Status'));
	});

	it('shows an activity after its delay, and not to a token that has passed it', async () => {
		await start({ activityDelayMs: 60_000 });
		const token = await tokenSince();
		attend(1);
		expect((await readAll('activityTypeIds=104', token)).rows).toEqual([]);
		instance.advance(60_000);
		expect((await readAll('activityTypeIds=104', token)).rows).toHaveLength(1);
		const later = await tokenSince('2026-11-20T17:10:30Z');
		expect((await readAll('activityTypeIds=104', later)).rows).toEqual([]);
	});

	it('narrows to assets and leads', async () => {
		const token = await tokenSince();
		attend(1, 3);
		const ids = async (query: string) =>
			((await page(query, token)).body.result ?? []).map(({ leadId }) => leadId);
		expect(await ids(`activityTypeIds=104&assetIds=${PROGRAM}`)).toEqual([1, 3]);
		expect(await ids('activityTypeIds=104&assetIds=1')).toEqual([]);
		expect(await ids('activityTypeIds=104,123&leadIds=3')).toEqual([3]);
	});

	it.each([
		['eleven types', 'activityTypeIds=1,2,3,4,5,6,7,8,9,10,11', '1003'],
		['assets of two types', 'activityTypeIds=104,123&assetIds=1', '1003'],
		['31 leads', `activityTypeIds=104&leadIds=${Array.from({ length: 31 }, (_, i) => i)}`, '1003'],
	])('refuses %s', async (_name, query, expected) => {
		expect(await codeOf(page(query, await tokenSince()))).toBe(expected);
	});

	it('refuses tokens of its own and times that are none', async () => {
		expect(await codeOf(page('activityTypeIds=104', 'guess'))).toBe('1003');
		expect(await codeOf(instance.get(`${BASE}/pagingtoken.json?sinceDatetime=today`))).toBe('1003');
	});

	it('tells changed and deleted leads', async () => {
		const token = await tokenSince();
		const input = [{ email: 'ada@example.com', firstName: 'Augusta' }];
		await instance.post('/rest/v1/leads.json', { input });
		await instance.post('/rest/v1/leads/delete.json', { input: [{ id: 2 }, { id: 99 }] });
		const changes = await instance.get(
			`${BASE}/leadchanges.json?fields=firstName&nextPageToken=${token}`,
		);
		expect(changes.body.result).toMatchObject([
			{ leadId: 1, fields: [{ name: 'firstName', oldValue: 'Ada', newValue: 'Augusta' }] },
		]);
		const deleted = await instance.get(`${BASE}/deletedleads.json?nextPageToken=${token}`);
		expect(deleted.body.result).toMatchObject([{ leadId: 2, activityTypeId: 37 }]);
	});

	it('names the types, those of the instance too', async () => {
		await start({
			activityTypes: [
				{
					id: 170,
					name: 'Attend Event',
					primaryAttribute: { name: 'Program', dataType: 'string' },
					attributes: [],
				},
			],
		});
		const types = await instance.get(`${BASE}/types.json`);
		const names = types.body.result?.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Change Status in Progression', 'Attend Event']));
	});
});

describe('custom activities', () => {
	const TYPE = {
		apiName: 'n8nWebinarInteraction',
		name: 'Webinar Interaction',
		triggerName: 'Interacts in Webinar',
		filterName: 'Interacted in Webinar',
		description: 'D',
		primaryAttribute: { apiName: 'webinar', name: 'Webinar' },
	};
	const type = `${BASE}/external/type`;
	const attribute = (apiName: string, dataType = 'string') => ({
		apiName,
		name: apiName,
		dataType,
	});
	const make = async (...attributes: unknown[]): Promise<number> => {
		await instance.post(`${type}.json`, TYPE);
		await instance.post(`${type}/${TYPE.apiName}/attributes/create.json`, { attributes });
		const approved = await instance.send(`${type}/${TYPE.apiName}/approve.json`, {
			method: 'POST',
		});
		return Number(approved.body.result?.[0].id);
	};
	const activity = (activityTypeId: number, more: Record<string, unknown> = {}) => ({
		leadId: 1,
		activityDate: '2026-11-20T16:00:00Z',
		activityTypeId,
		primaryAttributeValue: 'Webinar 1',
		...more,
	});
	const add = (...input: unknown[]) => instance.post(`${BASE}/external.json`, { input });

	it('need a type that has been approved', async () => {
		const created = await instance.post(`${type}.json`, TYPE);
		expect(created.body.result).toMatchObject([{ apiName: TYPE.apiName, status: 'draft' }]);
		expect(created.body.result?.[0]).not.toHaveProperty('id');
		const early = await add(activity(100_001));
		expect(early.body.result).toMatchObject([{ status: 'skipped', errors: [{ code: '1003' }] }]);
		await instance.act(`${type}/${TYPE.apiName}/approve.json`);
		expect((await add(activity(100_001))).body.result).toMatchObject([{ status: 'added' }]);
	});

	it('are added with their attributes and shown by the activities', async () => {
		const token = await tokenSince();
		const id = await make(attribute('question'), attribute('score', 'integer'));
		const answer = await add(
			activity(id, { attributes: [{ apiName: 'question', value: 'Why?' }] }),
			activity(id, { leadId: 99 }),
			activity(id, { attributes: [{ apiName: 'nope', value: 'x' }] }),
			activity(id, { attributes: [{ apiName: 'score', value: 'high' }] }),
			activity(id, { activityDate: 'yesterday' }),
			activity(id, { primaryAttributeValue: '' }),
			activity(id, { attributes: [{ apiName: 'question', value: 'x'.repeat(66_000) }] }),
		);
		const refused = (code: string) => ({
			status: 'skipped',
			errors: [{ code, message: expect.any(String) }],
		});
		expect(answer.body.result).toEqual([
			{ id: expect.any(Number), marketoGUID: expect.any(String), status: 'added' },
			...['1004', '1006', '1001', '1003', '1002', '1049'].map(refused),
		]);
		expect((await page(`activityTypeIds=${id}`, token)).body.result).toMatchObject([
			{ leadId: 1, attributes: [{ name: 'question', apiName: 'question', value: 'Why?' }] },
		]);
	});

	it('are written as often as they are sent', async () => {
		const id = await make(attribute('question'));
		await add(activity(id), activity(id));
		expect(instance.side.activities).toHaveLength(2);
	});

	it('take new attributes only after the next approval', async () => {
		const id = await make(attribute('question'));
		const changed = await instance.post(`${type}/${TYPE.apiName}/attributes/create.json`, {
			attributes: [attribute('answer')],
		});
		expect(changed.body.result).toMatchObject([{ status: 'approved with draft' }]);
		const row = activity(id, { attributes: [{ apiName: 'answer', value: 'Yes' }] });
		expect((await add(row)).body.result).toMatchObject([{ errors: [{ code: '1006' }] }]);
		const draft = await instance.get(`${type}/${TYPE.apiName}/describe.json?draft=true`);
		expect(draft.body.result?.[0].attributes).toHaveLength(2);
		const approved = await instance.get(`${type}/${TYPE.apiName}/describe.json`);
		expect(approved.body.result?.[0].attributes).toHaveLength(1);
		await instance.act(`${type}/${TYPE.apiName}/approve.json`);
		expect((await add(row)).body.result).toMatchObject([{ status: 'added' }]);
	});

	it('have at most ten types and twenty attributes each', async () => {
		const made = (name: string) =>
			instance.post(`${type}.json`, { ...TYPE, apiName: name, name, triggerName: name });
		for (let count = 0; count < 10; count++) await made(`type${count}`);
		expect(await codeOf(made('one'))).toBe('1027');
		const attributes = Array.from({ length: 21 }, (_, index) => attribute(`a${index}`));
		const many = instance.post(`${type}/type0/attributes/create.json`, { attributes });
		expect(await codeOf(many)).toBe('1028');
	});

	it('have types that can be changed, put back, listed and deleted, each once', async () => {
		await make(attribute('question'));
		expect(await codeOf(instance.post(`${type}.json`, TYPE))).toBe('1017');
		await instance.post(`${type}/${TYPE.apiName}.json`, { ...TYPE, name: 'Renamed' });
		const attributes = [{ apiName: 'question', name: 'Asked', dataType: 'text' }];
		await instance.post(`${type}/${TYPE.apiName}/attributes/update.json`, { attributes });
		expect(instance.side.customActivityTypes).toMatchObject([
			{ name: 'Renamed', attributes: [{ name: 'Asked' }] },
		]);
		await instance.post(`${type}/${TYPE.apiName}/attributes/delete.json`, {
			attributes: [{ apiName: 'question' }],
		});
		await instance.act(`${type}/${TYPE.apiName}/discardDraft.json`);
		const listed = await instance.get(`${type}s.json`);
		expect(listed.body.result).toMatchObject([{ apiName: TYPE.apiName, status: 'approved' }]);
		expect(instance.side.customActivityTypes[0].attributes).toHaveLength(1);
		await instance.act(`${type}/${TYPE.apiName}/delete.json`);
		expect(instance.side.customActivityTypes).toEqual([]);
		const gone = instance.act(`${type}/${TYPE.apiName}/approve.json`);
		expect(await codeOf(gone)).toBe('1004');
	});
});

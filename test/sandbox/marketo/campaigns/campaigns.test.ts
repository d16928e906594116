import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { PROGRAM } from '../testing/world';

let instance: TestInstance;
beforeEach(async () => {
	instance = await startInstance();
});
afterEach(async () => {
	await instance.side.settled();
	await instance.close();
});
afterEach(() => expect(instance.specProblems()).toEqual([]));

const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0].code;
const request = (id: number, leads: unknown[], tokens?: unknown[]) =>
	instance.post(`/rest/v1/campaigns/${id}/trigger.json`, {
		input: { leads, ...(tokens ? { tokens } : {}) },
	});

describe('requesting a campaign', () => {
	it('takes leads and tokens, and leaves activity 47', async () => {
		const tokens = [{ name: '{{my.message}}', value: 'Hello' }];
		const answer = await request(5001, [{ id: 1 }, { id: 2 }], tokens);
		expect(answer.body.result).toEqual([{ id: 5001 }]);
		const rows = instance.side.activities.filter(({ activityTypeId }) => activityTypeId === 47);
		expect(rows.map(({ leadId }) => leadId)).toEqual([1, 2]);
	});

	it.each([
		['a batch campaign', 5002, [{ id: 1 }], undefined, '1003'],
		['a campaign with another trigger', 5003, [{ id: 1 }], undefined, '1003'],
		['an unknown campaign', 1, [{ id: 1 }], undefined, '1013'],
		['an unknown lead', 5001, [{ id: 1 }, { id: 99 }], undefined, '1004'],
		['nobody', 5001, [], undefined, '1002'],
		['more than 100', 5001, Array.from({ length: 101 }, () => ({ id: 1 })), undefined, '1003'],
		['a token without braces', 5001, [{ id: 1 }], [{ name: 'message', value: 'x' }], '1003'],
	])('refuses %s', async (_name, id, leads, tokens, expected) => {
		expect(await codeOf(request(id, leads, tokens))).toBe(expected);
		expect(instance.side.activities).toEqual([]);
	});

	it('needs the campaign switched on', async () => {
		await instance.act('/rest/asset/v1/smartCampaign/5001/deactivate.json');
		expect(await codeOf(request(5001, [{ id: 1 }]))).toBe('1003');
		const on = await instance.act('/rest/asset/v1/smartCampaign/5001/activate.json');
		expect(on.body.result).toEqual([{ id: 5001 }]);
		expect(await codeOf(request(5001, [{ id: 1 }]))).toBeUndefined();
	});
});

describe('scheduling a campaign', () => {
	const schedule = (id: number, input?: Record<string, unknown>) =>
		instance.post(`/rest/v1/campaigns/${id}/schedule.json`, input ? { input } : undefined);

	it('takes batch campaigns, from five minutes on', async () => {
		const answer = await schedule(5002, { runAt: '2026-11-20T18:00:00+0000' });
		expect(answer.body.result).toEqual([{ id: 5002 }]);
		expect(await codeOf(schedule(5002, { runAt: '2026-11-20T17:12:00Z' }))).toBe('1042');
		expect(await codeOf(schedule(5002, { runAt: '2029-01-01T00:00:00Z' }))).toBe('1042');
		expect(await codeOf(schedule(5001, { runAt: '2026-11-20T18:00:00Z' }))).toBe('1003');
	});

	it('can clone the program first', async () => {
		await schedule(5002, { runAt: '2026-11-20T18:00:00Z', cloneToProgramName: 'Copy' });
		expect([...instance.side.programs.values()].map(({ name }) => name)).toContain('Copy');
	});
});

describe('listing campaigns', () => {
	it('tells those that can be requested', async () => {
		const all = await instance.get('/rest/v1/campaigns.json');
		expect(all.body.result).toHaveLength(3);
		const some = await instance.get('/rest/v1/campaigns.json?isTriggerable=true');
		expect(some.body.result).toMatchObject([
			{ id: 5001, type: 'trigger', active: true, programId: PROGRAM, programName: 'Webinar 1' },
		]);
		const one = await instance.get('/rest/v1/campaigns/5002.json');
		expect(one.body.result).toMatchObject([{ id: 5002, type: 'batch', active: false }]);
	});

	it('as assets', async () => {
		const base = '/rest/asset/v1/smartCampaign';
		const all = await instance.get(`${base}s.json?isActive=true`);
		expect(all.body.result).toMatchObject([
			{ id: 5001, isRequestable: true, parentProgramId: PROGRAM },
			{ id: 5003, isRequestable: false },
		]);
		const folder = encodeURIComponent(`{"id":${PROGRAM},"type":"Program"}`);
		expect((await instance.get(`${base}s.json?folder=${folder}`)).body.result).toHaveLength(3);
		expect((await instance.get(`${base}/byName.json?name=Invite`)).body.result).toMatchObject([
			{ id: 5002, status: 'Never Run' },
		]);
		expect((await instance.get(`${base}/99.json`)).body).not.toHaveProperty('result');
	});

	it('as assets, made, renamed, cloned and deleted', async () => {
		const base = '/rest/asset/v1/smartCampaign';
		const folder = '{"id":640,"type":"Folder"}';
		const made = await instance.form(`${base}s.json`, { name: 'New', folder });
		const id = Number(made.body.result?.[0].id);
		const renamed = await instance.form(`${base}/${id}.json`, { name: 'Newer' });
		expect(renamed.body.result).toMatchObject([{ name: 'Newer', folder: { id: 640 } }]);
		const clone = await instance.form(`${base}/5001/clone.json`, { name: 'Twin', folder });
		expect(clone.body.result).toMatchObject([{ name: 'Twin', isActive: false }]);
		expect((await instance.act(`${base}/${id}/delete.json`)).body.result).toEqual([{ id }]);
		expect(await codeOf(instance.act(`${base}/${id}/delete.json`))).toBe('702');
		expect(await codeOf(instance.act(`${base}/5002/activate.json`))).toBe('709');
	});
});

import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { CLASSIC, PROGRAM } from '../testing/world';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const ASSET = '/rest/asset/v1';
const FOLDER = '{"id":35,"type":"Folder"}';
const rowsOf = async (path: string) => (await instance.get(`${ASSET}${path}`)).body.result;
const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0]?.code;
const form = (path: string, fields: Record<string, string>) =>
	instance.form(`${ASSET}${path}`, fields);

describe('finding programs', () => {
	it('shows one by its number, with dates of their own form', async () => {
		const answer = await instance.get(`${ASSET}/program/${PROGRAM}.json`);
		expect(answer.body).toEqual({
			success: true,
			errors: [],
			warnings: [],
			requestId: expect.any(String),
			result: [
				{
					id: PROGRAM,
					name: 'Webinar 1',
					description: 'The first',
					createdAt: '2026-10-01T00:00:00Z+0000',
					updatedAt: '2026-10-02T00:00:00Z+0000',
					url: `https://app-sandbox.marketo.com/#ME${PROGRAM}A1`,
					type: 'Event with Webinar',
					channel: 'Webinar',
					folder: { type: 'Folder', value: 1910, folderName: 'Webinars' },
					status: '',
					workspace: 'Default',
					headStart: false,
					tags: [],
					costs: null,
				},
			],
		});
	});

	it('says nothing found without a result or as error 702', async () => {
		const missing = await instance.get(`${ASSET}/program/99.json`);
		expect(missing.body).toMatchObject({
			success: true,
			warnings: ['No assets found for the given search criteria.'],
		});
		expect(missing.body).not.toHaveProperty('result');
		await start({ emptyFind: 'error' });
		expect(await codeOf(instance.get(`${ASSET}/program/99.json`))).toBe('702');
		expect(
			await codeOf(instance.get(`${ASSET}/folder/${CLASSIC}/tokens.json?folderType=Program`)),
		).toBe('702');
	});

	it('finds by name and tag', async () => {
		expect(await rowsOf('/program/byName.json?name=Ads&includeTags=true')).toMatchObject([
			{ id: CLASSIC, tags: [{ tagType: 'Region', tagValue: 'EMEA' }] },
		]);
		expect((await rowsOf('/program/byName.json?name=Ads'))?.[0]).not.toHaveProperty('tags');
		expect(await rowsOf('/program/byTag.json?tagType=Region&tagValue=EMEA')).toMatchObject([
			{ id: CLASSIC },
		]);
	});

	it('browses in pages, without saying how many there are', async () => {
		expect(await rowsOf('/programs.json?maxReturn=1')).toMatchObject([{ id: CLASSIC }]);
		expect(await rowsOf('/programs.json?maxReturn=1&offset=1')).toMatchObject([{ id: PROGRAM }]);
		expect(await rowsOf('/programs.json?maxReturn=1&offset=2')).toBeUndefined();
		expect(await codeOf(instance.get(`${ASSET}/programs.json?maxReturn=201`))).toBe('709');
	});

	it('filters by date and number', async () => {
		const since = 'earliestUpdatedAt=2026-10-02T00:00:00Z';
		expect(await rowsOf(`/programs.json?${since}`)).toMatchObject([{ id: PROGRAM }]);
		expect(
			await rowsOf(`/programs.json?filterType=programId&filterValues=${CLASSIC}`),
		).toMatchObject([{ id: CLASSIC }]);
		expect(await codeOf(instance.get(`${ASSET}/programs.json?earliestUpdatedAt=soon`))).toBe('704');
	});
});

describe('writing programs', () => {
	it('creates, updates, clones and deletes', async () => {
		const created = await form('/programs.json', {
			name: 'New',
			folder: FOLDER,
			type: 'Event with Webinar',
			channel: 'Webinar',
		});
		const id = Number(created.body.result?.[0].id);
		expect(created.body.result).toMatchObject([{ name: 'New', type: 'Event with Webinar' }]);
		const updated = await form(`/program/${id}.json`, { name: 'Newer', description: 'D' });
		expect(updated.body.result).toMatchObject([{ name: 'Newer', description: 'D' }]);
		const cloned = await form(`/program/${PROGRAM}/clone.json`, { name: 'Clone', folder: FOLDER });
		const clone = instance.side.programs.get(Number(cloned.body.result?.[0].id));
		expect(clone?.tokens).toEqual(instance.side.programs.get(PROGRAM)?.tokens);
		const campaigns = [...instance.side.campaigns.values()];
		const copies = campaigns.filter(({ programId }) => programId === clone?.id);
		expect(copies.map(({ isActive }) => isActive)).toEqual([false, false, false]);
		const gone = await instance.act(`${ASSET}/program/${id}/delete.json`);
		expect(gone.body.result).toEqual([{ id }]);
		expect(instance.side.programs.has(id)).toBe(false);
	});

	it.each([
		['a name that is taken', { name: 'Ads' }, '709'],
		['an unknown channel', { channel: 'Radio' }, '709'],
		['a channel of another type', { channel: 'Online Advertising' }, '709'],
		['no name', { name: '' }, '701'],
		['a folder that is none', { folder: '{"id":35,"type":"Program"}' }, '711'],
	])('refuses %s', async (_name, change, expected) => {
		const fields = { name: 'N', folder: FOLDER, type: 'webinar', channel: 'Webinar', ...change };
		expect(await codeOf(form('/programs.json', fields))).toBe(expected);
		expect(instance.side.programs.size).toBe(2);
	});

	it('approves e-mail programs only', async () => {
		expect(await codeOf(instance.act(`${ASSET}/program/${PROGRAM}/approve.json`))).toBe('709');
		const program = instance.side.programs.get(PROGRAM);
		if (program) program.type = 'Email';
		const answer = await instance.act(`${ASSET}/program/${PROGRAM}/approve.json`);
		expect(answer.body.result).toEqual([{ id: PROGRAM }]);
		await instance.act(`${ASSET}/program/${PROGRAM}/unapprove.json`);
		expect(program?.status).toBe('unlocked');
	});
});

describe('My Tokens', () => {
	const path = `/folder/${PROGRAM}/tokens`;
	const token = {
		name: 'Webinar Topic',
		type: 'text',
		value: 'A & B = "C"',
		folderType: 'Program',
	};

	it('are made, replaced, read and deleted', async () => {
		const made = await form(`${path}.json`, token);
		expect(made.body.result).toEqual([
			{
				folder: { type: 'Program', value: PROGRAM },
				tokens: [
					{
						name: 'Webinar Topic',
						type: 'text',
						value: 'A & B = "C"',
						computedUrl: `https://app-sandbox.marketo.com/#ME${PROGRAM}A1`,
					},
				],
			},
		]);
		await form(`${path}.json`, { ...token, value: 'Other' });
		const [read] = (await rowsOf(`${path}.json?folderType=Program`)) ?? [];
		expect(read.tokens).toMatchObject([
			{ name: 'Webinar ID', value: '95263712340' },
			{ name: 'Webinar Topic', value: 'Other' },
		]);
		const { name, type, folderType } = token;
		const gone = await form(`${path}/delete.json`, { name, type, folderType });
		expect(gone.body.result).toEqual([{ id: PROGRAM }]);
		expect(await codeOf(form(`${path}/delete.json`, { name, type, folderType }))).toBe('702');
	});

	it.each([
		['a long name', { name: 'x'.repeat(51) }, '709'],
		['braces', { name: '{{my.x}}' }, '709'],
		['an unknown type', { type: 'json' }, '709'],
		['no value', { value: '' }, '701'],
		['a date that is none', { type: 'date', value: 'soon' }, '704'],
	])('refuse %s', async (_name, change, expected) => {
		expect(await codeOf(form(`${path}.json`, { ...token, ...change }))).toBe(expected);
	});

	it('of folders stand apart from those of programs', async () => {
		expect(await rowsOf('/folder/35/tokens.json?folderType=Folder')).toBeUndefined();
		await form('/folder/35/tokens.json', { ...token, folderType: 'Folder' });
		expect(await rowsOf('/folder/35/tokens.json?folderType=Folder')).toHaveLength(1);
		expect(await codeOf(instance.get(`${ASSET}/folder/99/tokens.json?folderType=Program`))).toBe(
			'702',
		);
	});
});

it('shows channels with their statuses', async () => {
	const [channel] = (await rowsOf('/channel/byName.json?name=Webinar')) ?? [];
	expect(channel).toMatchObject({ id: 9, applicableProgramType: 'webinar' });
	expect(channel.progressionStatuses).toContainEqual({
		name: 'Attended',
		step: 50,
		description: null,
		hidden: false,
		success: true,
	});
	expect(await rowsOf('/channels.json')).toHaveLength(2);
	expect(await rowsOf('/channel/byName.json?name=Radio')).toBeUndefined();
});

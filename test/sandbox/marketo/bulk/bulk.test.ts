import { createHash } from 'node:crypto';
import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';
import { PROGRAM } from '../testing/world';
import { readRows, writeRows } from './csv';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const codeOf = async (answer: Promise<MarketoAnswer>) => (await answer).body.errors?.[0].code;

describe('extracting program members', () => {
	const BASE = '/bulk/v1/program/members/export';
	const order = {
		format: 'CSV',
		fields: ['firstName', 'email', 'leadId', 'statusName', 'webinarUrl'],
		filter: { programId: PROGRAM },
	};
	const create = async (body: unknown = order): Promise<string> => {
		const answer = await instance.post(`${BASE}/create.json`, body);
		return String(answer.body.result?.[0].exportId);
	};
	const statusOf = async (id: string) =>
		(await instance.get(`${BASE}/${id}/status.json`)).body.result?.[0];

	it('goes from Created over Queued and Processing to a file', async () => {
		const id = await create();
		expect(await statusOf(id)).toMatchObject({ status: 'Created', format: 'CSV' });
		await instance.act(`${BASE}/${id}/enqueue.json`);
		expect(await statusOf(id)).toMatchObject({ status: 'Queued' });
		instance.advance(5_000);
		expect(await statusOf(id)).toMatchObject({ status: 'Processing' });
		expect(await codeOf(instance.get(`${BASE}/${id}/file.json`))).toBe('1003');
		instance.advance(5_000);
		const file = await instance.get(`${BASE}/${id}/file.json`);
		expect(file.text).toBe(
			'firstName,email,leadId,statusName,webinarUrl\n' +
				'Ada,ada@example.com,1,Registered,null\n' +
				'Ada,bob@example.com,2,Attended,null\n' +
				'Ada,two@example.com,3,Invited,null\n',
		);
		expect(await statusOf(id)).toMatchObject({
			status: 'Completed',
			numberOfRecords: 3,
			fileSize: file.text.length,
			fileChecksum: `sha256:${createHash('sha256').update(file.text).digest('hex')}`,
		});
		const part = await instance.send(`${BASE}/${id}/file.json`, {
			headers: { range: 'bytes=0-8' },
		});
		expect([part.status, part.text]).toEqual([206, 'firstName']);
	});

	it('takes filters and titles', async () => {
		const id = await create({
			...order,
			fields: ['leadId'],
			columnHeaderNames: { leadId: 'Person' },
			filter: { programIds: [PROGRAM], statusNames: ['Attended'] },
		});
		await instance.act(`${BASE}/${id}/enqueue.json`);
		instance.advance(10_000);
		expect((await instance.get(`${BASE}/${id}/file.json`)).text).toBe('Person\n2\n');
	});

	it('can be cancelled and listed', async () => {
		const id = await create();
		await instance.act(`${BASE}/${id}/cancel.json`);
		const listed = await instance.get(`${BASE}.json?status=cancelled`);
		expect(listed.body.result).toMatchObject([{ exportId: id, status: 'Cancelled' }]);
		expect(await codeOf(instance.act(`${BASE}/${id}/enqueue.json`))).toBe('1029');
		expect(await codeOf(instance.get(`${BASE}/nothing/status.json`))).toBe('1013');
	});

	it('holds twelve jobs at most', async () => {
		for (let count = 0; count < 12; count++) {
			await instance.act(`${BASE}/${await create()}/enqueue.json`);
		}
		const answer = await instance.act(`${BASE}/${await create()}/enqueue.json`);
		expect(answer.body.errors).toEqual([{ code: '1029', message: 'Too many jobs in queue' }]);
	});

	const range = { startAt: '2026-10-01T00:00:00Z', endAt: '2026-11-20T00:00:00Z' };
	it.each([
		['an unknown field', { fields: ['nope'] }, '1006'],
		['more than 31 days', { filter: { programId: PROGRAM, updatedAt: range } }, '1003'],
		['no program', { filter: { statusNames: ['Attended'] } }, '1003'],
		['another format', { format: 'XML' }, '1003'],
	])('refuses %s', async (_name, change, expected) => {
		expect(await codeOf(instance.post(`${BASE}/create.json`, { ...order, ...change }))).toBe(
			expected,
		);
	});

	it('refuses filters that the subscription lacks', async () => {
		await start({ unsupportedExportFilters: ['updatedAt'] });
		const filter = {
			programId: PROGRAM,
			updatedAt: { startAt: '2026-11-01T00:00:00Z', endAt: '2026-11-02T00:00:00Z' },
		};
		const answer = instance.post(`${BASE}/create.json`, { ...order, filter });
		expect(await codeOf(answer)).toBe('1035');
	});

	it('is forgotten after seven days', async () => {
		await start({ tokenLifeSeconds: 1_000_000 });
		const id = await create();
		instance.advance(7 * 24 * 3_600_000 + 1);
		expect(await codeOf(instance.get(`${BASE}/${id}/status.json`))).toBe('1013');
	});
});

describe('importing program members', () => {
	const send = (csv: string, query = 'format=csv&programMemberStatus=Registered') => {
		const body = new FormData();
		body.append('file', new Blob([csv], { type: 'text/csv' }), 'people.csv');
		return instance.send(`/bulk/v1/program/${PROGRAM}/members/import.json?${query}`, {
			method: 'POST',
			body,
		});
	};
	const batch = (id: unknown, part: string) =>
		instance.get(`/bulk/v1/program/members/import/${String(id)}/${part}.json`);

	it('makes people and members, and says which rows it could not take', async () => {
		const queued = await send(
			'email,firstName,seat,shoeSize\n' +
				'x@example.com,"X, Y",A1,43\n' +
				'ada@example.com,Ada,B2,\n' +
				'bob@example.com,Bob,,\n' +
				'bad@example.com,B,,huge\n' +
				',Nobody,,\n',
		);
		const id = queued.body.result?.[0].batchId;
		expect(queued.body.result).toEqual([{ batchId: id, importId: String(id), status: 'Queued' }]);
		expect((await batch(id, 'status')).body.result).toMatchObject([{ status: 'Queued' }]);
		instance.advance(2_000);
		expect((await batch(id, 'status')).body.result).toMatchObject([
			{ status: 'Complete', numOfLeadsProcessed: 3, numOfRowsFailed: 2, numOfRowsWithWarning: 1 },
		]);
		const [lead] = instance.side.leadsByEmail('x@example.com');
		expect(lead.fields).toMatchObject({ firstName: 'X, Y', shoeSize: 43 });
		expect(instance.side.memberOf(PROGRAM, lead.id)).toMatchObject({
			statusName: 'Registered',
			fields: { seat: 'A1' },
		});
		const failures = (await batch(id, 'failures')).text.trim().split('\n');
		expect(failures[0]).toBe('email,firstName,seat,shoeSize,Import Failure Reason');
		expect(failures).toHaveLength(3);
		expect((await batch(id, 'warnings')).text).toContain('already in or past this status');
	});

	it('takes no standard fields of members', async () => {
		const queued = await send('email,webinarUrl\nx@example.com,https://zoom.us/w/1\n');
		instance.advance(2_000);
		const id = queued.body.result?.[0].batchId;
		expect((await batch(id, 'status')).body.result).toMatchObject([{ numOfRowsFailed: 1 }]);
	});

	it.each([
		['without addresses', 'firstName\nX\n', undefined, '1003'],
		[
			'into an unknown status',
			'email\nx@example.com\n',
			'format=csv&programMemberStatus=No',
			'1025',
		],
		[
			'in another format',
			'email\nx@example.com\n',
			'format=xml&programMemberStatus=Registered',
			'1003',
		],
	])('refuses files %s', async (_name, csv, query, expected) => {
		expect(await codeOf(send(csv, query))).toBe(expected);
		instance.books.clear();
	});

	it('needs a multipart body with a file', async () => {
		const path = `/bulk/v1/program/${PROGRAM}/members/import.json?format=csv&programMemberStatus=Registered`;
		expect(await codeOf(instance.post(path, {}))).toBe('613');
		const form = new FormData();
		form.append('file', 'no file');
		expect(await codeOf(instance.send(path, { method: 'POST', body: form }))).toBe('613');
		instance.books.clear();
	});

	it('takes more than 1 MB, and less than 10', async () => {
		const row = `x@example.com,${'x'.repeat(1000)}\n`;
		const big = await send(`email,address\n${row.repeat(2000)}`);
		expect(big.status).toBe(200);
		expect((await send(`email,address\n${row.repeat(11_000)}`)).status).toBe(413);
	});
});

it('reads what it writes', () => {
	const rows = [['a,b', 'say "hi"', 'two\nlines', '']];
	expect(readRows(writeRows(rows, ','), ',')).toEqual(rows);
	expect(readRows('a;b\r\n1;2\r\n', ';')).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
});

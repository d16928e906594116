/** Files: uploads by HubSpot's own client and by hand, imports, search, rules for duplicates. */
import { ImportFromUrlInputAccessEnum } from '@hubspot/api-client/lib/codegen/files';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../testing/until';
import { ALL_SCOPES, SERVICE_KEY, startPortal, type TestPortal } from '../testing/portal';
import { asRecord, at } from '../testing/values';

const OPTIONS = { access: 'PRIVATE', overwrite: false };

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({ world: { scopes: [...ALL_SCOPES, 'files'] } });
});
afterEach(() => portal.close());

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

interface Upload {
	file?: Buffer;
	fileName?: string | undefined;
	folderPath?: string | undefined;
	options?: unknown;
	path?: string;
}

async function upload(given: Upload = {}) {
	const { file = Buffer.from('hello'), options = OPTIONS, path = '/files/2026-03/files' } = given;
	const form = new FormData();
	form.set('file', new Blob([new Uint8Array(file)], { type: 'video/mp4' }), 'original.mp4');
	const fileName = 'fileName' in given ? given.fileName : 'talk.mp4';
	const folderPath = 'folderPath' in given ? given.folderPath : '/webinars';
	if (fileName !== undefined) form.set('fileName', fileName);
	if (folderPath !== undefined) form.set('folderPath', folderPath);
	form.set('options', typeof options === 'string' ? options : JSON.stringify(options));
	const answer = await fetch(`${portal.url}${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${SERVICE_KEY}` },
		body: form,
	});
	const body: unknown = await answer.json();
	return { status: answer.status, body };
}

it("takes an upload of the vendor's client, byte by byte", async () => {
	const { filesApi } = portal.client.files;
	// What looks like the end of a part, or is no text, is the file's own.
	const data = Buffer.concat([
		Buffer.from('\r\n--\r\n\r\n----------------------------'),
		Buffer.from(Array.from({ length: 256 }, (_, value) => value)),
		Buffer.from('\r\n'),
	]);
	const file = { data, name: 'original.mp4' };
	const options = JSON.stringify(OPTIONS);
	const made = asRecord(
		await filesApi.upload(file, undefined, '/webinars', 'talk.mp4', undefined, options),
	);
	const [stored] = portal.side.files.values();
	expect(stored).toMatchObject({ path: '/webinars/talk.mp4', size: data.length });
	expect(stored?.content?.equals(data)).toBe(true);
	expect(stored?.sha256).toBe(sha256(data));
	const id = String(made.id);
	const read = asRecord(await filesApi.getById(id));
	expect(read).toMatchObject({ id, name: 'talk', extension: 'mp4', access: 'PRIVATE' });
	const signed = await filesApi.getSignedUrl(id, undefined, 3600);
	expect(signed.url).toContain(id);
	expect(signed.expiresAt).toEqual(new Date('2026-11-20T18:10:00.000Z'));
	await filesApi.archive(id);
	await expect(filesApi.getById(id)).rejects.toMatchObject({ code: 404 });
});

it('measures a large file and does not keep it', async () => {
	const file = Buffer.alloc(5 * 1024 * 1024 + 3, 'recording ');
	expect((await upload({ file })).status).toBe(201);
	const [stored] = portal.side.files.values();
	expect(stored).toMatchObject({ size: file.length, sha256: sha256(file), content: null });
});

it.each([
	['no folder', { folderPath: undefined }],
	['no options', { options: '' }],
	['options that are no JSON', { options: 'PRIVATE' }],
	['no access', { options: {} }],
	['an unknown access', { options: { access: 'SECRET' } }],
	['an unknown strategy', { options: { ...OPTIONS, duplicateValidationStrategy: 'MERGE' } }],
	['a period that is none', { options: { ...OPTIONS, ttl: '3 months' } }],
])('refuses an upload with %s', async (_what, given) => {
	expect((await upload(given)).status).toBe(400);
	expect(portal.side.files.size).toBe(0);
});

it('refuses what is larger than the account may have, and says so', async () => {
	portal.world.maxFileBytes = 4;
	const answer = await upload();
	expect(answer.status).toBe(400);
	expect(String(at(answer.body, 'message'))).toMatch(/too large: 5 bytes.*4 bytes/);
});

it('refuses a body that is no form, or breaks off', async () => {
	expect((await portal.call('POST', '/files/2026-03/files', {})).status).toBe(400);
	const broken = await fetch(`${portal.url}/files/2026-03/files`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${SERVICE_KEY}`,
			'content-type': 'multipart/form-data; boundary=x',
		},
		body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
	});
	expect(broken.status).toBe(400);
	expect(portal.side.files.size).toBe(0);
});

it('needs the scope, and knows no upload in 2026-09', async () => {
	expect((await upload({ path: '/files/2026-09/files' })).status).toBe(404);
	portal.world.scopes = [...ALL_SCOPES];
	expect((await upload()).status).toBe(403);
});

it.each([
	['NONE', 201, 2],
	['RETURN_EXISTING', 201, 1],
	['REJECT', 409, 1],
])('meets a duplicate by %s', async (duplicateValidationStrategy, status, files) => {
	const options = { ...OPTIONS, duplicateValidationStrategy };
	await upload({ options });
	expect((await upload({ options })).status).toBe(status);
	expect(portal.side.files.size).toBe(files);
});

it('looks for duplicates in the folder only when asked to', async () => {
	const options = {
		...OPTIONS,
		duplicateValidationStrategy: 'RETURN_EXISTING',
		duplicateValidationScope: 'EXACT_FOLDER',
	};
	await upload({ options });
	await upload({ options, folderPath: '/other' });
	expect([...portal.side.files.values()].map(({ path }) => path)).toEqual([
		'/webinars/talk.mp4',
		'/other/talk.mp4',
	]);
});

it('counts names that are taken, or overwrites', async () => {
	await upload();
	const second = await upload({ file: Buffer.from('two') });
	expect(second.body).toMatchObject({ path: '/webinars/talk-1.mp4', name: 'talk-1' });
	const options = { ...OPTIONS, overwrite: true };
	const third = await upload({ file: Buffer.from('three'), options, fileName: undefined });
	expect(third.body).toMatchObject({ path: '/webinars/original.mp4' });
	const fourth = await upload({ file: Buffer.from('four!'), options });
	expect(fourth.body).toMatchObject({ path: '/webinars/talk.mp4', size: 5 });
	expect(portal.side.files.size).toBe(3);
});

it('finds files by name and by path', async () => {
	await upload();
	await upload({ file: Buffer.from('two'), fileName: 'notes' });
	const { filesApi } = portal.client.files;
	const byPath = await portal.call('GET', '/files/2026-09/files/search?path=/webinars/talk.mp4');
	expect(byPath.body).toMatchObject({ results: [{ name: 'talk' }] });
	const all = await filesApi.doSearch();
	expect(all.results).toHaveLength(2);
	const named = await portal.call('GET', '/files/v3/files/search?name=notes');
	expect(named.body).toMatchObject({ results: [{ path: '/webinars/notes.mp4' }] });
});

describe('import from a URL', () => {
	let server: Server;
	let address: string;
	beforeEach(async () => {
		server = createServer((request, response) => {
			response.statusCode = request.url?.startsWith('/gone') ? 404 : 200;
			response.setHeader('content-type', 'video/mp4');
			response.end(`content of ${request.url}, ${request.headers.authorization ?? 'no header'}`);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(() => new Promise((resolve) => server.close(resolve)));

	const wish = (url: string) => ({ url, folderPath: '/webinars', access: 'PRIVATE' });
	const importPath = '/files/2026-03/files/import-from-url/async';
	const status = async (id: string) =>
		asRecord((await portal.call('GET', `${importPath}/tasks/${id}/status`)).body);

	/** The fetch is real; the clock only moves by hand. */
	async function settled(id: string) {
		const ended = async () => {
			const task = await status(id);
			return task.status === 'PROCESSING' ? undefined : task;
		};
		return await until(ended, 'the end of the import');
	}

	it('waits, works, and is complete', async () => {
		const { filesApi } = portal.client.files;
		const { id } = await filesApi.importFromUrl({
			...wish(`${address}/a/recording.mp4?access_token=x`),
			access: ImportFromUrlInputAccessEnum.Private,
		});
		expect((await filesApi.checkImport(id)).status).toBe('PENDING');
		portal.advance(200);
		expect((await status(id)).status).toBe('PROCESSING');
		portal.advance(500);
		const task = await settled(id);
		expect(task).toMatchObject({ status: 'COMPLETE', result: { path: '/webinars/recording.mp4' } });
		expect([...portal.side.files.values()][0]?.content?.toString()).toBe(
			'content of /a/recording.mp4?access_token=x, no header',
		);
	});

	it('says what went wrong', async () => {
		const answer = await portal.call('POST', importPath, wish(`${address}/gone.mp4`));
		expect(answer.status).toBe(202);
		portal.advance(700);
		const task = await settled(String(at(answer.body, 'id')));
		expect(task).toMatchObject({ status: 'CANCELED', numErrors: 1 });
		expect(String(at(task, 'errors', 0, 'message'))).toContain('404');
		expect(portal.side.files.size).toBe(0);
	});

	it('keeps to the limit of sizes', async () => {
		portal.world.maxFileBytes = 3;
		const answer = await portal.call('POST', importPath, wish(`${address}/a.mp4`));
		portal.advance(700);
		const task = await settled(String(at(answer.body, 'id')));
		expect(String(at(task, 'errors', 0, 'message'))).toContain('too large');
	});

	it('calls nothing but this machine', async () => {
		for (const url of ['https://example.com/a.mp4', 'ftp://127.0.0.1/a', 'a.mp4']) {
			expect((await portal.call('POST', importPath, wish(url))).status).toBe(400);
		}
	});
});

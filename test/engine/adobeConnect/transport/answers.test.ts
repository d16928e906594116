import {
	at,
	bomb,
	drip,
	hostile,
	pour,
	results,
	send,
	type Answer,
	type Hostile,
} from '../support/hostile';
import { builtLimits, credentialAt, getWebinar, inAHurry } from '../support/run';

type FileStreams = typeof import('../../../../nodes/shared/transport/fileStream');

let server: Hostile;
beforeAll(inAHurry);
afterEach(async () => await server.close());

/** The first call that needs a session gets this answer, everything else a good one. */
async function answered(answer: Answer, action = 'sco-info') {
	server = await hostile(at(action, answer));
	return (await getWebinar(credentialAt(server.url))).error;
}

const asBody =
	(body: string, type = 'text/xml', status = 200): Answer =>
	(_, response) =>
		send(response, body, type, status);

describe('what is no answer of Adobe Connect is told as what it is, and not asked for again', () => {
	test.each<[string, Answer, RegExp, RegExp]>([
		[
			'a page',
			asBody('<!DOCTYPE html><html><body>Log in</body></html>', 'text/html'),
			/web page came instead/,
			/Check Host/,
		],
		['text', asBody('It works!', 'text/plain'), /web page came instead/, /Check Host/],
		['a missing page', asBody('<html/>', 'text/html', 404), /status 404/, /Check Host/],
		['a refusal of a proxy', asBody('denied', 'text/plain', 403), /status 403/, /Check Host/],
		['nothing', asBody(''), /empty answer/, /Check Host/],
		['other XML', asBody('<rss version="2.0"/>'), /XML of another kind/, /Check Host/],
		['XML without a status', asBody('<results/>'), /XML of another kind/, /Check Host/],
		[
			'a document type',
			asBody('<!DOCTYPE r [<!ENTITY a "b">]><results><status code="ok"/></results>'),
			/document type/,
			/proxy or gateway between/,
		],
		['a million laughs', asBody(laughs()), /document type/, /proxy or gateway between/],
		[
			'tiny elements without number',
			asBody(results('<a/>'.repeat(2_100_000))),
			/too large/,
			/fewer people/,
		],
	])('%s', async (_, answer, message, repair) => {
		const error = await answered(answer);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(repair);
		expect(server.of('sco-info')).toHaveLength(1);
	});
});

describe('what may be better the next time is asked for again', () => {
	test.each<[string, Answer, RegExp]>([
		['half an answer', asBody('<results><status code="ok"/><sco'), /not complete XML/],
		['a server that is down', asBody('<html>503</html>', 'text/html', 503), /status 503/],
		['a server that has enough', asBody('', 'text/plain', 429), /status 429/],
		['a cut connection', (_, response) => void response.destroy(), /could not be reached/],
		['a cut answer', cutInTheMiddle, /could not be reached/],
		[
			'broken compression',
			(_, response) => {
				response.writeHead(200, { 'content-encoding': 'gzip' });
				response.end('no gzip');
			},
			/could not be reached/,
		],
	])('%s', async (_, answer, message) => {
		let times = 0;
		const error = await answered((heard, response, request) => {
			times += 1;
			return times < 3 ? answer(heard, response, request) : false;
		});
		expect(error).toBeNull();
		await server.close();
		const given = await answered(answer);
		expect(given?.message).toMatch(message);
		expect(given?.description).toMatch(/run again|Run again/);
		expect(server.of('sco-info')).toHaveLength(5);
	});

	test('an internal error once, and what was asked wrongly not at all', async () => {
		const internal = (text: string) =>
			asBody(results('', `<status code="internal-error"><exception>${text}</exception></status>`));
		const error = await answered(internal('The database is being restored'));
		expect(error?.message).toMatch(/failed inside of Adobe Connect .*database is being restored/);
		expect(server.of('sco-info')).toHaveLength(2);
		await server.close();
		await answered(internal('Incorrect input value or type. Please retry with correct input.'));
		expect(server.of('sco-info')).toHaveLength(1);
	});

	test('when the server says when, then; when that is too long, not in this run', async () => {
		const error = await answered((_, response) => {
			response.setHeader('retry-after', '600');
			send(response, '', 'text/plain', 429);
		});
		expect(error?.message).toMatch(/overloaded or down/);
		expect(server.of('sco-info')).toHaveLength(1);
	});
});

describe('an answer without an end', () => {
	const MB = 1024 * 1024;

	test('of 100 MB is read no further than it is bearable, and its connection closed', async () => {
		let written = 0;
		const error = await answered(async (_, response) => {
			response.writeHead(200, { 'content-type': 'text/xml' });
			response.write('<results>');
			written = await pour(response, 100);
		});
		expect(error?.message).toMatch(/too large \(more than 64 MB/);
		expect(written).toBeLessThan(90 * MB);
		expect(server.of('sco-info')).toHaveLength(1);
		await gone();
	});

	test('that is small on the way and huge unpacked is read no further either', async () => {
		const error = await answered((_, response) => bomb(response, 300));
		expect(error?.message).toMatch(/too large/);
		expect(server.of('sco-info')).toHaveLength(1);
	});

	test('that drips is given up after a while, once', async () => {
		const { ANSWER } = await builtLimits();
		const { mostMs } = ANSWER;
		// The good answers before it come in time on a busy machine as well.
		ANSWER.mostMs = 3000;
		const error = await answered((_, response) => drip(response)).finally(() => {
			ANSWER.mostMs = mostMs;
		});
		expect(error?.message).toMatch(/took too long/);
		expect(server.of('sco-info')).toHaveLength(1);
		await gone();
	});

	test('that stops in the middle is given up, and asked for again', async () => {
		const { STALL } = (await import(
			'../../../../dist/nodes/shared/transport/fileStream.js' as string
		)) as FileStreams;
		const { afterMs } = STALL;
		STALL.afterMs = 1000;
		let times = 0;
		const error = await answered((_, response) => {
			times += 1;
			if (times > 2) return false;
			response.writeHead(200, { 'content-type': 'text/xml' });
			response.write('<results>');
			return true;
		}).finally(() => {
			STALL.afterMs = afterMs;
		});
		expect(error).toBeNull();
		expect(times).toBeGreaterThanOrEqual(3);
	});

	/** Only connections that are kept for later calls are left, and these do not wait for anything. */
	async function gone(): Promise<void> {
		for (let tries = 0; tries < 100 && (await server.connections()) > 0; tries += 1) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		expect(await server.connections()).toBe(0);
	}
});

test('an entity that lies elsewhere is never fetched', async () => {
	const elsewhere = await hostile();
	const address = `${elsewhere.url}/secret`;
	const bodies = [
		`<!DOCTYPE r [<!ENTITY e SYSTEM "${address}">]>${results('<sco>&e;</sco>')}`,
		`<?xml version="1.0"?><!DOCTYPE r SYSTEM "${address}"><results>&e;</results>`,
		`<!DOCTYPE r [<!ENTITY % p SYSTEM "${address}"> %p;]><results>&e;</results>`,
		`<?x <!-- ?><!DOCTYPE r [<!ENTITY e SYSTEM "${address}">]><results>&e;<!-- --></results>`,
		`<results xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${address}"/></results>`,
	];
	for (const body of bodies) {
		const error = await answered(asBody(body));
		expect(error).not.toBeNull();
		await server.close();
	}
	await elsewhere.close();
	expect(elsewhere.heard).toEqual([]);
	server = await hostile();
});

test('trouble with the answer to the sign-in is told in the same way', async () => {
	const page = asBody('<html/>', 'text/html');
	for (const action of ['common-info', 'login']) {
		const error = await answered(page, action);
		expect(error?.message).toMatch(/web page came instead/);
		expect(error?.description).toMatch(/Check Host/);
		expect(server.of(action)).toHaveLength(1);
		await server.close();
	}
	server = await hostile();
});

test('the words of the server are told in part only', async () => {
	const long = 'x'.repeat(100_000);
	const error = await answered(
		asBody(results('', `<status code="internal-error"><exception>${long}</exception></status>`)),
	);
	expect(error?.message.length).toBeLessThan(1000);
});

function cutInTheMiddle(_: unknown, response: Parameters<Answer>[1]): void {
	response.writeHead(200, { 'content-type': 'text/xml' });
	response.write('<results>');
	setTimeout(() => response.destroy(), 10);
}

function laughs(): string {
	const entities = Array.from({ length: 9 }, (_, index) => {
		const before = index === 0 ? 'ha' : `&l${index};`.repeat(10);
		return `<!ENTITY l${index + 1} "${before}">`;
	});
	return `<?xml version="1.0"?><!DOCTYPE l [${entities.join('')}]><results>&l9;</results>`;
}

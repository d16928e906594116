import type { VendorError } from '../../../../nodes/shared/transport/vendorError';
import type { AdobeRequest } from '../../../../nodes/AdobeConnect/transport/request';
import { clientOf } from '../support/client';
import { at, hostile, results, send, type Answer, type Hostile } from '../support/hostile';
import { credentialAt, inAHurry } from '../support/run';

let server: Hostile;
beforeAll(inAHurry);
afterEach(async () => await server.close());

const READ: AdobeRequest = { action: 'report-my-events', what: 'the events', mayBeEmpty: true };
/** May be sent again: the schedule is set. */
const KEYED: AdobeRequest = {
	action: 'sco-update',
	parameters: [['sco-id', '1']],
	write: 'updateSco',
	what: 'the room',
};
/** Sent twice it would be there twice. */
const UNKEYED: AdobeRequest = {
	action: 'sco-update',
	parameters: [['folder-id', '1']],
	write: 'createSeminarSession',
	what: 'the seminar session',
};

async function sent(request: AdobeRequest, answer: Answer) {
	server = await hostile(at(request.action, answer));
	const client = await clientOf(credentialAt(server.url));
	const outcome = await client.call(request).catch((error: VendorError) => error);
	return { outcome, times: server.of(request.action).length };
}

const body =
	(text: string, status = 200): Answer =>
	(_, response) =>
		send(response, text, 'text/xml', status);
const cut: Answer = (_, response) => void response.destroy();
const wrong = '<status code="internal-error"><exception>boom</exception></status>';

describe('a report that has nothing to tell', () => {
	test.each([
		['nothing', ''],
		['a declaration', '<?xml version="1.0" encoding="utf-8"?>\r\n'],
	])('may be %s', async (_, text) => {
		const { outcome, times } = await sent(READ, body(text));
		expect(outcome).toMatchObject({ children: [] });
		expect(times).toBe(1);
	});

	test('but where something must come, nothing is an error', async () => {
		const { outcome } = await sent({ ...READ, mayBeEmpty: false }, body(''));
		expect(outcome).toMatchObject({ message: 'Adobe Connect sent an empty answer (the events)' });
	});

	test('and a server that is down does not count as nothing to tell', async () => {
		const { outcome, times } = await sent(READ, body('', 503));
		expect(outcome).toMatchObject({ details: { reason: 'temporarilyUnavailable' } });
		expect(times).toBe(5);
	});
});

describe('a write', () => {
	test.each<[string, Answer]>([
		['a lost answer', cut],
		['half an answer', body('<results><status')],
		['an outage', body('', 502)],
	])('that may be sent again is, after %s', async (_, answer) => {
		expect(await sent(KEYED, answer)).toMatchObject({
			outcome: { details: { reason: 'temporarilyUnavailable' } },
			times: 5,
		});
	});

	test.each<[string, Answer]>([
		['a lost answer', cut],
		['half an answer', body('<results><status')],
		['an outage', body('', 502)],
		['an internal error', body(results('', wrong))],
		['an empty answer', body('')],
		['a page', body('<html>Done</html>')],
		['an answer that is too large', body(results('<a/>'.repeat(2_100_000)))],
	])('that may not is sent once, and told as uncertain, after %s', async (_, answer) => {
		expect(await sent(UNKEYED, answer)).toMatchObject({
			outcome: {
				message: expect.stringMatching(/not known whether it took effect/) as string,
				details: { reason: 'uncertain' },
			},
			times: 1,
		});
	});

	test.each([KEYED, UNKEYED])(
		'that was throttled had no effect, and is sent again',
		async (request) => {
			let times = 0;
			const answer: Answer = (heard, response, incoming) => {
				times += 1;
				return times < 3 ? body('', 429)(heard, response, incoming) : false;
			};
			expect(await sent(request, answer)).toMatchObject({ outcome: { name: 'results' }, times: 3 });
		},
	);

	test('that was refused was refused', async () => {
		const refusal = '<status code="no-access" subcode="denied"/>';
		expect(await sent(UNKEYED, body(results('', refusal)))).toMatchObject({
			outcome: { details: { reason: 'vendorRejected', code: 'no-access/denied' } },
			times: 1,
		});
	});

	test('goes as a form, and its values are encoded in their order', async () => {
		const parameters = [
			['name', 'Zoë & Søn = 100%+'],
			['principal-id', 1],
			['principal-id', 2],
			['left-out', undefined],
			['flag', true],
		] as const;
		await sent({ ...KEYED, parameters }, () => false);
		const [heard] = server.of('sco-update');
		expect(heard).toMatchObject({ method: 'POST', url: '/api/xml?action=sco-update' });
		expect([...new URLSearchParams(heard?.body)]).toEqual([
			['name', 'Zoë & Søn = 100%+'],
			['principal-id', '1'],
			['principal-id', '2'],
			['flag', 'true'],
		]);
	});
});

test('a read with a long query goes as a form, too', async () => {
	const parameters = Array.from({ length: 400 }, (_, index) => ['filter-sco-id', index] as const);
	await sent({ ...READ, parameters }, () => false);
	expect(server.of('report-my-events')).toMatchObject([
		{ method: 'POST', url: '/api/xml?action=report-my-events' },
	]);
});

test('an internal error after a lost session is still worth one more try', async () => {
	const statuses = ['<status code="no-access" subcode="no-login"/>', wrong];
	let times = 0;
	const { outcome } = await sent(READ, (_, response) => {
		const status = statuses[times];
		times += 1;
		if (status === undefined) return false;
		send(response, results('', status));
		return true;
	});
	expect(outcome).toMatchObject({ name: 'results' });
	expect(times).toBe(3);
});

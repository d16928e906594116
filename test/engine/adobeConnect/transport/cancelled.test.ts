import type { AdobeClient } from '../../../../nodes/AdobeConnect/transport/request';
import { at, hostile, type Answer, type Hostile } from '../support/hostile';
import { clientOf } from '../support/client';
import { builtLimits, credentialAt, inAHurry, SECRETS } from '../support/run';

const READ = { action: 'sco-info', parameters: [['sco-id', '1']], what: 'the webinar' } as const;

let server: Hostile;
beforeAll(inAHurry);
afterEach(async () => await server.close());

/** Cancels as soon as such a call has come, and never answers that one. */
async function cancelledAt(
	action: string,
): Promise<{ client: AdobeClient; cancel: AbortController }> {
	const cancel = new AbortController();
	server = await hostile(at(action, () => cancel.abort()));
	return { client: await clientOf(credentialAt(server.url), cancel.signal), cancel };
}

test.each([
	['common-info', ['common-info']],
	['login', ['common-info', 'login']],
	['sco-info', ['common-info', 'login', 'sco-info']],
])(
	'an execution that is cancelled during %s ends as cancelled, and sends nothing more',
	async (action, sent) => {
		const { client } = await cancelledAt(action);
		await expect(client.call(READ)).rejects.toMatchObject({ name: 'CancelledError' });
		await expect(client.call(READ)).rejects.toMatchObject({ name: 'CancelledError' });
		expect(server.heard.map((heard) => heard.action)).toEqual(sent);
	},
);

test('one that is cancelled while it waits for the next try waits no longer', async () => {
	const { RETRY } = await builtLimits();
	const { baseMs } = RETRY;
	RETRY.baseMs = 60_000;
	const cancel = new AbortController();
	const down: Answer = (_, response) => {
		setTimeout(() => cancel.abort(), 50);
		response.writeHead(503).end();
	};
	server = await hostile(at('sco-info', down));
	const client = await clientOf(credentialAt(server.url), cancel.signal);
	const called = client.call(READ).finally(() => (RETRY.baseMs = baseMs));
	await expect(called).rejects.toMatchObject({ name: 'CancelledError' });
	expect(server.of('sco-info')).toHaveLength(1);
});

test('the answer is not read to its end then', async () => {
	const cancel = new AbortController();
	const half: Answer = (_, response) => {
		response.writeHead(200, { 'content-type': 'text/xml' });
		response.write('<results>');
		setTimeout(() => cancel.abort(), 50);
	};
	server = await hostile(at('sco-info', half));
	const client = await clientOf(credentialAt(server.url), cancel.signal);
	await expect(client.call(READ)).rejects.toMatchObject({ name: 'CancelledError' });
});

test('another execution that waited for the same sign-in signs in itself', async () => {
	const cancel = new AbortController();
	let logins = 0;
	const never = () => {
		logins += 1;
		if (logins === 1) setTimeout(() => cancel.abort(), 50);
		return logins === 1;
	};
	server = await hostile(at('login', never));
	const first = await clientOf(credentialAt(server.url), cancel.signal);
	const second = await clientOf(credentialAt(server.url));
	const [cancelled, answered] = await Promise.allSettled([first.call(READ), second.call(READ)]);
	expect(cancelled).toMatchObject({ status: 'rejected', reason: { name: 'CancelledError' } });
	expect(answered.status).toBe('fulfilled');
	expect((await second.session()).cookie).toBe(SECRETS.session);
	expect(server.of('login')).toHaveLength(2);
});

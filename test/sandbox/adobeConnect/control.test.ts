import type { Sandbox } from '../contract';
import { helpText } from '../help';
import { startSandbox } from '../index';
import { ADOBE_USER, adobeIds, makeStory, type Story } from '../../story';
import { findAll, parseXml, type Node } from './testing/parse';

let story: Story;
let sandbox: Sandbox;
beforeEach(async () => {
	story = makeStory({ seed: 1, registrants: 20, now: '2026-11-20T17:10:00.000Z' });
	sandbox = await startSandbox({ world: story.world });
});
afterEach(() => sandbox.close());

async function control(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
	const answer = await fetch(`${sandbox.url}/control/adobe-connect/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: answer.status, body: await answer.json() };
}

/** As a client would: a login by form, the session of its cookie. */
async function call(action: string, params: Record<string, string>): Promise<Node> {
	const post = (fields: Record<string, string>) =>
		fetch(`${sandbox.adobeBaseUrl}/api/xml`, {
			method: 'POST',
			body: new URLSearchParams(fields),
		});
	const { login, password = '' } = ADOBE_USER;
	const signedIn = await post({ action: 'login', login, password });
	const [session = ''] = signedIn.headers.get('set-cookie')?.match(/(?<==)[a-z0-9]+/) ?? [];
	return parseXml(await (await post({ action, session, ...params })).text());
}

describe('Adobe Connect beside the other vendors', () => {
	it('reports the people of the story', async () => {
		const { webinarId } = adobeIds(story.main, 'event');
		const action = 'report-event-participants-complete-information';
		const report = await call(action, { 'sco-id': webinarId });
		const approved = findAll(report, 'user').filter(
			({ attributes }) => attributes.permission_id === 'view',
		);
		const attended = approved.filter(({ attributes }) => attributes.attendance_status === '1');
		const registrants = story.main.people.filter(({ kind }) => kind === 'registrant');
		expect(approved).toHaveLength(registrants.length);
		expect(attended).toHaveLength(registrants.filter(({ presence }) => presence.length > 0).length);
	});

	it('is in the books, and can be left out of a world', async () => {
		await call('common-info', {});
		expect(sandbox.books.calls('adobeConnect').map(({ route }) => route)).toEqual([
			'/api/xml?action=login',
			'/api/xml?action=common-info',
		]);
		const { adobeConnect: _left, ...world } = story.world;
		const without = await startSandbox({ world });
		expect(() => without.adobeConnect).toThrow('no Adobe Connect');
		await without.close();
	});

	it('is told of by the help', () => {
		const help = helpText(sandbox, story);
		expect(help).toContain(sandbox.adobeBaseUrl);
		expect(help).toContain(`-d password=${ADOBE_USER.password}`);
		expect(help).toContain('control/adobe-connect/register');
	});
});

describe('what people do, by the control routes', () => {
	it('is to register and to be let in', async () => {
		const { webinarId: eventId } = adobeIds(story.main, 'event');
		const person = { eventId, email: 'new@example.com', firstName: 'New', lastName: 'Person' };
		const registered = await control('register', person);
		expect(registered.body).toMatchObject({ permission: 'pending' });
		const again = await control('register', person);
		expect([again.status, again.body]).toEqual([
			422,
			{ message: 'invalid already-registered string not-allowed' },
		]);
		const principalId = sandbox.adobeConnect.principalByLogin('new@example.com')?.id;
		await control('decide', { eventId, principalId, permission: 'view' });
		expect(sandbox.adobeConnect.event(eventId).registrants.at(-1)?.permission).toBe('view');
		expect(sandbox.adobeConnect.mails).toHaveLength(2);
	});

	it('is to come, to go, to end and to record', async () => {
		const { roomId } = adobeIds(story.noRegistration, 'meeting');
		const first = await control('join', { roomId, name: 'Guest' });
		await control('join', { roomId, principalId: ADOBE_USER.id, role: 'host' });
		const { transcriptId } = first.body as { transcriptId: string };
		await control('leave', { roomId, transcriptId });
		const ended = await control('end', { roomId });
		expect(ended.body).toMatchObject({ stays: [{ name: 'Guest' }, { name: 'n8n Automation' }] });
		const recorded = await control('recordings', { roomId, name: 'Again' });
		expect(recorded.body).toMatchObject({ name: 'Again', icon: 'archive' });
		expect((await control('end', { roomId })).status).toBe(422);
	});

	it('leaves a trace of calls, and sessions can be ended', async () => {
		await call('common-info', {});
		await control('expire-sessions', {});
		const seen = await (await fetch(`${sandbox.url}/control/adobe-connect`)).json();
		expect(seen.calls.map(({ action }: { action: string }) => action)).toEqual([
			'login',
			'common-info',
		]);
	});
});

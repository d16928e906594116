/** The same within the whole sandbox: its clock, its books, its forms. */
import { makeStory } from '../../../story';
import { startSandbox } from '../../index';
import { addContactToWebinar, appToken, OAUTH_APP, startReceiver } from './testing';

it('plays a blocked action from sign-in to callback, and keeps tokens out of the books', async () => {
	const { world } = makeStory({ seed: 1, registrants: 10, now: '2026-11-20T17:10:00.000Z' });
	world.hubspot.oauthApp = { ...OAUTH_APP };
	const sandbox = await startSandbox({ world });
	const receiver = await startReceiver({
		body: { outputFields: { hs_execution_state: 'BLOCK', hs_expiration_duration: 'PT1H' } },
	});
	const { hubspot, books } = sandbox;
	const [contactId = ''] = hubspot.contacts.keys();
	const action = hubspot.workflows.defineAction(addContactToWebinar(receiver.url));
	const enrollment = await hubspot.workflows.enroll({ action, contactId }).answered();
	const token = await appToken({ url: sandbox.hubspotBaseUrl, world: world.hubspot });
	const path = `/automation/actions/callbacks/2026-09/${enrollment.callbackId}/complete`;
	const answer = await fetch(`${sandbox.hubspotBaseUrl}${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ outputFields: { registrationStatus: 'registered' } }),
	});
	expect([answer.status, enrollment.state]).toEqual([204, 'succeeded']);
	expect(books.writes('hubspot').map((entry) => entry.path)).toEqual([path]);
	expect(JSON.stringify(books.entries)).not.toContain(token);

	const late = await hubspot.workflows.enroll({ action, contactId }).answered();
	sandbox.advance(3_600_000);
	expect(late.state).toBe('expired');
	await sandbox.close();
	await receiver.close();
});

import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from '../credentials/connect';
import { expectBySpec } from '../support/specs';
import { zoomNode } from '../support/zoom';
import { addTo, newWebinar, people, registrantOperation, told } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const SCOPES = [
	'webinar:read:webinar',
	'webinar:read:list_registrants',
	'webinar:read:list_registration_questions',
	'webinar:write:registrant',
	'webinar:write:batch_registrants',
	'webinar:update:registrant_status',
	'webinar:delete:registrant',
];

describe('with a General app that a user has authorised', () => {
	test('people are registered, cancelled and deleted with the scopes of that user', async () => {
		const fresh = { zoom: { [OAUTH2]: await connected(here) } };
		here.sandbox.zoom.world.generalApp!.scopes = SCOPES;
		// n8n then fetches a token that carries the app's new scopes.
		here.sandbox.zoom.revokeTokens();
		const { id } = newWebinar(here);
		const signedIn = { authentication: 'oAuth2' };
		const items = people(3).map((person) => ({ ...person, registrant: person.email }));
		const add = addTo(id, signedIn);
		expect(told(await zoomNode(fresh, add, { items }))).toEqual(
			Array(3).fill('synced registered -'),
		);
		const cancel = registrantOperation('updateStatus', id, { ...signedIn, newStatus: 'cancel' });
		expect(told(await zoomNode(fresh, cancel, { items }))).toEqual(
			Array(3).fill('synced cancelled -'),
		);
		const remove = registrantOperation('delete', id, signedIn);
		expect(told(await zoomNode(fresh, remove, { items }))).toEqual(
			Array(3).fill('synced deleted -'),
		);
	});
});

/** What a portal as a whole does not have: versions, marketing events. */
import { startPortal, type TestPortal } from './testing/portal';
import { at } from './testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

it('answers a version that it does not know as every unknown path', async () => {
	portal.world.versions = { missing: ['2026-09'] };
	for (const path of [
		'/crm/objects/2026-09/contacts/101',
		'/account-info/2026-09/details',
		'/marketing/marketing-events/2026-09?limit=1',
	]) {
		expect(await portal.call('GET', path)).toMatchObject({
			status: 404,
			body: { message: 'resource not found', category: 'OBJECT_NOT_FOUND' },
		});
	}
	expect((await portal.call('GET', '/crm/objects/2026-03/contacts/101')).status).toBe(200);
	expect((await portal.call('GET', '/crm/v3/objects/contacts/101')).status).toBe(200);
	portal.world.versions = {};
	expect((await portal.call('GET', '/crm/objects/2026-09/contacts/101')).status).toBe(200);
});

it.each(['/marketing/v3/marketing-events', '/marketing/marketing-events/2026-09'])(
	'refuses %s where marketing events are not allowed, and names no scope',
	async (path) => {
		portal.world.marketingEventsAllowed = false;
		const answer = await portal.call('GET', path);
		expect(answer.status).toBe(403);
		expect(at(answer.body, 'context')).toBeUndefined();
		expect((await portal.call('GET', '/crm/v3/objects/contacts/101')).status).toBe(200);
	},
);

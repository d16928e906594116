/** What a contact's properties take, one contact at a time. */
import { isDeliverable } from './contacts/emailAddress';
import { START, startPortal, type TestPortal } from './testing/portal';
import { at } from './testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const patch = (properties: Record<string, unknown>, id = '101') =>
	portal.call('PATCH', `/crm/objects/2026-03/contacts/${id}`, { properties });

it.each([
	['a@example.com', true],
	["d'arcy+news@sub.example.co.uk", true],
	['a@example.webinar', false],
	['a@example.lcom', false],
	['a@host.invalid', false],
	['a@host.test', false],
	['a@', false],
	['bob example.com', false],
	['a@@example.com', false],
	['a@-x.com', false],
	['.a@example.com', false],
	['a b@example.com', false],
	['ä@example.com', false],
	[`${'a'.repeat(65)}@example.com`, false],
])('the address %s is taken: %s', (email, taken) => {
	expect(isDeliverable(email)).toBe(taken);
});

it('names every unknown property', async () => {
	const answer = await patch({ first000name: 'x', phone: '1', last000name: 'y' });
	expect(answer).toMatchObject({
		status: 400,
		body: {
			category: 'VALIDATION_ERROR',
			errors: [
				{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['first000name'] } },
				{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['last000name'] } },
			],
		},
	});
	expect(portal.side.contacts.get('101')?.properties.phone).toBeUndefined();
});

it('takes 65,536 characters and not one more', async () => {
	expect((await patch({ message: 'x'.repeat(65_536) })).status).toBe(200);
	expect(await patch({ message: 'x'.repeat(65_537) })).toMatchObject({
		status: 400,
		body: { category: 'VALIDATION_ERROR' },
	});
});

it.each([
	[{ webinar_count: 3 }, 200],
	[{ webinar_count: '87.5' }, 200],
	[{ webinar_count: '' }, 200],
	[{ webinar_count: '3,5' }, 400],
	[{ webinar_count: 'NaN' }, 400],
	[{ webinar_count: true }, 400],
	[{ lifecyclestage: 'customer' }, 200],
	[{ lifecyclestage: 'king' }, 400],
	[{ closedate: '2026-11-20T10:00:00Z' }, 200],
	[{ closedate: 'soon' }, 400],
	[{ hs_object_id: '5' }, 400],
	[{ hs_additional_emails: 'x@example.com' }, 400],
	[{ email: 'nonsense' }, 400],
])('%j gives %d', async (properties, status) => {
	expect((await patch(properties)).status).toBe(status);
});

it('clears with an empty value and answers null from then on', async () => {
	await patch({ firstname: '' });
	const path = '/crm/v3/objects/contacts/101?properties=firstname,lastname';
	const answer = await portal.call('GET', path);
	expect(at(answer.body, 'properties')).toMatchObject({ firstname: null, lastname: 'L.' });
});

it('never moves the lifecycle stage back, unless it was cleared', async () => {
	await patch({ lifecyclestage: 'customer' });
	await patch({ lifecyclestage: 'lead' });
	expect(portal.side.contacts.get('101')?.properties.lifecyclestage).toBe('customer');
	await patch({ lifecyclestage: '' });
	await patch({ lifecyclestage: 'lead' });
	expect(portal.side.contacts.get('101')?.properties.lifecyclestage).toBe('lead');
});

it('keeps the dates of creation and last change', async () => {
	const created = await portal.call('POST', '/crm/v3/objects/contacts', {
		properties: { email: 'new@example.com' },
	});
	expect(created).toMatchObject({ status: 201, body: { createdAt: START, updatedAt: START } });
	portal.advance(60_000);
	const id = String(at(created.body, 'id'));
	await patch({ phone: '1' }, id);
	const read = await portal.call('GET', `/crm/v3/objects/contacts/${id}`);
	expect(read.body).toMatchObject({
		createdAt: START,
		updatedAt: '2026-11-20T17:11:00.000Z',
		properties: { createdate: START, lastmodifieddate: '2026-11-20T17:11:00.000Z' },
	});
});

it('names the existing contact when one is created twice', async () => {
	const properties = { email: 'BOB@home.example' };
	const answer = await portal.call('POST', '/crm/v3/objects/contacts', { properties });
	expect(answer).toMatchObject({
		status: 409,
		body: { category: 'CONFLICT', message: 'Contact already exists. Existing ID: 102' },
	});
});

it('lists live and archived contacts apart and refuses more than 100 a page', async () => {
	const ids = async (query: string) => {
		const { body } = await portal.call('GET', `/crm/v3/objects/contacts?${query}`);
		return at(body, 'results');
	};
	expect(await ids('limit=100')).toMatchObject([{ id: '101' }, { id: '102' }]);
	expect(await ids('archived=true')).toMatchObject([{ id: '103' }]);
	expect((await portal.call('GET', '/crm/v3/objects/contacts?limit=101')).status).toBe(400);
});

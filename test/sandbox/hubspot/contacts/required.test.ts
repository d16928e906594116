/** Properties that a portal requires of new contacts: 2026-09 asks for them, older versions do not. */
import { startPortal, type TestPortal } from '../testing/portal';
import { at } from '../testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({ world: { requiredProperties: ['company', 'email'] } });
});
afterEach(() => portal.close());

const refusal = {
	category: 'VALIDATION_ERROR',
	message: 'Error creating CONTACT. Some required properties were not set.',
};

it('refuses a create without them', async () => {
	const properties = { email: 'eve@example.com', company: '' };
	const path = '/crm/objects/2026-09/contacts';
	expect(await portal.call('POST', path, { properties })).toMatchObject({
		status: 400,
		body: { ...refusal, context: { properties: ['company'] } },
	});
	properties.company = 'Acme';
	expect((await portal.call('POST', path, { properties })).status).toBe(201);
	expect((await portal.call('POST', path, { properties: { company: 'Acme' } })).status).toBe(400);
});

it.each(['/crm/objects/2026-03/contacts', '/crm/v3/objects/contacts', '/crm/v3/objects/0-1'])(
	'does not ask under %s',
	async (path) => {
		const properties = { email: 'eve@example.com' };
		expect((await portal.call('POST', path, { properties })).status).toBe(201);
		const inputs = [{ properties: { email: 'two@example.com' } }];
		expect((await portal.call('POST', `${path}/batch/create`, { inputs })).status).toBe(201);
	},
);

it('refuses a batch whole, or one record of it by its trace id', async () => {
	const whole = { properties: { email: 'one@example.com', company: 'Acme' } };
	const poor = { properties: { email: 'two@example.com' } };
	const path = '/crm/objects/2026-09/contacts/batch/create';
	expect(await portal.call('POST', path, { inputs: [whole, poor] })).toMatchObject({
		status: 400,
		body: refusal,
	});
	expect(portal.side.contactByEmail('one@example.com')).toBeUndefined();
	const inputs = [
		{ ...whole, objectWriteTraceId: 'a' },
		{ ...poor, objectWriteTraceId: 'b' },
	];
	const answer = await portal.call('POST', path, { inputs });
	expect(answer).toMatchObject({ status: 207, body: { numErrors: 1, errors: [refusal] } });
	expect(at(answer.body, 'errors', 0, 'context')).toEqual({
		properties: ['company'],
		objectWriteTraceId: ['b'],
	});
});

it('asks an upsert for new contacts only', async () => {
	const path = '/crm/objects/2026-09/contacts/batch/upsert';
	const upsert = (id: string) =>
		portal.call('POST', path, {
			inputs: [{ idProperty: 'email', id, properties: { phone: '1' }, objectWriteTraceId: 'a' }],
		});
	expect((await upsert('ada@example.com')).status).toBe(200);
	expect((await upsert('new@example.com')).status).toBe(207);
});

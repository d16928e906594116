/** Property definitions and groups. */
import { startPortal, type TestPortal } from './testing/portal';
import { asList, asRecord, at } from './testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const ROOT = '/crm/properties/2026-09/contacts';
const definition = (name: string, more: Record<string, unknown> = {}) => ({
	name,
	label: name,
	groupName: 'webinars',
	type: 'number',
	fieldType: 'number',
	...more,
});
const create = (body: unknown) => portal.call('POST', ROOT, body);

it('has the groups of the world and of HubSpot', async () => {
	const { body } = await portal.call('GET', `${ROOT}/groups`);
	const names = asList(at(body, 'results')).map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['contactinformation', 'webinars']));
});

it('wants the group first', async () => {
	expect((await create(definition('x', { groupName: 'new' }))).status).toBe(400);
	const batch = { inputs: [definition('x', { groupName: 'new' }), definition('y')] };
	expect((await portal.call('POST', `${ROOT}/batch/create`, batch)).status).toBe(400);
	expect(portal.side.properties.has('y')).toBe(false);
	const group = { name: 'new', label: 'New', displayOrder: -1 };
	const made = await portal.call('POST', `${ROOT}/groups`, group);
	expect(made).toMatchObject({ status: 201, body: { name: 'new', archived: false } });
	expect(asRecord(made.body).displayOrder).toBeGreaterThanOrEqual(0);
	expect((await portal.call('POST', `${ROOT}/groups`, group)).status).toBe(409);
	expect((await create(definition('x', { groupName: 'new' }))).status).toBe(201);
});

it.each([
	['a missing label', { label: undefined }],
	['an upper-case name', { name: 'Webinars' }],
	['a leading digit', { name: '1st' }],
	['a field type of another type', { fieldType: 'textarea' }],
	['an unknown type', { type: 'money' }],
])('refuses %s', async (_what, change) => {
	expect(await create(definition('good_name', change))).toMatchObject({
		status: 400,
		body: { category: 'VALIDATION_ERROR' },
	});
});

it('refuses a name that exists: 409 alone, 207 in a batch', async () => {
	const single = await create(definition('webinar_count'));
	expect(single).toMatchObject({ status: 409, body: { category: 'OBJECT_ALREADY_EXISTS' } });
	const inputs = [definition('webinar_count'), definition('fresh')];
	const batch = await portal.call('POST', `${ROOT}/batch/create`, { inputs });
	expect(batch).toMatchObject({
		status: 207,
		body: {
			results: [{ name: 'fresh' }],
			errors: [
				{
					category: 'OBJECT_ALREADY_EXISTS',
					subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
					message: "A property named 'webinar_count' already exists.",
					context: { name: ['webinar_count'] },
				},
			],
			numErrors: 1,
		},
	});
});

it('tells what can be written', async () => {
	const metadata = async (name: string) =>
		at((await portal.call('GET', `${ROOT}/${name}`)).body, 'modificationMetadata');
	expect(await metadata('webinar_count')).toEqual({
		archivable: true,
		readOnlyDefinition: false,
		readOnlyValue: false,
	});
	expect(await metadata('email')).toMatchObject({ readOnlyDefinition: true, readOnlyValue: false });
	expect(await metadata('createdate')).toMatchObject({ readOnlyValue: true });
	expect((await portal.call('GET', `${ROOT}/nothing`)).status).toBe(404);
});

it('forgets an archived property and its values are not read any more', async () => {
	await portal.call('PATCH', '/crm/v3/objects/contacts/101', { properties: { webinar_count: 1 } });
	expect((await portal.call('DELETE', `${ROOT}/webinar_count`)).status).toBe(204);
	const contact = await portal.call('GET', '/crm/v3/objects/contacts/101?properties=webinar_count');
	expect(at(contact.body, 'properties')).not.toHaveProperty('webinar_count');
	const archived = await portal.call('GET', `${ROOT}?archived=true`);
	expect(at(archived.body, 'results')).toMatchObject([{ name: 'webinar_count' }]);
	expect((await portal.call('DELETE', `${ROOT}/email`)).status).toBe(400);
});

it('checks values against the options of an enumeration', async () => {
	const options = [
		{ label: 'High', value: 'high' },
		{ label: 'Low', value: 'low', displayOrder: 0 },
	];
	const made = await create(
		definition('engagement', { type: 'enumeration', fieldType: 'select', options }),
	);
	expect(at(made.body, 'options')).toMatchObject([
		{ value: 'high', displayOrder: 1, hidden: false },
		{ value: 'low', displayOrder: 0, hidden: false },
	]);
	const patch = (engagement: string) =>
		portal.call('PATCH', '/crm/v3/objects/contacts/101', { properties: { engagement } });
	expect((await patch('low')).status).toBe(200);
	expect((await patch('middling')).status).toBe(400);
});

it('says which object types it does not know', async () => {
	const answer = await portal.call('GET', '/crm/v3/properties/butterflies');
	expect(answer).toMatchObject({
		status: 400,
		body: { message: 'Unable to infer object type from: butterflies' },
	});
	expect(answer.body).not.toHaveProperty('category');
});

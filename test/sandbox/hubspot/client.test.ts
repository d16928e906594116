/** HubSpot's own client drives the portal over the numbered paths. */
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';
import {
	PropertyCreateFieldTypeEnum,
	PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties';
import { startPortal, type TestPortal } from './testing/portal';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const read = (ids: string[], properties: string[]) => ({
	idProperty: 'email',
	properties,
	propertiesWithHistory: [],
	inputs: ids.map((id) => ({ id })),
});

describe('contacts', () => {
	it('reads a batch by address, primary and secondary', async () => {
		const { batchApi } = portal.client.crm.contacts;
		const ids = ['ada@example.com', 'bob@home.example'];
		const answer = await batchApi.read(read(ids, ['email', 'hs_additional_emails']));
		const emails = answer.results.map(({ properties }) => properties.email).sort();
		expect(emails).toEqual(['ada@example.com', 'bob@example.com']);
		expect(answer.results[0]?.createdAt).toBeInstanceOf(Date);
	});

	it('gets a 207 for an unknown address', async () => {
		const { batchApi } = portal.client.crm.contacts;
		const answer = await batchApi.read(read(['ada@example.com', 'nobody@example.com'], []));
		expect(answer).toMatchObject({ numErrors: 1, results: [{ id: '101' }] });
	});

	it('creates, updates, upserts and archives batches', async () => {
		const { batchApi } = portal.client.crm.contacts;
		const created = await batchApi.create({
			inputs: [
				{ properties: { email: 'One@Example.com', firstname: 'One' }, associations: [] },
				{ properties: { email: 'two@example.com' }, associations: [] },
			],
		});
		expect(created.results.map(({ properties }) => properties.email).sort()).toEqual([
			'one@example.com',
			'two@example.com',
		]);
		const id = portal.side.contactByEmail('one@example.com')?.id ?? '';
		await batchApi.update({ inputs: [{ id, properties: { webinar_count: '3' } }] });
		expect(portal.side.contacts.get(id)?.properties.webinar_count).toBe('3');
		const upserted = await batchApi.upsert({
			inputs: [
				{ idProperty: 'email', id: 'one@example.com', properties: { phone: '1' } },
				{ idProperty: 'email', id: 'three@example.com', properties: { phone: '3' } },
			],
		});
		expect(upserted.results.map((one) => one._new).sort()).toEqual([false, true]);
		await batchApi.archive({ inputs: [{ id }] });
		expect(portal.side.contacts.get(id)?.archivedAt).toBeDefined();
	});

	it('creates, reads, lists, updates and archives one', async () => {
		const { basicApi } = portal.client.crm.contacts;
		const { id } = await basicApi.create({ properties: { email: 'eve@example.com' } });
		const byEmail = await basicApi.getById('eve@example.com', ['phone'], [], [], false, 'email');
		expect(byEmail).toMatchObject({ id, properties: { phone: null } });
		await basicApi.update(id, { properties: { phone: '12' } });
		expect((await basicApi.getById(id, ['phone'])).properties.phone).toBe('12');
		await basicApi.archive(id);
		await expect(basicApi.getById(id)).rejects.toMatchObject({ code: 404 });
		const page = await basicApi.getPage(1);
		expect(page.results.map((contact) => contact.id)).toEqual(['101']);
		const next = await basicApi.getPage(1, page.paging?.next?.after);
		expect(next.results.map((contact) => contact.id)).toEqual(['102']);
		expect(next.paging).toBeUndefined();
	});

	it('searches, by pages', async () => {
		const { searchApi } = portal.client.crm.contacts;
		const filters = [
			{ propertyName: 'email', operator: FilterOperatorEnum.ContainsToken, value: '*@example.com' },
		];
		const request = { filterGroups: [{ filters }], properties: ['email'], limit: 1 };
		const first = await searchApi.doSearch(request);
		expect(first).toMatchObject({ total: 2, results: [{ id: '101' }] });
		const second = await searchApi.doSearch({ ...request, after: first.paging?.next?.after });
		expect(second.results.map(({ properties }) => properties.email)).toEqual(['bob@example.com']);
		expect(second.paging).toBeUndefined();
	});

	it('merges, and deletes for good', async () => {
		const { basicApi } = portal.client.crm.contacts;
		const merged = await basicApi.merge({ primaryObjectId: '101', objectIdToMerge: '102' });
		expect(merged.properties.hs_merged_object_ids).toBe('101;102');
		await basicApi.purge({ objectId: 'ada@example.com', idProperty: 'email' });
		await expect(basicApi.getById(merged.id)).rejects.toMatchObject({ code: 404 });
	});
});

describe('properties and groups', () => {
	const definition = (name: string, groupName = 'made') => ({
		name,
		label: name,
		groupName,
		type: PropertyCreateTypeEnum.Number,
		fieldType: PropertyCreateFieldTypeEnum.Number,
	});

	it('makes a group, then properties in it, and reads them back', async () => {
		const { batchApi, coreApi, groupsApi } = portal.client.crm.properties;
		const group = await groupsApi.create('contacts', { name: 'made', label: 'Made' });
		expect(group).toMatchObject({ name: 'made', archived: false });
		const created = await batchApi.create('contacts', {
			inputs: [definition('one'), definition('two')],
		});
		expect(created.results.map(({ name }) => name).sort()).toEqual(['one', 'two']);
		const again = await batchApi.create('contacts', {
			inputs: [definition('one'), definition('three')],
		});
		expect(again).toMatchObject({ numErrors: 1, results: [{ name: 'three' }] });
		const single = await coreApi.create('contacts', definition('four'));
		expect(single.modificationMetadata?.readOnlyValue).toBe(false);
		expect((await coreApi.getByName('contacts', 'four')).type).toBe('number');
		const changed = await coreApi.update('contacts', 'four', { label: 'Vier' });
		expect(changed.label).toBe('Vier');
		await coreApi.archive('contacts', 'four');
		const names = (await coreApi.getAll('contacts')).results.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['email', 'one', 'two', 'three']));
		expect(names).not.toContain('four');
		const groups = await groupsApi.getAll('contacts');
		expect(groups.results.map(({ name }) => name)).toContain('made');
	});

	it('reads a batch of them', async () => {
		const { batchApi } = portal.client.crm.properties;
		const inputs = [{ name: 'email' }, { name: 'nonsense' }];
		const answer = await batchApi.read('contacts', { archived: false, inputs });
		expect(answer).toMatchObject({ results: [{ name: 'email' }], numErrors: 1 });
	});
});

describe('people', () => {
	it('pages through users and owners', async () => {
		const { usersApi } = portal.client.settings.users;
		const first = await usersApi.getPage(2);
		expect(first.results.map(({ email }) => email)).toEqual(['Olga@acme.com', 'uwe@acme.com']);
		const second = await usersApi.getPage(2, first.paging?.next?.after);
		expect(second.results.map(({ email }) => email)).toEqual(['ana@acme.com']);
		const { ownersApi } = portal.client.crm.owners;
		const owners = await ownersApi.getPage('uwe@acme.com');
		expect(owners.results).toHaveLength(1);
		expect(owners.results[0]).toMatchObject({ userId: 502, lastName: 'User' });
		const owner = await ownersApi.getById(Number(owners.results[0]?.id));
		expect(owner.email).toBe('uwe@acme.com');
	});
});

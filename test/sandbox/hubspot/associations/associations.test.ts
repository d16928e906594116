/** Associations between activities and contacts; the client's version 4 and the dated paths. */
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import { startPortal, type TestPortal } from '../testing/portal';
import { at } from '../testing/values';

let portal: TestPortal;
let callId: string;

beforeEach(async () => {
	portal = await startPortal();
	callId = await makeCall();
});
afterEach(() => portal.close());

async function makeCall(): Promise<string> {
	const properties = { hs_timestamp: '2026-11-20T16:00:00Z' };
	return String(
		at((await portal.call('POST', '/crm/v3/objects/calls', { properties })).body, 'id'),
	);
}

const contactsOf = (id: string) => [...(portal.side.calls.get(id)?.contacts.keys() ?? [])];

it("joins, reads and parts one pair by the vendor's client", async () => {
	const { basicApi } = portal.client.crm.associations.v4;
	const joined = await basicApi.createDefault('calls', callId, 'contacts', '101');
	const types = joined.results.map(({ associationSpec }) => associationSpec.associationTypeId);
	expect(types).toEqual([194, 193]);
	const spec = { associationCategory: Category.HubspotDefined, associationTypeId: 193 };
	await basicApi.create('contacts', '102', 'calls', callId, [spec]);
	expect(contactsOf(callId)).toEqual(['101', '102']);
	const page = await basicApi.getPage('calls', callId, 'contacts', undefined, 1);
	expect(page.results).toMatchObject([{ toObjectId: '101', associationTypes: [{ typeId: 194 }] }]);
	const rest = await basicApi.getPage('calls', callId, 'contacts', page.paging?.next?.after, 1);
	expect(rest.results).toMatchObject([{ toObjectId: '102' }]);
	const back = await basicApi.getPage('contacts', '102', 'calls');
	expect(back.results).toMatchObject([{ toObjectId: callId, associationTypes: [{ typeId: 193 }] }]);
	await basicApi.archive('calls', callId, 'contacts', '101');
	expect(contactsOf(callId)).toEqual(['102']);
});

it("joins, reads and parts many by the vendor's client", async () => {
	const { batchApi } = portal.client.crm.associations.v4;
	const other = await makeCall();
	const pair = (from: string, to: string) => ({ _from: { id: from }, to: { id: to } });
	await batchApi.createDefault('calls', 'contacts', {
		inputs: [pair(callId, '101'), pair(callId, '102')],
	});
	const types = [{ associationCategory: Category.HubspotDefined, associationTypeId: 194 }];
	await batchApi.create('calls', 'contacts', { inputs: [{ ...pair(other, '101'), types }] });
	const read = await batchApi.getPage('contacts', 'calls', { inputs: [{ id: '101' }] });
	expect(read.results[0]?.to.map(({ toObjectId }) => toObjectId)).toEqual([callId, other]);
	await batchApi.archive('calls', 'contacts', {
		inputs: [{ _from: { id: callId }, to: [{ id: '101' }] }],
	});
	expect(contactsOf(callId)).toEqual(['102']);
});

it('reports records that are not there one by one', async () => {
	const inputs = ['101', '999'].map((id) => ({ from: { id: callId }, to: { id } }));
	const path = '/crm/associations/2026-09/calls/contacts/batch/associate/default';
	const answer = await portal.call('POST', path, { inputs });
	expect(answer).toMatchObject({
		status: 207,
		body: { numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] },
	});
	expect(contactsOf(callId)).toEqual(['101']);
	const single = `/crm/objects/2026-09/calls/${callId}/associations/default/contacts/999`;
	expect((await portal.call('PUT', single)).status).toBe(404);
});

it('says which records have nothing', async () => {
	const path = '/crm/associations/2026-03/calls/contacts/batch/read';
	expect(await portal.call('POST', path, { inputs: [{ id: callId }] })).toMatchObject({
		status: 207,
		body: { errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }] },
	});
});

it('refuses types that the pair does not have, and pairs that it does not know', async () => {
	const path = `/crm/objects/2026-09/calls/${callId}/associations/contacts/101`;
	const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }];
	expect((await portal.call('PUT', path, types)).status).toBe(400);
	const strange = `/crm/v4/objects/calls/${callId}/associations/default/deals/1`;
	expect((await portal.call('PUT', strange)).status).toBe(400);
	expect(contactsOf(callId)).toEqual([]);
});

it('takes 2,000 in one request and no more', async () => {
	const inputs = Array.from({ length: 2001 }, () => ({ from: { id: callId }, to: { id: '101' } }));
	const path = '/crm/v4/associations/calls/contacts/batch/associate/default';
	expect((await portal.call('POST', path, { inputs })).status).toBe(400);
	expect((await portal.call('POST', path, { inputs: inputs.slice(1) })).status).toBe(200);
});

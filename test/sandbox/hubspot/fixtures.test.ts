/** Recorded answers of a real portal: the same request gets an answer of the same shape here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contact, startPortal, type JsonAnswer, type TestPortal } from './testing/portal';
import { shapeDifferences } from './testing/shape';

const FOLDER = join(__dirname, '../../../../shared/specs/hubspot/fixtures-amp-labs');
const present = existsSync(FOLDER);
if (!present) console.log('specs: ABSENT (recorded HubSpot answers)');

function recorded(name: string): unknown {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({
		world: {
			contacts: [
				contact('171591000198', 'taken@example.com'),
				contact('171591000199', 'b@example.com'),
			],
		},
	});
});
afterEach(() => portal.close());

/** `properties` of a contact are a map: more of them may be answered than the record shows. */
function expectShape(name: string, status: number, answer: JsonAnswer): void {
	expect(answer.status).toBe(status);
	expect(shapeDifferences(recorded(name), answer.body, { maps: ['properties'] })).toEqual([]);
}

const batch = (verb: string, inputs: unknown[]) =>
	portal.call('POST', `/crm/objects/2026-03/contacts/batch/${verb}`, { inputs });

const update = (id: string, properties: Record<string, string>) => ({ id, properties });

const makeGroup = () =>
	portal.call(
		'POST',
		'/crm/v3/properties/contacts/groups',
		recorded('property-group-create.request'),
	);

const makeProperties = (body: unknown) =>
	portal.call('POST', '/crm/properties/2026-03/contacts/batch/create', body);

(present ? describe : describe.skip)('recorded answers', () => {
	it('account details', async () => {
		const answer = await portal.call('GET', '/account-info/v3/details');
		expectShape('account-info-details.200', 200, answer);
	});

	it('batch create', async () => {
		const answer = await batch('create', [
			{ properties: { email: 'lily@example.com', firstname: 'Lily', lastname: 'Skinner' } },
			{ properties: { email: 'marley@example.com', firstname: 'Marley', lastname: 'Fleming' } },
		]);
		expectShape('contacts-batch-create.200-or-201.success', 201, answer);
	});

	it('batch create with a conflict, by record', async () => {
		const answer = await batch('create', [
			{ properties: { email: 'taken@example.com' }, objectWriteTraceId: '0' },
			{
				properties: { email: 'siena@example.com', firstname: 'Siena', lastname: 'Dyer' },
				objectWriteTraceId: '1',
			},
		]);
		expect(answer.status).toBe(207);
		// The record has been shortened; other live answers repeat the trace id in each result.
		expect(
			shapeDifferences(recorded('contacts-batch-create.207.with-trace-id'), answer.body, {
				maps: ['properties'],
			}),
		).toEqual(['$.results[0].objectWriteTraceId: answered, not recorded']);
	});

	it('batch create with a conflict, all or nothing', async () => {
		const answer = await batch('create', [{ properties: { email: 'taken@example.com' } }]);
		expectShape('contacts-batch-create.409.no-trace-id', 409, answer);
	});

	it('batch create and update with unknown properties', async () => {
		const properties = { first000name: 'a', last000name: 'b' };
		const created = await batch('create', [{ properties }, { properties }]);
		expectShape('contacts-batch-create.400.property-doesnt-exist', 400, created);
		const updated = await batch('update', [
			update('171591000198', properties),
			update('171591000199', properties),
		]);
		expectShape('contacts-batch-update.400.property-doesnt-exist', 400, updated);
	});

	describe('batch update', () => {
		beforeEach(async () => {
			await batch('create', [{ properties: { email: 'markus@example.com' } }]);
		});
		const known = () => portal.side.contactByEmail('markus@example.com')?.id ?? '';
		const names = { firstname: 'Markus (updated)', lastname: 'Blevins (updated)' };

		it('of a contact', async () => {
			expectShape(
				'contacts-batch-update.200',
				200,
				await batch('update', [update(known(), names)]),
			);
		});

		it('of an id that does not exist', async () => {
			const answer = await batch('update', [
				update(known(), names),
				update('unknownIdentifier888', names),
			]);
			expectShape('contacts-batch-update.207.object-not-found', 207, answer);
		});

		it('of one id twice', async () => {
			const answer = await batch('update', [update('123456', names), update('123456', names)]);
			expectShape('contacts-batch-update.400.duplicate-ids', 400, answer);
			expect(answer.body).toMatchObject({
				message: message('contacts-batch-update.400.duplicate-ids'),
			});
		});
	});

	it('property group and properties', async () => {
		expectShape('property-group-create.201', 201, await makeGroup());
		const first = await makeProperties(recorded('properties-batch-create.request'));
		expectShape('properties-batch-create.201', 201, first);
	});

	it('properties that exist already', async () => {
		await makeGroup();
		const request = recorded('properties-batch-create.request');
		await makeProperties(request);
		const inputs = [...inputsOf(request), hobby];
		const answer = await makeProperties({ inputs });
		expectShape('properties-batch-create.207.already-exists', 207, answer);
	});

	it('missing scope', async () => {
		portal.world.scopes = [];
		const answer = await portal.call('GET', '/crm/v3/objects/contacts');
		expectShape('error.403.missing-scopes', 403, answer);
	});

	it('unknown object type', async () => {
		const answer = await portal.call('GET', '/crm/v3/properties/butterflies');
		expectShape('search.400.unable-to-infer-object-type', 400, answer);
		expect(answer.body).toMatchObject({
			message: message('search.400.unable-to-infer-object-type'),
		});
	});

	it('list of marketing events', async () => {
		const event = (externalEventId: string) => ({
			externalAccountId: 'a',
			externalEventId,
			eventName: 'Party',
			eventOrganizer: 'Alice',
			customProperties: [],
		});
		for (const id of ['qwe', 'rty']) {
			await portal.call('POST', '/marketing/marketing-events/2026-03/events', event(id));
		}
		const answer = await portal.call('GET', '/marketing/marketing-events/2026-03?limit=1');
		expectShape('marketing-events-list.2026-03.200', 200, answer);
	});

	it('search', async () => {
		const properties = ['email', 'firstname', 'lastname', 'phone', 'website', 'company'];
		const body = { properties, limit: 1 };
		const contacts = await portal.call('POST', '/crm/v3/objects/contacts/search', body);
		expect(contacts.status).toBe(200);
		// The recorded people have names; those of this portal have none.
		const record: unknown = JSON.parse(
			JSON.stringify(recorded('contacts-search.page1')).replace(
				/"(firstname|lastname)":"[^"]*"/g,
				'"$1":null',
			),
		);
		expect(shapeDifferences(record, contacts.body, { maps: ['properties'] })).toEqual([]);
		const unknown = await portal.call('POST', '/crm/v3/objects/butterflies/search', body);
		expectShape('search.400.unable-to-infer-object-type', 400, unknown);
		expect(unknown.body).toMatchObject({
			message: message('search.400.unable-to-infer-object-type'),
		});
	});
});

const hobby = {
	name: 'hobby__c',
	label: 'Hobby',
	groupName: 'integrationcreatedproperties',
	type: 'string',
	fieldType: 'text',
	hasUniqueValue: true,
};

function inputsOf(request: unknown): unknown[] {
	if (typeof request === 'object' && request !== null && 'inputs' in request) {
		if (Array.isArray(request.inputs)) return request.inputs;
	}
	throw new Error('The recorded request has no inputs');
}

function message(name: string): unknown {
	const body = recorded(name);
	return typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
}

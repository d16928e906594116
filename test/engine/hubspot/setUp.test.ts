import type { IDataObject } from 'n8n-workflow';

import type { PropertyRow } from '../../../nodes/HubSpot/actions/property/plan';
import { stage, type Stage } from '../support/world';
import { outcomes, setUp, type SyncRun } from './support';
import { runNode } from '../support/runNode';

const ITEMS: IDataObject[] = [{ id: 1 }, { id: 2 }];
const CONTACT_SCOPE = 'crm.schemas.contacts.write';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

async function run(parameters: IDataObject = {}, more: SyncRun = {}) {
	return await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'property',
			operation: 'setUp',
			preview: false,
			...parameters,
		} as never,
		items: ITEMS,
		credentials: more.credentials ?? here.hubspot,
		...(more.onError && { onError: more.onError }),
	});
}

async function told(parameters: IDataObject = {}) {
	const result = await run(parameters);
	const [outcome] = outcomes(result);
	const rows = result.outputs[0]?.[0]?.json.properties as unknown as PropertyRow[];
	const row = (name: string) => rows.find((one) => one.name === name);
	return { result, outcome: outcome!, rows, row };
}

/** As HubSpot's users see and change them, past the node. */
async function portal(method: string, path: string, body?: object): Promise<IDataObject> {
	const answer = await fetch(`${here.sandbox.hubspotBaseUrl}/crm/v3/properties/${path}`, {
		method,
		headers: {
			authorization: `Bearer ${here.story.world.hubspot.serviceKey}`,
			'content-type': 'application/json',
		},
		...(body && { body: JSON.stringify(body) }),
	});
	return answer.status === 204 ? {} : ((await answer.json()) as IDataObject);
}

function properties(): Map<string, Record<string, unknown>> {
	return here.sandbox.hubspot.properties;
}

function without(scope: string): void {
	const { scopes } = here.sandbox.hubspot.world;
	scopes.splice(scopes.indexOf(scope), 1);
}

describe('set up properties', () => {
	it('creates those of contacts and of marketing events in a group of their own', async () => {
		const { result, outcome, rows, row } = await told();
		expect(result.outputs[0]).toHaveLength(ITEMS.length);
		expect(outcome).toMatchObject({ result: 'synced', action: 'created', preview: false });
		expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['created']));
		for (const { name, type, label } of rows.filter(({ object }) => object === 'contact')) {
			expect(properties().get(name)).toMatchObject({ type, label, groupName: 'n8n_webinars' });
			expect(outcome.steps[name]).toEqual({ result: 'synced' });
		}
		expect(row('n8n_webinar_recording_url')?.object).toBe('marketingEvent');
		const url = await portal('GET', '0-54/n8n_webinar_recording_url');
		expect(url).toMatchObject({ type: 'string', groupName: 'n8n_webinars' });
		expect(await portal('GET', '0-54/n8n_webinar_recording_calls')).toHaveProperty('label');
	});

	it('a second run writes nothing and says so', async () => {
		await told();
		here.sandbox.books.clear();
		const { outcome, rows } = await told();
		expect(outcome).toMatchObject({ result: 'unchanged', action: 'none' });
		expect(rows.every(({ state }) => state === 'exists')).toBe(true);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(here.sandbox.books.calls('hubspot')).toHaveLength(2);
	});

	it('leaves labels, groups and longer fields that users gave them', async () => {
		await told();
		const name = 'n8n_webinar_attendance_count';
		await portal('PATCH', `contacts/${name}`, { label: 'Besuchte Webinare' });
		await portal('PATCH', `contacts/${name}`, { groupName: 'contactinformation' });
		await portal('PATCH', 'contacts/n8n_webinar_last_attended_name', { fieldType: 'textarea' });
		await portal('PATCH', 'contacts/groups/n8n_webinars', { label: 'Unsere Webinare' });
		await portal('DELETE', 'contacts/n8n_webinar_history');
		const { outcome, row } = await told();
		expect(outcome.result).toBe('synced');
		expect(outcome.steps.n8n_webinars).toEqual({ result: 'unchanged' });
		expect(row(name)).toMatchObject({ state: 'exists', label: 'Besuchte Webinare' });
		expect(properties().get(name)).toMatchObject({ groupName: 'contactinformation' });
		const group = await portal('GET', 'contacts/groups/n8n_webinars');
		expect(group.label).toBe('Unsere Webinare');
	});

	it('makes only what the option Properties Of chooses', async () => {
		const { rows } = await told({ options: { propertiesOf: ['marketingEvent'] } });
		expect(new Set(rows.map(({ object }) => object))).toEqual(new Set(['marketingEvent']));
		expect(properties().has('n8n_webinar_history')).toBe(false);
		const none = await run({ options: { propertiesOf: [] } });
		expect(none.error?.message).toContain('Properties Of is empty');
	});
});

describe('a preview', () => {
	it('lists what would be made and writes nothing', async () => {
		const { outcome, rows } = await told({ preview: true });
		expect(outcome).toMatchObject({ result: 'synced', preview: true });
		expect(outcome.message).toMatch(
			/Would create \d+ contact properties and 2 properties of marketing events/,
		);
		expect(rows.every(({ state }) => state === 'missing')).toBe(true);
		expect(outcome.steps.n8n_webinars).toEqual({ result: 'synced' });
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		await setUp(here, ITEMS);
		expect(properties().has('n8n_webinar_history')).toBe(true);
	});

	it('tells apart what is there, archived, of another type and read-only', async () => {
		await told();
		await portal('DELETE', 'contacts/n8n_webinar_history');
		const like = properties().get('favourite_colour') ?? {};
		const put = (name: string, changes: object) =>
			properties().set(name, { ...like, name, ...changes });
		put('n8n_webinar_attendance_count', { type: 'enumeration' });
		put('n8n_webinar_last_registered', { type: 'string', fieldType: 'file' });
		const readOnly = { archivable: false, readOnlyDefinition: true, readOnlyValue: true };
		put('n8n_webinar_last_attended_name', {
			type: 'string',
			fieldType: 'text',
			modificationMetadata: readOnly,
		});
		here.sandbox.books.clear();
		const { outcome, row } = await told({ preview: true });
		expect(row('n8n_webinar_history')?.state).toBe('archived');
		expect(row('n8n_webinar_attendance_count')?.state).toBe('wrongType');
		expect(row('n8n_webinar_last_registered')?.state).toBe('wrongType');
		expect(row('n8n_webinar_last_attended_name')?.state).toBe('readOnly');
		expect(row('n8n_webinar_registration_count')?.state).toBe('exists');
		expect(outcome).toMatchObject({ result: 'failed', reason: 'vendorRejected', preview: true });
		expect(outcome.message).toContain('n8n_webinar_attendance_count has the type enumeration');
		expect(outcome.steps.n8n_webinar_last_attended_name?.message).toContain('read-only');
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});
});

describe('beside the native Zoom app', () => {
	it('its properties are named and stay as they are', async () => {
		const native = 'zoom_webinar_attendance_count';
		const like = properties().get('favourite_colour') ?? {};
		const held = { ...like, name: native, type: 'number', fieldType: 'number', groupName: 'zoom' };
		properties().set(native, held);
		const { result, outcome } = await told();
		expect(outcome.result).toBe('synced');
		expect(outcome.message).toContain(native);
		expect(result.outputs[0]?.[0]?.json.nativeProperties).toEqual([native]);
		expect(properties().get(native)).toEqual(held);
	});
});

describe('what HubSpot refuses', () => {
	it('a missing scope is one clear error, and nothing was written', async () => {
		without(CONTACT_SCOPE);
		const { error } = await run();
		expect(error?.message).toContain(`lacks the scope ${CONTACT_SCOPE}`);
		expect(error?.description).toContain('Service Keys');
		expect(properties().has('n8n_webinar_history')).toBe(false);
	});

	it('a scope lost on the way does not hide what was made before', async () => {
		const fault = { kind: 'status', status: 403 } as const;
		here.sandbox.addFault({ vendor: 'hubspot', match: /POST .*0-54\/groups/, fault });
		const { outcome, row } = await told();
		expect(outcome).toMatchObject({ result: 'failed', reason: 'permissionMissing' });
		expect(outcome.message).toMatch(/Created before: \d+ contact properties/);
		expect(row('n8n_webinar_history')?.state).toBe('created');
		expect(row('n8n_webinar_recording_url')).toMatchObject({ state: 'missing' });
		expect(outcome.steps.n8n_webinar_recording_url?.result).toBe('failed');
	});

	it('a used-up day defers everybody', async () => {
		const fault = { kind: 'status', status: 429, policy: 'DAILY' } as const;
		here.sandbox.addFault({ vendor: 'hubspot', match: /batch\/create/, fault });
		const { outcome } = await told();
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'dailyLimit' });
		expect(outcome.retryAt).not.toBeNull();
		expect(outcome.steps.n8n_webinar_history?.result).toBe('deferred');
	});
});

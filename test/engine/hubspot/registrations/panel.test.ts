import { panelOf } from '../../support/loneNode';
import { stage, type Stage } from '../../support/world';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 10 });
});
afterAll(async () => await here.close());

/** What the editor calls when somebody opens the field. */
async function panel(path: string) {
	const parameters = { resource: 'registration', operation: 'sync', authentication: 'serviceKey' };
	return await panelOf({ type: 'hubSpotWebinar', credentials: here.hubspot, parameters }, path);
}

async function contactFields() {
	const { methods, context } = await panel('parameters.contactFields');
	return (await methods.resourceMapping.getContactFields!.call(context)).fields;
}

test('Contact Fields offers what a workflow may fill, by HubSpot’s labels and types', async () => {
	const fields = await contactFields();
	const byId = new Map(fields.map((field) => [field.id, field]));
	expect(byId.get('jobtitle')).toMatchObject({ displayName: 'Job Title', type: 'string' });
	expect(byId.get('hs_lead_status')).toMatchObject({ type: 'options' });
	expect(byId.get('hs_lead_status')?.options?.map(({ value }) => value)).toContain('NEW');
	for (const name of ['email', 'createdate', 'hs_object_id', 'n8n_webinar_history']) {
		expect(byId.has(name)).toBe(false);
	}
	expect(fields.every(({ removed, required }) => removed === true && !required)).toBe(true);
});

test('Lifecycle Stage offers the stages of the account in their order', async () => {
	const { methods, context } = await panel('parameters.options');
	const stages = await methods.loadOptions.getLifecycleStages!.call(context);
	const names = stages.map(({ value }) => value);
	expect(names).toContain('customer');
	expect(names.indexOf('lead')).toBeLessThan(names.indexOf('customer'));
});

test('a missing scope is said in the panel', async () => {
	const { scopes } = here.sandbox.hubspot.world;
	const removed = scopes.splice(0);
	await expect(contactFields()).rejects.toThrow(/crm\.\w+\.contacts\.read/);
	scopes.push(...removed);
});

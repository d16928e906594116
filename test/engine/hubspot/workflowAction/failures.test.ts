import type { IDataObject, INode } from 'n8n-workflow';

import { Flow } from './flow';
import { answers, connectedApp, openPortal, type Portal } from './portal';

let portal: Portal;
beforeAll(async () => {
	portal = await openPortal('callBack');
});
afterAll(async () => await portal.close());

const COMPLETE = {
	operation: 'complete',
	callbackId: '={{ $json.callbackId }}',
	mapData: 'automatic',
	options: {},
};

async function withoutScope() {
	const { oauthApp } = portal.here.sandbox.hubspot.world;
	const { scopes } = oauthApp!;
	oauthApp!.scopes = scopes.filter((scope) => scope !== 'automation');
	const app = await connectedApp(portal.here);
	oauthApp!.scopes = scopes;
	return app;
}

describe('what concerns every contact', () => {
	it('stops the node with one error: a scope that is missing is named', async () => {
		const { contact } = await portal.enrolled();
		const { error, outputs, description } = await new Flow(await withoutScope(), COMPLETE).run({
			items: [contact],
		});
		expect(error).toContain('automation');
		expect(description).toContain('automation');
		expect(outputs.flat()).toEqual([]);
	});

	it.each<NonNullable<INode['onError']>>(['continueRegularOutput', 'continueErrorOutput'])(
		"becomes everybody's outcome under %s",
		async (onError) => {
			const { contact } = await portal.enrolled();
			const flow = new Flow(await withoutScope(), COMPLETE, { onError });
			const { outcomes, error } = await flow.run({ items: [contact, { callbackId: 'ap-2' }] });
			expect(error).toBeNull();
			expect(outcomes).toMatchObject([
				{ result: 'failed', reason: 'permissionMissing' },
				{ result: 'failed', reason: 'permissionMissing' },
			]);
		},
	);

	it('leaves a callback that was answered before the fault remembered', async () => {
		const { contact } = await portal.enrolled();
		const flow = new Flow(portal.app, COMPLETE);
		const items: IDataObject[] = [{ ...contact, outcome: { result: 'synced' } }];
		await flow.run({ items });
		expect(JSON.stringify(flow.staticData)).not.toContain(String(contact.callbackId));
		portal.here.sandbox.books.clear();
		const { outcomes } = await flow.run({ items });
		expect(outcomes).toMatchObject([{ result: 'unchanged' }]);
		expect(answers(portal.here)).toEqual([]);
	});
});

it('a service key cannot answer for an app, and is told apart', async () => {
	const { waiting, contact } = await portal.enrolled();
	const parameters = { ...COMPLETE, authentication: 'serviceKey' };
	const run = await new Flow(portal.here.hubspot, parameters).run({ items: [contact] });
	expect(run.description).toContain('set Authentication to OAuth2');
	expect(waiting.state).toBe('waiting');
});

it.each(['', '..', '  '])('a callback ID that is none reaches nobody: “%s”', async (callbackId) => {
	portal.here.sandbox.books.clear();
	const { outcomes } = await new Flow(portal.app, COMPLETE).run({ items: [{ callbackId }] });
	expect(outcomes).toMatchObject([{ result: 'failed', reason: 'vendorRejected' }]);
	expect(portal.here.sandbox.books.calls('hubspot')).toEqual([]);
});

it('an ID that would be another path stays one segment', async () => {
	portal.here.sandbox.books.clear();
	const { outcomes } = await new Flow(portal.app, COMPLETE).run({
		items: [{ callbackId: '../../crm/objects?x=1#y' }],
	});
	expect(outcomes).toMatchObject([{ result: 'failed' }]);
	for (const { path } of portal.here.sandbox.books.calls('hubspot')) {
		expect(path).toMatch(
			/callbacks(\/2026-09)?\/\.\.%2F\.\.%2Fcrm%2Fobjects%3Fx%3D1%23y\/complete$/,
		);
	}
});

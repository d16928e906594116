import type { IDataObject } from 'n8n-workflow';

import { Flow, type FlowRun } from './flow';
import { startGateway, type Gateway } from './gateway';
import { answers, openPortal, somebody, type Portal } from './portal';

let portal: Portal;
let gateway: Gateway;
let behind: (contact: IDataObject) => IDataObject[];

beforeAll(async () => {
	portal = await openPortal('whenComplete');
	const complete = new Flow(portal.app, {
		operation: 'complete',
		callbackId: '={{ $json.callbackId }}',
		mapData: 'automatic',
		options: {},
	});
	gateway = await startGateway(
		portal.trigger,
		async (emitted): Promise<FlowRun> =>
			await complete.run({ emitted, items: behind(emitted[0]?.[0] ?? {}) }),
	);
});
afterAll(async () => {
	await gateway.close();
	await portal.close();
});
beforeEach(() => {
	gateway.runs.length = 0;
});

const enroll = async () =>
	await portal.here.sandbox.hubspot.workflows
		.enroll({
			action: portal.action,
			contactId: somebody(portal.here),
			inputFields: { webinarId: '995 1234 5678' },
			connectTo: gateway.url,
			retryDelaysMs: [],
		})
		.answered();

describe('on a connection that is held open', () => {
	it.each<[string, IDataObject, string]>([
		['done', { result: 'synced', reason: null, message: 'Registered' }, 'succeeded'],
		['deferred', { result: 'deferred', reason: 'dailyLimit', message: 'Tomorrow' }, 'failed'],
	])('HubSpot hears at once what is %s, without a call', async (_what, outcome, state) => {
		behind = (contact) => [{ ...contact, outcome }];
		const enrollment = await enroll();
		expect(enrollment.state).toBe(state);
		expect(enrollment.complaints).toEqual([]);
		expect(enrollment.outputFields.message).toBe(outcome.message);
		expect(gateway.runs[0]?.outcomes).toMatchObject([{ result: 'synced', action: 'answered' }]);
		expect(answers(portal.here)).toEqual([]);
	});

	it('the first item answers, and the others say so', async () => {
		behind = () => [
			{ outcome: { result: 'failed', reason: 'webinarFull', message: 'Full' } },
			{ outcome: { result: 'synced', reason: null, message: 'Registered' } },
		];
		const enrollment = await enroll();
		expect(enrollment.branch('registrationStatus')).toBe('Failed');
		expect(gateway.runs[0]?.outcomes).toMatchObject([
			{ result: 'synced' },
			{ result: 'skipped', reason: 'duplicate' },
		]);
	});
});

import path from 'node:path';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { stage, type Stage } from '../../support/world';
import { gateway, type Gateway, type GatewayAnswer } from './gateway';
import { at, setUpWith } from './run';

type Limits = typeof import('../../../../nodes/HubSpot/transport/limits');

let here: Stage;
let front: Gateway;
// What HubSpot does not say is too long to be waited for here: it cannot be taken for what HubSpot says.
beforeAll(async () => {
	const built = path.join(__dirname, '../../../../dist/nodes/HubSpot/transport/limits.js');
	const { THROTTLE_MS } = (await import(built)) as Limits;
	Object.assign(THROTTLE_MS, { TEN_SECONDLY_ROLLING: 600_000 });
});
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => {
	await front.close();
	await here.close();
});

/** Runs *Set up properties* of contacts while so many answers of HubSpot are this one. */
async function run(answer: GatewayAnswer, times: number) {
	front = await gateway(here.sandbox.hubspotBaseUrl, (_, seen) =>
		seen.length <= times ? answer : undefined,
	);
	const startedAt = Date.now();
	const result = await setUpWith(at(here, front.url), { options: { propertiesOf: ['contact'] } });
	const outcome = result.outputs[0]?.[0]?.json.outcome as Outcome | undefined;
	return { result, outcome, ms: Date.now() - startedAt };
}

const limited = (policyName: string, headers: Record<string, string> = {}): GatewayAnswer => ({
	status: 429,
	headers,
	body: { status: 'error', policyName, message: `You have reached your ${policyName} limit.` },
});
const soon = () => new Date(Date.now() + 2000).toUTCString();

describe('HubSpot asks to wait', () => {
	it.each<[string, GatewayAnswer, number]>([
		['for seconds', limited('TEN_SECONDLY_ROLLING', { 'retry-after': '1' }), 1000],
		['until a date', limited('TEN_SECONDLY_ROLLING', { 'retry-after': soon() }), 0],
		['for a second, without saying so', limited('SECONDLY'), 1000],
		[
			'for its interval',
			limited('TEN_SECONDLY_ROLLING', { 'x-hubspot-ratelimit-interval-milliseconds': '1500' }),
			1500,
		],
		['as a record is locked', { status: 423, headers: { 'retry-after': '1' }, body: {} }, 1000],
		['as the account moves', { status: 477, headers: { 'retry-after': '1' }, body: {} }, 1000],
	])('%s: it is waited for, then the work is done', async (_, answer, atLeast) => {
		const { outcome, ms } = await run(answer, 1);
		expect(outcome?.result).toBe('synced');
		expect(ms).toBeGreaterThanOrEqual(atLeast);
	});
});

describe('HubSpot never stops asking', () => {
	it.each<[string, GatewayAnswer]>([
		['locked', { status: 423, headers: { 'retry-after': '0' }, body: {} }],
		['full', limited('TEN_SECONDLY_ROLLING', { 'retry-after': '0' })],
		['moving', { status: 477, headers: { 'retry-after': '0' }, body: {} }],
	])('%s: six tries, then everybody is deferred', async (_, answer) => {
		const { outcome } = await run(answer, 1000);
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'temporarilyUnavailable' });
		expect(Date.parse(outcome?.retryAt ?? '')).toBeGreaterThan(Date.now());
		expect(front.seen).toHaveLength(6);
	});

	it('a day’s move of the account is not waited for, and the outcome says when', async () => {
		const answer = { status: 477, headers: { 'retry-after': '86400' }, body: {} };
		const { outcome, ms } = await run(answer, 1000);
		expect(front.seen).toHaveLength(1);
		// The longest wait of a run is a minute.
		expect(ms).toBeLessThan(30_000);
		expect(Date.parse(outcome?.retryAt ?? '') - Date.now()).toBeGreaterThan(86_000_000);
	});

	it('the daily limit is not tried again', async () => {
		const { outcome } = await run(limited('DAILY', { 'retry-after': '1' }), 1000);
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'dailyLimit' });
		expect(front.seen).toHaveLength(1);
	});
});

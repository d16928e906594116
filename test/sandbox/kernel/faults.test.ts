import type { Fault, FaultRule } from '../contract';
import { faultAnswer } from './faultAnswers';
import { createFaultPlan, type FaultCandidate } from './faults';

const request = (path: string, body = ''): FaultCandidate => ({
	vendor: 'zoom',
	method: 'GET',
	path,
	query: '',
	body,
});

const CUT: Fault = { kind: 'cutBefore' };
const BUSY: Fault = { kind: 'status', status: 503 };

describe('the plan of faults', () => {
	it('follows rules in order, as often as they say, for what they match', () => {
		const plan = createFaultPlan();
		const rule = (over: Partial<FaultRule>): FaultRule => ({ vendor: 'zoom', fault: CUT, ...over });
		plan.add(rule({ vendor: 'hubspot' }));
		plan.add(rule({ match: /^GET \/report/, times: 2 }));
		plan.add(rule({ fault: BUSY }));
		expect(plan.next(request('/report/webinars/1'))).toBe(CUT);
		expect(plan.next(request('/users'))).toBe(BUSY);
		expect(plan.next(request('/report/webinars/1'))).toBe(CUT);
		expect(plan.next(request('/report/webinars/1'))).toBeUndefined();
	});

	const random = { rate: 0.3, faults: [CUT, BUSY] };

	function run(seed: number): Array<Fault | undefined> {
		const plan = createFaultPlan({ seed, ...random });
		return Array.from({ length: 300 }, (_, at) => plan.next(request(`/webinars/${at}`)));
	}

	it('draws random faults that follow from the seed', () => {
		expect(run(7)).toEqual(run(7));
		expect(run(7)).not.toEqual(run(8));
		const hits = run(7).filter((fault) => fault !== undefined);
		expect(hits.length).toBeGreaterThan(60);
		expect(hits.length).toBeLessThan(120);
		expect(new Set(hits)).toEqual(new Set(random.faults));
	});

	it('never hits the same request twice in a row', () => {
		const plan = createFaultPlan({ seed: 1, ...random, rate: 1 });
		const hits = Array.from({ length: 6 }, () => plan.next(request('/users')) !== undefined);
		expect(hits).toEqual([true, false, true, false, true, false]);
		expect(plan.next(request('/users', '{"other":1}'))).toBeDefined();
	});

	it('spares what the random faults do not match, and everything once cleared', () => {
		const plan = createFaultPlan({ seed: 1, ...random, rate: 1, match: /report/ });
		expect(plan.next(request('/users'))).toBeUndefined();
		expect(plan.next(request('/report/webinars/1'))).toBeDefined();
		plan.add({ vendor: 'zoom', fault: CUT });
		plan.clear();
		expect(plan.next(request('/report/webinars/2'))).toBeUndefined();
	});
});

describe("the vendor's own words for a fault", () => {
	const now = Date.parse('2026-11-20T17:10:00Z');

	it('are those of Zoom: limits by message and header, a date for the daily one', () => {
		const qps = faultAnswer('zoom', { kind: 'status', status: 429, policy: 'QPS' }, now);
		expect(qps.body).toMatchObject({ code: 429, message: expect.stringContaining('per-second') });
		expect(qps.headers).not.toHaveProperty('retry-after');
		const daily = faultAnswer('zoom', { kind: 'status', status: 429, policy: 'Daily-limit' }, now);
		expect(daily.body).toMatchObject({ message: expect.stringContaining('maximum daily') });
		expect(daily.headers['retry-after']).toBe('2026-11-21T00:00:00Z');
		const token = faultAnswer('zoom', { kind: 'status', status: 401 }, now);
		expect(token.body).toMatchObject({ code: 124 });
	});

	it('are those of HubSpot: limits by policy', () => {
		const burst = faultAnswer('hubspot', { kind: 'status', status: 429 }, now);
		expect(burst.body).toMatchObject({
			errorType: 'RATE_LIMIT',
			policyName: 'TEN_SECONDLY_ROLLING',
			message: 'You have reached your ten_secondly_rolling limit.',
		});
		const daily = faultAnswer('hubspot', { kind: 'status', status: 429, policy: 'DAILY' }, now);
		expect(daily.body).toMatchObject({ policyName: 'DAILY' });
	});
});

import { ZoomError } from './errors';
import { createRateLimiter, type RateLabel } from './limits';

describe('rate limits of an account', () => {
	let at: number;
	const now = (): number => at;

	beforeEach(() => {
		at = Date.parse('2026-11-20T23:00:00Z');
	});

	function takeMany(
		limiter: ReturnType<typeof createRateLimiter>,
		label: RateLabel,
		count: number,
	) {
		for (let index = 0; index < count; index += 1) limiter.take(label);
	}

	function refusalOf(action: () => void): ZoomError {
		try {
			action();
		} catch (error) {
			if (error instanceof ZoomError) return error;
			throw error;
		}
		throw new Error('It was not refused');
	}

	it.each([
		['free', 'Light', 4],
		['free', 'Heavy', 1],
		['pro', 'Light', 30],
		['pro', 'Medium', 20],
		['pro', 'Heavy', 10],
		['business', 'Light', 80],
		['business', 'Medium', 60],
		['business', 'Heavy', 40],
	] as const)('%s accounts: %s, %i per second', (plan, label, perSecond) => {
		const limiter = createRateLimiter(() => plan, now);
		takeMany(limiter, label, perSecond);
		at += 999;
		expect(refusalOf(() => limiter.take(label)).headers).toMatchObject({
			'x-ratelimit-type': 'QPS',
			'x-ratelimit-limit': String(perSecond),
		});
		at += 1;
		takeMany(limiter, label, perSecond);
	});

	it('counts the labels apart', () => {
		const limiter = createRateLimiter(() => 'free', now);
		limiter.take('Heavy');
		limiter.take('Medium');
		limiter.take('Light');
		expect(refusalOf(() => limiter.take('Heavy')).status).toBe(429);
	});

	it('has daily limits that end at midnight UTC, named in the answer', () => {
		const limiter = createRateLimiter(() => 'free', now);
		for (let index = 0; index < 1000; index += 1) {
			limiter.take('Heavy');
			at += 1000;
		}
		const refused = refusalOf(() => limiter.take('Heavy'));
		expect(refused.message).toContain('maximum daily rate limit');
		expect(refused.headers).toMatchObject({
			'x-ratelimit-type': 'Daily-limit',
			'x-ratelimit-limit': '1000',
			'retry-after': '2026-11-21T00:00:00Z',
		});
		at = Date.parse('2026-11-21T00:00:00Z');
		limiter.take('Heavy');
	});
});

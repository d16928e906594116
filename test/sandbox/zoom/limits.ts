import { nextMidnight, ZOOM_LIMIT_MESSAGES } from '../kernel/faultAnswers';
import type { ZoomPlan } from '../world';
import { ZoomError } from './errors';

/** https://developers.zoom.us/docs/api/rate-limits/ ; every endpoint's page names its label. */
export type RateLabel = 'Light' | 'Medium' | 'Heavy';

type Limits = Record<ZoomPlan, Partial<Record<RateLabel, number>>>;

const PER_SECOND: Limits = {
	free: { Light: 4, Medium: 2, Heavy: 1 },
	pro: { Light: 30, Medium: 20, Heavy: 10 },
	business: { Light: 80, Medium: 60, Heavy: 40 },
};

/** Zoom's day is the UTC day. A label that is missing has no daily limit. */
const PER_DAY: Limits = {
	free: { Light: 6_000, Medium: 2_000, Heavy: 1_000 },
	pro: { Heavy: 30_000 },
	business: { Heavy: 60_000 },
};

export interface RateLimiter {
	/**
	 * Counts one request of the account.
	 * @throws ZoomError 429 with Zoom's headers; a refused request is not counted
	 */
	take(label: RateLabel): void;
}

/**
 * @param plan the account's plan; read at every request, so that a test may change it
 * @param now sandbox time, epoch milliseconds
 */
export function createRateLimiter(plan: () => ZoomPlan, now: () => number): RateLimiter {
	const lastSecond = new Map<RateLabel, number[]>();
	const today = new Map<RateLabel, number>();
	let day = '';

	return {
		take(label) {
			const at = now();
			const currentDay = new Date(at).toISOString().slice(0, 10);
			if (currentDay !== day) {
				day = currentDay;
				today.clear();
			}
			const usedToday = today.get(label) ?? 0;
			const dailyLimit = PER_DAY[plan()][label];
			if (dailyLimit !== undefined && usedToday >= dailyLimit) {
				throw refusal(label, 'Daily-limit', dailyLimit, at);
			}
			const recent = (lastSecond.get(label) ?? []).filter((moment) => moment > at - 1000);
			const secondLimit = PER_SECOND[plan()][label];
			if (secondLimit !== undefined && recent.length >= secondLimit) {
				throw refusal(label, 'QPS', secondLimit, at);
			}
			recent.push(at);
			lastSecond.set(label, recent);
			today.set(label, usedToday + 1);
		},
	};
}

function refusal(
	label: RateLabel,
	type: keyof typeof ZOOM_LIMIT_MESSAGES,
	limit: number,
	at: number,
): ZoomError {
	const headers: Record<string, string> = {
		'x-ratelimit-category': label,
		'x-ratelimit-type': type,
		'x-ratelimit-limit': String(limit),
		'x-ratelimit-remaining': '0',
	};
	if (type === 'Daily-limit') headers['retry-after'] = nextMidnight(at);
	return new ZoomError(429, 429, ZOOM_LIMIT_MESSAGES[type], headers);
}

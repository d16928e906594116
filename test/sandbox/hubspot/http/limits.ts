import type { HubSpotTier } from '../../world';
import type { RatePolicy } from './errors';

/** Per app and 10 s, per account and day: https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
export const LIMITS: Record<HubSpotTier | 'oauth', { burst: number; daily: number }> = {
	starter: { burst: 100, daily: 250_000 },
	professional: { burst: 190, daily: 625_000 },
	enterprise: { burst: 190, daily: 1_000_000 },
	/** Publicly distributed apps, whatever the account's tier. */
	oauth: { burst: 110, daily: Infinity },
};

export const INTERVAL_MS = 10_000;

/** The account's time zone: HubSpot's day ends at midnight there. */
export const ACCOUNT_TIME_ZONE = 'US/Eastern';

const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: ACCOUNT_TIME_ZONE });

/** Counts accepted requests on the sandbox clock: a rolling 10 s window and the account's day. */
export class RequestLimits {
	private accepted: number[] = [];
	private day = '';
	private usedToday = 0;

	constructor(private readonly tier: () => keyof typeof LIMITS) {}

	/**
	 * Takes one request.
	 * @param now sandbox time, epoch milliseconds
	 * @returns null when there was room, else the policy that refuses
	 */
	take(now: number): RatePolicy | null {
		const { burst, daily } = LIMITS[this.tier()];
		this.forget(now);
		if (this.usedToday >= daily) return 'DAILY';
		if (this.accepted.length >= burst) return 'TEN_SECONDLY_ROLLING';
		this.accepted.push(now);
		this.usedToday += 1;
		return null;
	}

	/** Headers of every answer to a valid token; those of the day to private tokens only. */
	headers(now: number): Record<string, string> {
		const { burst, daily } = LIMITS[this.tier()];
		this.forget(now);
		return {
			'X-HubSpot-RateLimit-Max': String(burst),
			'X-HubSpot-RateLimit-Remaining': String(Math.max(0, burst - this.accepted.length)),
			'X-HubSpot-RateLimit-Interval-Milliseconds': String(INTERVAL_MS),
			...(daily === Infinity
				? {}
				: {
						'X-HubSpot-RateLimit-Daily': String(daily),
						'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(0, daily - this.usedToday)),
					}),
		};
	}

	private forget(now: number): void {
		const first = this.accepted.findIndex((at) => at > now - INTERVAL_MS);
		if (first < 0) this.accepted = [];
		else if (first > 0) this.accepted = this.accepted.slice(first);
		const today = localDay.format(now);
		if (today !== this.day) {
			this.day = today;
			this.usedToday = 0;
		}
	}
}

import { DateTime } from 'luxon';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api#limits */
export const RATE = 100;
export const RATE_WINDOW_MS = 20_000;
export const CONCURRENCY = 10;
export const DAILY_QUOTA = 50_000;
/** The quota's day ends at midnight here. */
export const QUOTA_ZONE = 'America/Chicago';

/** The day of the quota and of the usage statistics, e.g. 2026-11-20. */
export function quotaDay(now: number): string {
	return DateTime.fromMillis(now, { zone: QUOTA_ZONE }).toFormat('yyyy-MM-dd');
}

/** Counts the calls of the whole instance, whoever makes them, on the sandbox's clock. */
export class CallLimits {
	private accepted: number[] = [];
	private running = 0;
	private day = '';
	private used = 0;

	constructor(private readonly dailyQuota: () => number) {}

	/** @returns the code that refuses the call, null when there is room */
	take(now: number): '606' | '607' | '615' | null {
		this.forget(now);
		if (this.used >= this.dailyQuota()) return '607';
		if (this.accepted.length >= RATE) return '606';
		if (this.running >= CONCURRENCY) return '615';
		this.accepted.push(now);
		this.used += 1;
		this.running += 1;
		return null;
	}

	release(): void {
		this.running -= 1;
	}

	/** Somebody else's calls. */
	spend(now: number, calls: number): void {
		this.forget(now);
		this.used += calls;
	}

	private forget(now: number): void {
		const first = this.accepted.findIndex((at) => at > now - RATE_WINDOW_MS);
		this.accepted = first < 0 ? [] : this.accepted.slice(first);
		const today = quotaDay(now);
		if (today === this.day) return;
		this.day = today;
		this.used = 0;
	}
}

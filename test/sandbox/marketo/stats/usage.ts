import { DateTime } from 'luxon';
import { quotaDay, QUOTA_ZONE } from '../http/limits';
import type { MarketoWorld } from '../world';

/** Calls and errors by day of the quota. */
export class Usage {
	private readonly calls = new Map<string, number>();
	private readonly errors = new Map<string, Map<string, number>>();

	constructor(
		private readonly now: () => number,
		private readonly world: MarketoWorld,
	) {}

	countCall(): void {
		const day = quotaDay(this.now());
		this.calls.set(day, (this.calls.get(day) ?? 0) + 1);
	}

	countError(code: string): void {
		const day = quotaDay(this.now());
		const codes = this.errors.get(day) ?? new Map<string, number>();
		codes.set(code, (codes.get(code) ?? 0) + 1);
		this.errors.set(day, codes);
	}

	/** @param days 1: today; 7: the last seven, today first */
	usageOf(days: number): unknown[] {
		return this.days(days).map((date) => {
			const total = this.calls.get(date) ?? 0;
			const userId = this.world.apiUser ?? 'n8n-api@webinars.example.com';
			return { date, total, users: total === 0 ? [] : [{ userId, count: total }] };
		});
	}

	errorsOf(days: number): unknown[] {
		return this.days(days).map((date) => {
			const errors = [...(this.errors.get(date) ?? [])].map(([errorCode, count]) => ({
				errorCode,
				count,
			}));
			return { date, total: errors.reduce((sum, { count }) => sum + count, 0), errors };
		});
	}

	private days(count: number): string[] {
		const today = DateTime.fromMillis(this.now(), { zone: QUOTA_ZONE });
		return Array.from({ length: count }, (_, back) =>
			today.minus({ days: back }).toFormat('yyyy-MM-dd'),
		);
	}
}

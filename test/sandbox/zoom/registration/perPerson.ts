import { nextMidnight } from '../../kernel/faultAnswers';
import { ZoomError } from '../errors';

/** Requests a day for one registrant of one webinar: https://developers.zoom.us/docs/api/rate-limits/ */
const PER_DAY = { add: 3, status: 10 } as const;

const WORDS = {
	add: 'Add a webinar registrant',
	status: "Update a webinar registrant's status",
} as const;

export interface PersonLimiter {
	/**
	 * Counts one request for one person.
	 * @throws ZoomError 429 with Zoom's own words
	 */
	take(kind: keyof typeof PER_DAY, webinarId: number, email: string): void;
}

/** @param now sandbox time, epoch milliseconds; Zoom's day is the UTC day */
export function createPersonLimiter(now: () => number, enforced: boolean): PersonLimiter {
	const used = new Map<string, number>();
	let day = '';
	return {
		take(kind, webinarId, email) {
			const at = now();
			const today = new Date(at).toISOString().slice(0, 10);
			if (today !== day) used.clear();
			day = today;
			const key = `${kind} ${webinarId} ${email}`;
			const count = (used.get(key) ?? 0) + 1;
			used.set(key, count);
			if (!enforced || count <= PER_DAY[kind]) return;
			throw new ZoomError(
				429,
				429,
				`You have exceeded the daily rate limit of (${PER_DAY[kind]}) for ${WORDS[kind]} API requests for the registrant (${email}). You can resume these API requests at GMT 00:00:00.`,
				{ 'x-ratelimit-type': 'Daily-limit', 'retry-after': nextMidnight(at) },
			);
		},
	};
}

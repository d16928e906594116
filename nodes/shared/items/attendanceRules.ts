import type { AttendanceRole } from '../model/attendance';
import { isValidEmail } from '../model/email';
import type { Reason } from '../model/reasons';
import type { PersonInput } from './person';

/** Rules of every operation that writes who attended, whichever system it writes to. */

/** Who counts as somebody who attended. */
export interface Threshold {
	minimumSeconds: number;
	/** 0–100 */
	minimumPercent: number;
}

/** Why an item is left out, by what it itself says; null = it is not. */
export function reasonOfItem(
	{ reason, email, role }: PersonInput,
	roles: readonly AttendanceRole[],
): Reason | null {
	if (reason === 'neverStarted' || reason === 'reportNotReady') return reason;
	if (reason === 'nobodyAttended' && email === '') return reason;
	if (!roles.includes(role)) return 'roleExcluded';
	if (email === '') return 'noEmail';
	return isValidEmail(email) ? null : 'invalidEmail';
}

/** Whether a stay is too short to count. */
export function isBelow(
	{ seconds, percent }: { seconds: number; percent: number },
	{ minimumSeconds, minimumPercent }: Threshold,
): boolean {
	return seconds < minimumSeconds || percent < minimumPercent;
}

/** Somebody who was not admitted and did not come has no part in the webinar. */
export function reasonOfRegistration({ registration }: PersonInput, came: boolean): Reason | null {
	if (came) return null;
	if (registration === 'pending') return 'pendingApproval';
	return registration === 'denied' || registration === 'cancelled' ? 'previouslyDenied' : null;
}

/**
 * Entries of which another one of the same key counts: the longest stay does, of equal ones the first.
 * @param stayOf seconds; less than 0 for people who did not come
 */
export function outstayed<T>(
	entries: readonly T[],
	keyOf: (entry: T) => string,
	stayOf: (entry: T) => number,
): Array<{ kept: T; dropped: T }> {
	const kept = new Map<string, T>();
	const byStay = [...entries].sort((one, other) => stayOf(other) - stayOf(one));
	return byStay.flatMap((entry) => {
		const key = keyOf(entry);
		const longest = kept.get(key);
		if (longest !== undefined) return [{ kept: longest, dropped: entry }];
		kept.set(key, entry);
		return [];
	});
}

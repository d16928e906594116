import { scheduledTime } from './attendance';
import type { AttendeeOptions } from './options';
import type { HeldSession } from './session';

/** What to say where *Clip to Scheduled Time* has nothing to clip by; undefined = it has. */
export function clippingNote(
	{ webinar, rows }: HeldSession,
	{ clipToScheduled }: AttendeeOptions,
	platform: string,
): string | undefined {
	if (!clipToScheduled || rows.length === 0 || scheduledTime(webinar) !== null) return undefined;
	return `The run of ${webinar.startTime} lies outside of its scheduled time, or ${platform} does not give that time; all of it was counted`;
}

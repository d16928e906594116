import type { RateLimit } from '../../shared/transport/rate';

export const TIMEOUT_MS = 30_000;

/** A limit per second has passed after it; Zoom does not tell a moment. */
export const THROTTLE_MS = { perSecond: 1_000 } as const;

/** Zoom's labels: https://developers.zoom.us/docs/api/rate-limits/ */
export type ZoomLabel = 'light' | 'medium' | 'heavy';

/** A little longer than Zoom's. */
const SECOND = { windowMs: 1_010, travelMs: 250 };

/**
 * Requests per second by label. The plan of an account cannot be asked for, so the table holds Pro's
 * figures; a free account answers 429 and is waited for, a larger one is not harmed.
 */
export const ZOOM_LIMITS: Record<ZoomLabel, RateLimit> = {
	light: { max: 30, ...SECOND },
	medium: { max: 20, ...SECOND },
	heavy: { max: 10, ...SECOND },
};

import type { ZoomControls } from '../contract';

/** https://developers.zoom.us/docs/api/webhooks/#webhook-delivery : an answer is due within 3 seconds. */
const ANSWER_DUE_MS = 3000;

/** How a fresh sandbox behaves until a test says otherwise. */
export function createControls(): ZoomControls {
	return {
		downloads: { redirectTo: 'sameHost', redirects: 1, cutAfterBytes: [] },
		leakedTokens: [],
		answerDueMs: ANSWER_DUE_MS,
		disabledApps: new Set(),
		subscriptions: [],
		serverToServerMaySubscribe: false,
		upcomingEventId: 'number',
	};
}

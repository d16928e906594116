import type { ZoomControls } from '../contract';

/** How a fresh sandbox behaves until a test says otherwise. */
export function createControls(): ZoomControls {
	return {
		downloads: { redirectTo: 'sameHost', redirects: 1, cutAfterBytes: [] },
		leakedTokens: [],
		disabledApps: new Set(),
		subscriptions: [],
		serverToServerMaySubscribe: false,
		upcomingEventId: 'number',
	};
}

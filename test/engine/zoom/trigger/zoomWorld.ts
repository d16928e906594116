import type { ZoomSide } from '../../../sandbox/contract';
import type { ZoomSession, ZoomWebinarState, ZoomWorld } from '../../../sandbox/world';
import { createZoomSide } from '../../../sandbox/zoom/outbound/side';
import { createTokenStore } from '../../../sandbox/zoom/tokens';

export const SECRET = 'sandbox-secret-token';
/** Starts with a slash and holds two in a row, as Zoom's may. */
export const SESSION = '/BcD//eFgHiJkLmNoPqRsA==';
export const PRACTICE = 'practice0123456789AbCdE==';
export const WEBINAR = 85212345678;
export const OTHER_WEBINAR = 98765432100;
export const OTHER_SESSION = 'other0123456789AbCdEfGh==';

function session(uuid: string, practiceSession = false): ZoomSession {
	return {
		uuid,
		startTime: '2026-03-04T15:00:10Z',
		endTime: '2026-03-04T16:02:40Z',
		practiceSession,
		reportReadyAt: '2026-03-04T16:20:00Z',
		durationsReadyAt: '2026-03-04T16:20:00Z',
		participants: [],
		polls: [],
		qa: [],
		survey: [],
	};
}

function webinar(id: number, topic: string, sessions: ZoomSession[]): ZoomWebinarState {
	return {
		id,
		uuid: sessions[0]!.uuid,
		hostId: 'host1',
		topic,
		agenda: '',
		type: 5,
		startTime: '2026-03-04T15:00:00Z',
		duration: 60,
		timezone: 'Europe/Berlin',
		createdAt: '2026-02-01T09:00:00Z',
		joinUrl: `https://zoom.example/w/${id}`,
		approvalType: 0,
		questionAndAnswer: false,
		alternativeHosts: [],
		registrants: [],
		panelists: [],
		sessions,
	};
}

const WORLD: ZoomWorld = {
	accountId: 'account1',
	clientId: 'client1',
	clientSecret: 'not used here',
	webhookSecretToken: SECRET,
	plan: 'business',
	scopes: [],
	users: [
		{
			id: 'host1',
			email: 'host@example.com',
			first_name: 'Hanna',
			last_name: 'Host',
			webinarLicence: true,
		},
	],
	webinars: [
		webinar(WEBINAR, 'Größe zählt 🚒 – Product Update', [
			session(SESSION),
			session(PRACTICE, true),
		]),
		webinar(OTHER_WEBINAR, 'Onboarding', [session(OTHER_SESSION)]),
	],
};

/** The sandbox's Zoom, its outbound side only: it signs and sends, and nobody calls it. */
export function createZoom(signal: AbortSignal): ZoomSide {
	return createZoomSide({
		world: WORLD,
		tokens: createTokenStore(Date.now, 3600),
		now: Date.now,
		signal,
	});
}

import type { ZoomWebinarState, ZoomWorld } from '../../sandbox/world';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Adds a webinar of next week with registration, without registrants, to a world. */
export function upcomingWebinar(
	world: ZoomWorld,
	changes: Partial<ZoomWebinarState> = {},
): ZoomWebinarState {
	const host = world.users.find(({ webinarLicence }) => webinarLicence);
	if (host === undefined) throw new Error('The world has no host with a webinar licence');
	const start = new Date(Date.now() + WEEK_MS).toISOString().replace(/\.\d+Z$/, 'Z');
	const id = 96_000_000_001;
	const webinar: ZoomWebinarState = {
		id,
		uuid: 'uPcOmInGwEbInAr000001==',
		hostId: host.id,
		topic: 'Orchids for beginners',
		agenda: '',
		type: 5,
		startTime: start,
		duration: 45,
		timezone: 'Europe/Berlin',
		createdAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
		joinUrl: `https://zoom.example/j/${id}`,
		approvalType: 0,
		questionAndAnswer: true,
		alternativeHosts: [],
		registrants: [],
		panelists: [],
		sessions: [],
		...changes,
	};
	world.webinars.push(webinar);
	return webinar;
}

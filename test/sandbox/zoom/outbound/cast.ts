import type {
	ZoomOccurrence,
	ZoomRegistrantRow,
	ZoomSession,
	ZoomUser,
	ZoomWebinarState,
	ZoomWorld,
} from '../../world';

/** Whom an event is about; a test that names nobody hears of it at once. */
export interface Cast {
	accountId(): string;
	webinar(webinarId: number): ZoomWebinarState;
	session(webinar: ZoomWebinarState, sessionUuid: string): ZoomSession;
	registrant(webinar: ZoomWebinarState, registrantId: string): ZoomRegistrantRow;
	host(hostId: string): ZoomUser;
}

export function createCast(world: ZoomWorld): Cast {
	return {
		accountId: () => world.accountId,
		webinar: (webinarId) =>
			known(
				world.webinars.find((one) => one.id === webinarId),
				`webinar ${webinarId}`,
			),
		session: (webinar, sessionUuid) =>
			known(
				webinar.sessions.find((one) => one.uuid === sessionUuid),
				`session ${sessionUuid} of webinar ${webinar.id}`,
			),
		registrant: (webinar, registrantId) =>
			known(
				webinar.registrants.find((one) => one.id === registrantId),
				`registrant ${registrantId} of webinar ${webinar.id}`,
			),
		host: (hostId) =>
			known(
				world.users.find((one) => one.id === hostId),
				`user ${hostId}`,
			),
	};
}

/** Events about series name the occurrences by id and start. */
export function occurrencesIn(
	webinar: ZoomWebinarState,
	isMeant: (occurrence: ZoomOccurrence) => boolean,
): { occurrences?: Array<Pick<ZoomOccurrence, 'occurrence_id' | 'start_time'>> } {
	if (webinar.type !== 9 || !webinar.occurrences) return {};
	return {
		occurrences: webinar.occurrences
			.filter(isMeant)
			.map(({ occurrence_id, start_time }) => ({ occurrence_id, start_time })),
	};
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
	if (thing === undefined) throw new Error(`The world has no ${name}`);
	return thing;
}

import type { FastifyRequest } from 'fastify';
import type { ZoomSession, ZoomUser, ZoomWebinarState, ZoomWorld } from '../world';
import { webinarPlanMissing, ZoomError } from './errors';
import { type PathId, webinarNumber } from './pathIds';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export interface EndedSession {
	webinar: ZoomWebinarState;
	session: ZoomSession;
}

/** Questions to the world, with Zoom's refusals. */
export interface Lookup {
	/** By id or e-mail. @throws ZoomError 404/1001 */
	user(idOrEmail: string): ZoomUser;
	host(webinar: ZoomWebinarState): ZoomUser;
	/** The webinar that the path names, of a host with the webinar plan. */
	webinar(request: FastifyRequest): ZoomWebinarState;
	/** All sessions that have ended, practice sessions too, oldest first. */
	ended(webinar: ZoomWebinarState): ZoomSession[];
	/**
	 * A webinar's id names its latest ended session that was no practice; a UUID names its own session.
	 * @param missing the endpoint's own words for 404/3001, given the id
	 */
	session(id: PathId, missing: (id: string) => string): EndedSession;
	/** As `session`, for what a report needs: paid plan, not older than a year, report ready. */
	report(id: PathId, missing: (id: string) => string): EndedSession;
}

export function createLookup(world: ZoomWorld, now: () => number): Lookup {
	const lookup: Lookup = {
		user(idOrEmail) {
			const email = idOrEmail.toLowerCase();
			const user = world.users.find(
				(one) => one.id === idOrEmail || one.email.toLowerCase() === email,
			);
			// A server-to-server app has no user of its own, so `me` is nobody.
			if (!user) throw new ZoomError(404, 1001, `User does not exist: ${idOrEmail}.`);
			return user;
		},
		host: (webinar) => lookup.user(webinar.hostId),
		webinar(request) {
			const id = webinarNumber(request);
			const webinar = world.webinars.find((one) => one.id === id);
			if (!webinar) throw new ZoomError(404, 3001, `Webinar does not exist: ${id}.`);
			if (!lookup.host(webinar).webinarLicence) throw webinarPlanMissing();
			return webinar;
		},
		ended: (webinar) =>
			webinar.sessions
				.filter((session) => Date.parse(session.endTime) <= now())
				.sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime)),
		session(id, missing) {
			for (const webinar of world.webinars) {
				const session =
					id.kind === 'id'
						? webinar.id === id.id && latestRun(lookup.ended(webinar))
						: lookup.ended(webinar).find((one) => one.uuid === id.text);
				if (session) return { webinar, session };
			}
			throw new ZoomError(404, 3001, missing(id.text));
		},
		report(id, missing) {
			requirePaidPlan(world);
			const found = lookup.session(id, missing);
			if (Date.parse(found.session.endTime) < now() - YEAR_MS) {
				throw new ZoomError(400, 12702, 'Can not access a webinar a year ago.');
			}
			if (now() < Date.parse(found.session.reportReadyAt)) {
				throw new ZoomError(404, 3001, missing(id.text));
			}
			return found;
		},
	};
	return lookup;
}

function latestRun(sessions: ZoomSession[]): ZoomSession | undefined {
	return sessions.filter((session) => !session.practiceSession).at(-1);
}

function requirePaidPlan(world: ZoomWorld): void {
	if (world.plan !== 'free') return;
	throw new ZoomError(400, 200, `Only available for Paid or ZMP account: ${world.accountId}.`);
}

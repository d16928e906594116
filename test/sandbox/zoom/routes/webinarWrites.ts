import { randomBytes, randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { nextMidnight } from '../../kernel/faultAnswers';
import type { ZoomUser, ZoomWebinarState } from '../../world';
import { writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, webinarPlanMissing, ZoomError } from '../errors';
import { occurrence, refusal, refuseZoomEvents } from '../registration/door';
import { webinarInFull } from '../shapes';
import { apply, applyToOccurrence, type Draft } from '../webinars/plan';

/** Creating and updating, meetings included: https://developers.zoom.us/docs/api/rate-limits/ */
const CHANGES_A_DAY_AND_HOST = 100;

interface OfOne {
	Querystring: { occurrence_id?: string };
	Body: Draft | null;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export function registerWebinarWrites(
	app: FastifyInstance,
	{ world, lookup, now }: ZoomContext,
	limitsEnforced: boolean,
): void {
	const changes = new Map<string, number>();

	app.post<{ Params: { userId: string }; Body: Draft | null }>(
		'/users/:userId/webinars',
		writeRoute('Light', 'webinar:write:webinar', 'webinar:write:webinar:admin'),
		async (request, reply) => {
			const scheduler = lookup.user(request.params.userId);
			if (!scheduler.webinarLicence) throw webinarPlanMissing();
			const draft = request.body ?? {};
			const host = hostOf(draft) ?? scheduler;
			countChange(host);
			const webinar = blank(host);
			if (draft.default_passcode === true) webinar.passcode = String(randomInt(100_000, 999_999));
			if (draft.type === 9 && draft.recurrence === undefined) throw validationFailed('recurrence');
			apply(draft, webinar);
			world.webinars.push(webinar);
			return reply
				.code(201)
				.send(webinarInFull(webinar, host, { now: now(), previousOccurrences: true }));
		},
	);

	app.patch<OfOne>(
		'/webinars/:webinarId',
		writeRoute('Light', 'webinar:update:webinar', 'webinar:update:webinar:admin'),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			refuseZoomEvents(webinar);
			countChange(lookup.host(webinar));
			const { occurrence_id } = request.query;
			const draft = request.body ?? {};
			if (occurrence_id === undefined) {
				const host = hostOf(draft);
				apply(draft, webinar);
				if (host) webinar.hostId = host.id;
			} else applyToOccurrence(draft, occurrence(webinar, occurrence_id), webinar);
			return reply.code(204).send();
		},
	);

	app.delete<OfOne>(
		'/webinars/:webinarId',
		writeRoute('Light', 'webinar:delete:webinar', 'webinar:delete:webinar:admin'),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			refuseZoomEvents(webinar);
			const { occurrence_id } = request.query;
			if (occurrence_id === undefined) world.webinars.splice(world.webinars.indexOf(webinar), 1);
			else occurrence(webinar, occurrence_id).status = 'deleted';
			return reply.code(204).send();
		},
	);

	/** For whom somebody else schedules. @throws ZoomError 400/300, 400/3000 */
	function hostOf({ schedule_for: email }: Draft): ZoomUser | undefined {
		if (email === undefined) return undefined;
		const host = world.users.find((user) => user.email === email || user.id === email);
		if (!host) {
			throw refusal(
				300,
				'The value that you entered for the schedule_for field is invalid. Enter a valid value and try again.',
			);
		}
		if (!host.webinarLicence) {
			throw refusal(3000, `You cannot schedule a meeting for ${host.id}.`);
		}
		return host;
	}

	function countChange(host: ZoomUser): void {
		const key = `${new Date(now()).toISOString().slice(0, 10)} ${host.id}`;
		const count = (changes.get(key) ?? 0) + 1;
		changes.set(key, count);
		if (!limitsEnforced || count <= CHANGES_A_DAY_AND_HOST) return;
		throw new ZoomError(
			429,
			429,
			`You have exceeded the daily rate limit (${CHANGES_A_DAY_AND_HOST}) of Meeting/Webinar Create/Update API requests permitted for this particular user. You may resume these API requests at GMT 00:00:00.`,
			{ 'x-ratelimit-type': 'Daily-limit', 'retry-after': nextMidnight(now()) },
		);
	}

	function blank(host: ZoomUser): ZoomWebinarState {
		const id = randomInt(90_000_000_000, 99_999_999_999);
		return {
			id,
			uuid: randomBytes(16).toString('base64'),
			hostId: host.id,
			topic: 'My Webinar',
			agenda: '',
			type: 5,
			startTime: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
			duration: 60,
			timezone: 'UTC',
			createdAt: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
			joinUrl: `https://zoom.example/j/${id}`,
			approvalType: 2,
			questionAndAnswer: true,
			alternativeHosts: [],
			registrants: [],
			panelists: [],
			sessions: [],
			creationSource: 'open_api',
		};
	}
}

import type { FastifyInstance } from 'fastify';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';
import { readRoute, writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, ZoomError } from '../errors';
import {
	datesOf,
	isFor,
	occurrence,
	refusal,
	requireRegistration,
	requireRoom,
	statusOf,
} from '../registration/door';
import type { PersonLimiter } from '../registration/perPerson';
import { keyOf, type Roll } from '../registration/roll';
import { registrantInFull, registrantRow } from '../shapes';

const STATUSES = ['pending', 'approved', 'denied'] as const;
const MOST_AT_ONCE = 30;
/** Zoom's cancel moves the registrant to the denied ones (devforum 34478). */
const NEXT_STATUS = { approve: 'approved', deny: 'denied', cancel: 'denied' } as const;

interface OfOne {
	Params: { registrantId: string };
	Querystring: { occurrence_id?: string };
}

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export function registerRegistrants(
	app: FastifyInstance,
	{ lookup, pager }: ZoomContext,
	roll: Roll,
	perPerson: PersonLimiter,
): void {
	app.get<{
		Querystring: { status?: string; occurrence_id?: string; tracking_source_id?: string };
	}>(
		'/webinars/:webinarId/registrants',
		readRoute('Medium', 'webinar:read:list_registrants', 'webinar:read:list_registrants:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			if (webinar.approvalType === 2) {
				throw refusal(3000, `This webinar does not have registration as required: ${webinar.id}.`);
			}
			const { occurrence_id, tracking_source_id: source } = request.query;
			const status = STATUSES.find((one) => one === (request.query.status ?? 'approved'));
			if (status === undefined) throw validationFailed('status');
			if (occurrence_id !== undefined) occurrence(webinar, occurrence_id);
			const matching = webinar.registrants.filter(
				(row) =>
					statusOf(row, occurrence_id) === status &&
					isFor(row, occurrence_id) &&
					(source === undefined || row.source_id === source),
			);
			const { rows, ...page } = pager.page(request, matching, { byNumber: true });
			return { ...page, registrants: rows.map((row) => registrantRow({ ...row, status })) };
		},
	);

	app.get<OfOne>(
		'/webinars/:webinarId/registrants/:registrantId',
		readRoute('Light', 'webinar:read:registrant', 'webinar:read:registrant:admin'),
		async (request) => {
			const { registrantId } = request.params;
			const webinar = lookup.webinar(request);
			requireRegistration(webinar);
			const row = find(webinar, registrantId, request.query.occurrence_id);
			if (!row) throw refusal(3079, `This registrant does not exist: ${registrantId}.`);
			return registrantInFull({ ...row, status: statusOf(row, request.query.occurrence_id) });
		},
	);

	app.delete<OfOne>(
		'/webinars/:webinarId/registrants/:registrantId',
		writeRoute('Light', 'webinar:delete:registrant', 'webinar:delete:registrant:admin'),
		async (request, reply) => {
			const { registrantId } = request.params;
			const webinar = lookup.webinar(request);
			requireRegistration(webinar);
			const row = find(webinar, registrantId, request.query.occurrence_id);
			if (!row) throw refusal(3000, `Registrant ${registrantId} was not found.`);
			const { occurrence_id } = request.query;
			const others = (row.occurrence_ids ?? datesOf(webinar)).filter((id) => id !== occurrence_id);
			if (occurrence_id !== undefined && others.length > 0) row.occurrence_ids = others;
			else webinar.registrants.splice(webinar.registrants.indexOf(row), 1);
			return reply.code(204).send();
		},
	);

	app.put<{
		Body: { action?: unknown; registrants?: unknown } | null;
		Querystring: { occurrence_id?: string };
	}>(
		'/webinars/:webinarId/registrants/status',
		writeRoute(
			'Medium',
			'webinar:update:registrant_status',
			'webinar:update:registrant_status:admin',
		),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			if (webinar.approvalType === 2) {
				throw new ZoomError(
					400,
					300,
					`Registration has not been enabled for this meeting: ${webinar.id}.`,
				);
			}
			const { action, registrants } = request.body ?? {};
			if (action !== 'approve' && action !== 'deny' && action !== 'cancel') {
				throw validationFailed('action');
			}
			const isList = Array.isArray(registrants);
			if (!isList || registrants.length === 0 || registrants.length > MOST_AT_ONCE) {
				throw validationFailed('registrants');
			}
			const { occurrence_id } = request.query;
			const rows = registrants.map((one: unknown) =>
				named(webinar, Object(one) as Record<string, unknown>, occurrence_id),
			);
			for (const row of rows) perPerson.take('status', webinar.id, keyOf(row.email));
			const status = NEXT_STATUS[action];
			if (status === 'approved') {
				const more = rows.filter((row) => statusOf(row, occurrence_id) !== 'approved');
				requireRoom(webinar, more.length, 'status');
			}
			for (const row of rows) {
				if (occurrence_id === undefined) {
					row.status = status;
					row.occurrence_status = undefined;
				} else row.occurrence_status = { ...row.occurrence_status, [occurrence_id]: status };
			}
			return reply.code(204).send();
		},
	);

	/** @throws ZoomError 400/3000 for an occurrence that the webinar does not have */
	function find(
		webinar: ZoomWebinarState,
		id: string,
		occurrenceId: string | undefined,
	): ZoomRegistrantRow | undefined {
		if (occurrenceId !== undefined) occurrence(webinar, occurrenceId);
		return webinar.registrants.find(
			(row) => row.id === id && row.status !== 'cancelled' && isFor(row, occurrenceId),
		);
	}

	function named(
		webinar: ZoomWebinarState,
		{ id, email }: Record<string, unknown>,
		occurrenceId: string | undefined,
	): ZoomRegistrantRow {
		const rowId = typeof id === 'string' ? id : roll.find(webinar, String(email))?.id;
		const row = find(webinar, rowId ?? '', occurrenceId);
		if (row) return row;
		throw new ZoomError(
			400,
			300,
			'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
		);
	}
}

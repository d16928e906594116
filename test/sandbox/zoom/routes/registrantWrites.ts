import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';
import { writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, ZoomError } from '../errors';
import {
	answersOf,
	chosenOccurrences,
	refusal,
	requireAnswers,
	requireGuest,
	requireOpen,
	requirePerson,
	requireRoom,
	type Application,
} from '../registration/door';
import type { PersonLimiter } from '../registration/perPerson';
import type { Roll } from '../registration/roll';

const MOST_IN_A_BATCH = 30;
/** The form's fields beside name and email, as they are kept. */
const FIELDS = [
	'address',
	'city',
	'state',
	'zip',
	'country',
	'phone',
	'comments',
	'industry',
	'job_title',
	'org',
	'no_of_employees',
	'purchasing_time_frame',
	'role_in_purchase_process',
	'language',
	'source_id',
] as const;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/webinars/{webinarId}/registrants */
export function registerRegistrantWrites(
	app: FastifyInstance,
	{ lookup, now }: ZoomContext,
	roll: Roll,
	perPerson: PersonLimiter,
): void {
	app.post<{ Body: Application | null; Querystring: { occurrence_ids?: string } }>(
		'/webinars/:webinarId/registrants',
		writeRoute('Light', 'webinar:write:registrant', 'webinar:write:registrant:admin'),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			const application = request.body ?? {};
			requireOpen(webinar, now());
			const { email } = requirePerson(application);
			perPerson.take('add', webinar.id, email.toLowerCase());
			requireGuest(webinar, lookup.host(webinar), email);
			requireAnswers(webinar, application);
			const chosen = chosenOccurrences(webinar, request.query.occurrence_ids);
			// The same address gets the record it has, whatever its status is (devforum 57798, 34478).
			const row = roll.find(webinar, email) ?? enrol(webinar, application, email, false);
			if (chosen !== undefined) {
				const all = [...(row.occurrence_ids ?? []), ...chosen.map((one) => one.occurrence_id)];
				row.occurrence_ids = [...new Set(all)];
			}
			const dates = chosen ?? webinar.occurrences ?? [];
			return reply.code(201).send({
				id: webinar.id,
				registrant_id: row.id,
				topic: webinar.topic,
				...(webinar.type !== 6 && { start_time: dates[0]?.start_time ?? webinar.startTime }),
				...(row.status === 'approved' && { join_url: row.join_url }),
				...(dates.length > 0 && { occurrences: dates }),
			});
		},
	);

	app.post<{ Body: { auto_approve?: unknown; registrants?: unknown } | null }>(
		'/webinars/:webinarId/batch_registrants',
		writeRoute('Heavy', 'webinar:write:batch_registrants', 'webinar:write:batch_registrants:admin'),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			if (webinar.type !== 5) {
				throw new ZoomError(
					400,
					300,
					'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.',
				);
			}
			if (webinar.approvalType === 2) {
				throw refusal(3000, `Registration has not been enabled for this webinar: ${webinar.id}.`);
			}
			requireOpen(webinar, now());
			const { registrants, auto_approve } = request.body ?? {};
			if (!Array.isArray(registrants) || registrants.length === 0) {
				throw validationFailed('registrants');
			}
			if (registrants.length > MOST_IN_A_BATCH) throw validationFailed('registrants');
			const applications = registrants.map((one: unknown) => Object(one) as Application);
			// Nothing is documented about part of a batch: it is taken whole or not at all.
			for (const application of applications) {
				const { email } = requirePerson(application);
				requireGuest(webinar, lookup.host(webinar), email);
				requireAnswers(webinar, application);
				perPerson.take('add', webinar.id, email.toLowerCase());
			}
			const unknown = applications.filter((one) => !roll.find(webinar, String(one.email)));
			requireRoom(webinar, unknown.length);
			const rows = applications.map((application) => {
				const email = String(application.email);
				return (
					roll.find(webinar, email) ?? enrol(webinar, application, email, auto_approve === true)
				);
			});
			return reply.code(201).send({
				registrants: rows.map((row) => ({
					email: row.email,
					registrant_id: row.id,
					...(row.status === 'approved' && { join_url: row.join_url }),
				})),
			});
		},
	);

	function enrol(
		webinar: ZoomWebinarState,
		application: Application,
		email: string,
		approve: boolean,
	): ZoomRegistrantRow {
		requireRoom(webinar, 1);
		const id = randomBytes(16).toString('base64url');
		const row: ZoomRegistrantRow = {
			id,
			email,
			first_name: String(application.first_name),
			last_name: String(application.last_name ?? ''),
			...Object.fromEntries(
				FIELDS.flatMap((field) =>
					typeof application[field] === 'string' ? [[field, application[field]]] : [],
				),
			),
			custom_questions: answersOf(application),
			status: webinar.approvalType === 1 && !approve ? 'pending' : 'approved',
			create_time: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
			join_url: `${webinar.joinUrl.replace('/j/', '/w/')}?tk=${id}`,
		};
		roll.add(webinar, row);
		return row;
	}
}

import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';
import { writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed, ZoomError } from '../errors';
import {
	answersOf,
	availableDates,
	chosenOccurrences,
	datesOf,
	requireAnswers,
	requireGuest,
	requireOpen,
	requirePerson,
	requireRegistration,
	requireRoom,
	type Application,
} from '../registration/door';
import type { PersonLimiter } from '../registration/perPerson';
import { keyOf, type Roll } from '../registration/roll';
import { occurrenceShown } from '../shapes';

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
			perPerson.take('add', webinar.id, keyOf(email));
			requireGuest(webinar, lookup.host(webinar), email);
			requireAnswers(webinar, application);
			const { occurrence_ids } = request.query;
			const chosen = chosenOccurrences(webinar, occurrence_ids, now());
			const ids = chosen?.map((one) => one.occurrence_id);
			const known = roll.find(webinar, email);
			// The same address gets the record it has: of approved ones that is known (devforum 57798), of
			// denied ones that nothing comes of it (devforum 34478), so the same answer is assumed.
			const row = known ?? enrol(webinar, application, { approve: false, ids, kind: 'single' });
			if (known?.occurrence_ids !== undefined) {
				known.occurrence_ids = [
					...new Set([...known.occurrence_ids, ...(ids ?? datesOf(webinar))]),
				];
			}
			const dates = chosen ?? availableDates(webinar);
			return reply.code(201).send({
				id: webinar.id,
				registrant_id: row.id,
				topic: webinar.topic,
				...(webinar.type !== 6 && { start_time: dates[0]?.start_time ?? webinar.startTime }),
				// Whether a link comes with a registration that waits is not documented.
				...(row.status === 'approved' && { join_url: row.join_url }),
				...(dates.length > 0 && { occurrences: dates.map(occurrenceShown) }),
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
			requireRegistration(webinar);
			requireOpen(webinar, now());
			const applications = applicationsOf(request.body?.registrants);
			// Nothing is documented about part of a batch: it is taken whole or not at all.
			const emails = applications.map((one) => requirePerson(one).email);
			for (const email of emails) perPerson.take('add', webinar.id, keyOf(email));
			applications.forEach((application, at) => {
				requireGuest(webinar, lookup.host(webinar), emails[at] ?? '');
				requireAnswers(webinar, application);
			});
			const unknown = emails.filter((email) => !roll.find(webinar, email)).map(keyOf);
			requireRoom(webinar, new Set(unknown).size, 'batch');
			const approve = request.body?.auto_approve === true;
			const rows = applications.map(
				(application, at) =>
					roll.find(webinar, emails[at] ?? '') ??
					enrol(webinar, application, { approve, ids: undefined, kind: 'batch' }),
			);
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
		{ approve, ids, kind }: Way,
	): ZoomRegistrantRow {
		const { email, first_name } = requirePerson(application);
		const answers = { ...fieldsOf(application), custom_questions: answersOf(application) };
		requireRoom(webinar, 1, kind);
		const id = randomBytes(16).toString('base64url');
		const row: ZoomRegistrantRow = {
			id,
			email,
			first_name,
			last_name: String(application.last_name ?? ''),
			...answers,
			...(ids !== undefined && { occurrence_ids: ids }),
			status: webinar.approvalType === 1 && !approve ? 'pending' : 'approved',
			create_time: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
			join_url: `${webinar.joinUrl.replace('/j/', '/w/')}?tk=${id}`,
		};
		roll.add(webinar, row);
		return row;
	}
}

/** How somebody comes in. */
interface Way {
	/** Without waiting for the host. */
	approve: boolean;
	/** The occurrences; undefined = all. */
	ids: string[] | undefined;
	kind: 'single' | 'batch';
}

/** @throws ZoomError 400/300 */
function applicationsOf(registrants: unknown): Application[] {
	const isList = Array.isArray(registrants);
	if (!isList || registrants.length === 0 || registrants.length > MOST_IN_A_BATCH) {
		throw validationFailed('registrants');
	}
	// More than that is not registered by a batch.
	return registrants.map((one: unknown) => {
		const { email, first_name, last_name } = Object(one) as Application;
		return { email, first_name, last_name };
	});
}

/** @throws ZoomError 400/300 for what is no text */
function fieldsOf(application: Application): Partial<Record<(typeof FIELDS)[number], string>> {
	return Object.fromEntries(
		FIELDS.filter((field) => application[field] !== undefined).map((field) => {
			const value = application[field];
			if (typeof value !== 'string') throw validationFailed(field);
			return [field, value];
		}),
	);
}

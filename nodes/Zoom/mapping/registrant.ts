import { normaliseEmail } from '../../shared/model/email';
import type { Registrant, RegistrantStatus } from '../../shared/model/registrant';
import {
	asIsoTime,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';

const STATUSES: readonly RegistrantStatus[] = ['approved', 'pending', 'denied', 'cancelled'];

/**
 * A row of Zoom's registrant list as our registrant.
 * @param texts whether to keep the answers to custom questions
 */
export function toRegistrant(row: JsonObject, texts: boolean): Registrant {
	const told = asText(row.status).toLowerCase();
	const status = STATUSES.find((known) => known === told) ?? 'approved';
	// A link admits whoever is approved; nobody else should be sent one.
	const joinUrl = status === 'approved' ? asText(row.join_url) : '';
	return {
		registrantId: asText(row.id),
		email: normaliseEmail(row.email),
		firstName: asText(row.first_name).trim(),
		lastName: asText(row.last_name).trim(),
		...withoutEmpty({
			phone: asText(row.phone),
			company: asText(row.org),
			jobTitle: asText(row.job_title),
			source: asText(asObject(row.tracking_source).source_name),
		}),
		status,
		registeredAt: asIsoTime(row.create_time),
		joinUrl,
		joinUrlIsPersonal: joinUrl !== '',
		...(texts && { answers: answersOf(row) }),
	};
}

function answersOf(row: JsonObject): Record<string, string> {
	return Object.fromEntries(
		asObjects(row.custom_questions).map(({ title, value }) => [asText(title), asText(value)]),
	);
}

function withoutEmpty<T extends Record<string, string>>(fields: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== ''),
	) as Partial<T>;
}

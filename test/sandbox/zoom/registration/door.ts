import type { ZoomOccurrence, ZoomRegistrantRow, ZoomUser, ZoomWebinarState } from '../../world';
import { validationFailed, ZoomError } from '../errors';
import { keyOf } from './roll';

/** A registration as it was sent; nothing in it is trusted. */
export type Application = Record<string, unknown>;

const LONGEST = { first_name: 64, last_name: 64, email: 128 } as const;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Whether anybody may register for this webinar now. @throws ZoomError with Zoom's refusal */
export function requireOpen(webinar: ZoomWebinarState, now: number): void {
	if (webinar.approvalType === 2) {
		throw refusal(3000, `This webinar does not have registration as required: ${webinar.id}.`);
	}
	if (webinar.settings?.paid === true) {
		throw refusal(3000, 'The Zoom REST API does not support paid registration.');
	}
	if (now > lastEnd(webinar)) {
		throw refusal(
			3038,
			'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
		);
	}
}

/** @param more people who would come in addition */
export function requireRoom(webinar: ZoomWebinarState, more: number): void {
	const most = Number(webinar.settings?.registrants_restrict_number ?? 0);
	const approved = webinar.registrants.filter((row) => row.status === 'approved').length;
	if (most > 0 && approved + more > most) {
		throw refusal(3043, 'Webinar has reached maximum attendee capacity.');
	}
}

/** Whether this person may register at all. @throws ZoomError */
export function requireGuest(webinar: ZoomWebinarState, host: ZoomUser, email: string): void {
	if (keyOf(host.email) === keyOf(email)) throw refusal(3027, 'Host cannot register.');
	if (webinar.panelists.some((panelist) => keyOf(panelist.email) === keyOf(email))) {
		throw refusal(
			3000,
			'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
		);
	}
}

/** First name and email, in the lengths that Zoom takes. @throws ZoomError 400/300 with the field */
export function requirePerson(application: Application): { email: string; first_name: string } {
	const { email, first_name } = application;
	for (const [field, length] of Object.entries(LONGEST)) {
		const value = application[field] ?? '';
		if (typeof value !== 'string' || value.length > length) throw validationFailed(field);
	}
	if (typeof email !== 'string' || !EMAIL.test(email)) throw validationFailed('email');
	if (typeof first_name !== 'string' || first_name.trim() === '') {
		throw validationFailed('first_name');
	}
	return { email, first_name };
}

/** What the form demands beside name and email. @throws ZoomError 400/300 with the question */
export function requireAnswers(webinar: ZoomWebinarState, application: Application): void {
	const { questions = [], custom_questions = [] } = webinar.questions ?? {};
	for (const { field_name, required } of questions) {
		const value = application[field_name];
		if (required && (typeof value !== 'string' || value === '')) throw validationFailed(field_name);
	}
	const answers = answersOf(application);
	for (const { title, required } of custom_questions) {
		if (required && !answers.some((one) => one.title === title && one.value !== '')) {
			throw validationFailed(title);
		}
	}
}

/** @throws ZoomError 400/300 for what is no answer */
export function answersOf(application: Application): Array<{ title: string; value: string }> {
	const { custom_questions = [] } = application;
	if (!Array.isArray(custom_questions)) throw validationFailed('custom_questions');
	return custom_questions.map((one: unknown) => {
		const { title, value } = Object(one) as Record<string, unknown>;
		if (typeof title !== 'string' || typeof value !== 'string' || value.length > 128) {
			throw validationFailed('custom_questions');
		}
		return { title, value };
	});
}

/** The occurrences of a comma-separated list; undefined = all. @throws ZoomError 400/3000 */
export function chosenOccurrences(
	webinar: ZoomWebinarState,
	list: string | undefined,
): ZoomOccurrence[] | undefined {
	if (list === undefined || list === '') return undefined;
	return list.split(',').map((id) => occurrence(webinar, id.trim()));
}

/** @throws ZoomError 400/3000 */
export function occurrence(webinar: ZoomWebinarState, id: string): ZoomOccurrence {
	const found = webinar.occurrences?.find((one) => one.occurrence_id === id);
	if (found === undefined || found.status === 'deleted') {
		throw refusal(3000, 'Webinar occurrence does not exist.');
	}
	return found;
}

/** Whether a registration is for this occurrence. */
export function isFor(row: ZoomRegistrantRow, occurrenceId: string | undefined): boolean {
	return (
		occurrenceId === undefined ||
		row.occurrence_ids === undefined ||
		row.occurrence_ids.includes(occurrenceId)
	);
}

function lastEnd(webinar: ZoomWebinarState): number {
	if (webinar.type === 6) return Infinity;
	const dates = webinar.occurrences?.filter((one) => one.status === 'available') ?? [];
	const ends = dates.map((one) => Date.parse(one.start_time) + one.duration * 60_000);
	return Math.max(Date.parse(webinar.startTime) + webinar.duration * 60_000, ...ends);
}

export function refusal(code: number, message: string): ZoomError {
	return new ZoomError(400, code, message);
}

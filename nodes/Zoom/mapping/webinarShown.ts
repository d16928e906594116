import {
	asIsoTime,
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { addresses } from './webinarSettings';

/** Settings of a webinar that matter to people who work with it, in the words of the node's fields. */
export type WebinarSettings = {
	schedule: 'once' | 'recurring' | 'recurringNoFixedTime';
	/** Empty when Zoom does not tell. */
	registration: 'none' | 'automatic' | 'manual' | '';
	registrationCovers: 'series' | 'each' | 'chosen';
	/** 0 = no limit. */
	registrantsLimit: number;
	practiceSession: boolean;
	questionAndAnswer: boolean;
	autoRecording: string;
	onDemand: boolean;
	alternativeHosts: string[];
	confirmationEmail: boolean;
	reminderEmail: number;
	followUpAttendees: number;
	followUpAbsentees: number;
	contactName: string;
	contactEmail: string;
	emailLanguage: string;
	emailInAttendeeReport: boolean;
	requireSignIn: boolean;
};

/** One date of a recurring webinar. */
export type ShownOccurrence = {
	occurrenceId: string;
	startTime: string | null;
	durationSeconds: number;
	deleted: boolean;
};

/** The settings of `GET /webinars/{id}`; links and passcodes that let people in are not among them. */
export function toSettings(details: JsonObject): WebinarSettings {
	const settings = asObject(details.settings);
	return {
		schedule:
			new Map<unknown, WebinarSettings['schedule']>([
				[6, 'recurringNoFixedTime'],
				[9, 'recurring'],
			]).get(asNumber(details.type)) ?? 'once',
		registration:
			(['automatic', 'manual', 'none'] as const)[asNumber(settings.approval_type) ?? -1] ?? '',
		registrationCovers:
			(['series', 'each', 'chosen'] as const)[(asNumber(settings.registration_type) ?? 1) - 1] ??
			'series',
		registrantsLimit: asNumber(settings.registrants_restrict_number) ?? 0,
		practiceSession: settings.practice_session === true,
		questionAndAnswer: asObject(settings.question_and_answer).enable === true,
		autoRecording: asText(settings.auto_recording) || 'none',
		onDemand: settings.on_demand === true,
		alternativeHosts: addresses(settings.alternative_hosts),
		confirmationEmail: settings.registrants_confirmation_email === true,
		reminderEmail: timing(settings.attendees_and_panelists_reminder_email_notification),
		followUpAttendees: timing(settings.follow_up_attendees_email_notification),
		followUpAbsentees: timing(settings.follow_up_absentees_email_notification),
		contactName: asText(settings.contact_name),
		contactEmail: asText(settings.contact_email),
		emailLanguage: asText(settings.email_language),
		emailInAttendeeReport: settings.email_in_attendee_report === true,
		requireSignIn: settings.meeting_authentication === true,
	};
}

/** The dates of a recurring webinar, soonest first; empty for single ones. */
export function toShownOccurrences(details: JsonObject): ShownOccurrence[] {
	return asObjects(details.occurrences)
		.map((date) => ({
			occurrenceId: asText(date.occurrence_id),
			startTime: asIsoTime(date.start_time),
			durationSeconds: (asNumber(date.duration) ?? 0) * 60,
			deleted: date.status === 'deleted',
		}))
		.sort((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? ''));
}

function timing(email: unknown): number {
	const { enable, type } = asObject(email);
	return enable === true ? (asNumber(type) ?? 0) : 0;
}

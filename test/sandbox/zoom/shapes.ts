import type { ZoomOccurrence, ZoomRegistrantRow, ZoomUser, ZoomWebinarState } from '../world';

/** The world keeps no creation date of users; Zoom always sends one. */
const USER_CREATED_AT = '2024-01-15T09:00:00Z';
const AGENDA_IN_LISTS = 250;
const WEBINAR_CAPACITY = 1000;

const displayName = (user: ZoomUser): string => `${user.first_name} ${user.last_name}`.trim();

export function userInList(user: ZoomUser) {
	return {
		id: user.id,
		first_name: user.first_name,
		last_name: user.last_name,
		display_name: displayName(user),
		email: user.email,
		type: 2,
		timezone: 'UTC',
		verified: 1,
		created_at: USER_CREATED_AT,
		user_created_at: USER_CREATED_AT,
		status: 'active',
	};
}

export function userInFull(user: ZoomUser, accountId: string) {
	return {
		...userInList(user),
		role_name: 'Member',
		use_pmi: false,
		account_id: accountId,
		language: 'en-US',
		phone_country: '',
		phone_number: '',
		job_title: '',
		location: '',
		dept: '',
		company: '',
	};
}

export function userSettings(user: ZoomUser) {
	const webinar = user.webinarLicence
		? { webinar: true, webinar_capacity: WEBINAR_CAPACITY }
		: { webinar: false };
	return {
		feature: { meeting_capacity: 100, large_meeting: false, zoom_events: false, ...webinar },
	};
}

/** Webinars of type 6 have no fixed time: Zoom leaves their start_time out. */
const startOf = (webinar: ZoomWebinarState) =>
	webinar.type === 6 ? {} : { start_time: webinar.startTime };

export function webinarInList(webinar: ZoomWebinarState) {
	return {
		uuid: webinar.uuid,
		id: webinar.id,
		host_id: webinar.hostId,
		topic: webinar.topic,
		type: webinar.type,
		...startOf(webinar),
		duration: webinar.duration,
		timezone: webinar.timezone,
		agenda: webinar.agenda.slice(0, AGENDA_IN_LISTS),
		created_at: webinar.createdAt,
		join_url: webinar.joinUrl,
		is_simulive: false,
		is_events_webinar: webinar.eventsWebinar ?? false,
	};
}

export function occurrenceShown(one: ZoomOccurrence) {
	const { occurrence_id, start_time, duration, status } = one;
	return { occurrence_id, start_time, duration, status };
}

export interface FullOptions {
	/** Sandbox time, epoch milliseconds. */
	now: number;
	previousOccurrences?: boolean;
	/** The one date that was asked for. */
	occurrence?: ZoomOccurrence;
}

/** @param options as `GET /webinars/{id}` takes them; the host's start link is a secret of the host */
export function webinarInFull(webinar: ZoomWebinarState, host: ZoomUser, options: FullOptions) {
	const { occurrence } = options;
	const registration =
		webinar.approvalType === 2
			? {}
			: { registration_url: `https://zoom.us/webinar/register/WN_${webinar.id}` };
	return {
		uuid: webinar.uuid,
		id: webinar.id,
		host_id: webinar.hostId,
		host_email: host.email,
		topic: webinar.topic,
		type: webinar.type,
		...startOf(webinar),
		duration: webinar.duration,
		timezone: webinar.timezone,
		agenda: occurrence?.agenda ?? webinar.agenda,
		...(occurrence && { start_time: occurrence.start_time, duration: occurrence.duration }),
		created_at: webinar.createdAt,
		join_url: webinar.joinUrl,
		start_url: `https://zoom.us/s/${webinar.id}?zak=sandbox`,
		...registration,
		...(webinar.passcode !== undefined && { password: webinar.passcode }),
		...(webinar.recurrence !== undefined && { recurrence: webinar.recurrence }),
		...(webinar.occurrences !== undefined && {
			occurrences: webinar.occurrences
				.filter(
					(one) => options.previousOccurrences === true || Date.parse(one.start_time) > options.now,
				)
				.map(occurrenceShown),
		}),
		...(webinar.trackingFields !== undefined && { tracking_fields: webinar.trackingFields }),
		...(webinar.templateId !== undefined && { template_id: webinar.templateId }),
		settings: {
			host_video: false,
			panelists_video: false,
			practice_session: true,
			approval_type: webinar.approvalType,
			registration_type: 1,
			audio: 'both',
			auto_recording: 'none',
			alternative_hosts: webinar.alternativeHosts.join(','),
			allow_multiple_devices: true,
			on_demand: false,
			registrants_restrict_number: 0,
			registrants_confirmation_email: true,
			registrants_email_notification: true,
			email_in_attendee_report: true,
			...settingsShown({ ...webinar.settings, ...occurrence?.settings }),
			question_and_answer: {
				allow_submit_questions: true,
				allow_anonymous_questions: true,
				answer_questions: 'all',
				attendees_can_comment: false,
				attendees_can_upvote: false,
				...Object(webinar.settings?.question_and_answer),
				enable: webinar.questionAndAnswer,
			},
		},
		is_simulive: false,
		creation_source: webinar.creationSource ?? 'web_portal',
	};
}

/** `paid` is the sandbox's own word, `notify_registrants` says what one update should do. */
function settingsShown(settings: Record<string, unknown>): Record<string, unknown> {
	const { paid: _paid, notify_registrants: _notify, ...shown } = settings;
	return shown;
}

/** Zoom sends every field of the registration form, empty where nothing was asked or answered. */
export function formAnswers(row: ZoomRegistrantRow) {
	return {
		address: row.address ?? '',
		city: row.city ?? '',
		country: row.country ?? '',
		zip: row.zip ?? '',
		state: row.state ?? '',
		phone: row.phone ?? '',
		industry: row.industry ?? '',
		org: row.org ?? '',
		job_title: row.job_title ?? '',
		purchasing_time_frame: row.purchasing_time_frame ?? '',
		role_in_purchase_process: row.role_in_purchase_process ?? '',
		no_of_employees: row.no_of_employees ?? '',
		comments: row.comments ?? '',
		custom_questions: row.custom_questions ?? [],
	};
}

/** Who registered, and with which answers. */
export function registrationForm(row: ZoomRegistrantRow) {
	return {
		id: row.id,
		email: row.email,
		first_name: row.first_name,
		last_name: row.last_name,
		...formAnswers(row),
	};
}

/** `GET /webinars/{id}/registrants` */
export function registrantRow(row: ZoomRegistrantRow) {
	return {
		...registrationForm(row),
		status: row.status,
		create_time: row.create_time,
		// A link that admits nobody yet is not told.
		...(row.status === 'approved' && { join_url: row.join_url }),
	};
}

/** `GET /webinars/{id}/registrants/{registrantId}` tells the language as well. */
export function registrantInFull(row: ZoomRegistrantRow) {
	return { ...registrantRow(row), ...(row.language !== undefined && { language: row.language }) };
}

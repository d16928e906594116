import type {
	ZoomRegistrantRow,
	ZoomSession,
	ZoomUser,
	ZoomWebinarState,
	ZoomWorld,
} from '../sandbox/world';
import type { StoryPerson } from './contract';
import type { Cast, Identity } from './people';
import { fullName } from './names';
import type { Random } from './random';
import { iso } from './time';

/** Granular scopes of a server-to-server app; reports exist with `:admin` alone. */
export const ZOOM_SCOPES = [
	'webinar:read:list_webinars:admin',
	'webinar:read:webinar:admin',
	'webinar:read:list_registrants:admin',
	'webinar:read:registrant:admin',
	'webinar:read:list_registration_questions:admin',
	'webinar:read:list_tracking_sources:admin',
	'webinar:read:list_panelists:admin',
	'webinar:read:list_absentees:admin',
	'webinar:read:list_past_instances:admin',
	'webinar:read:list_past_participants:admin',
	'webinar:read:list_past_polls:admin',
	'webinar:read:past_qa:admin',
	'webinar:read:survey:admin',
	'report:read:webinar:admin',
	'report:read:list_webinar_participants:admin',
	'report:read:list_webinar_polls:admin',
	'report:read:webinar_qna:admin',
	'report:read:webinar_survey:admin',
	'report:read:list_history_meetings:admin',
	'report:read:upcoming_meetings_webinars:admin',
	'webinar:write:webinar:admin',
	'webinar:update:webinar:admin',
	'webinar:delete:webinar:admin',
	'webinar:write:registrant:admin',
	'webinar:write:batch_registrants:admin',
	'webinar:update:registrant_status:admin',
	'webinar:delete:registrant:admin',
	'webinar:update:registration_question:admin',
	'webinar:write:panelist:admin',
	'webinar:delete:panelist:admin',
	'cloud_recording:read:list_recording_files:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:list_account_recordings:admin',
	'cloud_recording:read:recording_settings:admin',
	'cloud_recording:read:recording_analytics_details:admin',
	'cloud_recording:read:list_recording_registrants:admin',
	'cloud_recording:read:meeting_transcript:admin',
	'meeting:read:meeting:admin',
	'user:read:user:admin',
	'user:read:list_users:admin',
	'user:read:settings:admin',
];

export interface WebinarFacts {
	id: number;
	/** Of the latest session, or of the coming one. */
	uuid: string;
	topic: string;
	/** Epoch milliseconds. */
	scheduled: number;
	scheduledMinutes: number;
	approvalType: ZoomWebinarState['approvalType'];
	questionAndAnswer: boolean;
	host: Identity;
	alternativeHosts: readonly Identity[];
	panelists: readonly Identity[];
	registrants: ZoomRegistrantRow[];
	sessions: ZoomSession[];
}

export function webinarState(random: Random, facts: WebinarFacts): ZoomWebinarState {
	return {
		id: facts.id,
		uuid: facts.uuid,
		hostId: facts.host.zoomUserId,
		topic: facts.topic,
		agenda: `All about "${facts.topic}" & more`,
		type: 5,
		startTime: iso(facts.scheduled),
		duration: facts.scheduledMinutes,
		timezone: 'Europe/Berlin',
		createdAt: iso(facts.scheduled - 30 * 86_400_000),
		joinUrl: `https://zoom.example/j/${facts.id}`,
		approvalType: facts.approvalType,
		questionAndAnswer: facts.questionAndAnswer,
		alternativeHosts: facts.alternativeHosts.map(({ email }) => email),
		registrants: random.shuffle(facts.registrants),
		panelists: facts.panelists.map((each) => ({
			id: random.token(22),
			name: fullName(each),
			email: each.email,
		})),
		sessions: facts.sessions,
	};
}

/** The approved registrants, with the address as they typed it. */
export function registrantRows(
	random: Random,
	webinarId: number,
	people: readonly StoryPerson[],
): ZoomRegistrantRow[] {
	return people.flatMap((person) => {
		const { registrantId, registeredAt } = person;
		if (registrantId === null || registeredAt === null) return [];
		const more = random.chance(0.3) ? { org: 'Acme', job_title: 'Analyst', country: 'DE' } : {};
		const { typedEmail, firstName, lastName } = person;
		return [
			{
				...registrantRow(random, webinarId, { typedEmail, firstName, lastName }, registeredAt),
				...more,
				id: registrantId,
			},
		];
	});
}

/** Those who are not of the session: waiting for approval, refused, or withdrawn. */
export function outsiderRows(
	cast: Cast,
	random: Random,
	webinarId: number,
	registeredAt: string,
	each: number,
): ZoomRegistrantRow[] {
	return (['pending', 'denied', 'cancelled'] as const).flatMap((status) =>
		Array.from({ length: each }, (_, index) => {
			const typedEmail = `${status}${index + 1}@outsider.example.com`;
			const who = { ...cast.strangerName(), typedEmail };
			return { ...registrantRow(random, webinarId, who, registeredAt), status };
		}),
	);
}

function registrantRow(
	random: Random,
	webinarId: number,
	who: { typedEmail: string; firstName: string; lastName: string },
	registeredAt: string,
): ZoomRegistrantRow {
	return {
		id: random.token(22),
		email: who.typedEmail,
		first_name: who.firstName,
		last_name: who.lastName,
		status: 'approved',
		create_time: registeredAt,
		join_url: `https://zoom.example/w/${webinarId}?tk=${random.token(20)}`,
	};
}

/** Obviously fake credentials; one user may hold webinars, one may not. */
export function zoomWorld(
	licensed: readonly Identity[],
	unlicensed: readonly Identity[],
	webinars: ZoomWebinarState[],
): ZoomWorld {
	const user = (each: Identity, webinarLicence: boolean): ZoomUser => ({
		id: each.zoomUserId,
		email: each.email,
		first_name: each.firstName,
		last_name: each.lastName,
		webinarLicence,
	});
	return {
		accountId: 'FAKE-zoom-account-01',
		clientId: 'FAKE-zoom-client-01',
		clientSecret: 'FAKE-zoom-client-secret',
		webhookSecretToken: 'FAKE-zoom-webhook-secret',
		plan: 'business',
		scopes: [...ZOOM_SCOPES],
		users: [
			...licensed.map((each) => user(each, true)),
			...unlicensed.map((each) => user(each, false)),
		],
		webinars,
	};
}

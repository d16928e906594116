/** A small world with one of each case, written by hand. */
import type {
	World,
	ZoomParticipantRow,
	ZoomRegistrantRow,
	ZoomSession,
	ZoomUser,
	ZoomWebinarState,
	ZoomWorld,
} from '../../world';

export const NOW = '2026-11-20T17:10:00Z';

/** Every granular scope that a webinar team's app carries. */
export const SCOPES = [
	'user:read:list_users:admin',
	'user:read:user:admin',
	'user:read:settings:admin',
	'webinar:read:list_webinars:admin',
	'webinar:read:webinar:admin',
	'webinar:read:list_registrants:admin',
	'webinar:read:list_panelists:admin',
	'webinar:read:list_past_instances:admin',
	'webinar:read:list_past_participants:admin',
	'webinar:read:list_absentees:admin',
	'report:read:webinar:admin',
	'report:read:list_webinar_participants:admin',
	'report:read:list_webinar_polls:admin',
	'report:read:webinar_qna:admin',
	'report:read:webinar_survey:admin',
	'report:read:list_history_meetings:admin',
];

export const HOST: ZoomUser = {
	id: 'z8yCxHostOfWebinars01',
	email: 'hanna.host@example.com',
	first_name: 'Hanna',
	last_name: 'Host',
	webinarLicence: true,
};

export const UNLICENSED: ZoomUser = {
	id: 'z8yCxWithoutWebinar02',
	email: 'basic@example.com',
	first_name: 'Basil',
	last_name: 'Basic',
	webinarLicence: false,
};

/** Names and uuids of the webinars below. */
export const IDS = {
	main: 95204914252,
	mainSession: '/ab//CdEfGhIjKlMnOpQr==',
	earlierSession: 'qW+eR/tYuIoPaSdFgHjKl==',
	practice: 'pRaCtIcEaFtErWaRdS001==',
	late: 95204914253,
	lateSession: 'lAtErEpOrTsEsSiOn0001==',
	open: 95204914254,
	openSession: 'nOrEgIsTrAtIoN0000001==',
	unlicensed: 95204914255,
	old: 95204914256,
	oldSession: 'mOrEtHaNaYeArAgO00001==',
};

export function registrant(number: number): ZoomRegistrantRow {
	return {
		id: `reg-${number}`,
		email: `person${number}@example.org`,
		first_name: `Person ${number}`,
		last_name: 'Müller',
		org: 'Example Ltd',
		status: 'approved',
		create_time: '2026-11-10T08:00:00Z',
		join_url: `https://example.zoom.us/w/${IDS.main}?tk=${number}`,
		custom_questions: [{ title: 'What brings you here?', value: 'Curiosity' }],
	};
}

export function participant(number: number): ZoomParticipantRow {
	return {
		id: '',
		user_id: String(16_778_240 + number),
		name: `Person ${number} Müller`,
		user_email: `person${number}@example.org`,
		join_time: '2026-11-20T16:01:00Z',
		leave_time: '2026-11-20T16:51:00Z',
		duration: 3000,
		registrant_id: `reg-${number}`,
		participant_user_id: '',
		failover: false,
		status: 'in_meeting',
	};
}

export function session(uuid: string, over: Partial<ZoomSession> = {}): ZoomSession {
	return {
		uuid,
		startTime: '2026-11-20T16:00:00Z',
		endTime: '2026-11-20T17:00:00Z',
		practiceSession: false,
		reportReadyAt: '2026-11-20T17:00:00Z',
		durationsReadyAt: '2026-11-20T17:00:00Z',
		participants: [],
		polls: [],
		qa: [],
		survey: [],
		...over,
	};
}

export function webinar(id: number, over: Partial<ZoomWebinarState> = {}): ZoomWebinarState {
	return {
		id,
		uuid: `uUiDoFwEbInAr${String(id).slice(-5)}==`,
		hostId: HOST.id,
		topic: 'How to brew coffee',
		agenda: 'Water, beans, patience',
		type: 5,
		startTime: '2026-11-20T16:00:00Z',
		duration: 60,
		timezone: 'Europe/Berlin',
		createdAt: '2026-11-01T09:00:00Z',
		joinUrl: `https://example.zoom.us/j/${id}`,
		approvalType: 0,
		questionAndAnswer: true,
		alternativeHosts: [],
		registrants: [],
		panelists: [],
		sessions: [],
		...over,
	};
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

function mainWebinar(): ZoomWebinarState {
	const answer = {
		question: 'Beans or capsules?',
		answer: 'Beans',
		date_time: '2026-11-20 16:20:00',
		polling_id: 'poll-1',
	};
	const person = { email: 'person1@example.org', name: 'Person 1 Müller' };
	const voter = { ...person, first_name: 'Person 1', last_name: 'Müller', answers: [answer] };
	return webinar(IDS.main, {
		topic: 'Coffee ☕ & tea 🫖',
		registrants: [
			...numbers(35).map(registrant),
			{ ...registrant(101), status: 'pending' },
			{ ...registrant(102), status: 'denied' },
			{ ...registrant(103), status: 'cancelled' },
		],
		panelists: [{ id: 'pan-1', name: 'Paula Panel', email: 'paula@example.com' }],
		sessions: [
			session(IDS.earlierSession, {
				startTime: '2026-11-19T16:00:00Z',
				endTime: '2026-11-19T16:30:00Z',
				participants: [participant(1)],
			}),
			session(IDS.mainSession, {
				participants: numbers(33).map(participant),
				polls: [voter, { ...voter, email: '', name: 'Anonymous Attendee' }],
				qa: [
					{
						...person,
						user_id: '16778241',
						questions: [
							{
								question: 'How hot?',
								question_id: 'q-1',
								create_time: '2026-11-20T16:30:00Z',
								question_status: 'answered',
								answer: '93 degrees',
							},
						],
					},
				],
				survey: [voter],
			}),
			session(IDS.practice, {
				startTime: '2026-11-20T17:02:00Z',
				endTime: '2026-11-20T17:04:00Z',
				practiceSession: true,
			}),
		],
	});
}

export function zoomWorld(): ZoomWorld {
	return {
		accountId: 'acc-0001',
		clientId: 'client-0001',
		clientSecret: 'secret-0001',
		webhookSecretToken: '4fv1RkqGQUq5sWbEz6hA5A',
		plan: 'business',
		scopes: [...SCOPES],
		users: [HOST, UNLICENSED],
		webinars: [
			mainWebinar(),
			webinar(IDS.late, {
				sessions: [
					session(IDS.lateSession, {
						reportReadyAt: '2026-11-20T17:30:00Z',
						durationsReadyAt: '2026-11-20T17:45:00Z',
						participants: [participant(1)],
					}),
				],
			}),
			webinar(IDS.open, { approvalType: 2, sessions: [session(IDS.openSession)] }),
			webinar(IDS.unlicensed, { hostId: UNLICENSED.id }),
			webinar(IDS.old, {
				startTime: '2025-10-01T16:00:00Z',
				sessions: [
					session(IDS.oldSession, {
						startTime: '2025-10-01T16:00:00Z',
						endTime: '2025-10-01T17:00:00Z',
						reportReadyAt: '2025-10-01T17:00:00Z',
						durationsReadyAt: '2025-10-01T17:00:00Z',
					}),
				],
			}),
		],
	};
}

/** @param zoom changes to the Zoom part */
export function world(zoom: Partial<ZoomWorld> = {}): World {
	return {
		now: NOW,
		zoom: { ...zoomWorld(), ...zoom },
		hubspot: {
			portalId: 1,
			serviceKey: 'pat-na1-test',
			scopes: [],
			tier: 'professional',
			users: [],
			contacts: [],
			properties: [],
		},
	};
}

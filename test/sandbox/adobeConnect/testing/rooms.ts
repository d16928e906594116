import type { AdobeHeldSession, AdobeRoom, AdobeStay } from '../world';
import {
	EVENT_ASSET,
	EVENT_MP4,
	EVENT_RECORDING,
	EVENT_ROOM,
	HOST,
	LATE,
	LEARNER,
	LICENCE,
	MEETING_ASSETS,
	MEETING_RECORDING,
	MEETING_ROOM,
	PAT,
	POLL,
	SECOND_POLL,
	SEMINAR_ASSET,
	SEMINAR_RECORDING,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	SPEAKER,
	TEMPLATE,
	UPCOMING_ROOM,
} from './ids';

/** Minutes from the world's moment, as ISO UTC. */
export type At = (minutes: number) => string;

const DAY = 24 * 60;

/** @param minutes from when to when; null: still inside */
function stay(
	at: At,
	[transcriptId, name, principalId]: [string, string, string?],
	[from, to]: [number, number | null],
	role?: AdobeStay['role'],
): AdobeStay {
	return {
		transcriptId,
		name,
		begin: at(from),
		end: to === null ? null : at(to),
		...(principalId === undefined ? {} : { principalId }),
		...(role === undefined ? {} : { role }),
	};
}

function held(
	at: At,
	assetId: string,
	[from, to]: [number, number],
	stays: AdobeStay[],
): AdobeHeldSession {
	return { assetId, version: 1, begin: at(from), end: at(to), stays };
}

function room(at: At, id: string, name: string): AdobeRoom {
	return {
		id,
		kind: 'meeting',
		name,
		urlPath: `/r${id}/`,
		createdAt: at(-30 * DAY),
		access: 'remove',
		permissions: { [HOST.id]: 'host', [SPEAKER.id]: 'mini-host' },
	};
}

/** Behind the event: from an hour ago until ten minutes ago, opened a quarter of an hour before. */
export function eventRoom(at: At): AdobeRoom {
	const pat: [string, string, string] = ['90001', 'Pat Example', PAT];
	return {
		...room(at, EVENT_ROOM, 'Sample Webinar Room'),
		held: [
			{
				...held(
					at,
					EVENT_ASSET,
					[-75, -8],
					[
						stay(at, ['90000', 'Hanna Host', HOST.id], [-75, -8], 'host'),
						stay(at, ['90005', 'Sam Speaker', SPEAKER.id], [-72, -9], 'mini-host'),
						stay(at, pat, [-59, -35]),
						stay(at, ['90002', 'Pat Example', PAT], [-30, -11]),
						stay(at, ['90003', 'Leo Late', LATE], [-20, -10]),
						stay(at, ['90004', 'Walk In'], [-58, -40]),
					],
				),
				questions: [
					{
						principalId: PAT,
						name: 'Pat Example',
						question: 'Will it be recorded?',
						answer: 'Yes',
					},
					{ principalId: PAT, name: 'Pat Example', question: 'Who is it for?' },
				],
				downloads: [{ principalId: PAT, file: 'slides.pdf' }],
			},
		],
		polls: [
			{
				interactionId: POLL,
				question: 'What is your timeline?',
				answers: [
					{
						principalId: PAT,
						name: 'Pat Example',
						transcriptId: '90001',
						responses: ['3 months'],
						at: at(-40),
					},
					{ name: 'Walk In', transcriptId: '90004', responses: ['Later'], at: at(-41) },
				],
			},
			{
				interactionId: SECOND_POLL,
				question: 'Which topics next?',
				answers: [
					{
						principalId: LATE,
						name: 'Leo Late',
						transcriptId: '90003',
						responses: ['Security', 'Pricing'],
						at: at(-12),
					},
				],
			},
		],
		recordings: [
			{
				id: EVENT_RECORDING,
				name: 'Sample Webinar Room_0',
				urlPath: `/p${EVENT_RECORDING}/`,
				icon: 'archive',
				begin: at(-60),
				end: at(-10),
				views: 3,
				lastViewedAt: at(-2),
			},
			{
				id: EVENT_MP4,
				name: 'Sample Webinar Room_0',
				urlPath: `/p${EVENT_MP4}/`,
				icon: 'mp4-archive',
				begin: at(-60),
				end: at(-10),
				createdAt: at(-5),
				job: { id: '95001', status: 'job-completed' },
			},
		],
	};
}

export function upcomingRoom(at: At): AdobeRoom {
	return room(at, UPCOMING_ROOM, 'Next Webinar Room');
}

/** With one session, held yesterday. */
export function seminarRoom(at: At): AdobeRoom {
	const begin = -DAY - 60;
	return {
		...room(at, SEMINAR_ROOM, 'Sample Seminar'),
		kind: 'seminar',
		folderId: LICENCE,
		access: 'denied',
		permissions: {
			[HOST.id]: 'host',
			[SPEAKER.id]: 'mini-host',
			[PAT]: 'view',
			[LEARNER.id]: 'view',
		},
		seminarSessions: [
			{
				id: SEMINAR_SESSION,
				name: 'Sample Seminar in autumn',
				urlPath: `/s${SEMINAR_SESSION}/`,
				begin: at(begin),
				end: at(-DAY),
				createdAt: at(-20 * DAY),
				fields: { 'seminar-expected-load': '500' },
			},
		],
		held: [
			held(
				at,
				SEMINAR_ASSET,
				[begin - 10, -DAY + 2],
				[
					stay(at, ['90010', 'Hanna Host', HOST.id], [begin - 10, -DAY + 2], 'host'),
					stay(at, ['90011', 'Pat Example', PAT], [begin + 1, -DAY]),
				],
			),
		],
		recordings: [
			{
				id: SEMINAR_RECORDING,
				name: 'Sample Seminar in autumn_0',
				urlPath: `/p${SEMINAR_RECORDING}/`,
				icon: 'archive',
				begin: at(begin),
				end: at(-DAY),
				seminarSessionId: SEMINAR_SESSION,
			},
		],
	};
}

/** Persistent and open to everybody; held three times. */
export function meetingRoom(at: At): AdobeRoom {
	const days = [-14, -7, -2];
	const sessions = MEETING_ASSETS.map((assetId, index) => {
		const begin = (days[index] ?? 0) * DAY;
		const id = `9002${index}`;
		return held(
			at,
			assetId,
			[begin, begin + 45],
			[
				stay(at, [`${id}0`, 'Hanna Host', HOST.id], [begin, begin + 45], 'host'),
				stay(at, [`${id}1`, 'Lee Learner', LEARNER.id], [begin + 2, begin + 44]),
				stay(at, [`${id}2`, 'Guest From Outside'], [begin + 5, begin + 20]),
			],
		);
	});
	return {
		...room(at, MEETING_ROOM, 'Open Office Hour'),
		access: 'view-hidden',
		permissions: { [HOST.id]: 'host', [LEARNER.id]: 'view', [PAT]: 'view' },
		held: sessions,
		recordings: [
			{
				id: MEETING_RECORDING,
				name: 'Open Office Hour_0',
				urlPath: `/p${MEETING_RECORDING}/`,
				icon: 'archive',
				begin: at(-2 * DAY),
				end: at(-2 * DAY + 45),
			},
		],
	};
}

export function templateRoom(at: At): AdobeRoom {
	return {
		...room(at, TEMPLATE, 'Default Meeting Template'),
		kind: 'template',
		permissions: { [HOST.id]: 'host' },
	};
}

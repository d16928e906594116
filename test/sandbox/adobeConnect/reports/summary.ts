import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { isAdministrator, isOneOf, mustBeAdministrator } from '../state/rights';
import { runningSession } from '../state/rooms';
import type { AdobeRoom, AdobeStay } from '../world';
import { peopleIn, reportedRoom } from './attendance';

const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Counters of a room. */
export function reportMeetingSummary(state: AdobeState, call: Call): Element[] {
	const room = reportedRoom(state, call);
	const stays = (room?.held ?? []).flatMap((session) => session.stays);
	const invited = Object.keys(room?.permissions ?? {});
	const came = peopleIn(stays);
	return [
		element('report-meeting-summary', {
			'num-unique-meetings': room?.held?.length ?? 0,
			'num-invitees': invited.length,
			'num-invitees-attended': invited.filter((id) => came.has(id)).length,
			'num-questions': room?.polls?.length ?? 0,
			'peak-users': Math.max(0, ...(room?.held ?? []).map((session) => peak(session.stays))),
		}),
	];
}

/** Most people at a time in the whole account. @see helpx report-meeting-concurrent-users; `length` in days */
export function reportMeetingConcurrentUsers(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const days = call.params.count('length') ?? DEFAULT_DAYS;
	const from = state.kernel.now() - days * DAY_MS;
	const stays = [...state.rooms.values()]
		.flatMap(({ held = [] }) => held.flatMap((session) => session.stays))
		.filter(({ begin }) => Date.parse(begin) >= from);
	const most = peak(stays);
	return [
		element('report-meeting-concurrent-users', {
			'max-users': most,
			'max-participants-freq': most === 0 ? 0 : 1,
		}),
	];
}

/** Most stays at a time. */
function peak(stays: AdobeStay[]): number {
	const steps = stays
		.flatMap(({ begin, end }) => [
			{ at: Date.parse(begin), step: 1 },
			...(end === null ? [] : [{ at: Date.parse(end), step: -1 }]),
		])
		.sort((a, b) => a.at - b.at || a.step - b.step);
	let count = 0;
	return steps.reduce((most, { step }) => Math.max(most, (count += step)), 0);
}

/** Rooms in which somebody is. */
export function reportActiveMeetings(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const rows = [...state.rooms.values()].flatMap((room) => {
		const session = runningSession(room);
		if (!session) return [];
		const minutes = (state.kernel.now() - Date.parse(session.begin)) / 60_000;
		const inside = session.stays.filter(({ end }) => end === null);
		return [
			element(
				'sco',
				{
					'sco-id': room.id,
					'active-participants': inside.length,
					'length-minutes': Math.floor(minutes),
				},
				[
					textElement('name', room.name),
					textElement('url-path', room.urlPath),
					textElement('date-begin', state.date(session.begin)),
				],
			),
		];
	});
	return [element('report-active-meetings', {}, listed(state, call.params, rows))];
}

/** Rooms of the user who asks. */
export function reportMyMeetings(state: AdobeState, call: Call): Element[] {
	const { id } = actorOf(call);
	const rows = [...state.rooms.values()]
		.filter(({ permissions }) => permissions[id] !== undefined)
		.map((room) => myMeeting(state, room, room.permissions[id] ?? ''));
	return [element('my-meetings', {}, listed(state, call.params, rows))];
}

function myMeeting(state: AdobeState, room: AdobeRoom, permission: string): Element {
	const isOver = room.end !== undefined && Date.parse(room.end) < state.kernel.now();
	const inside = runningSession(room)?.stays.filter(({ end }) => end === null) ?? [];
	return element(
		'meeting',
		{
			'sco-id': room.id,
			type: 'meeting',
			icon: room.kind === 'seminar' ? 'seminar' : 'meeting',
			'permission-id': permission,
			'active-participants': inside.length,
		},
		[
			textElement('name', room.name),
			textElement('domain-name', new URL(state.host()).host),
			textElement('url-path', room.urlPath),
			textElement('expired', String(isOver)),
		],
	);
}

const QUOTAS = ['download-quota', 'author-quota', 'live-user-quota', 'training-user'] as const;

/** What the account has bought. */
export function reportQuotas(state: AdobeState, call: Call): Element[] {
	const actor = actorOf(call);
	if (!isOneOf(actor, 'live-admins') && !isAdministrator(actor)) mustBeAdministrator(actor);
	const rows = QUOTAS.map((quotaId) =>
		element(
			'quota',
			{
				'acl-id': state.world.accountId,
				'quota-id': quotaId,
				used: 0,
				limit: 50,
				'soft-limit': 50,
			},
			[
				textElement('date-begin', state.date('2020-01-01T00:00:00.000Z')),
				textElement('date-end', state.date('3000-01-01T00:00:00.000Z')),
			],
		),
	);
	return [element('report-quotas', {}, listed(state, call.params, rows))];
}

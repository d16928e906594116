import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { reportable } from '../state/rights';
import type { AdobeHeldSession, AdobeRoom, AdobeStay } from '../world';

/** The room of `sco-id`; undefined for what is none, which has nothing to report. */
export function reportedRoom(state: AdobeState, call: Call): AdobeRoom | undefined {
	const { body } = reportable(state, actorOf(call), call.params);
	return body.kind === 'room' || body.kind === 'session' ? body.room : undefined;
}

/** A row per stay; hosts and those who never came are left out. */
export function reportMeetingAttendance(state: AdobeState, call: Call): Element[] {
	const room = reportedRoom(state, call);
	const rows = (room?.held ?? []).flatMap((session) =>
		session.stays
			.filter(({ role }) => role !== 'host')
			.map((stay) => stayRow(state, stay, { session, room })),
	);
	return [element('report-meeting-attendance', {}, listed(state, call.params, rows))];
}

function stayRow(
	state: AdobeState,
	stay: AdobeStay,
	{ session, room }: { session: AdobeHeldSession; room: AdobeRoom | undefined },
): Element {
	const { transcriptId, principalId, name, begin, end } = stay;
	const principal = principalId === undefined ? undefined : state.principals.get(principalId);
	return element(
		'row',
		{
			'transcript-id': transcriptId,
			'sco-id': room?.id,
			'principal-id': principalId,
			'asset-id': session.assetId,
			'answered-survey': 0,
		},
		[
			textElement('login', principal?.login),
			textElement('session-name', name),
			textElement('sco-name', room?.name),
			textElement('date-created', state.date(begin)),
			textElement('date-end', state.optionalDate(end)),
			textElement('participant-name', name),
		],
	);
}

/** https://helpx.adobe.com/adobe-connect/webservices/report-meeting-sessions.html */
export function reportMeetingSessions(state: AdobeState, call: Call): Element[] {
	const room = reportedRoom(state, call);
	const rows = (room?.held ?? []).map(({ assetId, version, begin, end, stays }) =>
		element(
			'row',
			{
				'sco-id': room?.id,
				'asset-id': assetId,
				version: version ?? 1,
				'num-participants': peopleIn(stays).size,
			},
			[
				textElement('date-created', state.date(begin)),
				textElement('date-end', state.optionalDate(end)),
			],
		),
	);
	return [element('report-meeting-sessions', {}, listed(state, call.params, rows))];
}

/** Who was in one of the sessions, hosts too. */
export function reportMeetingSessionUsers(state: AdobeState, call: Call): Element[] {
	const room = reportedRoom(state, call);
	const assetId = call.params.id('asset-id');
	const session = room?.held?.find((one) => one.assetId === assetId);
	const rows = (session?.stays ?? []).map(({ principalId, name, begin, end }) =>
		element('row', { 'principal-id': principalId }, [
			textElement('principal-name', name),
			textElement('date-created', state.date(begin)),
			textElement('date-end', state.optionalDate(end)),
		]),
	);
	return [element('report-meeting-session-users', {}, listed(state, call.params, rows))];
}

/** By principal, guests without an account by name. */
export function peopleIn(stays: AdobeStay[]): Set<string> {
	return new Set(stays.map(({ principalId, name }) => principalId ?? `name ${name}`));
}

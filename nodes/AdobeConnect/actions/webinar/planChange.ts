import { ParameterError } from '../../../shared/node/errors';
import type { Filters } from '../../transport/endpoints/scos';
import { attributeOf, timeOf, valueOf, type XmlElement } from '../../xml/element';
import { isAt } from './existing';
import type { Times } from './newWebinar';
import type { Target } from './scope';
import { wantedTimes, type WantedChange } from './wantedChange';

/** What differs, and so is written. */
export interface PlannedChange {
	/** sco-id of the room. */
	roomId: string;
	/** Of the room, in Adobe Connect's words. */
	room: Filters;
	/** The session, and what it shall be; null = it stays. */
	session: { id: string; name: string; times: Times | null } | null;
	/** Permission of the public; null = it stays. */
	permission: string | null;
	/** What was asked of fields that are read one by one; the session's load. */
	passcode: string | null;
	expected: { sessionId: string; people: number } | null;
	/** The times that the webinar has afterwards; null = they were not asked for. */
	times: Times | null;
}

/**
 * What of the wanted change differs from what is there. Passcode and expected attendees are compared later,
 * because they have to be read.
 * @param now epoch milliseconds
 * @throws ParameterError when it is not clear which session is meant, or a session has no such field
 */
export function planChange(
	{ found, sessionId }: Target,
	wanted: WantedChange,
	now: number,
): PlannedChange {
	const { sco, sessions, access, webinar } = found;
	if (sessionId !== '') refuseOfRoom(wanted);
	const session = webinar.kind === 'seminar' ? sessionFor(sessions, sessionId, now) : undefined;
	const timed = webinar.kind === 'seminar' ? session : sco;
	if (timed === undefined && isOfSession(wanted)) throw unclear(sessions.length);
	const times = timed === undefined ? null : wantedTimes(wanted, datesOf(timed), now);
	const moved = times !== null && timed !== undefined && !isAt(timed, times) ? times : null;
	const isRoom = sessionId === '';
	if (wanted.expected !== undefined && session === undefined) throw noLoad();
	return {
		roomId: webinar.webinarId,
		room: [
			...(isRoom ? roomFields(sco, wanted) : []),
			...(webinar.kind === 'meeting' && moved !== null
				? ([
						['date-begin', moved.start],
						['date-end', moved.end],
					] as const)
				: []),
		],
		session: session === undefined ? null : sessionChange(session, sco, wanted, moved, isRoom),
		permission:
			wanted.permission !== undefined && wanted.permission !== access ? wanted.permission : null,
		passcode: wanted.passcode ?? null,
		expected:
			wanted.expected === undefined || session === undefined
				? null
				: { sessionId: attributeOf(session, 'sco-id'), people: wanted.expected },
		times,
	};
}

/** The chosen session; else the only one, or the only one that is not over. */
function sessionFor(
	sessions: readonly XmlElement[],
	sessionId: string,
	now: number,
): XmlElement | undefined {
	if (sessionId !== '') return sessions.find((one) => attributeOf(one, 'sco-id') === sessionId);
	if (sessions.length === 1) return sessions[0];
	const open = sessions.filter((one) => !(Date.parse(timeOf(one, 'date-end') ?? '') <= now));
	return open.length === 1 ? open[0] : undefined;
}

function roomFields(sco: XmlElement, wanted: WantedChange): Filters {
	const { topic, description, urlPath, language } = wanted;
	const path = urlPath === undefined ? undefined : `/${urlPath}/`;
	const fields: Array<readonly [string, string | undefined, string]> = [
		['name', topic, valueOf(sco, 'name')],
		['description', description, valueOf(sco, 'description')],
		['url-path', path, valueOf(sco, 'url-path')],
		['lang', language, attributeOf(sco, 'lang')],
	];
	return fields.flatMap(([name, value, present]) => {
		if (value === undefined || value === present) return [];
		return [[name, name === 'url-path' ? (urlPath ?? '') : value] as const];
	});
}

/** Where the session is called as its room, it goes on to be. */
function sessionChange(
	session: XmlElement,
	room: XmlElement,
	{ topic }: WantedChange,
	times: Times | null,
	isRoom: boolean,
): PlannedChange['session'] {
	const present = valueOf(session, 'name');
	const follows = !isRoom || present === valueOf(room, 'name');
	const name = topic !== undefined && follows ? topic : present;
	if (name === present && times === null) return null;
	return { id: attributeOf(session, 'sco-id'), name, times };
}

function datesOf(sco: XmlElement): { start: string | null; end: string | null } {
	return { start: timeOf(sco, 'date-begin'), end: timeOf(sco, 'date-end') };
}

function isOfSession({ start, end, minutes, expected }: WantedChange): boolean {
	return [start, end, minutes, expected].some((value) => value !== undefined);
}

function refuseOfRoom(wanted: WantedChange): void {
	const labels: Array<[keyof WantedChange, string]> = [
		['description', 'Description'],
		['urlPath', 'Custom URL'],
		['language', 'Language'],
		['permission', 'Access'],
		['passcode', 'Passcode'],
	];
	const others = labels.filter(([name]) => wanted[name] !== undefined).map(([, label]) => label);
	if (others.length === 0) return;
	throw new ParameterError(
		`${others.join(', ')} ${others.length === 1 ? 'belongs' : 'belong'} to the room of a seminar, not to one session`,
		'Remove these fields, or choose Webinar in Applies To',
	);
}

function unclear(sessions: number): ParameterError {
	return sessions === 0
		? new ParameterError(
				'The seminar has no session whose times could be changed',
				'Run Create with the same topic, which adds the session, or add it in Adobe Connect Central',
			)
		: new ParameterError(
				`The seminar has ${sessions} sessions, and it is not clear which one is meant`,
				'Choose One Seminar Session in Applies To, and the session',
			);
}

function noLoad(): ParameterError {
	return new ParameterError(
		'Only seminars have Expected Attendees',
		'Remove Expected Attendees from the settings',
	);
}

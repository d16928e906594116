import { denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { SHORTCUTS } from '../state/folders';
import { isAdministrator, isOneOf, manageable } from '../state/rights';
import { folderOfRoom } from '../state/scos';
import type { AdobeSeminarLicence, AdobeSeminarSession } from '../world';

/**
 * Gives a seminar session its dates; a licence holds one session at a time.
 * https://helpx.adobe.com/adobe-connect/webservices/seminar-session-sco-update.html
 */
export function seminarSessionScoUpdate(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const required = { 'sco-id': 'id', 'parent-acl-id': 'id', name: 'string' } as const;
	const dates = { 'date-begin': 'date', 'date-end': 'date' } as const;
	const missing = Object.entries({ ...required, ...dates }).filter(([name]) => !params.text(name));
	if (missing.length > 0) {
		throw invalid(...missing.map(([field, type]) => ({ field, type, subcode: 'missing' })));
	}
	const { body } = manageable(state, actorOf(call), params.id('sco-id'));
	if (body.kind !== 'session' || body.room.id !== params.id('parent-acl-id')) throw denied();
	const begin = params.date('date-begin') ?? '';
	const end = params.date('date-end') ?? '';
	if (end <= begin) throw invalid({ field: 'date-end', type: 'date', subcode: 'range' });
	const licence = folderOfRoom(state, body.room);
	const isTaken = sessionsOf(state, licence).some(
		(other) =>
			other.id !== body.session.id &&
			other.begin !== undefined &&
			other.end !== undefined &&
			other.begin < end &&
			begin < other.end,
	);
	if (isTaken) {
		throw invalid({ field: 'date-begin', type: 'date', subcode: 'session-schedule-conflict' });
	}
	Object.assign(body.session, {
		begin,
		end,
		name: params.text('name'),
		modifiedAt: state.nowIso(),
	});
	if (params.has('description')) body.session.description = params.text('description') ?? '';
	return [];
}

function sessionsOf(state: AdobeState, licenceId: string): AdobeSeminarSession[] {
	return [...state.rooms.values()]
		.filter((room) => room.kind === 'seminar' && folderOfRoom(state, room) === licenceId)
		.flatMap(({ seminarSessions = [] }) => seminarSessions);
}

/** Licences of the account, or those of single users. `sco-id` is the shortcut `seminars`. */
export function scoSeminarLicensesList(state: AdobeState, call: Call): Element[] {
	const actor = actorOf(call);
	if (call.params.id('sco-id') !== SHORTCUTS.seminars) throw denied();
	if (!isAdministrator(actor) && !isOneOf(actor, 'seminar-admins')) throw denied();
	const isOfUsers = call.params.flag('user-webinar-selected') === true;
	const rows = [...state.licences.values()]
		.filter(({ ownerId }) => (ownerId !== undefined) === isOfUsers)
		.map((licence) => licenceRow(state, licence));
	const name = isOfUsers ? 'user-webinar-licenses' : 'seminar-licenses';
	return [element(name, {}, listed(state, call.params, rows))];
}

function licenceRow(state: AdobeState, licence: AdobeSeminarLicence): Element {
	const { id, name, quota, ownerId, begin, end } = licence;
	const isOver = Date.parse(end) < state.kernel.now();
	return element('sco', {}, [
		textElement('acl-id', id),
		textElement('sco-id', id),
		textElement('folder-id', SHORTCUTS.seminars),
		textElement('name', name),
		textElement(ownerId === undefined ? 'quota' : 'license-quota', String(quota)),
		textElement('quota-id', 'concurrent-user-per-meeting-quota'),
		textElement('principal-id', ownerId),
		textElement('icon', 'folder'),
		textElement('is-seminar', 'true'),
		textElement('is-folder', '1'),
		textElement('is-expired', String(isOver)),
		textElement('begindate', state.date(begin)),
		textElement('enddate', state.date(end)),
		textElement('url-path', `/f${id}/`),
	]);
}

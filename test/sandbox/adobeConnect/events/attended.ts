import { denied } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { SHORTCUTS } from '../state/folders';
import { isAdministrator } from '../state/rights';
import type { AdobeEvent } from '../world';
import { liveVisits } from './attendance';

/** Events in which somebody was. https://helpx.adobe.com/adobe-connect/webservices/events-attendance.html */
export function eventsAttendance(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const actor = actorOf(call);
	const id = params.optionalId('principal-id');
	const principal =
		id === undefined ? state.principalByLogin(params.required('login')) : state.principals.get(id);
	if (!principal || (principal.id !== actor.id && !isAdministrator(actor))) throw denied();
	const rows = [...state.events.values()].flatMap((event) => {
		const visit = liveVisits(state, event).get(principal.id);
		return visit ? [attendedRow(state, event, principal.id, visit.begin)] : [];
	});
	return [element('event-attendance', {}, listed(state, params, rows))];
}

function attendedRow(
	state: AdobeState,
	event: AdobeEvent,
	principalId: string,
	begin: string,
): Element {
	return element(
		'event',
		{
			'sco-id': event.id,
			'account-id': state.world.accountId,
			'folder-id': event.folderId ?? SHORTCUTS.events,
			type: 'event',
			icon: 'event',
			'max-retries': '',
			lang: 'en',
			'display-seq': 0,
			'source-sco-id': event.roomId,
			version: 0,
			'principal-id': principalId,
		},
		[
			textElement('name', event.name),
			textElement('url-path', event.urlPath),
			textElement('date-begin', state.date(event.begin)),
			textElement('date-end', state.date(event.end)),
			textElement('date-created', state.date(event.createdAt)),
			textElement('date-modified', state.date(event.modifiedAt ?? event.createdAt)),
			textElement('recordcreated', state.date(begin)),
		],
	);
}

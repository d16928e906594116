import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { mustBeAdministrator } from '../state/rights';
import type { AdobeRoom, AdobeStay } from '../world';

/**
 * Stays of people with an account in all rooms; what happened in the last hours may be missing.
 * https://helpx.adobe.com/adobe-connect/webservices/report-bulk-consolidated-transactions.html
 */
export function reportBulkTransactions(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const seenUntil = state.kernel.now() - (state.world.reportLagMs ?? 0);
	const rows = [...state.rooms.values()].flatMap((room) =>
		(room.held ?? [])
			.flatMap((session) => session.stays)
			.filter(({ principalId }) => principalId !== undefined)
			.filter(({ begin }) => Date.parse(begin) <= seenUntil)
			.map((stay) => transaction(state, room, stay, seenUntil)),
	);
	const name = 'report-bulk-consolidated-transactions';
	return [element(name, {}, listed(state, call.params, rows))];
}

function transaction(
	state: AdobeState,
	room: AdobeRoom,
	{ transcriptId, principalId = '', name, begin, end }: AdobeStay,
	seenUntil: number,
): Element {
	const closed = end !== null && Date.parse(end) <= seenUntil ? end : undefined;
	return element(
		'row',
		{
			'transaction-id': transcriptId,
			'sco-id': room.id,
			type: 'meeting',
			'principal-id': principalId,
			score: 0,
		},
		[
			textElement('name', room.name),
			textElement('url', room.urlPath),
			textElement('login', state.principals.get(principalId)?.login ?? ''),
			textElement('user-name', name),
			textElement('status', closed === undefined ? 'in-progress' : 'completed'),
			textElement('date-created', state.date(begin)),
			textElement('date-closed', state.optionalDate(closed)),
		],
	);
}

import { invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import type { Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { manageable } from '../state/rights';
import { allScos } from '../state/scos';
import { checkedDates, checkedUrlPath, checkName } from './checks';
import { createSco } from './create';
import { scoElement } from './elements';

/** https://helpx.adobe.com/adobe-connect/webservices/sco-update.html */
export function scoUpdate(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const isUpdate = params.has('sco-id');
	if (isUpdate && params.has('folder-id')) {
		throw invalid({ field: 'folder-id', type: 'id', subcode: 'illegal-operation' });
	}
	return isUpdate ? updateSco(state, call) : createSco(state, call);
}

function updateSco(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const sco = manageable(state, actorOf(call), params.id('sco-id'));
	const { body } = sco;
	// Folders are shared; events and recordings are changed in the application.
	if (body.kind !== 'room' && body.kind !== 'session') {
		throw invalid({ field: 'sco-id', type: 'id', subcode: 'illegal-operation' });
	}
	const target = body.kind === 'room' ? body.room : body.session;
	const name = params.text('name') ?? target.name;
	checkName(state, name, { folderId: sco.folderId, exceptId: sco.id });
	const urlPath = checkedUrlPath(state, params.text('url-path'), sco.id) ?? target.urlPath;
	Object.assign(target, checkedDates(params, target), {
		name,
		urlPath,
		modifiedAt: state.nowIso(),
		...(params.has('description') ? { description: params.text('description') ?? '' } : {}),
	});
	const after = allScos(state).get(sco.id) ?? sco;
	return [scoElement(state, after)];
}

/** https://helpx.adobe.com/adobe-connect/webservices/sco-delete.html */
export function scoDelete(state: AdobeState, call: Call): Element[] {
	const { body, id } = manageable(state, actorOf(call), call.params.id('sco-id'));
	if (body.kind === 'folder') {
		const isMade = state.folders.delete(id);
		if (!isMade) throw invalid({ field: 'sco-id', type: 'id', subcode: 'illegal-operation' });
	} else if (body.kind === 'event') {
		state.events.delete(id);
	} else if (body.kind === 'room') {
		state.rooms.delete(id);
	} else if (body.kind === 'session') {
		body.room.seminarSessions = body.room.seminarSessions?.filter((one) => one.id !== id);
	} else {
		body.room.recordings = body.room.recordings?.filter((one) => one.id !== id);
	}
	return [];
}

import { denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { mayRead, manageable } from '../state/rights';
import { allScos, folderOfRoom, type Sco } from '../state/scos';

const LOAD = 'seminar-expected-load';

/**
 * Pairs of field-id and value.
 * https://helpx.adobe.com/adobe-connect/webservices/acl-field-update.html
 */
export function aclFieldUpdate(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const sco = manageable(state, actorOf(call), params.id('acl-id'));
	const names = params.all('field-id');
	const values = params.all('value');
	if (names.length === 0 || names.length !== values.length) {
		throw invalid({ field: 'field-id', type: 'string', subcode: 'missing' });
	}
	names.forEach((name, index) => {
		const value = values[index] ?? '';
		if (name === LOAD) checkLoad(state, sco, value);
		write(sco, name, value);
	});
	return [];
}

/** No more people than the licence carries. */
function checkLoad(state: AdobeState, { body }: Sco, value: string): void {
	if (body.kind !== 'session') {
		throw invalid({ field: 'acl-id', type: 'id', subcode: 'illegal-operation' });
	}
	const max = state.licences.get(folderOfRoom(state, body.room))?.quota ?? 0;
	if (!/^\d+$/.test(value)) throw invalid({ field: 'value', type: 'long', subcode: 'format' });
	if (Number(value) > max) {
		throw invalid({ field: 'value', type: 'long', subcode: 'range', min: 1, max });
	}
}

function write({ body }: Sco, name: string, value: string): void {
	if (body.kind === 'recording') body.recording.passcode = value;
	if (body.kind === 'room') body.room.fields = { ...body.room.fields, [name]: value };
	if (body.kind === 'session') body.session.fields = { ...body.session.fields, [name]: value };
}

/** https://helpx.adobe.com/adobe-connect/webservices/acl-field-info.html */
export function aclFieldInfo(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const sco = allScos(state).get(params.id('acl-id'));
	if (!sco || !mayRead(state, actorOf(call), sco)) throw denied();
	const wanted = params.all('filter-field-id');
	const rows = Object.entries(fieldsOf(sco))
		.filter(([name]) => wanted.length === 0 || wanted.includes(name))
		.map(([name, value]) => element('field', { 'field-id': name }, [textElement('value', value)]));
	return [element('acl-fields', {}, rows)];
}

function fieldsOf({ body }: Sco): Record<string, string> {
	if (body.kind === 'room') return body.room.fields ?? {};
	if (body.kind === 'session') return body.session.fields ?? {};
	const passcode = body.kind === 'recording' ? body.recording.passcode : undefined;
	return passcode === undefined ? {} : { 'meeting-passcode': passcode };
}

import type { MarketoCustomActivityType } from '../contract';
import { bodyRecord, type Call } from '../http/input';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import {
	addAttributes,
	approve,
	attributesOf,
	createType,
	customType,
	discardDraft,
	touch,
	typeRow,
	updateType,
} from './customTypes';

const BASE = '/rest/v1/activities/external/type';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/activities#custom */
export function customTypeRoutes(state: MarketoState): Route[] {
	const write = {
		method: 'POST',
		write: true,
		permissions: ['Read-Write Activity Metadata'],
	} as const;
	const read = {
		method: 'GET',
		write: false,
		permissions: ['Read-Only Activity Metadata', 'Read-Write Activity Metadata'],
	} as const;
	/** A change of one type; answers with what it has become. */
	const change = (
		path: string,
		act: (type: MarketoCustomActivityType, call: Call) => void,
		body: Route['body'] = 'json',
	): Route => ({
		...write,
		path: `${BASE}/:apiName${path}.json`,
		body,
		handle: (call) => {
			const type = customType(state, call.params.apiName);
			act(type, call);
			return whole(type);
		},
	});
	return [
		{
			...read,
			path: `${BASE}s.json`,
			handle: () => ({ result: state.customActivityTypes.map((one) => typeRow(one, 'list')) }),
		},
		{
			...read,
			path: `${BASE}/:apiName/describe.json`,
			handle: (call) => describe(customType(state, call.params.apiName), call),
		},
		{
			...write,
			path: `${BASE}.json`,
			handle: (call) => ({ result: [typeRow(createType(state, bodyRecord(call)), 'made')] }),
		},
		{
			...write,
			path: `${BASE}/:apiName.json`,
			handle: (call) => {
				updateType(state, call.params.apiName, bodyRecord(call));
				return { result: [typeRow(customType(state, call.params.apiName), 'made')] };
			},
		},
		change('/attributes/create', (type, call) => {
			addAttributes(type, attributesOf(bodyRecord(call)));
			touch(state, type);
		}),
		change('/attributes/update', (type, call) => {
			for (const given of attributesOf(bodyRecord(call))) {
				const found = type.attributes.find(({ apiName }) => apiName === given.apiName);
				if (found) Object.assign(found, given);
			}
			touch(state, type);
		}),
		change('/attributes/delete', (type, call) => {
			const gone = attributesOf(bodyRecord(call)).map(({ apiName }) => apiName);
			type.attributes = type.attributes.filter(({ apiName }) => !gone.includes(apiName));
			touch(state, type);
		}),
		change('/approve', (type) => approve(state, type), 'any'),
		change('/discardDraft', (type) => discardDraft(type), 'any'),
		change(
			'/delete',
			(type) => {
				state.customActivityTypes.splice(state.customActivityTypes.indexOf(type), 1);
			},
			'any',
		),
	];
}

/** The approved version, unless the draft is asked for or there is nothing else. */
function describe(type: MarketoCustomActivityType, { query }: Call): Answer {
	const isDraft = query.draft === 'true' || type.approvedAttributes === null;
	return whole(isDraft ? type : { ...type, attributes: type.approvedAttributes ?? [] });
}

function whole(type: MarketoCustomActivityType): Answer {
	return { result: [typeRow(type, 'whole')] };
}

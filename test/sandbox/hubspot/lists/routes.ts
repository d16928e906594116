import type { HubSpotListState } from '../../contract';
import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { record, text } from '../http/input';
import { listPaths } from '../http/paths';
import type { Route } from '../http/router';

const LIST_READ = ['crm.lists.read'];
const LIST_WRITE = ['crm.lists.write'];

const PROCESSING = ['MANUAL', 'SNAPSHOT', 'DYNAMIC'] as const;

/** Lists of contacts: https://developers.hubspot.com/docs/api-reference/crm-lists-v3/guide */
export function listRoutes(portal: Portal): Route[] {
	const write = { write: true, scopes: LIST_WRITE } as const;
	const one = listPaths('/:listId');
	const named = (call: Call) => existingList(portal, call.params.listId ?? '');
	return [
		{
			method: 'POST',
			...write,
			paths: listPaths(''),
			handle: ({ body }) => {
				const given = record(body);
				const list = portal.lists.create({
					name: freeName(portal, text(given, 'name')),
					objectTypeId: text(given, 'objectTypeId'),
					processingType: processingOf(text(given, 'processingType')),
				});
				return { status: 200, body: { list: answerOf(list) } };
			},
		},
		{
			method: 'GET',
			write: false,
			scopes: LIST_READ,
			paths: one,
			handle: (call) => ({ status: 200, body: { list: answerOf(named(call)) } }),
		},
		{
			method: 'DELETE',
			...write,
			paths: one,
			handle: (call) => {
				portal.lists.byId.delete(named(call).listId);
				return { status: 204 };
			},
		},
		{
			method: 'PUT',
			...write,
			paths: listPaths('/:listId/memberships/add'),
			handle: (call) => addMembers(portal, named(call), call.body),
		},
	];
}

/** @throws HubSpotError 404 */
export function existingList(portal: Portal, listId: string): HubSpotListState {
	const list = portal.lists.byId.get(listId);
	if (list === undefined) throw notFound(`List does not exist with ID ${listId}.`);
	return list;
}

/** Only lists that are kept by hand take members. */
function addMembers(portal: Portal, list: HubSpotListState, ids: unknown): Answer {
	if (list.processingType === 'DYNAMIC') {
		throw validationError('Records cannot be added to a DYNAMIC list by hand');
	}
	if (!Array.isArray(ids)) throw validationError('Expected a list of record ids');
	const recordsIdsAdded: string[] = [];
	const recordIdsMissing: string[] = [];
	for (const id of ids.map(String)) {
		const contact = portal.contacts.findById(id);
		if (contact === undefined) recordIdsMissing.push(id);
		else if (!list.members.has(contact.id)) {
			list.members.add(contact.id);
			recordsIdsAdded.push(contact.id);
		}
	}
	return { status: 200, body: { recordsIdsAdded, recordIdsRemoved: [], recordIdsMissing } };
}

function freeName({ lists }: Portal, name: string): string {
	const taken = [...lists.byId.values()].some((list) => list.name === name);
	if (taken) throw validationError(`The following list names already exist: [${name}].`);
	return name;
}

function processingOf(word: string): HubSpotListState['processingType'] {
	const known = PROCESSING.find((one) => one === word);
	if (known === undefined) throw validationError(`processingType ${word} is not valid`);
	return known;
}

export function answerOf(list: HubSpotListState) {
	return {
		listId: list.listId,
		listVersion: 1,
		name: list.name,
		objectTypeId: list.objectTypeId,
		processingType: list.processingType,
		processingStatus: 'COMPLETE',
		size: list.members.size,
		createdAt: list.createdAt,
		updatedAt: list.createdAt,
	};
}

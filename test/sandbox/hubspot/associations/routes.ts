import { CONTACT_READ, CONTACT_WRITE } from '../contacts/routes';
import { isoNow, type Portal } from '../context';
import { typeIdsOf } from '../engagements/links';
import { notFound, validationError } from '../http/errors';
import type { Call } from '../http/input';
import { pageOf } from '../http/paging';
import { associationPaths } from '../http/paths';
import type { Route } from '../http/router';
import {
	associate,
	associatedIds,
	defaultType,
	endsOf,
	pairOf,
	turned,
	typeIdsOfPair,
	typesAnswer,
	type Pair,
} from './pair';

/**
 * Associations of one record: https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide
 * Played between contacts and calls, notes and meetings.
 */
export function associationRoutes(portal: Portal): Route[] {
	const write = { write: true, scopes: CONTACT_WRITE } as const;
	const pair = ({ params }: Call): Pair => pairOf(params.fromType ?? '', params.toType ?? '');
	const from = ({ params }: Call) => params.fromId ?? '';
	const to = ({ params }: Call) => params.toId ?? '';
	const join = (call: Call): Pair => {
		const between = pair(call);
		if (associate(endsOf(portal, between, from(call), to(call)), between)) return between;
		throw notFound();
	};

	return [
		{
			method: 'PUT',
			...write,
			paths: associationPaths('/default/:toType/:toId'),
			handle: (call) => {
				const startedAt = isoNow(portal.kernel);
				const results = defaultResults(join(call), from(call), to(call));
				const completedAt = isoNow(portal.kernel);
				return { status: 200, body: { status: 'COMPLETE', startedAt, completedAt, results } };
			},
		},
		{
			method: 'PUT',
			...write,
			paths: associationPaths('/:toType/:toId'),
			handle: (call) => {
				checkTypes(pair(call), call.body);
				return { status: 201, body: labelsResult(join(call), from(call), to(call)) };
			},
		},
		{
			method: 'DELETE',
			...write,
			paths: associationPaths('/:toType/:toId'),
			handle: (call) => {
				const { engagement, contact } = endsOf(portal, pair(call), from(call), to(call));
				engagement?.contacts.delete(contact?.id ?? '');
				return { status: 204 };
			},
		},
		{
			method: 'GET',
			write: false,
			scopes: CONTACT_READ,
			paths: associationPaths('/:toType'),
			handle: (call) => {
				const between = pair(call);
				const rows = associatedIds(portal, between, from(call)).map((toObjectId) => ({
					toObjectId,
					associationTypes: typesAnswer(between),
				}));
				const page = pageOf(call, rows, ({ toObjectId }) => toObjectId, {
					fallback: 500,
					maximum: 500,
					link: 'https://api.hubapi.com/crm/v4/objects',
				});
				return { status: 200, body: page };
			},
		},
	];
}

/** A default association is one in either direction, and both are answered. */
export function defaultResults(pair: Pair, fromId: string, toId: string) {
	const one = (direction: Pair, from: string, to: string) => ({
		from: { id: from },
		to: { id: to },
		associationSpec: {
			associationCategory: 'HUBSPOT_DEFINED',
			associationTypeId: defaultType(direction),
		},
	});
	return [one(pair, fromId, toId), one(turned(pair), toId, fromId)];
}

export function labelsResult(pair: Pair, fromObjectId: string, toObjectId: string) {
	const [fromObjectTypeId, toObjectTypeId] = typeIdsOfPair(pair);
	return { fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId, labels: [] };
}

/** @throws 400 unless the types are a list of those that this pair has */
export function checkTypes(pair: Pair, types: unknown): void {
	const ids = typeIdsOf(types);
	if (ids.length > 0 && ids.every((id) => id === defaultType(pair))) return;
	throw validationError('One or more association types are not valid for this pair of objects', {
		context: { INVALID_ASSOCIATION_TYPE: ids.map(String) },
	});
}

import type { HubSpotEngagementState } from '../../contract';
import { applyOne } from '../contacts/changes';
import { CONTACT_READ, CONTACT_WRITE } from '../contacts/routes';
import type { Portal } from '../context';
import { notFound } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { queryFlag, queryMany, record, requireFields } from '../http/input';
import { pageOf } from '../http/paging';
import { objectPaths } from '../http/paths';
import type { Route } from '../http/router';
import { linksOf } from '../associations/links';
import { planChange, planNew } from './changes';
import type { KindFacts } from './kinds';
import { engagementRead } from './render';

/**
 * Calls, notes and meetings, one at a time; they need the scopes of contacts.
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide
 */
export function engagementRoutes(portal: Portal, facts: KindFacts): Route[] {
	const read = { method: 'GET', write: false, scopes: CONTACT_READ } as const;
	const write = { write: true, scopes: CONTACT_WRITE } as const;
	const all = objectPaths(facts.kind, facts.typeId)('');
	const one = objectPaths(facts.kind, facts.typeId)('/:engagementId');
	const store = portal.engagements[facts.kind];
	const named = (call: Call, archived = false): HubSpotEngagementState => {
		const found = store.find(call.params.engagementId ?? '', archived);
		if (found === undefined) throw notFound();
		return found;
	};

	return [
		{ ...read, paths: all, handle: (call) => list(portal, facts, call) },
		{
			...write,
			method: 'POST',
			paths: all,
			handle: ({ body }) => {
				const given = record(body);
				requireFields(given, ['properties']);
				const change = planNew(portal, facts, record(given.properties), given.associations);
				return { status: 201, body: applyOne(change) };
			},
		},
		{
			...read,
			paths: one,
			handle: (call) => {
				const found = named(call, queryFlag(call, 'archived'));
				const answer = engagementRead(portal, facts, found, queryMany(call, 'properties'));
				const associations = linksOf(facts, found, queryMany(call, 'associations'));
				return { status: 200, body: { ...answer, ...associations } };
			},
		},
		{
			...write,
			method: 'PATCH',
			paths: one,
			handle: (call) => {
				const body = record(call.body);
				requireFields(body, ['properties']);
				const change = planChange(portal, facts, named(call), record(body.properties));
				return { status: 200, body: applyOne(change) };
			},
		},
		{
			...write,
			method: 'DELETE',
			paths: one,
			handle: (call) => {
				store.archive(named(call));
				return { status: 204 };
			},
		},
	];
}

function list(portal: Portal, facts: KindFacts, call: Call): Answer {
	const rows = portal.engagements[facts.kind].list(queryFlag(call, 'archived'));
	const page = pageOf(call, rows, ({ id }) => id, {
		fallback: 10,
		maximum: 100,
		link: `https://api.hubapi.com/crm/v3/objects/${facts.kind}`,
	});
	const asked = queryMany(call, 'properties');
	const wanted = queryMany(call, 'associations');
	const results = page.results.map((one) => ({
		...engagementRead(portal, facts, one, asked),
		...linksOf(facts, one, wanted),
	}));
	return { status: 200, body: { ...page, results } };
}

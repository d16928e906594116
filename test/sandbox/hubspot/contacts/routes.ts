import type { Portal } from '../context';
import type { Answer, Call } from '../http/input';
import { queryFlag, queryMany, queryOne, record, requireFields } from '../http/input';
import { pageOf } from '../http/paging';
import { contactPaths } from '../http/paths';
import type { Route } from '../http/router';
import { applyOne, planCreate, planUpdate } from './changes';
import { existingContact } from './lookup';
import { readAnswer } from './render';

export const CONTACT_READ = ['crm.objects.contacts.read'];
export const CONTACT_WRITE = ['crm.objects.contacts.write'];

/** One contact at a time: https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
export function contactRoutes(portal: Portal): Route[] {
	const read = { write: false, scopes: CONTACT_READ };
	const write = { write: true, scopes: CONTACT_WRITE };
	const all = contactPaths('');
	const one = contactPaths('/:contactId');

	return [
		{ method: 'GET', paths: all, ...read, handle: (call) => list(portal, call) },
		...enforcing(portal, all, (paths, requires) => ({
			method: 'POST',
			paths,
			...write,
			handle: (call) => ({
				status: 201,
				body: applyOne(planCreate(portal, propertiesOf(call), requires())),
			}),
		})),
		{
			method: 'GET',
			paths: one,
			...read,
			handle: (call) => {
				const contact = named(portal, call, queryFlag(call, 'archived'));
				const asked = queryMany(call, 'properties');
				const body = readAnswer(contact, asked, portal.world, portal.schemas.contacts);
				return { status: 200, body };
			},
		},
		{
			method: 'PATCH',
			paths: one,
			...write,
			handle: (call) => {
				const contact = named(portal, call, false);
				const change = planUpdate(portal, contact, propertiesOf(call));
				return { status: 200, body: applyOne(change) };
			},
		},
		{
			method: 'DELETE',
			paths: one,
			...write,
			handle: (call) => {
				portal.contacts.archive(named(portal, call, false));
				return { status: 204 };
			},
		},
	];
}

/**
 * From 2026-09 on a create has to bring what the portal requires; older versions do not ask.
 * https://developers.hubspot.com/changelog
 */
export function enforcing(
	{ world }: Portal,
	paths: readonly string[],
	route: (paths: string[], requires: () => readonly string[]) => Route,
): Route[] {
	const isNew = (path: string) => path.includes('/2026-09/');
	return [
		route(paths.filter(isNew), () => world.requiredProperties ?? []),
		route(
			paths.filter((path) => !isNew(path)),
			() => [],
		),
	];
}

function named(portal: Portal, call: Call, archived: boolean) {
	const idProperty = queryOne(call, 'idProperty');
	return existingContact(portal, call.params.contactId ?? '', idProperty, archived);
}

function propertiesOf(call: Call): Record<string, unknown> {
	const body = record(call.body);
	requireFields(body, ['properties']);
	return record(body.properties);
}

function list(portal: Portal, call: Call): Answer {
	const asked = queryMany(call, 'properties');
	const rows = portal.contacts.list(queryFlag(call, 'archived'));
	const page = pageOf(call, rows, ({ id }) => id, {
		fallback: 10,
		maximum: 100,
		link: 'https://api.hubapi.com/crm/v3/objects/contacts',
	});
	const results = page.results.map((contact) =>
		readAnswer(contact, asked, portal.world, portal.schemas.contacts),
	);
	return { status: 200, body: { ...page, results } };
}

import type { Portal } from '../context';
import { notFound } from '../http/errors';
import type { Call } from '../http/input';
import { optionalText, record, text } from '../http/input';
import { contactPaths } from '../http/paths';
import type { Route } from '../http/router';
import { findContact } from './lookup';
import { mergeContacts } from './merge';
import { createAnswer } from './render';
import { CONTACT_WRITE } from './routes';

/** Merging and deleting for good: https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
export function mergeRoutes(portal: Portal): Route[] {
	const write = { method: 'POST', write: true, scopes: CONTACT_WRITE } as const;
	return [
		{
			...write,
			paths: contactPaths('/merge'),
			handle: ({ body }) => {
				const given = record(body);
				const primaryId = text(given, 'primaryObjectId');
				const merged = mergeContacts(portal, primaryId, text(given, 'objectIdToMerge'));
				return { status: 200, body: createAnswer(merged, portal.world) };
			},
		},
		{
			...write,
			paths: contactPaths('/gdpr-delete'),
			handle: (call) => {
				purge(portal, call);
				return { status: 204 };
			},
		},
	];
}

/** An address that nobody has is blocked for the future; an id that nobody has is an error. */
function purge(portal: Portal, { body }: Call): void {
	const given = record(body);
	const id = text(given, 'objectId');
	const idProperty = optionalText(given, 'idProperty');
	const contact = findContact(portal, id, idProperty) ?? findContact(portal, id, idProperty, true);
	if (contact !== undefined) {
		portal.contacts.purge(contact);
		portal.events.forgetContact(contact.id);
	} else if (idProperty === 'email') portal.contacts.block(id);
	else throw notFound();
}

import { readAnswer, valueOf } from '../contacts/render';
import { CONTACT_READ } from '../contacts/routes';
import type { Portal } from '../context';
import type { KindFacts } from '../engagements/kinds';
import { ALL_KINDS } from '../engagements/kinds';
import { engagementRead, engagementValue } from '../engagements/render';
import { validationError } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { anyObjectPaths, contactPaths, objectPaths } from '../http/paths';
import type { Route } from '../http/router';
import { search } from './search';

/** Which of an activity's properties `query` looks at. */
const ENGAGEMENT_TEXTS = ['hs_call_title', 'hs_call_body', 'hs_note_body', 'hs_meeting_title'];

/** Search over contacts and activities: https://developers.hubspot.com/docs/api-reference/search/guide */
export function searchRoutes(portal: Portal): Route[] {
	const post = (paths: string[], handle: (call: Call) => Answer): Route => ({
		method: 'POST',
		paths,
		write: false,
		scopes: CONTACT_READ,
		handle,
	});
	return [
		post(contactPaths('/search'), (call) => searchContacts(portal, call)),
		...ALL_KINDS.map((facts) =>
			post(objectPaths(facts.kind, facts.typeId)('/search'), (call) =>
				searchEngagements(portal, facts, call),
			),
		),
		post(anyObjectPaths('/search'), ({ params }) => {
			const type = params.objectType ?? '';
			const parts = { category: undefined };
			throw validationError(`Unable to infer object type from: ${type}`, parts);
		}),
	];
}

function searchContacts(portal: Portal, call: Call): Answer {
	const { contacts, schemas, world } = portal;
	const rows = contacts.heldBack.seen(contacts.byId.values());
	return search(call, {
		rows: rows.filter(({ archivedAt }) => archivedAt === undefined),
		schema: schemas.contacts,
		valueOf,
		queried: ['email', 'firstname', 'lastname', 'phone', 'company', 'hs_additional_emails'],
		show: (contact, asked) => readAnswer(contact, asked, world, schemas.contacts),
	});
}

function searchEngagements(portal: Portal, facts: KindFacts, call: Call): Answer {
	const { byId, heldBack } = portal.engagements[facts.kind];
	const rows = heldBack.seen(byId.values());
	return search(call, {
		rows: rows.filter(({ archivedAt }) => archivedAt === undefined),
		schema: portal.schemas[facts.kind],
		valueOf: engagementValue,
		queried: ENGAGEMENT_TEXTS,
		show: (one, asked) => engagementRead(portal, facts, one, asked),
	});
}

import { isoNow, type Portal } from '../context';
import { batchAnswer } from '../http/batch';
import type { Answer, Call } from '../http/input';
import {
	inputsOf,
	optionalText,
	queryFlag,
	record,
	refuseDuplicates,
	requireFields,
} from '../http/input';
import { contactPaths } from '../http/paths';
import type { Route } from '../http/router';
import { batchInput, missingError, settleBatch, type BatchInput } from './batch';
import { planCreate, planUpdate, type Change, type Claims } from './changes';
import { normaliseEmail } from './emailAddress';
import { findContact, sameId } from './lookup';
import { readAnswer, type ContactAnswer } from './render';
import { CONTACT_READ, CONTACT_WRITE, enforcing } from './routes';

/** Up to 100 contacts at a time: https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
export function contactBatchRoutes(portal: Portal): Route[] {
	const write = { method: 'POST', write: true, scopes: CONTACT_WRITE } as const;
	return [
		{
			method: 'POST',
			paths: contactPaths('/batch/read'),
			write: false,
			scopes: CONTACT_READ,
			handle: (call) => readMany(portal, call),
		},
		...enforcing(portal, contactPaths('/batch/create'), (paths, requires) => ({
			...write,
			paths,
			handle: (call) => createMany(portal, call, requires()),
		})),
		{ ...write, paths: contactPaths('/batch/update'), handle: (call) => updateMany(portal, call) },
		...enforcing(portal, contactPaths('/batch/upsert'), (paths, requires) => ({
			...write,
			paths,
			handle: (call) => upsertMany(portal, call, requires()),
		})),
		{
			...write,
			paths: contactPaths('/batch/archive'),
			handle: (call) => archiveMany(portal, call),
		},
	];
}

/** Two addresses of one contact give it once; the answer does not say which input it answers. */
function readMany(portal: Portal, call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const body = record(call.body);
	const idProperty = optionalText(body, 'idProperty');
	const asked = Array.isArray(body.properties) ? body.properties.map(String) : [];
	const ids = idsOf(call);
	refuseDuplicates(ids.map((id) => sameId(id, idProperty)));

	const found = new Map<string, ContactAnswer>();
	const missing: string[] = [];
	for (const id of ids) {
		const contact = findContact(portal, id, idProperty, queryFlag(call, 'archived'));
		if (contact === undefined) missing.push(id);
		else found.set(contact.id, readAnswer(contact, asked, portal.world, portal.schemas.contacts));
	}
	const errors = missing.length === 0 ? [] : [missingError(missing)];
	return batchAnswer(portal, startedAt, [...found.values()], errors, 200);
}

function createMany(portal: Portal, call: Call, requires: readonly string[]): Answer {
	const inputs = inputsOf(call.body).map((input) => batchInput(input, false));
	refuseDuplicates(inputs.flatMap((input) => addressOf(input) ?? []));
	const plan = ({ properties }: BatchInput) => planCreate(portal, properties, requires);
	return settleBatch(portal, inputs, plan, 201);
}

function updateMany(portal: Portal, call: Call): Answer {
	const inputs = inputsOf(call.body).map((input) => batchInput(input, true));
	refuseDuplicates(inputs.map(({ id, idProperty }) => sameId(id, idProperty)));
	const claims: Claims = new Map();
	return settleBatch(portal, inputs, (input) => planKnown(portal, input, claims), 200);
}

function upsertMany(portal: Portal, call: Call, requires: readonly string[]): Answer {
	const inputs = inputsOf(call.body).map((input) => batchInput(input, true));
	refuseDuplicates(inputs.map(({ id, idProperty }) => sameId(id, idProperty)));
	refuseDuplicates(
		inputs.flatMap((input) => {
			const key = input.idProperty === 'email' ? [sameId(input.id, 'email')] : [];
			return addressOf(input) ?? key;
		}),
	);
	const claims: Claims = new Map();
	const plan = (input: BatchInput) => planUpsert(portal, input, claims, requires);
	return settleBatch(portal, inputs, plan, 200);
}

function planKnown(portal: Portal, input: BatchInput, claims: Claims): Change {
	const contact = findContact(portal, input.id, input.idProperty);
	if (contact === undefined) return { refusal: { kind: 'missing', id: input.id } };
	return planUpdate(portal, contact, input.properties, claims);
}

/** Without an idProperty the id is the record id, and a record cannot be made under a given id. */
function planUpsert(
	portal: Portal,
	input: BatchInput,
	claims: Claims,
	requires: readonly string[],
): Change {
	const { id, idProperty, properties } = input;
	const isNew = findContact(portal, id, idProperty) === undefined;
	if (!isNew || idProperty === undefined || idProperty === 'hs_object_id') {
		return withNew(planKnown(portal, input, claims), false);
	}
	return withNew(planCreate(portal, { [idProperty]: id, ...properties }, requires), true);
}

function withNew(change: Change, isNew: boolean): Change {
	if (!('apply' in change)) return change;
	return { apply: () => ({ ...change.apply(), new: isNew }) };
}

/** Unknown and archived ids are passed over without a word. */
function archiveMany(portal: Portal, call: Call): Answer {
	for (const id of idsOf(call)) {
		const contact = portal.contacts.findById(id);
		if (contact !== undefined) portal.contacts.archive(contact);
	}
	return { status: 204 };
}

function idsOf(call: Call): string[] {
	return inputsOf(call.body).map((input) => {
		requireFields(input, ['id']);
		return String(input.id);
	});
}

function addressOf({ properties }: BatchInput): string | undefined {
	return typeof properties.email === 'string' && properties.email.trim() !== ''
		? normaliseEmail(properties.email)
		: undefined;
}

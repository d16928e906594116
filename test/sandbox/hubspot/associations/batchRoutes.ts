import { CONTACT_READ, CONTACT_WRITE } from '../contacts/routes';
import { isoNow, type Portal } from '../context';
import { batchAnswer } from '../http/batch';
import { validationError, type ErrorEntry } from '../http/errors';
import type { Answer, Call, JsonRecord } from '../http/input';
import { isRecord, record, requireFields, text } from '../http/input';
import { associationBatchPaths } from '../http/paths';
import type { Route } from '../http/router';
import { associate, associatedIds, endsOf, pairOf, typesAnswer, type Pair } from './pair';
import { checkTypes, defaultResults, labelsResult } from './routes';

/** https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide#limitations */
const MAX_WRITTEN = 2000;
const MAX_READ = 1000;

interface Wish {
	fromId: string;
	toId: string;
	input: JsonRecord;
}

/** Many associations between two types at a time. */
export function associationBatchRoutes(portal: Portal): Route[] {
	const write = { method: 'POST', write: true, scopes: CONTACT_WRITE } as const;
	const pair = ({ params }: Call): Pair => pairOf(params.fromType ?? '', params.toType ?? '');
	return [
		{
			...write,
			paths: associationBatchPaths('/associate/default'),
			handle: (call) => joinAll(portal, pair(call), wishesOf(call), 200, defaultResults),
		},
		{
			...write,
			paths: associationBatchPaths('/create'),
			handle: (call) => {
				const wishes = wishesOf(call);
				for (const { input } of wishes) checkTypes(pair(call), input.types);
				return joinAll(portal, pair(call), wishes, 201, (...ends) => [labelsResult(...ends)]);
			},
		},
		{
			method: 'POST',
			write: false,
			scopes: CONTACT_READ,
			paths: associationBatchPaths('/read'),
			handle: (call) => readAll(portal, pair(call), call),
		},
		{
			...write,
			paths: associationBatchPaths('/archive'),
			handle: (call) => {
				for (const { input, fromId } of archivesOf(call)) {
					const targets = Array.isArray(input.to) ? input.to.filter(isRecord) : [];
					for (const { id } of targets) {
						const { engagement, contact } = endsOf(portal, pair(call), fromId, String(id));
						engagement?.contacts.delete(contact?.id ?? '');
					}
				}
				return { status: 204 };
			},
		},
	];
}

/** Records that do not exist are reported one by one; the others are associated. */
function joinAll(
	portal: Portal,
	pair: Pair,
	wishes: readonly Wish[],
	success: number,
	resultsOf: (pair: Pair, fromId: string, toId: string) => unknown[],
): Answer {
	const startedAt = isoNow(portal.kernel);
	const results: unknown[] = [];
	const errors: ErrorEntry[] = [];
	for (const { fromId, toId } of wishes) {
		const ends = endsOf(portal, pair, fromId, toId);
		if (associate(ends, pair)) {
			results.push(...resultsOf(pair, fromId, toId));
			continue;
		}
		const gone = ends.contact === undefined ? 'CONTACT' : pair.facts.noun;
		const isFrom = (ends.contact === undefined) === pair.fromContact;
		const id = isFrom ? fromId : toId;
		errors.push({
			status: 'error',
			category: 'OBJECT_NOT_FOUND',
			message: `${gone} ${id} is not valid: it may be deleted or not exist`,
			context: { fromObjectId: [fromId], toObjectId: [toId] },
		});
	}
	return batchAnswer(portal, startedAt, results, errors, success);
}

function readAll(portal: Portal, pair: Pair, call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const results: unknown[] = [];
	const errors: ErrorEntry[] = [];
	for (const input of inputsUpTo(MAX_READ, call.body)) {
		const id = text(input, 'id');
		const ids = associatedIds(portal, pair, id);
		if (ids.length === 0) errors.push(nothingFound(id));
		else {
			const to = ids.map((toObjectId) => ({ toObjectId, associationTypes: typesAnswer(pair) }));
			results.push({ from: { id }, to });
		}
	}
	return batchAnswer(portal, startedAt, results, errors, 200);
}

function nothingFound(id: string): ErrorEntry {
	return {
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
		message: `No associations were found for ${id}`,
		context: { fromObjectId: [id] },
	};
}

function wishesOf(call: Call): Wish[] {
	return inputsUpTo(MAX_WRITTEN, call.body).map((input) => {
		requireFields(input, ['from', 'to']);
		const [from, to] = [record(input.from), record(input.to)];
		return { fromId: String(from.id), toId: String(to.id), input };
	});
}

function archivesOf(call: Call): Array<{ fromId: string; input: JsonRecord }> {
	return inputsUpTo(MAX_WRITTEN, call.body).map((input) => {
		requireFields(input, ['from', 'to']);
		return { fromId: String(record(input.from).id), input };
	});
}

function inputsUpTo(maximum: number, body: unknown): JsonRecord[] {
	const { inputs } = record(body);
	if (!Array.isArray(inputs)) {
		throw validationError('Some required fields were not set: [inputs]');
	}
	if (inputs.length <= maximum) return inputs.map(record);
	throw validationError(
		`The maximum number of inputs supported in a batch request is ${maximum}. ` +
			`Received ${inputs.length}`,
	);
}

import { missingError, settleBatch } from '../contacts/batch';
import type { Change } from '../contacts/changes';
import { CONTACT_READ, CONTACT_WRITE } from '../contacts/routes';
import { isoNow, type Portal } from '../context';
import { batchAnswer } from '../http/batch';
import { validationError } from '../http/errors';
import type { Answer, Call, JsonRecord } from '../http/input';
import {
	inputsOf,
	optionalText,
	queryFlag,
	record,
	refuseDuplicates,
	requireFields,
} from '../http/input';
import { objectPaths } from '../http/paths';
import type { Route } from '../http/router';
import { planChange, planNew } from './changes';
import type { KindFacts } from './kinds';
import { engagementRead } from './render';

/** Up to 100 activities at a time, by the same rules as contacts. */
export function engagementBatchRoutes(portal: Portal, facts: KindFacts): Route[] {
	const paths = objectPaths(facts.kind, facts.typeId);
	const write = { method: 'POST', write: true, scopes: CONTACT_WRITE } as const;
	return [
		{
			method: 'POST',
			paths: paths('/batch/read'),
			write: false,
			scopes: CONTACT_READ,
			handle: (call) => readMany(portal, facts, call),
		},
		{
			...write,
			paths: paths('/batch/create'),
			handle: (call) => createMany(portal, facts, call),
		},
		{
			...write,
			paths: paths('/batch/update'),
			handle: (call) => updateMany(portal, facts, call),
		},
		{
			...write,
			paths: paths('/batch/archive'),
			handle: (call) => {
				const store = portal.engagements[facts.kind];
				for (const id of inputsOf(call.body).map(idOf)) {
					const one = store.find(id);
					if (one !== undefined) store.archive(one);
				}
				return { status: 204 };
			},
		},
	];
}

function readMany(portal: Portal, facts: KindFacts, call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const body = record(call.body);
	const idProperty = optionalText(body, 'idProperty') ?? 'hs_object_id';
	if (idProperty !== 'hs_object_id') {
		throw validationError(`Unable to read by non-unique ${facts.typeId} property ${idProperty}`);
	}
	const asked = Array.isArray(body.properties) ? body.properties.map(String) : [];
	const ids = inputsOf(body).map(idOf);
	refuseDuplicates(ids);
	const store = portal.engagements[facts.kind];
	const found = ids.flatMap((id) => store.find(id, queryFlag(call, 'archived')) ?? []);
	const missing = ids.filter((id) => !found.some((one) => one.id === id));
	const results = found.map((one) => engagementRead(portal, facts, one, asked));
	const errors = missing.length === 0 ? [] : [missingError(missing, facts.noun)];
	return batchAnswer(portal, startedAt, results, errors, 200);
}

function createMany(portal: Portal, facts: KindFacts, call: Call): Answer {
	const inputs = inputsOf(call.body).map((input) => {
		requireFields(input, ['properties']);
		return {
			properties: record(input.properties),
			associations: input.associations,
			traceId: optionalText(input, 'objectWriteTraceId'),
		};
	});
	const plan = ({ properties, associations }: (typeof inputs)[number]) =>
		planNew(portal, facts, properties, associations);
	return settleBatch(portal, inputs, plan, 201, facts.noun);
}

function updateMany(portal: Portal, facts: KindFacts, call: Call): Answer {
	const inputs = inputsOf(call.body).map((input) => {
		requireFields(input, ['properties']);
		return {
			id: idOf(input),
			properties: record(input.properties),
			traceId: optionalText(input, 'objectWriteTraceId'),
		};
	});
	refuseDuplicates(inputs.map(({ id }) => id));
	const plan = ({ id, properties }: (typeof inputs)[number]): Change<object> => {
		const one = portal.engagements[facts.kind].find(id);
		if (one === undefined) return { refusal: { kind: 'missing', id } };
		return planChange(portal, facts, one, properties);
	};
	return settleBatch(portal, inputs, plan, 200, facts.noun);
}

function idOf(input: JsonRecord): string {
	requireFields(input, ['id']);
	return String(input.id);
}

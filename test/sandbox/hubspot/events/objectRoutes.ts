import { isoNow, type Portal } from '../context';
import { batchAnswer } from '../http/batch';
import type { Answer, Call, JsonRecord } from '../http/input';
import { inputsOf, record, requireFields } from '../http/input';
import { pageOf } from '../http/paging';
import { marketingEventPaths } from '../http/paths';
import type { Route } from '../http/router';
import { applyFields, parseFields } from './fields';
import { EVENT_READ, EVENT_WRITE, eventByObjectId } from './lookup';
import { readAnswerByObjectId, writeAnswerByObjectId } from './render';
import type { EventRecord } from './store';

/**
 * Marketing events by record id, open to every app with the scope.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export function objectEventRoutes(portal: Portal, delayMs: number): Route[] {
	const write = { write: true, scopes: EVENT_WRITE } as const;
	const one = marketingEventPaths('/:objectId');
	const named = (call: Call) => eventByObjectId(portal, call.params.objectId ?? '', 'objectId');
	return [
		{
			method: 'GET',
			paths: marketingEventPaths(''),
			write: false,
			scopes: EVENT_READ,
			handle: (call) => list(portal, call, delayMs),
		},
		{
			method: 'GET',
			paths: one,
			write: false,
			scopes: EVENT_READ,
			handle: (call) => ({
				status: 200,
				body: readAnswerByObjectId(portal, named(call), delayMs),
			}),
		},
		{
			...write,
			method: 'PATCH',
			paths: one,
			handle: (call) => {
				const event = change(portal, named(call), record(call.body));
				return { status: 200, body: writeAnswerByObjectId(event) };
			},
		},
		{
			...write,
			method: 'DELETE',
			paths: one,
			handle: (call) => {
				portal.events.remove(named(call));
				return { status: 204 };
			},
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/batch/update'),
			handle: (call) => updateMany(portal, call),
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/batch/archive'),
			handle: (call) => {
				for (const { objectId } of inputsOf(call.body)) {
					const event = portal.events.byObjectId(String(objectId));
					if (event !== undefined) portal.events.remove(event);
				}
				return { status: 204 };
			},
		},
	];
}

function list(portal: Portal, call: Call, delayMs: number): Answer {
	const page = pageOf(call, portal.events.events, ({ objectId }) => objectId, {
		fallback: 10,
		maximum: 100,
		link: 'https://api.hubapi.com/marketing/marketing-events/2026-03',
	});
	const results = page.results.map((event) => readAnswerByObjectId(portal, event, delayMs));
	return { status: 200, body: { ...page, results } };
}

function change(portal: Portal, event: EventRecord, body: JsonRecord): EventRecord {
	applyFields(event, parseFields(body, portal.schemas.marketingEvents));
	portal.events.touch(event);
	return event;
}

function updateMany(portal: Portal, call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const results: unknown[] = [];
	const missing: string[] = [];
	const inputs = inputsOf(call.body);
	for (const input of inputs) {
		requireFields(input, ['objectId']);
		parseFields(input, portal.schemas.marketingEvents);
	}
	for (const input of inputs) {
		const event = portal.events.byObjectId(String(input.objectId));
		if (event === undefined) missing.push(String(input.objectId));
		else results.push(writeAnswerByObjectId(change(portal, event, input)));
	}
	const errors = missing.map((id) => ({
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		message: 'No marketing event found',
		context: { ids: [id] },
	}));
	return batchAnswer(portal, startedAt, results, errors, 200);
}

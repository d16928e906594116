import { isoNow, type Portal } from '../context';
import { conflict } from '../http/errors';
import type { Answer, Call, JsonRecord } from '../http/input';
import { inputsOf, queryOne, record, requireFields, text } from '../http/input';
import { marketingEventPaths } from '../http/paths';
import type { Route } from '../http/router';
import { applyFields, parseFields, REQUIRED } from './fields';
import { EVENT_READ, EVENT_WRITE, eventByExternalId } from './lookup';
import { identifierAnswer, readAnswer, searchAnswer, shortAnswer, writeAnswer } from './render';
import type { AppIdentity } from '../oauth/tokens';
import type { EventRecord } from './store';

/**
 * Marketing events by the caller's own ids.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export function externalEventRoutes(portal: Portal, delayMs: number): Route[] {
	const read = { method: 'GET', write: false, scopes: EVENT_READ } as const;
	const write = { write: true, scopes: EVENT_WRITE } as const;
	const one = marketingEventPaths('/events/:externalEventId');
	const changed = (event: EventRecord, answer: (event: EventRecord) => unknown): Answer => {
		portal.events.touch(event);
		return { status: 200, body: answer(event) };
	};

	return [
		{
			...read,
			paths: marketingEventPaths('/events/search'),
			handle: (call) => ({ status: 200, body: { results: ownEvents(portal, call) } }),
		},
		{
			...read,
			paths: marketingEventPaths('/:externalEventId/identifiers'),
			handle: (call) => {
				const results = searchable(portal)
					.filter(({ externalEventId }) => externalEventId === call.params.externalEventId)
					.map(identifierAnswer);
				return { status: 200, body: { total: results.length, results } };
			},
		},
		{
			...read,
			paths: one,
			handle: (call) => {
				const event = eventByExternalId(portal, call);
				return { status: 200, body: readAnswer(portal, event, delayMs) };
			},
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/events'),
			handle: (call) => ({
				status: 200,
				body: shortAnswer(create(portal, call.app, record(call.body))),
			}),
		},
		{
			...write,
			method: 'PUT',
			paths: one,
			handle: (call) => {
				const body = { ...record(call.body), externalEventId: call.params.externalEventId };
				return changed(upsert(portal, call.app, body), writeAnswer);
			},
		},
		{
			...write,
			method: 'PATCH',
			paths: one,
			handle: (call) => {
				const event = eventByExternalId(portal, call);
				const body = record(call.body);
				requireFields(body, ['customProperties']);
				applyFields(event, parseFields(body, portal.schemas.marketingEvents));
				return changed(event, writeAnswer);
			},
		},
		{
			...write,
			method: 'DELETE',
			paths: one,
			handle: (call) => {
				portal.events.remove(eventByExternalId(portal, call));
				return { status: 204 };
			},
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/events/:externalEventId/complete'),
			handle: (call) => {
				const event = eventByExternalId(portal, call);
				const { startDateTime, endDateTime } = record(call.body);
				const times: JsonRecord = { startDateTime, endDateTime };
				requireFields(times, ['startDateTime', 'endDateTime']);
				applyFields(event, {
					...parseFields(times, portal.schemas.marketingEvents),
					completed: true,
				});
				return changed(event, shortAnswer);
			},
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/events/:externalEventId/cancel'),
			handle: (call) => {
				const event = eventByExternalId(portal, call);
				event.cancelled = true;
				return changed(event, shortAnswer);
			},
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/events/upsert'),
			handle: (call) => upsertMany(portal, call),
		},
		{
			...write,
			method: 'POST',
			paths: marketingEventPaths('/events/delete'),
			handle: (call) => {
				for (const input of inputsOf(call.body)) {
					const account = text(input, 'externalAccountId');
					const event = portal.events.find(call.app, account, text(input, 'externalEventId'));
					if (event !== undefined) portal.events.remove(event);
				}
				return { status: 204 };
			},
		},
	];
}

function ownEvents(portal: Portal, call: Call) {
	const wanted = queryOne(call, 'q');
	return portal.events.events
		.filter(({ app, externalEventId }) => app.id === call.app.id && externalEventId === wanted)
		.map(searchAnswer);
}

/** "Searchable a few minutes after creation": of all apps. */
function searchable({ events, kernel, world }: Portal): EventRecord[] {
	const newest = kernel.now() - (world.identifierDelayMs ?? 0);
	return events.events.filter(({ createdAt }) => Date.parse(createdAt ?? '') <= newest);
}

function create(portal: Portal, app: AppIdentity, body: JsonRecord): EventRecord {
	requireFields(body, REQUIRED);
	const account = text(body, 'externalAccountId');
	const externalEventId = text(body, 'externalEventId');
	if (portal.events.find(app, account, externalEventId) !== undefined) {
		throw conflict(`Marketing event with external id ${externalEventId} already exists`);
	}
	return upsert(portal, app, body);
}

function upsert(portal: Portal, app: AppIdentity, body: JsonRecord): EventRecord {
	requireFields(body, REQUIRED);
	const account = text(body, 'externalAccountId');
	const externalEventId = text(body, 'externalEventId');
	const changes = parseFields(body, portal.schemas.marketingEvents);
	const event =
		portal.events.find(app, account, externalEventId) ??
		portal.events.create(app, account, externalEventId);
	applyFields(event, changes);
	return event;
}

function upsertMany(portal: Portal, call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const inputs = inputsOf(call.body);
	for (const input of inputs) {
		requireFields(input, REQUIRED);
		parseFields(input, portal.schemas.marketingEvents);
	}
	const results = inputs.map((input) => {
		const event = upsert(portal, call.app, input);
		portal.events.touch(event);
		return writeAnswer(event);
	});
	const completedAt = isoNow(portal.kernel);
	return { status: 200, body: { status: 'COMPLETE', startedAt, completedAt, results } };
}

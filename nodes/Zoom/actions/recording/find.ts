import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import type { Found } from '../../../shared/recordings/found';
import { concurrently } from '../../../shared/transport/concurrently';
import { asIsoTime, asText, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import {
	isWebinarRecording,
	toSessionRecording,
	type SessionRecording,
} from '../../mapping/recording';
import { dateWindows } from '../../mapping/recordingWindows';
import { occurrenceOf, toWebinar } from '../../mapping/webinar';
import { getHostRecordings, getRecording } from '../../transport/endpoints/recordings';
import { getInstances } from '../../transport/endpoints/sessions';
import { getUsers } from '../../transport/endpoints/users';
import { getWebinar } from '../../transport/endpoints/webinars';
import { isNotFound, isScopeMissing, toldReason } from '../../transport/told';
import { explainMissing, type Asked } from './missing';

const AT_ONCE = 5;

export type AskedWebinar = Omit<Asked, 'details' | 'startTime'> & {
	allRuns: boolean;
};

/** The recordings of one webinar: of one run, of the latest or of all. */
export async function findOfWebinar(
	context: IExecuteFunctions,
	asked: AskedWebinar,
	now: number,
): Promise<Found<SessionRecording>> {
	const { webinarId } = asked;
	const details = await unless(
		(error) => isNotFound(error) || isScopeMissing(error),
		getWebinar(context, webinarId),
	);
	const found: Found<SessionRecording> = { sessions: [], missing: [] };
	for (const { sessionId, startTime } of await sessionsOf(context, asked)) {
		const row = await unless(
			(error) => toldReason(error, 'notRecorded') || isNotFound(error),
			getRecording(context, webinarId, sessionId),
		);
		if (row === undefined) {
			const session = { ...asked, sessionId, startTime, details };
			found.missing.push(await explainMissing(context, session, now));
			continue;
		}
		refuseOthers(webinarId, row);
		const session = toSessionRecording(row, asked.accountId, '');
		if (isWebinarRecording(row)) found.sessions.push(withDetails(session, details));
		else found.missing.push({ webinar: session.webinar, reason: 'notAWebinar' });
	}
	// Of a series only those runs are told that someone would wait for.
	const recorded = found.missing.filter(({ reason }) => reason !== 'notRecorded');
	if (found.sessions.length + recorded.length > 0) found.missing = recorded;
	return { ...found, sessions: inOrder(found.sessions) };
}

type Session = Pick<Asked, 'sessionId' | 'startTime'>;

async function sessionsOf(
	context: IExecuteFunctions,
	{ webinarId, sessionId, allRuns }: AskedWebinar,
): Promise<Session[]> {
	const named = [{ sessionId, startTime: null }];
	if (sessionId !== '' || !allRuns) return named;
	const instances = await unless(isNotFound, getInstances(context, webinarId));
	const runs = new Map(
		(instances ?? []).map(({ uuid, start_time }) => [asText(uuid), asIsoTime(start_time)]),
	);
	runs.delete('');
	return runs.size === 0
		? named
		: [...runs].map(([uuid, startTime]) => ({ sessionId: uuid, startTime }));
}

/** A session of another webinar beside this one's name would mislead everybody downstream. */
function refuseOthers(webinarId: string, row: JsonObject): void {
	const told = asText(row.id);
	if (told === '' || told === webinarId) return;
	throw new ParameterError(
		`The session belongs to the webinar ${told}, not to ${webinarId}`,
		'Choose the webinar of this Session ID, or leave Session ID empty for the latest run',
	);
}

/** The recording's own answer knows neither plan nor host. */
function withDetails(session: SessionRecording, details: JsonObject | undefined): SessionRecording {
	if (details === undefined) return session;
	const { webinar } = session;
	const planned = toWebinar(details, webinar.accountId);
	return {
		...session,
		webinar: {
			...planned,
			sessionId: webinar.sessionId,
			occurrenceId: occurrenceOf(details, webinar.startTime),
			topic: webinar.topic || planned.topic,
			startTime: webinar.startTime,
			durationSeconds: webinar.durationSeconds,
		},
	};
}

/**
 * The recordings of hosts whose sessions began within a time range.
 * @param from epoch milliseconds
 * @param to epoch milliseconds, not included
 */
export async function findOfHosts(
	context: IExecuteFunctions,
	hosts: readonly string[],
	accountId: string,
	from: number,
	to: number,
): Promise<SessionRecording[]> {
	const byHost = await concurrently(hosts, AT_ONCE, async (host) => {
		const sessions: SessionRecording[] = [];
		for await (const page of recordingsOfHost(context, host, accountId, from, to)) {
			sessions.push(...page);
		}
		return sessions;
	});
	return inOrder(byHost.flat());
}

/** One host's recordings of webinars, newest window first, each session once. */
export async function* recordingsOfHost(
	context: IExecuteFunctions,
	host: string,
	accountId: string,
	from: number,
	to: number,
): AsyncGenerator<SessionRecording[], void, undefined> {
	const seen = new Set<string>();
	const hostEmail = host.includes('@') ? host.toLowerCase() : '';
	for (const window of dateWindows(from, to).reverse()) {
		const sessions: SessionRecording[] = [];
		const rows = await getHostRecordings(context, host, window.from, window.to);
		for (const row of rows.filter(isWebinarRecording)) {
			const session = toSessionRecording(row, accountId, hostEmail);
			const start = Date.parse(session.startedAt);
			if (seen.has(session.sessionId) || start < from || start >= to) continue;
			seen.add(session.sessionId);
			sessions.push(session);
		}
		yield inOrder(sessions).reverse();
	}
}

/** Addresses of all active users, or their IDs where Zoom hides the address. */
export async function allHosts(context: IExecuteFunctions): Promise<string[]> {
	const users = await getUsers(context);
	return users.map(({ email, id }) => asText(email) || asText(id)).filter((host) => host !== '');
}

function inOrder(sessions: SessionRecording[]): SessionRecording[] {
	return [...sessions].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

import type { IExecuteFunctions } from 'n8n-workflow';

import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { joinedWebinarId, readConnection, type Connection } from '../../mapping/connection';
import { isEvent, programRow, type ProgramRow } from '../../mapping/program';
import { allRows } from '../../transport/pages';
import { programPages } from '../../transport/endpoints/programs';
import type { MarketoClient } from '../../transport/request';
import type { WantedWebinar } from './locate';
import { ProgramMemory } from './memory';
import { once, programCache, readRow, readTokens } from './read';
import { refusal, type ProgramRefusal } from './refusal';

/** Programs whose tokens are read together. */
const AT_ONCE = 5;
/** Newest event programs that are looked through; each costs a call. */
export const SCANNED_AT_MOST = 300;

/**
 * The program that is connected to a webinar: the one that an earlier run of the workflow found,
 * verified by its tokens; else the newest event programs, five at a time, until one is. A program of
 * the very occurrence goes before one of the whole series. A clone that carries the tokens of
 * another program never counts.
 * @returns its ID, or why there is none: nobody is connected, or several of the same five are
 */
export async function programOfWebinar(
	context: IExecuteFunctions,
	client: MarketoClient,
	webinar: WantedWebinar,
): Promise<number | ProgramRefusal> {
	const key = `${webinar.provider} ${joinedWebinarId(webinar)}`;
	return await once(programCache(client).byWebinar, key, async () => {
		const memory = await ProgramMemory.open(context);
		const name = joinedWebinarId(webinar);
		const known = memory.get(name);
		if (known !== undefined) {
			if (await isStill(client, known, webinar)) return known;
			memory.forget(name);
		}
		const found = await scan(client, webinar);
		if (typeof found === 'number') memory.set(name, found);
		return found;
	});
}

async function isStill(
	client: MarketoClient,
	id: number,
	webinar: WantedWebinar,
): Promise<boolean> {
	if ((await readRow(client, id)) === undefined) return false;
	const connection = readConnection(await readTokens(client, id), id);
	return isOf(connection, webinar) !== 'not';
}

async function scan(
	client: MarketoClient,
	webinar: WantedWebinar,
): Promise<number | ProgramRefusal> {
	const rows = (await allRows(programPages(client))).flatMap((row) => programRow(row) ?? []);
	const events = rows.filter(isEvent).sort(newestFirst);
	const bySeries: ProgramRow[] = [];
	for (const batch of inBatches(events.slice(0, SCANNED_AT_MOST), AT_ONCE)) {
		const fits = await concurrently(batch, AT_ONCE, async (program) => {
			const tokens = await readTokens(client, program.id);
			return isOf(readConnection(tokens, program.id), webinar);
		});
		const exact = batch.filter((_, index) => fits[index] === 'exactly');
		if (exact.length > 0) return only(exact, webinar);
		bySeries.push(...batch.filter((_, index) => fits[index] === 'bySeries'));
	}
	return bySeries.length > 0 ? only(bySeries, webinar) : notFound(webinar, events.length);
}

/**
 * How a connection fits: `bySeries` where one side names a date of the webinar and the other does not.
 */
function isOf(
	connection: ReturnType<typeof readConnection>,
	{ webinarId, occurrenceId, provider }: WantedWebinar,
): 'exactly' | 'bySeries' | 'not' {
	if (connection === null || connection === 'cloned') return 'not';
	const sameWebinar = (one: Connection): boolean =>
		one.webinarId === webinarId && (provider === '' || one.provider === provider);
	if (!sameWebinar(connection)) return 'not';
	if (connection.occurrenceId === occurrenceId) return 'exactly';
	return connection.occurrenceId === '' || occurrenceId === '' ? 'bySeries' : 'not';
}

function only(programs: readonly ProgramRow[], webinar: WantedWebinar): number | ProgramRefusal {
	const [first, second] = programs;
	if (first === undefined) return notFound(webinar, 0);
	if (second === undefined) return first.id;
	const names = programs.map(({ name, id }) => `${name} (${id})`).join(', ');
	return refusal(
		'webinarAlreadyConnected',
		`Webinar ${joinedWebinarId(webinar)} is connected to ${programs.length} programs: ${names}`,
		'Choose one of them from the list, or by ID, or connect the others to another webinar',
	);
}

function notFound(webinar: WantedWebinar, events: number): ProgramRefusal {
	const scope =
		events > SCANNED_AT_MOST ? ` (the newest ${SCANNED_AT_MOST} were looked through)` : '';
	return refusal(
		'programNotFound',
		`None of the ${events} event programs is connected to webinar ${joinedWebinarId(webinar)}${scope}`,
		'Connect the webinar to a program with Connect Webinar, or choose the program from the list or by ID',
	);
}

/** IDs grow, so they order programs of which Marketo does not tell when they were made. */
function newestFirst(one: ProgramRow, other: ProgramRow): number {
	const byTime = (other.createdAt ?? '').localeCompare(one.createdAt ?? '');
	return byTime === 0 ? other.id - one.id : byTime;
}

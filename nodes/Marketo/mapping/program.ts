import {
	asIsoTime,
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import type { ProgressionStatus } from './channel';
import type { ConnectionState } from './connection';

/** A program's own row. */
export interface ProgramRow {
	id: number;
	name: string;
	description: string;
	/** As Marketo shows it: Default, Event, Event with Webinar, Engagement, Email. */
	type: string;
	/** Name of its channel. */
	channel: string;
	status: string;
	workspace: string;
	/** Name of the folder it is in. */
	folder: string;
	/** Its page in Marketo. */
	url: string;
	/** As Marketo writes them; empty where it does not tell. */
	startDate: string;
	endDate: string;
	/** ISO 8601 UTC; null where Marketo does not tell. */
	createdAt: string | null;
	updatedAt: string | null;
}

/** A program as the operations of this node see it. */
export interface Program extends ProgramRow {
	/** Progression statuses of its channel, in the order of their steps. */
	statuses: ProgressionStatus[];
	/** What its channel applies to: program, event, webinar, nurture, email_batch. */
	applicableProgramType: string;
	/** My Tokens by name, without braces; empty unless they were asked for. */
	tokens: ReadonlyMap<string, string>;
	/** The webinar it is connected to; null also where tokens were not asked for. */
	connection: ConnectionState;
}

/**
 * A row of the program endpoints; undefined where it has no ID.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs
 */
export function programRow(row: JsonObject): ProgramRow | undefined {
	const id = asNumber(row.id);
	if (id === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined;
	return {
		id,
		name: asText(row.name),
		description: asText(row.description),
		type: asText(row.type),
		channel: asText(row.channel),
		status: asText(row.status),
		workspace: asText(row.workspace),
		folder: asText(asObject(row.folder).folderName),
		url: asText(row.url),
		startDate: asText(row.startDate),
		endDate: asText(row.endDate),
		createdAt: assetTime(row.createdAt),
		updatedAt: assetTime(row.updatedAt),
	};
}

/** The asset API writes `2015-05-28T18:47:15Z+0000`. */
export function assetTime(value: unknown): string | null {
	return asIsoTime(asText(value).replace(/Z[+-]0000$/, 'Z'));
}

/** My Tokens by name, of the rows of the token endpoint. */
export function tokensOf(rows: readonly JsonObject[]): Map<string, string> {
	const tokens = rows.flatMap(({ tokens: held }) => asObjects(held));
	return new Map(tokens.map(({ name, value }) => [asText(name), asText(value)]));
}

/** Programs that webinars are connected to: type Event, or Event with Webinar. */
export function isEvent({ type }: Pick<ProgramRow, 'type'>): boolean {
	return /event|webinar/i.test(type);
}

/** Programs whose people an event partner may register as well: Marketo's API does not tell whether it does. */
export function mayHaveEventPartner({
	type,
	applicableProgramType,
}: Pick<Program, 'type' | 'applicableProgramType'>): boolean {
	return /webinar/i.test(type) || applicableProgramType === 'webinar';
}

/** What every operation says of such a program. */
export const EVENT_PARTNER_WARNING =
	'The program is an Event with Webinar. If an event partner is connected to it, the status Registered may register people there as well: look under Event Actions → Event Settings in Marketo, which its API does not show.';

/** #ME1207A1 (event), #PG1107A1 (program), #NP, #EBP, some below a path: the number is the program's ID. */
const FRAGMENT = /#(?:[^#\s]*\/)?(?:ME|PG|NP|EBP)(\d+)(?:[A-Z]|$)/i;

/** The program's ID of what somebody typed: the number, or the address of its page; undefined = neither. */
export function programIdOf(typed: unknown): number | undefined {
	const text = asText(typed).trim();
	const id = Number(FRAGMENT.exec(text)?.[1] ?? (/^\d+$/.test(text) ? text : NaN));
	return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

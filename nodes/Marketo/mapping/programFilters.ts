import { asArray, asText, type JsonObject } from '../../shared/transport/json';
import { splitWebinarId, type Connection, type ConnectionState } from './connection';
import type { ProgramRow } from './program';

/** Which programs are wanted; what is empty does not filter. */
export interface ProgramFilters {
	name: string;
	channel: string;
	workspace: string;
	/** default, event, webinar, engagement, email */
	types: string[];
	connectedOnly: boolean;
	/** `webinarId`, or with `.occurrenceId` one date of it. */
	webinar: Pick<Connection, 'webinarId' | 'occurrenceId'>;
}

export function readFilters(values: JsonObject): ProgramFilters {
	const text = (value: unknown): string => asText(value).trim().toLowerCase();
	return {
		name: text(values.name),
		channel: text(values.channel),
		workspace: text(values.workspace),
		types: asArray(values.types).map(text),
		connectedOnly: values.connectedOnly === true,
		webinar: splitWebinarId(asText(values.webinarId)),
	};
}

/** Whether tokens have to be read to tell who passes. */
export function needsTokens({ connectedOnly, webinar }: ProgramFilters): boolean {
	return connectedOnly || webinar.webinarId !== '';
}

/** What the program's own row tells. */
export function passesByRow(filters: ProgramFilters, row: ProgramRow): boolean {
	const { name, channel, workspace, types } = filters;
	return (
		row.name.toLowerCase().includes(name) &&
		(channel === '' || row.channel.toLowerCase() === channel) &&
		(workspace === '' || row.workspace.toLowerCase() === workspace) &&
		(types.length === 0 || types.includes(typeOf(row)))
	);
}

/** What its tokens tell. */
export function passesByConnection(filters: ProgramFilters, connection: ConnectionState): boolean {
	if (!needsTokens(filters)) return true;
	if (connection === null || connection === 'cloned') return false;
	const { webinarId, occurrenceId } = filters.webinar;
	if (webinarId === '') return true;
	const isDate = occurrenceId === '' || connection.occurrenceId === occurrenceId;
	return connection.webinarId === webinarId && isDate;
}

/** Marketo's interface says "Event with Webinar", its Swagger file `webinar`; both are one. */
function typeOf({ type }: ProgramRow): string {
	const name = type.trim().toLowerCase();
	if (name.includes('webinar')) return 'webinar';
	return name === 'nurture' ? 'engagement' : name;
}

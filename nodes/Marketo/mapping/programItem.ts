import type { IDataObject } from 'n8n-workflow';

import type { Connection } from './connection';
import {
	EVENT_PARTNER_WARNING,
	mayHaveEventPartner,
	type Program,
	type ProgramRow,
} from './program';

/** A program as *Get* returns it. @param withTokens all its My Tokens are shown too */
export function programItem(program: Program, withTokens: boolean): IDataObject {
	const { statuses, tokens } = program;
	return {
		...programFields(program),
		statuses: statuses.map((status) => ({ ...status })),
		...connectionFields(program),
		warning: mayHaveEventPartner(program) ? EVENT_PARTNER_WARNING : '',
		...(withTokens && { tokens: Object.fromEntries(tokens) }),
	};
}

/** What *Get Many* returns of a program, without its webinar. */
export function programFields(row: ProgramRow): IDataObject {
	return {
		programId: row.id,
		name: row.name,
		description: row.description,
		type: row.type,
		channel: row.channel,
		status: row.status,
		workspace: row.workspace,
		folder: row.folder,
		startDate: row.startDate,
		endDate: row.endDate,
		url: row.url,
	};
}

/** `connection` says whose the tokens are; `webinar` is there only where they are the program's own. */
export function connectionFields({ connection }: Pick<Program, 'connection'>): IDataObject {
	if (connection === null) return { connection: 'notConnected', webinar: null };
	if (connection === 'cloned') return { connection: 'cloned', webinar: null };
	return { connection: 'connected', webinar: webinarOf(connection) };
}

/** In the form of the webinars of the platforms' nodes, so that those can go on with it. */
function webinarOf(connection: Connection): IDataObject {
	return { ...connection };
}

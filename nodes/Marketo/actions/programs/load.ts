import type { IExecuteFunctions } from 'n8n-workflow';

import { readConnection } from '../../mapping/connection';
import type { Program } from '../../mapping/program';
import type { MarketoClient } from '../../transport/request';
import { programOfWebinar } from './findByWebinar';
import { locateProgram } from './locate';
import { readChannel, readRow, readTokens } from './read';
import { refusal, type ProgramRefusal } from './refusal';

/** What an operation needs to know of a program beside its row and its channel. */
export interface ProgramNeeds {
	/** Its My Tokens and with them its connection: one more call per program. */
	tokens?: boolean;
	/** It has to be connected to a webinar of its own; implies `tokens`. */
	connected?: boolean;
	/** Which it is, where that is known without the field Program. */
	programId?: number;
}

export type FoundProgram =
	{ program: Program; refusal?: undefined } | { program?: undefined; refusal: ProgramRefusal };

/**
 * The program that the field Program of the node names for an item, read once per run: the program,
 * its channel (once per channel) and, where needed, its My Tokens. By a connected webinar it is looked up as
 * `programOfWebinar` says.
 * @returns the program, or why this item has none: also where the field is empty, or cannot be read for it
 * @throws VendorError when Marketo refuses or cannot be reached
 */
export async function programFor(
	context: IExecuteFunctions,
	client: MarketoClient,
	itemIndex: number,
	needs: ProgramNeeds = {},
): Promise<FoundProgram> {
	if (needs.programId !== undefined) return await loadProgram(client, needs.programId, needs);
	const located = locateProgram(context, itemIndex);
	if (located.by === 'nothing') return { refusal: located.refusal };
	if (located.by === 'id') return await loadProgram(client, located.programId, needs);
	const found = await programOfWebinar(context, client, located.webinar);
	return typeof found === 'number' ? await loadProgram(client, found, needs) : { refusal: found };
}

/** The program with this ID; see `programFor`. */
export async function loadProgram(
	client: MarketoClient,
	id: number,
	{ tokens: withTokens = false, connected = false }: ProgramNeeds = {},
): Promise<FoundProgram> {
	const row = await readRow(client, id);
	if (row === undefined) {
		return { refusal: refusal('programNotFound', `Marketo has no program ${id}`) };
	}
	const channel = await readChannel(client, row.channel);
	if (channel === undefined || channel.statuses.length === 0) {
		const message = `Marketo does not give the statuses of the channel ${row.channel} of program ${row.name}`;
		return { refusal: refusal('wrongChannel', message) };
	}
	const tokens = withTokens || connected ? await readTokens(client, id) : new Map<string, string>();
	const { statuses, applicableProgramType } = channel;
	const connection = readConnection(tokens, id);
	const program: Program = { ...row, statuses, applicableProgramType, tokens, connection };
	const problem = connected ? connectionProblem(program) : undefined;
	return problem === undefined ? { program } : { refusal: problem };
}

/** Of operations that need to know the webinar of the program. */
function connectionProblem({ name, connection }: Program): ProgramRefusal | undefined {
	if (connection === 'cloned') {
		const message = `Program ${name} is a clone: its tokens still name the webinar of the program it was cloned from`;
		return refusal(
			'webinarAlreadyConnected',
			message,
			'Run Connect Webinar for this program, with If Already Connected set to Replace',
		);
	}
	if (connection !== null) return undefined;
	return refusal('webinarNotConnected', `No webinar is connected to program ${name}`);
}

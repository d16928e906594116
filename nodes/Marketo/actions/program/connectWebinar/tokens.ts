import type { IExecuteFunctions } from 'n8n-workflow';

import { joinedWebinarId, TOKEN, type Connection } from '../../../mapping/connection';
import type { ConnectionPlan } from '../../../mapping/connectionPlan';
import {
	afterChanges,
	tokenChanges,
	tokensOfConnection,
	type TokenChange,
} from '../../../mapping/connectionTokens';
import type { Program } from '../../../mapping/program';
import { writeProgramToken } from '../../../transport/endpoints/programs';
import type { MarketoClient } from '../../../transport/request';
import { ProgramMemory } from '../../programs/memory';
import { programCache } from '../../programs/read';
import type { ConnectAction, ConnectedItem } from './entry';
import type { ConnectOptions } from './input';

type Tokens = ReadonlyMap<string, string>;

/**
 * Writes the tokens that differ, one call each and one after the other, because the last one commits.
 * @returns the program's tokens as they are then; with Preview, as they would be
 * @throws VendorError when Marketo refuses one; the item tells how many were written before
 */
export async function writeTokens(
	client: MarketoClient,
	{ id, tokens: held }: Program,
	{ connection, isNew, note }: Extract<ConnectionPlan, { kind: 'write' }>,
	{ preview, locale }: ConnectOptions,
	entry: ConnectedItem,
): Promise<Tokens> {
	const changes = tokenChanges(held, tokensOfConnection(connection, id, locale));
	let tokens = held;
	for (const [index, change] of changes.entries()) {
		if (!preview) {
			await writeProgramToken(client, id, change.name, change.value).catch(
				async (error: unknown) => {
					entry.told.push(`${index} of ${changes.length} tokens were written`);
					return await Promise.reject(error);
				},
			);
		}
		tokens = afterChanges(tokens, [change]);
		// What comes after it in this run has to see it.
		programCache(client).tokens.set(id, Promise.resolve(tokens));
	}
	tell(entry, { changes, connection, isNew, preview });
	if (note !== '') entry.told.push(note);
	return tokens;
}

/** Saves the search when items of this workflow name the webinar only. */
export async function rememberProgram(
	context: IExecuteFunctions,
	connection: Connection,
	programId: number,
): Promise<void> {
	const memory = await ProgramMemory.open(context);
	memory.set(joinedWebinarId(connection), programId);
}

function tell(
	entry: ConnectedItem,
	done: { changes: TokenChange[]; connection: Connection; isNew: boolean; preview: boolean },
): void {
	const { changes, connection, isNew, preview } = done;
	if (changes.length === 0) {
		entry.step('tokens', 'unchanged');
		entry.told.push('The tokens of the program were already up to date');
		return;
	}
	const names = [...new Set(changes.map(({ name }) => name))];
	const cancels = connection.cancelled && names.includes(TOKEN.status);
	entry.action = isNew ? 'connected' : cancels ? 'cancelled' : 'updated';
	entry.step('tokens', 'synced', `${names.length}: ${names.join(', ')}`);
	const webinar = `webinar ${joinedWebinarId(connection)} (${connection.topic})`;
	const words: Record<ConnectAction, [done: string, would: string]> = {
		connected: [`Connected the program to ${webinar}`, `Would connect the program to ${webinar}`],
		updated: [`Updated ${names.length} tokens`, `Would update ${names.length} tokens`],
		cancelled: ['Marked the webinar as cancelled', 'Would mark the webinar as cancelled'],
		none: ['', ''],
	};
	entry.told.push(words[entry.action][preview ? 1 : 0]);
}

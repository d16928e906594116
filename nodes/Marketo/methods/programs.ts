import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { asNumber, asObject, asText } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { channelOf, NOT_IN_PROGRAM_STEP, type ProgressionStatus } from '../mapping/channel';
import { isEvent, programIdOf, programRow, type ProgramRow } from '../mapping/program';
import { channelByName, programById, programPage } from '../transport/endpoints/programs';
import { ASSET_PAGE_SIZE } from '../transport/limits';
import { isNotFound } from '../transport/notFound';
import { reading } from './reading';

/** Pages that one search of the list reads before it lets the user wait no longer. */
const PAGES_AT_ONCE = 10;

/**
 * Programs whose name, ID or channel contains what was typed, those that webinars are connected to
 * first on each page. Marketo searches programs by their whole name only, so they are looked through.
 */
export async function searchPrograms(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await reading(this, async (client) => {
		let offset = asNumber(paginationToken) ?? 0;
		for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
			const rows = await programPage(client, offset);
			offset += ASSET_PAGE_SIZE;
			const isLast = rows.length < ASSET_PAGE_SIZE;
			const results = programEntries(
				rows.flatMap((row) => programRow(row) ?? []),
				filter,
			);
			if (isLast) return { results };
			if (results.length > 0) return { results, paginationToken: String(offset) };
		}
		return { results: [], paginationToken: String(offset) };
	});
}

/**
 * The statuses of the chosen program's channel, in the order of their steps; hidden ones are left out.
 * As long as no program is chosen the list is empty: a panel that was just opened is no mistake.
 */
export async function getProgramStatuses(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	if (isProgramEmpty(this)) return [];
	const statuses = await chosenStatuses(this);
	return statuses
		.filter(({ step, hidden }) => step > NOT_IN_PROGRAM_STEP && !hidden)
		.map(({ name, step, success }) => ({
			name,
			value: name,
			description: success ? `Step ${step}, success` : `Step ${step}`,
		}));
}

/**
 * The statuses of the program that is chosen in the node's panel, hidden ones too.
 * @throws NodeOperationError or NodeApiError when none is chosen there, or Marketo has no such program
 */
export async function chosenStatuses(context: ILoadOptionsFunctions): Promise<ProgressionStatus[]> {
	return await reading(context, async (client) => {
		const id = chosenProgramId(context);
		const row = programRow((await unless(isNotFound, programById(client, id))) ?? {});
		if (row === undefined) {
			throw new ParameterError(
				`Marketo has no program ${id}`,
				'Choose the program from the list, or check its ID and the workspace of the API user',
			);
		}
		const channel = await unless(isNotFound, channelByName(client, row.channel));
		return channelOf(channel ?? {}).statuses;
	});
}

/** Whether the field Program of the panel has not been filled in yet. */
export function isProgramEmpty(context: ILoadOptionsFunctions): boolean {
	const parameter: unknown = context.getCurrentNodeParameter('program');
	const { mode, value } = asObject(parameter);
	return mode !== 'webinar' && asText(value ?? parameter).trim() === '';
}

function chosenProgramId(context: ILoadOptionsFunctions): number {
	const parameter: unknown = context.getCurrentNodeParameter('program');
	const value = typeof parameter === 'object' ? asObject(parameter).value : parameter;
	const isByWebinar = asObject(parameter).mode === 'webinar';
	const id = isByWebinar ? undefined : programIdOf(value);
	if (id !== undefined) return id;
	const isOpen = isByWebinar || asText(value).startsWith('=');
	throw new ParameterError(
		isOpen
			? 'The program is known only when the workflow runs, so its statuses cannot be listed here'
			: 'No program is chosen yet',
		isOpen
			? 'Choose a program with the same channel from the list, choose the statuses, then set Program as it was'
			: 'Choose the program first',
	);
}

function programEntries(
	programs: readonly ProgramRow[],
	filter: string | undefined,
): INodeListSearchItems[] {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const shown = programs
		.map((program) => ({ program, name: `${program.name} (${program.type}, ${program.channel})` }))
		.filter(({ program, name }) => `${name} ${program.id}`.toLowerCase().includes(wanted));
	// The sort is stable: beside that it is Marketo's order.
	shown.sort((one, other) => Number(isEvent(other.program)) - Number(isEvent(one.program)));
	return shown.map(({ program, name }) => ({
		name,
		value: String(program.id),
		...(program.url.startsWith('https://') && { url: program.url }),
	}));
}

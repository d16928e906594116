import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { asArray, asText } from '../../shared/transport/json';
import { channelOf, NOT_IN_PROGRAM_STEP } from '../mapping/channel';
import { isEvent, programIdOf, programRow, type ProgramRow } from '../mapping/program';
import { isInteractive, typesOf } from '../polling/types';
import { activityTypes } from '../transport/endpoints/activities';
import { describeLeads } from '../transport/endpoints/leads';
import { describeMembers } from '../transport/endpoints/members';
import { channelPages, programPage } from '../transport/endpoints/programs';
import { ASSET_PAGE_SIZE } from '../transport/limits';
import { allRows } from '../transport/pages';
import type { MarketoClient } from '../transport/request';
import { reading } from './reading';

/** Programs that a list of choices holds; others are entered by ID. */
const MOST_PAGES = 10;

/** Programs that webinars are connected to first, then the others, newest first. */
export async function getTriggerPrograms(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await reading(this, async (client) => {
		const programs = await newestPrograms(client);
		return programs.map(({ id, name, type, channel }) => ({
			name,
			value: String(id),
			description: `${type}, ${channel}, ID ${id}`,
		}));
	});
}

/** The statuses of the channels of the chosen programs, or of all channels, each name once. */
export async function getTriggerStatuses(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const chosen = asArray(this.getCurrentNodeParameter('programs')).map(programIdOf);
	return await reading(this, async (client) => {
		const programs = chosen.length === 0 ? [] : await newestPrograms(client);
		const names = new Set(
			programs.flatMap(({ id, channel }) => (chosen.includes(id) ? [channel] : [])),
		);
		const channels = (await allRows(channelPages(client))).filter(
			({ name }) => names.size === 0 || names.has(asText(name)),
		);
		const statuses = channels.flatMap((channel) => channelOf(channel).statuses);
		const shown = statuses.filter(({ step, hidden }) => step > NOT_IN_PROGRAM_STEP && !hidden);
		return [...new Set(shown.map(({ name }) => name))]
			.sort()
			.map((name) => ({ name, value: name }));
	});
}

/** Fields of program members that somebody can change. */
export async function getTriggerMemberFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await reading(this, async (client) => {
		const fields = await describeMembers(client);
		return byName(
			fields.flatMap(({ name, displayName, updateable }) =>
				updateable === false
					? []
					: [{ name: asText(displayName) || asText(name), value: asText(name) }],
			),
		);
	});
}

/** All activity types of the instance; those of Interactive Webinars, by their names, first. */
export async function getTriggerActivityTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await reading(this, async (client) => {
		const types = typesOf(await activityTypes(client));
		const shown = (all: typeof types) => byName(all.map(({ id, name }) => ({ name, value: id })));
		return [
			...shown(types.filter(isInteractive)),
			...shown(types.filter((type) => !isInteractive(type))),
		];
	});
}

/** Fields of people, by their REST names. */
export async function getTriggerLeadFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await reading(this, async (client) => {
		const fields = await describeLeads(client);
		return byName(
			fields.flatMap(({ displayName, rest }) => {
				const value = asText(Object(rest).name);
				return value === '' ? [] : [{ name: asText(displayName) || value, value }];
			}),
		);
	});
}

async function newestPrograms(client: MarketoClient): Promise<ProgramRow[]> {
	const programs: ProgramRow[] = [];
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const rows = await programPage(client, page * ASSET_PAGE_SIZE);
		programs.push(...rows.flatMap((row) => programRow(row) ?? []));
		if (rows.length < ASSET_PAGE_SIZE) break;
	}
	return programs.sort(
		(one, other) => Number(isEvent(other)) - Number(isEvent(one)) || other.id - one.id,
	);
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((one, other) => one.name.localeCompare(other.name));
}

import { assetDate, timeOf } from '../http/dates';
import { MarketoError } from '../http/errors';
import { integer, listOf, requiredQuery, type Call } from '../http/input';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import type { MarketoChannel, MarketoProgramState } from '../world';
import { assetPage, emptyFind } from './finds';
import { programDetails, programRow } from './render';

export const READ_ASSETS = ['Read-Only Assets', 'Read-Write Assets'];

/**
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs and …/channels
 */
export function programReadRoutes(state: MarketoState): Route[] {
	const read = { method: 'GET', write: false, permissions: READ_ASSETS } as const;
	const asset = '/rest/asset/v1';
	return [
		{ ...read, path: `${asset}/program/:programId.json`, handle: (call) => byId(state, call) },
		{ ...read, path: `${asset}/program/byName.json`, handle: (call) => byName(state, call) },
		{ ...read, path: `${asset}/program/byTag.json`, handle: (call) => byTag(state, call) },
		{ ...read, path: `${asset}/programs.json`, handle: (call) => browse(state, call) },
		{
			...read,
			path: `${asset}/channels.json`,
			handle: (call) => assetPage(state, call, state.world.channels.map(channelRow), 'Channel'),
		},
		{ ...read, path: `${asset}/channel/byName.json`, handle: (call) => channel(state, call) },
	];
}

function byId(state: MarketoState, call: Call): Answer {
	const program = state.programs.get(integer(call.params.programId, 'id'));
	return program ? { result: [programDetails(program)] } : emptyFind(state, 'Program');
}

function byName(state: MarketoState, call: Call): Answer {
	const name = requiredQuery(call, 'name');
	const program = [...state.programs.values()].find((one) => one.name === name);
	if (!program) return emptyFind(state, 'Program');
	const { tags, costs, ...row } = programDetails(program);
	return {
		result: [
			{
				...row,
				...(call.query.includeTags === 'true' ? { tags } : {}),
				...(call.query.includeCosts === 'true' ? { costs } : {}),
			},
		],
	};
}

function byTag(state: MarketoState, call: Call): Answer {
	const [tagType, tagValue] = [requiredQuery(call, 'tagType'), requiredQuery(call, 'tagValue')];
	const found = [...state.programs.values()].filter(({ tags }) =>
		tags?.some((tag) => tag.tagType === tagType && tag.tagValue === tagValue),
	);
	return assetPage(state, call, found.map(programRow), 'Program');
}

function browse(state: MarketoState, call: Call): Answer {
	const { filterType, filterValues, status, earliestUpdatedAt, latestUpdatedAt } = call.query;
	const between = (program: MarketoProgramState): boolean => {
		const time = Date.parse(program.updatedAt);
		return (
			(earliestUpdatedAt === undefined || time >= dateOf(earliestUpdatedAt)) &&
			(latestUpdatedAt === undefined || time <= dateOf(latestUpdatedAt))
		);
	};
	const values = listOf(filterValues, 'filterValues');
	const matches = (program: MarketoProgramState): boolean => {
		switch (filterType) {
			case undefined:
				return true;
			case 'id':
			case 'programId':
				return values.includes(String(program.id));
			case 'folderId':
				return values.includes(String(program.folder.value));
			case 'workspace':
				return values.includes(program.workspace);
			default:
				throw new MarketoError('1035', `Unsupported filter type '${filterType}'`);
		}
	};
	const found = [...state.programs.values()]
		.sort((a, b) => a.id - b.id)
		.filter((program) => status === undefined || program.status === status)
		.filter(between)
		.filter(matches);
	return assetPage(state, call, found.map(programRow), 'Program');
}

function dateOf(text: string): number {
	const time = timeOf(text);
	if (Number.isNaN(time)) throw new MarketoError('704', `Invalid date '${text}'`);
	return time;
}

/** The page calls the parameter name, the reference Name. */
function channel(state: MarketoState, call: Call): Answer {
	const name = call.query.name ?? requiredQuery(call, 'Name');
	const found = state.world.channels.find((one) => one.name === name);
	return found ? { result: [channelRow(found)] } : emptyFind(state, 'Channel');
}

function channelRow(one: MarketoChannel) {
	const date = assetDate('2015-07-15T11:40:57.000Z');
	return {
		id: one.id,
		name: one.name,
		applicableProgramType: one.applicableProgramType,
		progressionStatuses: one.progressionStatuses.map((status) => ({
			name: status.name,
			step: status.step,
			description: status.description ?? null,
			hidden: status.hidden,
			success: status.success,
		})),
		createdAt: date,
		updatedAt: date,
	};
}

import { timeOf } from '../http/dates';
import { MarketoError, standardError } from '../http/errors';
import { batchSizeOf, listOf, requiredQuery, type Call } from '../http/input';
import { pageOf } from '../http/paging';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import type { MarketoMemberState } from '../world';
import {
	DEFAULT_MEMBER_FIELDS,
	memberFields,
	memberFieldValue,
	searchableMemberFields,
} from './fields';
import { programOf } from './lookup';

const READ_LEAD = ['Read-Only Lead', 'Read-Write Lead'];
const MEMBER_LIMIT = 100_000;
const MAX_RANGE_MS = 7 * 24 * 60 * 60 * 1000;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members */
export function memberReadRoutes(state: MarketoState): Route[] {
	const read = { method: 'GET', write: false, permissions: READ_LEAD } as const;
	return [
		{
			...read,
			path: '/rest/v1/programs/:programId/members.json',
			handle: (c) => members(state, c),
		},
		{ ...read, path: '/rest/v1/programs/members/describe.json', handle: () => describe(state) },
		{ ...read, path: '/rest/v1/program/members/describe.json', handle: () => describeOld(state) },
	];
}

function members(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const filterType = requiredQuery(call, 'filterType');
	if (state.world.unsupportedMemberFilters?.includes(filterType)) throw standardError('1035');
	const fields = fieldsOf(state, call.query.fields);
	const all = filterType === 'leadId' ? [] : state.membersOf(program.id);
	const limit = state.world.memberLimit ?? MEMBER_LIMIT;
	if (all.length > limit) {
		const [size, most] = [all.length, limit].map((count) => count.toLocaleString('en-US'));
		throw new MarketoError(
			'1003',
			`Total membership size: ${size} exceeds the limit allowed ${most} for the filter`,
		);
	}
	const found =
		filterType === 'updatedAt'
			? updatedIn(all, call)
			: filtered(state, all, program.id, filterType, call);
	const { rows, next } = pageOf(found, batchSizeOf(call), call.query.nextPageToken);
	const result = rows.map((member, seq) => ({
		seq,
		...Object.fromEntries(fields.map((name) => [name, memberFieldValue(state, member, name)])),
	}));
	return { result, moreResult: false, ...next };
}

function filtered(
	state: MarketoState,
	all: MarketoMemberState[],
	programId: number,
	filterType: string,
	call: Call,
): MarketoMemberState[] {
	if (!searchableMemberFields(state).includes(filterType)) {
		throw new MarketoError('1003', `Invalid filterType '${filterType}'`);
	}
	const values = listOf(requiredQuery(call, 'filterValues'), 'filterValues');
	if (filterType === 'leadId') {
		const ids = [...new Set(values.map(Number))];
		return ids.flatMap((id) => state.memberOf(programId, id) ?? []);
	}
	const wanted = new Set(values.map((value) => value.toLowerCase()));
	return all.filter((member) =>
		wanted.has(String(memberFieldValue(state, member, filterType)).toLowerCase()),
	);
}

function updatedIn(all: MarketoMemberState[], call: Call): MarketoMemberState[] {
	const [from, to] = ['startAt', 'endAt'].map((name) => {
		const time = timeOf(requiredQuery(call, name));
		if (Number.isNaN(time)) throw new MarketoError('1003', `Invalid date for '${name}'`);
		return time;
	});
	if (to < from || to - from > MAX_RANGE_MS) {
		throw new MarketoError('1003', 'The range of startAt and endAt must be 7 days at most');
	}
	return all.filter(({ updatedAt }) => {
		const time = Date.parse(updatedAt);
		return time >= from && time <= to;
	});
}

function fieldsOf(state: MarketoState, given: string | undefined): string[] {
	if (given === undefined || given === '') return DEFAULT_MEMBER_FIELDS;
	const names = listOf(given, 'fields');
	const known = memberFields(state);
	const unknown = names.find((name) => !known.has(name));
	if (unknown !== undefined) throw new MarketoError('1006', `Field '${unknown}' not found`);
	return names;
}

function describedFields(state: MarketoState) {
	return [...memberFields(state).values()].map(({ name, dataType, length, updateable }) => ({
		name,
		displayName: name,
		dataType,
		...(length === undefined ? {} : { length }),
		updateable,
		crmManaged: false,
	}));
}

function describe(state: MarketoState): Answer {
	const searchableFields = searchableMemberFields(state).map((name) => [name]);
	return {
		result: [
			{
				name: 'API Program Membership',
				description: 'Map for API program membership fields',
				createdAt: '2021-03-20T01:30:05Z',
				updatedAt: '2021-03-20T01:30:05Z',
				dedupeFields: ['leadId', 'programId'],
				searchableFields,
				fields: describedFields(state),
			},
		],
	};
}

/** The older path, singular, says less. */
function describeOld(state: MarketoState): Answer {
	return { result: [{ name: 'API Program Membership', fields: describedFields(state) }] };
}

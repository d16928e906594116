import { leadDate, timeOf } from '../http/dates';
import { MarketoError } from '../http/errors';
import { batchSizeOf, integer, listOf, type Call, type JsonRecord } from '../http/input';
import { pageOf } from '../http/paging';
import type { Answer, Route } from '../http/router';
import { leadRow, requestedFields } from '../leads/render';
import type { MarketoState } from '../state/marketoState';
import { isAcquiredBy } from '../state/statusChange';
import type { MarketoMemberState } from '../world';
import { hasReachedSuccess } from './fields';
import { programOf } from './lookup';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#membership */
export function membershipRoutes(state: MarketoState): Route[] {
	return [
		{
			method: 'GET',
			path: '/rest/v1/leads/programs/:programId.json',
			write: false,
			permissions: ['Read-Only Lead', 'Read-Write Lead'],
			handle: (call) => leadsOf(state, call),
		},
		{
			method: 'GET',
			path: '/rest/v1/leads/:leadId/programMembership.json',
			write: false,
			permissions: ['Read-Only Assets', 'Read-Write Assets'],
			handle: (call) => programsOf(state, call),
		},
	];
}

/** Leads of a program, each with its membership; the personal link is not in it. */
function leadsOf(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const fields = requestedFields(state, call.query.fields);
	const found = state.membersOf(program.id).filter(({ leadId }) => state.leads.has(leadId));
	const { rows, next } = pageOf(found, batchSizeOf(call), call.query.nextPageToken);
	const result = rows.flatMap((member) => {
		const lead = state.leads.get(member.leadId);
		if (lead === undefined) return [];
		const { progressionStatus, ...rest } = progress(state, member);
		const membership = {
			id: member.id,
			progressionStatus,
			progressionStatusType: progressionStatus,
			...rest,
		};
		return [{ ...leadRow(state, lead, fields), membership }];
	});
	return { result, ...next };
}

/** Programs of a lead. */
function programsOf(state: MarketoState, call: Call): Answer {
	const leadId = integer(call.params.leadId, 'leadId');
	if (!state.leads.has(leadId)) throw new MarketoError('1004', `Lead '${leadId}' not found`);
	const { filterType, filterValues, earliestUpdatedAt, latestUpdatedAt } = call.query;
	if (filterType !== undefined && filterType !== 'programId') {
		throw new MarketoError('1003', `Invalid filterType '${filterType}'`);
	}
	const ids = filterType === undefined ? null : listOf(filterValues, 'filterValues').map(Number);
	const found = [...state.members.values()].filter(
		(member) =>
			member.leadId === leadId &&
			(ids === null || ids.includes(member.programId)) &&
			(earliestUpdatedAt === undefined ||
				Date.parse(member.updatedAt) >= timeOf(earliestUpdatedAt)) &&
			(latestUpdatedAt === undefined || Date.parse(member.updatedAt) <= timeOf(latestUpdatedAt)),
	);
	const { rows, next } = pageOf(found, batchSizeOf(call), call.query.nextPageToken);
	const result = rows.map((member) => ({ id: member.programId, ...progress(state, member) }));
	return { result, moreResult: false, ...next };
}

function progress(state: MarketoState, member: MarketoMemberState): JsonRecord {
	return {
		progressionStatus: member.statusName,
		isExhausted: false,
		acquiredBy: isAcquiredBy(state, member),
		reachedSuccess: hasReachedSuccess(state, member),
		membershipDate: leadDate(member.membershipDate),
		updatedAt: leadDate(member.updatedAt),
	};
}

import { MarketoError } from '../http/errors';
import { bodyRecord, inputOf, requiredText, type Call, type JsonRecord } from '../http/input';
import type { Answer, Route } from '../http/router';
import { asValue, valueProblem } from '../leads/values';
import type { FieldValues } from '../state/leads';
import { changeMemberData, removeMember } from '../state/memberData';
import type { MarketoState } from '../state/marketoState';
import { changeStatus } from '../state/statusChange';
import { memberFields } from './fields';
import { programOf } from './lookup';

const BY_API = { by: 'api' } as const;

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members */
export function memberWriteRoutes(state: MarketoState): Route[] {
	const write = { method: 'POST', write: true, permissions: ['Read-Write Lead'] } as const;
	return [
		{
			...write,
			path: '/rest/v1/programs/:programId/members/status.json',
			handle: (call) => setStatus(state, call),
		},
		{
			...write,
			path: '/rest/v1/programs/:programId/members.json',
			handle: (call) => setData(state, call),
		},
		{
			...write,
			path: '/rest/v1/programs/:programId/members/delete.json',
			handle: (call) => remove(state, call),
		},
		{
			...write,
			path: '/rest/v1/leads/programs/:programId/status.json',
			handle: (call) => setStatusOld(state, call),
		},
	];
}

/** One status for up to 300 people; makes the membership where there is none. */
function setStatus(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const body = bodyRecord(call);
	const statusName = requiredText(body, 'statusName');
	const input = inputOf(body);
	refuseUnknownStatus(state, program.id, statusName);
	const result = input.map((record, seq) => {
		const leadId = leadIdOf(record);
		if (leadId === null) return skipped(seq, '1002', "Missing value for 'leadId'");
		const change = changeStatus(state, program, leadId, statusName, BY_API);
		if (change.outcome === 'refused') return skipped(seq, change.code, change.message);
		return { seq, status: change.outcome, leadId };
	});
	return { result };
}

function refuseUnknownStatus(state: MarketoState, programId: number, statusName: string): void {
	const program = state.programs.get(programId);
	const channel = program && state.channelOf(program);
	const isKnown = channel?.progressionStatuses.some(({ name }) => name === statusName);
	if (isKnown || state.world.unknownStatusIn === 'records') return;
	throw new MarketoError('1025', 'Program status not found');
}

function setData(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const result = inputOf(bodyRecord(call)).map((record, seq) => {
		const leadId = leadIdOf(record);
		if (leadId === null) return skipped(seq, '1002', "Missing value for 'leadId'");
		const fields = checkedFields(state, record);
		if ('code' in fields) return skipped(seq, fields.code, fields.message);
		const member = state.memberOf(program.id, leadId);
		if (member === undefined) return skipped(seq, '1013', 'Membership not found');
		changeMemberData(state, member, fields.values, BY_API);
		return { seq, status: 'updated', leadId };
	});
	return { result };
}

function checkedFields(
	state: MarketoState,
	record: JsonRecord,
): { values: FieldValues } | { code: string; message: string } {
	const known = memberFields(state);
	const values: FieldValues = {};
	for (const [name, value] of Object.entries(record)) {
		if (name === 'leadId') continue;
		const field = known.get(name);
		if (field === undefined) return { code: '1006', message: `Field '${name}' not found` };
		if (!field.updateable) return { code: '1003', message: `Field '${name}' is not updateable` };
		const problem = valueProblem(name, value, field.dataType, field.length);
		if (problem !== null) return problem;
		values[name] = asValue(value, field.dataType);
	}
	return { values };
}

function remove(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const result = inputOf(bodyRecord(call)).map((record, seq) => {
		const leadId = leadIdOf(record);
		if (leadId !== null && removeMember(state, program.id, leadId)) {
			return { seq, status: 'deleted', leadId };
		}
		return skipped(seq, '1037', 'Lead not in program');
	});
	return { result };
}

/** The superseded call: only people who are members already. */
function setStatusOld(state: MarketoState, call: Call): Answer {
	const program = programOf(state, call);
	const body = bodyRecord(call);
	const status = requiredText(body, 'status');
	const input = inputOf(body);
	refuseUnknownStatus(state, program.id, status);
	const result = input.map(({ id }) => {
		const refuse = (code: string, message: string) => ({
			id,
			status: 'skipped',
			reasons: [{ code, message }],
		});
		if (typeof id !== 'number' || !state.memberOf(program.id, id)) {
			return refuse('1013', 'Membership not found');
		}
		const change = changeStatus(state, program, id, status, BY_API);
		return change.outcome === 'refused'
			? refuse(change.code, change.message)
			: { id, status: 'updated' };
	});
	return { result };
}

function leadIdOf({ leadId }: JsonRecord): number | null {
	return typeof leadId === 'number' || typeof leadId === 'string' ? Number(leadId) : null;
}

/** Skipped rows have no leadId: `seq` says which one it is. */
function skipped(seq: number, code: string, message: string) {
	return { seq, status: 'skipped', reasons: [{ code, message }] };
}

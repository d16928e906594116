import { MarketoError } from '../http/errors';
import {
	bodyRecord,
	inputOf,
	integer,
	isRecord,
	optionalText,
	requiredText,
	type Call,
} from '../http/input';
import type { Answer, Route } from '../http/router';
import { memberFields } from '../members/fields';
import { ACTIVITY } from '../state/activityLog';
import { upsertLead, type FieldValues } from '../state/leads';
import { changeMemberData } from '../state/memberData';
import type { MarketoState } from '../state/marketoState';
import { changeStatus } from '../state/statusChange';
import type { MarketoProgramState } from '../world';
import { snapshotBy, syncOne } from './sync';
import { asValue, checkedFields } from './values';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#push */
export function leadPushRoutes(state: MarketoState): Route[] {
	const write = { method: 'POST', write: true, permissions: ['Read-Write Lead'] } as const;
	return [
		{ ...write, path: '/rest/v1/leads/push.json', handle: (call) => push(state, call) },
		{ ...write, path: '/rest/v1/leads/submitForm.json', handle: (call) => submitForm(state, call) },
	];
}

/** Upserts people and attributes them to a program. */
function push(state: MarketoState, call: Call): Answer {
	const body = bodyRecord(call);
	const programName = requiredText(body, 'programName');
	const program = [...state.programs.values()].find(({ name }) => name === programName);
	if (program === undefined) throw new MarketoError('1003', `Program '${programName}' not found`);
	const lookupField = optionalText(body, 'lookupField') ?? 'email';
	const snapshot = snapshotBy(state, lookupField);
	const status = optionalText(body, 'programStatus');
	const partitionName = optionalText(body, 'partitionName');
	const result = inputOf(body).map((record) => {
		const { mktToken: _token, ...fields } = record;
		const row = syncOne(
			state,
			fields,
			{
				action: 'createOrUpdate',
				lookupField,
				...(partitionName === undefined ? {} : { partitionName }),
			},
			snapshot,
		);
		// Refused rows of this call lack the status.
		if (row.status === 'skipped') return { reasons: row.reasons };
		state.activities.add({
			leadId: row.id,
			activityTypeId: ACTIVITY.pushLead,
			primaryAttributeValueId: program.id,
			primaryAttributeValue: program.name,
			attributes: [
				{ name: 'Source', value: optionalText(body, 'source') ?? '' },
				{ name: 'Reason', value: optionalText(body, 'reason') ?? '' },
			],
		});
		if (status !== undefined) changeStatus(state, program, row.id, status, { by: 'api' });
		return { id: row.id, status: row.status };
	});
	return { warnings: [], result };
}

/** One person fills out a form; with a program the person becomes its member. */
function submitForm(state: MarketoState, call: Call): Answer {
	const body = bodyRecord(call);
	const formId = integer(body.formId, 'formId');
	const form = state.world.forms?.[formId];
	if (form === undefined) throw new MarketoError('1003', `Form '${formId}' not found`);
	const [record] = inputOf(body, 1);
	const fields = record.leadFormFields;
	if (!isRecord(fields)) {
		throw new MarketoError('1002', "Missing value for required parameter 'leadFormFields'");
	}
	const email = requiredText(fields, 'email');
	const custom = Object.keys(fields).filter((name) => name in state.world.memberFields);
	const checked = checkedFields(state, fields, custom);
	if ('reason' in checked) return { result: [{ status: 'skipped', reasons: [checked.reason] }] };
	const program =
		body.programId === undefined
			? undefined
			: state.programs.get(integer(body.programId, 'programId'));
	if (body.programId !== undefined && program === undefined) {
		throw new MarketoError('1003', `Program '${String(body.programId)}' not found`);
	}
	const { lead, created } = upsertLead(state, { ...checked.values, email }, { by: 'form' });
	state.activities.add({
		leadId: lead.id,
		activityTypeId: ACTIVITY.fillOutForm,
		primaryAttributeValueId: formId,
		primaryAttributeValue: form,
		attributes: [{ name: 'Form Fields', value: JSON.stringify(fields) }],
	});
	if (program !== undefined) join(state, program, lead.id, memberValues(state, fields, custom));
	state.tell({ kind: 'formFilledOut', leadId: lead.id, form, programId: program?.id ?? null });
	return { result: [{ id: lead.id, status: created ? 'created' : 'updated' }] };
}

function memberValues(
	state: MarketoState,
	fields: Record<string, unknown>,
	names: string[],
): FieldValues {
	const known = memberFields(state);
	return Object.fromEntries(
		names.map((name) => [name, asValue(fields[name], known.get(name)?.dataType ?? 'string')]),
	);
}

/** New members begin on the lowest status above "Not in Program". */
function join(
	state: MarketoState,
	program: MarketoProgramState,
	leadId: number,
	fields: FieldValues,
): void {
	const statuses = state.channelOf(program)?.progressionStatuses ?? [];
	const [first] = statuses.filter(({ step }) => step > 0).sort((a, b) => a.step - b.step);
	if (!state.memberOf(program.id, leadId) && first !== undefined) {
		changeStatus(state, program, leadId, first.name, { by: 'form' });
	}
	const member = state.memberOf(program.id, leadId);
	if (member !== undefined) changeMemberData(state, member, fields, { by: 'form' });
}

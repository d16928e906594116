import { updateLead, type FieldValues } from '../../state/leads';
import type { MarketoState } from '../../state/marketoState';
import type { MarketoLeadState } from '../../world';
import { causeOf, type Outbound, type StepResult } from '../context';
import { isText, recordOf, recordsOf, type JsonRecord } from '../json';
import { takenValue, type DataType } from './dataTypes';
import type { Invocation } from './invocation';
import { flowStepContext } from './payload';

type Say = (complaint: string) => void;

/**
 * Writes what the first callback of an invocation says, and lets its people go on.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, Callback)
 */
export function takeCallback({ state }: Outbound, invocation: Invocation, body: JsonRecord): void {
	const { service, leads } = invocation.chunk;
	const say: Say = (complaint) => invocation.complaints.push(complaint);
	if (isText(body.errorCode)) {
		useCode(invocation, 'chunks', body.errorCode);
		const message = `${service.name}: ${body.errorCode}: ${String(body.errorMessage ?? '')}`;
		invocation.finishAll({ ok: false, message });
		return;
	}
	const defaults = recordOf(body.defaultValues);
	const results = new Map<number, StepResult>();
	for (const row of recordsOf(body.objectData)) {
		const leadData = { ...recordOf(defaults.leadDefaults), ...recordOf(row.leadData) };
		const activityData = {
			...recordOf(defaults.activityDefaults),
			...recordOf(row.activityData),
		};
		const id = Number(leadData.id);
		if (!leads.some((one) => one.id === id)) say(`Person ${id} is not part of this invocation`);
		else if (results.has(id)) say(`Person ${id} is there twice`);
		else results.set(id, takePerson(state, invocation, id, leadData, activityData));
	}
	for (const { id } of leads) {
		if (results.has(id)) continue;
		say(`Person ${id} is missing`);
		results.set(id, {
			ok: false,
			message: `${service.name}: the callback left the person out: it hangs here`,
			hanging: true,
		});
	}
	invocation.finish(results);
}

function takePerson(
	state: MarketoState,
	invocation: Invocation,
	leadId: number,
	leadData: JsonRecord,
	activityData: JsonRecord,
): StepResult {
	const { service } = invocation.chunk;
	const say: Say = (complaint) => invocation.complaints.push(`Person ${leadId}: ${complaint}`);
	const lead = state.leads.get(leadId);
	if (!lead) return { ok: false, message: `${service.name}: the person has been deleted` };
	writeFields(state, invocation, lead, leadData, say);
	writeActivity(state, invocation, lead, activityData, say);
	const { success, errorCode, reason } = activityData;
	if (success === undefined) say('activityData.success is missing');
	if (success !== false) return { ok: true, message: `${service.name}: success` };
	if (!isText(errorCode)) say('success is false without an errorCode');
	else useCode(invocation, 'people', errorCode);
	const parts = [service.name, errorCode, reason].filter(isText);
	return { ok: false, message: parts.join(': ') };
}

/** A code that speaks of people and of chunks would be ambiguous in the service's log. */
function useCode(invocation: Invocation, of: 'people' | 'chunks', code: string): void {
	const { usedCodes } = invocation.chunk.service;
	usedCodes[of].add(code);
	if (usedCodes.people.has(code) && usedCodes.chunks.has(code)) {
		invocation.complaints.push(`${code} is an error code of people and of chunks`);
	}
}

/** Fields that the definition declares and the admin has mapped; others are not written. */
function writeFields(
	state: MarketoState,
	{ chunk: { service, run, step } }: Invocation,
	lead: MarketoLeadState,
	leadData: JsonRecord,
	say: Say,
): void {
	const { callback } = service.read;
	const values: FieldValues = {};
	for (const [attribute, given] of Object.entries(leadData)) {
		if (attribute === 'id') continue;
		const declared = callback.fields.find((one) => one.serviceAttribute === attribute);
		const field = service.mappings.callback[attribute];
		if (!declared && !callback.userDrivenMapping) say(`${attribute} is not declared`);
		else if (field === undefined) say(`${attribute} is not mapped to a field`);
		else {
			const type: DataType = declared?.dataType ?? 'text';
			const { value, complaint } = takenValue(type, given, lead.fields[field] ?? null);
			if (complaint !== undefined) say(`${attribute} ${complaint}`);
			if (value !== undefined) values[field] = value;
		}
	}
	updateLead(state, lead, values, {
		...causeOf(run),
		source: `${service.name} (${service.activityTypeId})`,
		reason: `Smart Campaign: ${run.campaign.id}, Step Seq ID: ${step}`,
	});
}

function writeActivity(
	state: MarketoState,
	{ chunk }: Invocation,
	lead: MarketoLeadState,
	activityData: JsonRecord,
	say: Say,
): void {
	const { service, run } = chunk;
	const { callback, flowAttributes, primaryAttribute } = service.read;
	const inputs = flowStepContext(state, chunk, lead);
	const { success, errorCode, reason, ...rest } = activityData;
	const written = Object.entries(rest).flatMap(([apiName, given]) => {
		const attribute = callback.attributes.find((one) => one.apiName === apiName);
		if (!attribute) {
			say(`${apiName} is not declared`);
			return [];
		}
		const { value, complaint } = takenValue(attribute.dataType, given, null);
		if (complaint !== undefined) say(`${apiName} ${complaint}`);
		return value === undefined ? [] : [{ name: attribute.name, value }];
	});
	state.activities.add({
		leadId: lead.id,
		activityTypeId: service.activityTypeId,
		primaryAttributeValueId: null,
		primaryAttributeValue: inputs[primaryAttribute] ?? '',
		attributes: [
			...flowAttributes
				.filter(({ apiName }) => apiName !== primaryAttribute)
				.map(({ apiName, name }) => ({ name, value: inputs[apiName] ?? '' })),
			...written,
			{ name: 'Success', value: success !== false },
			...(errorCode === undefined ? [] : [{ name: 'Error Code', value: errorCode }]),
			...(reason === undefined ? [] : [{ name: 'Reason', value: reason }]),
		],
		campaignId: run.campaign.id,
	});
}

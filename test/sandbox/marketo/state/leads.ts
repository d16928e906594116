import type { MarketoLeadState } from '../world';
import { ACTIVITY } from './activityLog';
import { reasonOf, type Cause } from './events';
import { memberKey, type MarketoState } from './marketoState';

export type FieldValues = MarketoLeadState['fields'];

/** Makes a lead; writes "New Lead" (12). */
export function createLead(
	state: MarketoState,
	fields: FieldValues,
	cause: Cause,
	partition?: string,
): MarketoLeadState {
	const now = state.nowIso();
	const lead: MarketoLeadState = {
		id: state.ids.lead.next((id) => state.leads.has(id)),
		fields: withoutEmpty({ ...fields, createdAt: now, updatedAt: now }),
		...(partition === undefined ? {} : { partition }),
	};
	state.leads.set(lead.id, lead);
	state.activities.add({
		leadId: lead.id,
		activityTypeId: ACTIVITY.newLead,
		primaryAttributeValueId: lead.id,
		primaryAttributeValue: nameOf(lead),
		attributes: [
			{ name: 'Created Date', value: now.slice(0, 10) },
			{ name: 'Source Type', value: reasonOf(cause, 'New Lead') },
		],
		...campaignOf(cause),
	});
	state.tell({ kind: 'leadCreated', leadId: lead.id, cause });
	return lead;
}

/** Writes fields (null and '' clear them); every field that differs leaves "Change Data Value" (13). */
export function updateLead(
	state: MarketoState,
	lead: MarketoLeadState,
	fields: FieldValues,
	cause: Cause,
): void {
	const changed = Object.entries(fields).filter(
		([name, value]) => (lead.fields[name] ?? null) !== (value === '' ? null : value),
	);
	if (changed.length === 0) return;
	for (const [name, value] of changed) {
		state.activities.add({
			leadId: lead.id,
			activityTypeId: ACTIVITY.changeDataValue,
			primaryAttributeValueId: null,
			primaryAttributeValue: name,
			attributes: [
				{ name: 'New Value', value },
				{ name: 'Old Value', value: lead.fields[name] ?? null },
				{ name: 'Reason', value: reasonOf(cause, 'Change Data Value') },
				{ name: 'Source', value: cause.source ?? reasonOf(cause, 'Change Data Value') },
			],
			...campaignOf(cause),
		});
	}
	lead.fields = withoutEmpty({
		...lead.fields,
		...Object.fromEntries(changed),
		updatedAt: state.nowIso(),
	});
	const names = changed.map(([name]) => name);
	state.tell({ kind: 'leadUpdated', leadId: lead.id, fields: names, cause });
}

/**
 * The one with this e-mail is updated (of several: the latest updated one), else a lead is made.
 * What Marketo does with a form, a pushed lead or an imported row.
 */
export function upsertLead(
	state: MarketoState,
	fields: FieldValues & { email: string },
	cause: Cause,
	partition?: string,
): { lead: MarketoLeadState; created: boolean } {
	const found = latest(state.leadsByEmail(fields.email));
	if (found === undefined) {
		return { lead: createLead(state, fields, cause, partition), created: true };
	}
	updateLead(state, found, fields, cause);
	return { lead: found, created: false };
}

/** Somebody deletes a lead: memberships go too, "Delete Lead" (37) stays. */
export function deleteLead(state: MarketoState, leadId: number, cause: Cause): void {
	const lead = state.leads.get(leadId);
	if (lead === undefined) throw new Error(`There is no lead ${leadId}`);
	state.leads.delete(leadId);
	for (const member of [...state.members.values()]) {
		if (member.leadId === leadId) state.members.delete(memberKey(member.programId, leadId));
	}
	state.activities.add({
		leadId,
		activityTypeId: ACTIVITY.deleteLead,
		primaryAttributeValueId: leadId,
		primaryAttributeValue: nameOf(lead),
		attributes: [],
	});
	state.tell({ kind: 'leadDeleted', leadId, cause });
}

function latest(leads: MarketoLeadState[]): MarketoLeadState | undefined {
	const time = ({ fields }: MarketoLeadState): string => String(fields.updatedAt ?? '');
	return leads.reduce<MarketoLeadState | undefined>(
		(best, lead) => (best === undefined || time(lead) > time(best) ? lead : best),
		undefined,
	);
}

export function nameOf({ fields }: MarketoLeadState): string {
	return [fields.firstName, fields.lastName].filter(Boolean).join(' ');
}

function withoutEmpty(fields: FieldValues): FieldValues {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== null && value !== ''),
	);
}

export function campaignOf({ campaignId }: Cause): { campaignId?: number } {
	return campaignId === undefined ? {} : { campaignId };
}

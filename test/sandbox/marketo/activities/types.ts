import { ACTIVITY } from '../state/activityLog';
import type { MarketoState } from '../state/marketoState';
import type { MarketoActivityType } from '../world';

const text = (name: string) => ({ name, dataType: 'string' });
const number = (name: string) => ({ name, dataType: 'integer' });

function type(
	id: number,
	name: string,
	primary: string,
	attributes: MarketoActivityType['attributes'] = [],
): MarketoActivityType {
	return { id, name, primaryAttribute: text(primary), attributes };
}

/** A choice of the types that every instance has: those that something in the sandbox writes, and well-known ones. */
const STANDARD: MarketoActivityType[] = [
	type(1, 'Visit Webpage', 'Webpage ID', [text('Webpage URL')]),
	type(ACTIVITY.fillOutForm, 'Fill Out Form', 'Webform ID', [text('Form Fields')]),
	type(ACTIVITY.sendEmail, 'Send Email', 'Mailing ID'),
	type(ACTIVITY.newLead, 'New Lead', 'Name', [text('Created Date'), text('Source Type')]),
	type(ACTIVITY.changeDataValue, 'Change Data Value', 'Attribute Name', [
		text('New Value'),
		text('Old Value'),
		text('Reason'),
		text('Source'),
	]),
	type(ACTIVITY.mergeLeads, 'Merge Leads', 'Lead ID', [text('Merge IDs'), text('Merge Source')]),
	type(ACTIVITY.deleteLead, 'Delete Lead', 'Lead ID'),
	type(ACTIVITY.requestCampaign, 'Request Campaign', 'Campaign ID', [text('Source')]),
	type(ACTIVITY.changeStatusInProgression, 'Change Status in Progression', 'Program ID', [
		{ name: 'Acquired By', dataType: 'boolean' },
		text('New Status'),
		number('New Status ID'),
		text('Old Status'),
		number('Old Status ID'),
		number('Program Member ID'),
		text('Reason'),
		{ name: 'Success', dataType: 'boolean' },
	]),
	type(ACTIVITY.callWebhook, 'Call Webhook', 'Webhook', [text('Error Type'), text('Response')]),
	type(ACTIVITY.changeProgramMemberData, 'Change Program Member Data', 'Program ID', [
		text('Attribute Name'),
		text('New Value'),
		text('Old Value'),
		text('Reason'),
		text('Source'),
	]),
	type(ACTIVITY.pushLead, 'Push Lead to Marketo', 'Program ID', [text('Source'), text('Reason')]),
];

/** Those of the instance and of installed flow steps. */
function standardTypes({ world, serviceActivityTypes }: MarketoState): MarketoActivityType[] {
	const own = [...(world.activityTypes ?? []), ...serviceActivityTypes];
	const ids = new Set(own.map(({ id }) => id));
	return [...STANDARD.filter(({ id }) => !ids.has(id)), ...own].sort((a, b) => a.id - b.id);
}

/** Every type that activities of this instance can have; of custom ones only what is approved. */
export function activityTypeRows(state: MarketoState): unknown[] {
	const standard = standardTypes(state).map(({ id, name, primaryAttribute, attributes }) => ({
		id,
		name,
		description: name,
		primaryAttribute,
		attributes,
	}));
	const custom = state.customActivityTypes
		.filter(({ approvedAttributes }) => approvedAttributes !== null)
		.map(({ id, apiName, name, description, primaryAttribute, approvedAttributes }) => ({
			id,
			apiName,
			name,
			description,
			primaryAttribute: { ...asType(primaryAttribute), dataType: 'string' },
			attributes: (approvedAttributes ?? []).map((one) => ({
				...asType(one),
				dataType: one.dataType,
			})),
		}));
	return [...standard, ...custom];
}

function asType({ apiName, name }: { apiName: string; name: string }) {
	return { apiName, name };
}

import type { MarketoActivity, MarketoSide } from '../sandbox/marketo/contract';
import type { MarketoMemberState } from '../sandbox/marketo/world';
import type { ExpectedMarketoMember, MarketoExpectation } from './marketo';

type Held = Pick<MarketoSide, 'members' | 'activities' | 'leadsByEmail' | 'customActivityTypes'>;

/**
 * Everything in which a program differs from the expectation, one line each; empty = exactly as
 * expected.
 * @param before the program's members before the run: give a copy
 */
export function marketoDifferences(
	expectation: MarketoExpectation,
	programId: number,
	held: Held,
	before: readonly MarketoMemberState[],
): string[] {
	const own = [...held.members.values()].filter((member) => member.programId === programId);
	const byLead = new Map(own.map((member) => [member.leadId, member]));
	const result: string[] = [];
	for (const expected of expectation.members) {
		const leads = held.leadsByEmail(expected.email);
		if (leads.length !== 1) {
			result.push(`${expected.email} is there ${leads.length} times`);
			continue;
		}
		const [{ id }] = leads;
		const member = byLead.get(id);
		byLead.delete(id);
		if (member === undefined) result.push(`${expected.email} is no member`);
		else result.push(...memberDifferences(expected, member));
		result.push(...activityDifferences(expectation, expected, activitiesOf(held, id)));
	}
	return [...result, ...strangers(byLead, before)];
}

function memberDifferences(expected: ExpectedMarketoMember, held: MarketoMemberState): string[] {
	return (['statusName', 'webinarUrl', 'registrationCode'] as const)
		.filter((field) => held[field] !== expected[field])
		.map((field) => `${expected.email} ${field}: ${held[field]} instead of ${expected[field]}`);
}

function activitiesOf({ activities, customActivityTypes }: Held, id: number): MarketoActivity[] {
	const types = new Set(customActivityTypes.map((type) => type.id));
	return activities.filter((one) => one.leadId === id && types.has(one.activityTypeId));
}

function activityDifferences(
	{ topic, webinarId, startTime, endTime }: MarketoExpectation,
	{ email, interactions, activities }: ExpectedMarketoMember,
	held: readonly MarketoActivity[],
): string[] {
	const result: string[] = [];
	if (held.length !== activities) {
		result.push(`${email} has ${held.length} activities instead of ${activities}`);
	}
	const counts: Record<string, number> = {};
	for (const activity of held) {
		const value = (name: string) => activity.attributes.find((one) => one.name === name)?.value;
		const kind = String(value('Kind'));
		counts[kind] = (counts[kind] ?? 0) + Number(value('Count'));
		if (activity.primaryAttributeValue !== topic || value('Webinar ID') !== webinarId) {
			result.push(`an activity of ${email} is of another webinar`);
		}
		const at = Date.parse(activity.activityDate);
		if (at < Date.parse(startTime) || at > Date.parse(endTime)) {
			result.push(`an activity of ${email} happened at ${activity.activityDate}`);
		}
	}
	const kinds = new Set([...Object.keys(counts), ...Object.keys(interactions)]);
	for (const kind of kinds) {
		const [is, expected] = [counts[kind] ?? 0, interactions[kind] ?? 0];
		if (is !== expected) result.push(`${email} has ${is} of ${kind} instead of ${expected}`);
	}
	return result;
}

/** Whoever is left out stays as they were. */
function strangers(
	left: ReadonlyMap<number, MarketoMemberState>,
	before: readonly MarketoMemberState[],
): string[] {
	return [...left.values()]
		.filter(({ programId, leadId, statusName }) => {
			const was = before.find((one) => one.programId === programId && one.leadId === leadId);
			return was?.statusName !== statusName;
		})
		.map(({ leadId }) => `lead ${leadId} was not to be written`);
}

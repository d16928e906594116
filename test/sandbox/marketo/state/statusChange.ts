import type { MarketoChannel, MarketoMemberState, MarketoProgramState } from '../world';
import { ACTIVITY } from './activityLog';
import { reasonOf, type Cause } from './events';
import { campaignOf } from './leads';
import { memberKey, type MarketoState } from './marketoState';

export type StatusChange =
	| { outcome: 'created' | 'updated'; member: MarketoMemberState }
	/** Set by a campaign or a user though it was there: an activity is written, nothing is triggered. */
	| { outcome: 'unchanged'; member: MarketoMemberState }
	| { outcome: 'removed' }
	| { outcome: 'refused'; code: '1004' | '1025' | '1037'; message: string };

const ALREADY_THERE = 'Lead skipped because it is already in or past this status';
const NOT_IN_PROGRAM = 0;

/**
 * Change Program Status. A person moves to an equal or higher step, never back, however the status is
 * set; status "Not in Program" (step 0) takes the person out. Leaves activity 104.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/administration/tags/create-a-program-channel
 */
export function changeStatus(
	state: MarketoState,
	program: MarketoProgramState,
	leadId: number,
	statusName: string,
	cause: Cause,
): StatusChange {
	const channel = state.channelOf(program);
	const status = channel?.progressionStatuses.find(({ name }) => name === statusName);
	if (channel === undefined || status === undefined) {
		return { outcome: 'refused', code: '1025', message: 'Program status not found' };
	}
	if (!state.leads.has(leadId)) {
		return { outcome: 'refused', code: '1004', message: 'Lead not found' };
	}
	const present = state.memberOf(program.id, leadId);
	const refused: StatusChange = { outcome: 'refused', code: '1037', message: ALREADY_THERE };
	if (present === undefined && status.step === NOT_IN_PROGRAM) return refused;
	if (present !== undefined) {
		const isSame = present.statusName === status.name;
		if (isSame && cause.by === 'api') return refused;
		if (isSame) {
			writeActivity(state, program, channel, present, statusName, cause);
			return { outcome: 'unchanged', member: present };
		}
		if (status.step === NOT_IN_PROGRAM && cause.by !== 'api') {
			writeActivity(state, program, channel, { ...present, statusName }, present.statusName, cause);
			state.members.delete(memberKey(program.id, leadId));
			return { outcome: 'removed' };
		}
		if (status.step < stepOf(channel, present.statusName)) return refused;
	}
	const oldStatus = present?.statusName ?? null;
	const member = present ?? newMember(state, program.id, leadId);
	member.statusName = status.name;
	member.updatedAt = state.nowIso();
	if (status.success) member.reachedSuccessDate ??= member.updatedAt;
	writeActivity(state, program, channel, member, oldStatus, cause);
	if (program.eventPartner !== undefined && statusName === 'Registered') {
		state.partnerPushes.push({ programId: program.id, leadId });
	}
	state.tell({
		kind: 'statusChanged',
		programId: program.id,
		leadId,
		oldStatus,
		newStatus: status.name,
		cause,
	});
	return { outcome: oldStatus === null ? 'created' : 'updated', member };
}

/** Steps of statuses that an admin has since removed from the channel count as the lowest one. */
function stepOf(channel: MarketoChannel, statusName: string): number {
	return channel.progressionStatuses.find(({ name }) => name === statusName)?.step ?? 0;
}

function newMember(state: MarketoState, programId: number, leadId: number): MarketoMemberState {
	const now = state.nowIso();
	const member: MarketoMemberState = {
		id: state.ids.member.next(),
		programId,
		leadId,
		statusName: '',
		webinarUrl: null,
		registrationCode: null,
		fields: {},
		membershipDate: now,
		updatedAt: now,
	};
	state.members.set(memberKey(programId, leadId), member);
	return member;
}

/** Attributes as in Adobe's sample of activity 104 (bulk activity extract). */
function writeActivity(
	state: MarketoState,
	program: MarketoProgramState,
	channel: MarketoChannel,
	member: MarketoMemberState,
	oldStatus: string | null,
	cause: Cause,
): void {
	const idOf = (name: string): number =>
		channel.id * 100 + channel.progressionStatuses.findIndex((one) => one.name === name);
	const before = oldStatus ?? 'Not in Program';
	const isSuccess = channel.progressionStatuses.some(
		({ name, success }) => name === member.statusName && success,
	);
	state.activities.add({
		leadId: member.leadId,
		activityTypeId: ACTIVITY.changeStatusInProgression,
		primaryAttributeValueId: program.id,
		primaryAttributeValue: program.name,
		attributes: [
			{ name: 'Acquired By', value: isAcquiredBy(state, member) },
			{ name: 'New Status', value: member.statusName },
			{ name: 'New Status ID', value: idOf(member.statusName) },
			{ name: 'Old Status', value: before },
			{ name: 'Old Status ID', value: idOf(before) },
			{ name: 'Program Member ID', value: member.id },
			{ name: 'Reason', value: reasonOf(cause, 'Change Status in Progression') },
			{ name: 'Success', value: isSuccess },
		],
		...campaignOf(cause),
	});
}

export function isAcquiredBy(state: MarketoState, member: MarketoMemberState): boolean {
	return state.leads.get(member.leadId)?.fields.acquisitionProgramId === member.programId;
}

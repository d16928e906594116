import { leadDate } from '../http/dates';
import { memberValue } from '../state/memberData';
import type { MarketoState } from '../state/marketoState';
import { isAcquiredBy } from '../state/statusChange';
import type { MarketoMemberState } from '../world';

/** A field of a program member, as the describe call tells it. */
export interface MemberField {
	name: string;
	displayName: string;
	dataType: string;
	length?: number;
	updateable: boolean;
	isCustom: boolean;
}

type Row = [name: string, displayName: string, dataType: string, length?: number];

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members#describe */
const STANDARD: Row[] = [
	['acquiredBy', 'Acquired By', 'boolean'],
	['attendanceLikelihood', 'Attendance Likelihood', 'integer'],
	['createdAt', 'Created At', 'datetime'],
	['isExhausted', 'Nurture Exhausted', 'boolean'],
	['leadId', 'Person Id', 'integer'],
	['membershipDate', 'Member Date', 'datetime'],
	['nurtureCadence', 'Nurture Cadence', 'string', 4],
	['program', 'Program', 'string', 255],
	['programId', 'Program Id', 'integer'],
	['reachedSuccess', 'Success', 'boolean'],
	['reachedSuccessDate', 'Success Date', 'datetime'],
	['registrationCode', 'Registration Code', 'string', 100],
	['registrationLikelihood', 'Registration Likelihood', 'integer'],
	['statusName', 'Status', 'string', 255],
	['statusReason', 'Status Reason', 'string', 255],
	['trackName', 'Track Name', 'string', 255],
	['updatedAt', 'Updated At', 'datetime'],
	['waitlistPriority', 'Waitlist Priority', 'integer'],
	['webinarUrl', 'Webinar Url', 'string', 2000],
];

/** The only standard fields that can be written. */
const UPDATEABLE = ['registrationCode', 'webinarUrl'];

export const DEFAULT_MEMBER_FIELDS = [
	'acquiredBy',
	'leadId',
	'membershipDate',
	'programId',
	'reachedSuccess',
];

export function memberFields(state: MarketoState): Map<string, MemberField> {
	const standard = STANDARD.map(([name, displayName, dataType, length]): MemberField => {
		const field = { name, displayName, dataType, updateable: UPDATEABLE.includes(name) };
		return { ...field, isCustom: false, ...(length === undefined ? {} : { length }) };
	});
	const custom = Object.entries(state.world.memberFields).map(
		([name, { displayName, dataType, length }]): MemberField => ({
			name,
			displayName,
			dataType,
			...(dataType === 'string' ? { length: length ?? 255 } : {}),
			updateable: true,
			isCustom: true,
		}),
	);
	return new Map([...standard, ...custom].map((field) => [field.name, field]));
}

/** Fields by which members can be read, beside updatedAt. */
export function searchableMemberFields(state: MarketoState): string[] {
	const custom = Object.entries(state.world.memberFields)
		.filter(([, { dataType }]) => dataType === 'string' || dataType === 'integer')
		.map(([name]) => name);
	return ['leadId', ...custom, 'reachedSuccess', 'statusName'];
}

/** A field's value as reads show it; null when it is empty. */
export function memberFieldValue(
	state: MarketoState,
	member: MarketoMemberState,
	name: string,
): unknown {
	switch (name) {
		case 'leadId':
			return member.leadId;
		case 'programId':
			return member.programId;
		case 'program':
			return state.programs.get(member.programId)?.name ?? null;
		case 'statusName':
			return member.statusName;
		case 'acquiredBy':
			return isAcquiredBy(state, member);
		case 'isExhausted':
			return false;
		case 'reachedSuccess':
			return hasReachedSuccess(state, member);
		case 'reachedSuccessDate':
			return member.reachedSuccessDate ? leadDate(member.reachedSuccessDate) : null;
		case 'createdAt':
		case 'membershipDate':
			return leadDate(member.membershipDate);
		case 'updatedAt':
			return leadDate(member.updatedAt);
		default:
			return memberValue(member, name);
	}
}

/** Success stays, whatever status follows. */
export function hasReachedSuccess(state: MarketoState, member: MarketoMemberState): boolean {
	if (member.reachedSuccessDate) return true;
	const program = state.programs.get(member.programId);
	const statuses = program ? (state.channelOf(program)?.progressionStatuses ?? []) : [];
	return statuses.some(({ name, success }) => success && name === member.statusName);
}

import type { INodeProperties } from 'n8n-workflow';

import type { Threshold } from '../items/attendanceRules';
import { isOneOf } from '../items/text';
import type { AttendanceRole } from '../model/attendance';
import { asNumber, asText, type JsonObject } from '../transport/json';

/** Whom an operation leaves out by their address. */
export const excludedDomainsOption: INodeProperties = {
	displayName: 'Excluded Domains',
	name: 'excludedDomains',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. example.com, mail*.competitor.*',
	description:
		'Leave out addresses at these email domains and at their subdomains. Separate them by commas or lines. A star stands for any characters; *.example.com means the subdomains only.',
};

/**
 * Who counts as attended: options of every *Sync attendance*, in the order of their names.
 * @param asNoShow what happens to those who stayed too short and count as no-shows
 */
export function attendanceRuleOptions(asNoShow: string): INodeProperties[] {
	return [
		{
			displayName: 'Minimum Percent',
			name: 'minimumPercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 0,
			description: 'Which share of the webinar a person must stay for to count as attended',
		},
		{
			displayName: 'Minimum Seconds',
			name: 'minimumSeconds',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How long a person must stay to count as attended',
		},
		{
			displayName: 'Roles',
			name: 'roles',
			type: 'multiOptions',
			default: ['attendee'],
			description: 'Whom to sync',
			options: [
				{ name: 'Attendees', value: 'attendee' },
				{ name: 'Hosts', value: 'host' },
				{ name: 'Panelists', value: 'panelist' },
			],
		},
		{
			displayName: 'Treat Below Minimum',
			name: 'treatBelowThreshold',
			type: 'options',
			default: 'leaveOut',
			description:
				'What to do with people who stayed for less than Minimum Seconds or Minimum Percent',
			options: [
				{ name: 'Leave Out', value: 'leaveOut' },
				{ name: 'As No-Show', value: 'noShow', description: asNoShow },
			],
		},
	];
}

/** Who counts as attended, and who is synced at all. */
export interface AttendanceRules extends Threshold {
	roles: readonly AttendanceRole[];
	belowThreshold: 'leaveOut' | 'noShow';
}

/** What those options are set to; what is not there has its default. */
export function readAttendanceRules(options: JsonObject): AttendanceRules {
	return {
		roles: readRoles(options.roles),
		minimumSeconds: Math.max(0, asNumber(options.minimumSeconds) ?? 0),
		minimumPercent: Math.max(0, asNumber(options.minimumPercent) ?? 0),
		belowThreshold: options.treatBelowThreshold === 'noShow' ? 'noShow' : 'leaveOut',
	};
}

const ROLES = ['attendee', 'panelist', 'host'] as const;

function readRoles(value: unknown): AttendanceRules['roles'] {
	if (!Array.isArray(value)) return ['attendee'];
	return value.map(asText).filter((role) => isOneOf(ROLES, role));
}

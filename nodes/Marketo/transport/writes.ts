import { keyed, unkeyed, type Write } from '../../shared/transport/writes';

/** Every write this node makes; all of them are POST. */
export const WRITES = {
	syncLeads: keyed('email, or lead ID: whole values are set'),
	/** A person created twice comes back as 1005 the second time, which reads as "was there". */
	createLeads: keyed('email: a second one is refused with 1005'),
	changeStatus: keyed('program and lead: a second one is refused with 1037'),
	writeMemberData: keyed('program and lead: whole values are set'),
	writeTokens: keyed('program and name of the token: its value is set'),
	addActivities: unkeyed(),
	createActivityType: keyed('apiName: a second one is refused'),
	createActivityAttributes: keyed('apiName of the attribute: a second one is refused'),
	approveActivityType: keyed('apiName: approved stays approved'),
	createMemberField: keyed('name: a second one is refused'),
	requestCampaign: unkeyed(),
} as const satisfies Record<string, Write>;

export type WriteName = keyof typeof WRITES;

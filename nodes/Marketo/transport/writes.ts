interface Write {
	/** What makes a second sending of the same request change nothing; empty = nothing does. */
	naturalKey: string;
	/** Whether it may be sent again when its answer was lost. */
	repeatable: boolean;
}

function keyed(naturalKey: string): Write {
	return { naturalKey, repeatable: true };
}

/** Sent twice it would be there twice: after a lost answer it is never sent again. */
function unkeyed(): Write {
	return { naturalKey: '', repeatable: false };
}

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

interface Write {
	/** What makes a second sending of the same request change nothing. */
	naturalKey: string;
	/** Whether it may be sent again when its answer was lost. */
	repeatable: boolean;
}

/**
 * Every write this node makes. A write without a natural key would have to be read back before it
 * is sent again; there is none here.
 */
export const WRITES = {
	createPropertyGroup: { naturalKey: 'group name: a second one is 409', repeatable: true },
	createProperties: {
		naturalKey: 'property name: a second one is OBJECT_ALREADY_EXISTS',
		repeatable: true,
	},
	putEvent: { naturalKey: 'externalAccountId and externalEventId', repeatable: true },
	completeEvent: { naturalKey: 'externalAccountId and externalEventId', repeatable: true },
	createContacts: {
		naturalKey: 'email: a second one is CONFLICT with the id of the first',
		repeatable: true,
	},
	updateContacts: { naturalKey: 'contact id; whole values are set', repeatable: true },
	recordAttendance: {
		naturalKey: 'event, contact, state and interactionDateTime',
		repeatable: true,
	},
} as const satisfies Record<string, Write>;

export type WriteName = keyof typeof WRITES;

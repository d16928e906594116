interface Write {
	method: 'POST' | 'PUT' | 'PATCH';
	/** What makes a second sending of the same request change nothing; empty = nothing does. */
	naturalKey: string;
	/** Whether it may be sent again when its answer was lost. */
	repeatable: boolean;
}

function keyed(method: Write['method'], naturalKey: string): Write {
	return { method, naturalKey, repeatable: true };
}

/** Sent twice it would be there twice: after a lost answer it is read back, never sent again. */
function unkeyed(method: Write['method']): Write {
	return { method, naturalKey: '', repeatable: false };
}

/** Every write this node makes. */
export const WRITES = {
	createPropertyGroup: keyed('POST', 'group name: a second one is 409'),
	createProperties: keyed('POST', 'property name: a second one is OBJECT_ALREADY_EXISTS'),
	putEvent: keyed('PUT', 'externalAccountId and externalEventId'),
	patchEvent: keyed('PATCH', 'the event; whole values are set'),
	completeEvent: keyed('POST', 'externalAccountId and externalEventId'),
	cancelEvent: keyed('POST', 'externalAccountId and externalEventId'),
	createContacts: keyed('POST', 'email: a second one is CONFLICT with the id of the first'),
	updateContacts: keyed('POST', 'contact id; whole values are set'),
	recordAttendance: keyed('POST', 'event, contact, state and interactionDateTime'),
	createNotes: unkeyed('POST'),
	createCalls: unkeyed('POST'),
	updateCalls: keyed('POST', 'call id; whole values are set'),
	associate: keyed('POST', 'the two records and the type of their association'),
	uploadFile: keyed('POST', 'name, folder and content: RETURN_EXISTING gives back the first'),
	createTranscript: unkeyed('POST'),
	/** A second answer is refused like an unknown callback: the sender must know that one was lost. */
	completeCallbacks: unkeyed('POST'),
} as const satisfies Record<string, Write>;

export type WriteName = keyof typeof WRITES;

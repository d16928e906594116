interface Write {
	method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** What makes a second sending of the same request change nothing. */
	naturalKey: string;
	/** Whether it may be sent again when its answer was lost. */
	repeatable: boolean;
}

/**
 * Every write to Zoom. One that is not repeatable ends as `uncertain` when its answer is lost; its
 * operation then reads back before it says anything.
 */
export const WRITES = {
	addRegistrant: {
		method: 'POST',
		naturalKey: 'webinar and email; each sending counts against Zoom’s 3 a day and person',
		repeatable: false,
	},
	addRegistrants: {
		method: 'POST',
		naturalKey: 'webinar and email; each sending counts against Zoom’s 3 a day and person',
		repeatable: false,
	},
	setRegistrantStatus: {
		method: 'PUT',
		naturalKey: 'webinar and registrant; the status is set, not changed',
		repeatable: true,
	},
	deleteRegistrant: { method: 'DELETE', naturalKey: 'webinar and registrant', repeatable: true },
	createWebinar: { method: 'POST', naturalKey: 'none', repeatable: false },
	updateWebinar: {
		method: 'PATCH',
		naturalKey: 'webinar and occurrence; values are set',
		repeatable: true,
	},
	deleteWebinar: { method: 'DELETE', naturalKey: 'webinar and occurrence', repeatable: true },
	setRegistrationQuestions: {
		method: 'PATCH',
		naturalKey: 'webinar; the whole form is set',
		repeatable: true,
	},
	addPanelists: { method: 'POST', naturalKey: 'webinar and email', repeatable: true },
	removePanelist: { method: 'DELETE', naturalKey: 'webinar and panelist', repeatable: true },
	removeAllPanelists: { method: 'DELETE', naturalKey: 'webinar', repeatable: true },
	createSubscription: { method: 'POST', naturalKey: 'none', repeatable: false },
	deleteSubscription: { method: 'DELETE', naturalKey: 'subscription id', repeatable: true },
} as const satisfies Record<string, Write>;

export type WriteName = keyof typeof WRITES;

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RegistrantStatus } from '../model/registrant';
import { openOnes, type Person } from './person';

/** What *Update status* does with a registrant. */
export type StatusAction = 'approve' | 'deny' | 'cancel';

export interface StatusWords {
	/** What the outcome calls it. */
	action: string;
	status: RegistrantStatus;
	/** Statuses with which nothing is left to do. */
	already: readonly RegistrantStatus[];
	message: string;
}

/** Platforms list the cancelled among the denied, or not at all. */
export const STATUS_WORDS: Record<StatusAction, StatusWords> = {
	approve: { action: 'approved', status: 'approved', already: ['approved'], message: 'Approved' },
	deny: { action: 'denied', status: 'denied', already: ['denied', 'cancelled'], message: 'Denied' },
	cancel: {
		action: 'cancelled',
		status: 'cancelled',
		already: ['denied', 'cancelled'],
		message: 'Cancelled',
	},
};

/** @param cancelDescription what the platform shows of somebody who was cancelled */
export function newStatusField(cancelDescription: string): INodeProperties {
	return {
		displayName: 'New Status',
		name: 'newStatus',
		type: 'options',
		default: 'approve',
		options: [
			{
				name: 'Approve',
				value: 'approve',
				description: 'Let the person in, even if denied or cancelled before',
			},
			{ name: 'Cancel', value: 'cancel', description: cancelDescription },
			{ name: 'Deny', value: 'deny', description: 'Refuse a registration that waits for approval' },
		],
	};
}

const ACTIONS: readonly StatusAction[] = ['approve', 'deny', 'cancel'];

/** What each person of the items is to become; unreadable ones are told of it. */
export function readNewStatuses<P extends Person>(
	context: IExecuteFunctions,
	people: readonly P[],
): Map<P, StatusAction> {
	const wanted = new Map<P, StatusAction>();
	people.forEach((person, index) => {
		const typed = person.open ? context.getNodeParameter('newStatus', index, '') : '';
		const action = ACTIONS.find((one) => one === typed);
		if (action !== undefined) wanted.set(person, action);
		else if (person.open) person.fail('vendorRejected', UNKNOWN_STATUS);
	});
	return wanted;
}

const UNKNOWN_STATUS = {
	message: 'New Status is not approve, deny or cancel',
	repair: 'Choose a status from the list',
};

/** Those who have the status already are told so; nothing is sent for them. */
export function siftByStatus(people: readonly Person[], { already }: StatusWords): void {
	for (const person of openOnes(people)) {
		if (person.registrant === null || !already.includes(person.registrant.status)) continue;
		person.unchanged(null, 'The registrant had this status already');
	}
}

/** The status was set just now; whoever is let in later gets a link later. */
export function hasStatus(person: Person, words: StatusWords, via?: string): void {
	person.done(words.action, words.message, via);
	if (person.registrant === null) return;
	const { status } = words;
	person.registrant = { ...person.registrant, status, joinUrl: '', joinUrlIsPersonal: false };
}

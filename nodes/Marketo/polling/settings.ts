import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { asNumber, asObject, asText } from '../../shared/transport/json';
import { programIdOf } from '../mapping/program';

export const EVENTS = ['programStatusChanged', 'memberDataChanged', 'interactiveWebinar'] as const;

export type TriggerEvent = (typeof EVENTS)[number];

/** Fits what *Add Contact to Webinar* takes. */
export const DEFAULT_LEAD_FIELDS = ['email', 'firstName', 'lastName', 'company', 'phone'];

export const DEFAULT_OVERLAP_MINUTES = 10;
const MOST_OVERLAP_MINUTES = 24 * 60;

/** What the fields of the trigger say. */
export interface Settings {
	event: TriggerEvent;
	/** Empty = all programs. */
	programIds: number[];
	/** Empty = any status. */
	newStatuses: string[];
	/** REST names of member fields; empty = any field. */
	memberFields: string[];
	/** Of Interactive Webinar activities; empty = those that are named like it. */
	typeIds: number[];
	withWebinar: boolean;
	/** REST names of person fields; empty = no people are read. */
	leadFields: string[];
	withoutApi: boolean;
	overlapMs: number;
}

/** @throws ParameterError that names the field */
export function readSettings(context: IPollFunctions): Settings {
	const parameter = (name: string, standard: unknown): unknown =>
		context.getNodeParameter(name, standard);
	const options = asObject(parameter('options', {})) as IDataObject;
	const event = EVENTS.find((one) => one === parameter('event', ''));
	if (event === undefined) throw new ParameterError('Trigger On is empty', 'Choose an event');
	const minutes = asNumber(options.lookBackMinutes) ?? DEFAULT_OVERLAP_MINUTES;
	const isOfMember = event !== 'interactiveWebinar';
	return {
		event,
		programIds: isOfMember ? programIdsOf(parameter('programs', [])) : [],
		newStatuses: event === 'programStatusChanged' ? listOf(parameter('newStatuses', [])) : [],
		memberFields: event === 'memberDataChanged' ? listOf(parameter('memberFields', [])) : [],
		typeIds: event === 'interactiveWebinar' ? typeIdsOf(parameter('activityTypes', [])) : [],
		withWebinar: isOfMember && parameter('includeWebinar', true) === true,
		leadFields: options.leadFields === undefined ? DEFAULT_LEAD_FIELDS : listOf(options.leadFields),
		withoutApi: isOfMember && options.excludeApi === true,
		overlapMs: Math.min(MOST_OVERLAP_MINUTES, Math.max(1, minutes)) * 60_000,
	};
}

/** What a list of choices holds, or an expression in its place: an array, or text with commas. */
function listOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
	return [...new Set(entries.map((entry) => entry.trim()).filter(Boolean))];
}

function programIdsOf(value: unknown): number[] {
	return listOf(value).map((entry) => {
		const id = programIdOf(entry);
		if (id !== undefined) return id;
		throw new ParameterError(
			'Programs holds something that is neither a program ID nor the address of a program',
			'Choose the programs from the list, or enter their IDs, e.g. 1207 of https://app-ab12.marketo.com/#ME1207A1',
		);
	});
}

function typeIdsOf(value: unknown): number[] {
	return listOf(value).map((entry) => {
		const id = asNumber(entry);
		if (id !== undefined && Number.isSafeInteger(id) && id > 0) return id;
		throw new ParameterError(
			'Activity Types holds something that is not the ID of an activity type',
			'Choose the activity types from the list',
		);
	});
}

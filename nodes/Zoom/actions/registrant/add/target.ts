import type { Run } from '../../../../shared/registrants/door';
import { groupedBy } from '../../../../shared/model/groups';
import { asNumber, asObject, type JsonObject } from '../../../../shared/transport/json';
import type { RegistrationForm } from '../../../mapping/registrationForm';
import { RECURRING_FIXED } from '../../../mapping/webinar';
import { Directory } from '../directory';
import { ZoomDoor } from '../door';
import type { ZoomCandidate } from './candidate';
import type { ZoomAddOptions } from './input';

const SINGLE_WEBINAR = 5;
const AUTOMATIC_APPROVAL = 0;
const MANUAL_APPROVAL = 1;
const NO_REGISTRATION = 2;
const ONCE_FOR_ALL = 1;
const EACH_OCCURRENCE = 2;

/** What a webinar's details say about registering for it. */
export interface Rules {
	registrationOff: boolean;
	/** The host decides about everybody. */
	approvedByHand: boolean;
	/** Zoom takes several people in one call. */
	takesBatches: boolean;
	/** A series for which people register once: naming an occurrence would say something else. */
	onceForAll: boolean;
	/** Zoom takes a registration for one occurrence at a time. */
	eachOccurrence: boolean;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId} */
export function readRules(details: JsonObject): Rules {
	const settings = asObject(details.settings);
	const approval = asNumber(settings.approval_type);
	const isSeries = asNumber(details.type) === RECURRING_FIXED;
	const registration = asNumber(settings.registration_type) ?? ONCE_FOR_ALL;
	return {
		registrationOff: approval === NO_REGISTRATION,
		approvedByHand: approval === MANUAL_APPROVAL,
		takesBatches: asNumber(details.type) === SINGLE_WEBINAR && approval === AUTOMATIC_APPROVAL,
		onceForAll: isSeries && registration === ONCE_FOR_ALL,
		eachOccurrence: isSeries && registration === EACH_OCCURRENCE,
	};
}

/** Everybody who is to be registered for the same webinar and the same occurrences of it. */
export class Target extends ZoomDoor {
	directory = Directory.unread();
	form: RegistrationForm = { asked: [], required: [], custom: [] };
	/** Of a preview: how many calls would write. */
	callsPlanned = 0;
	/** Zoom shows single registrants; false after it refused that for good. */
	showsRegistrants = true;

	constructor(
		run: Run,
		webinarId: string,
		occurrenceIds: readonly string[],
		readonly rules: Rules,
		readonly options: ZoomAddOptions,
		readonly people: readonly ZoomCandidate[],
	) {
		super(run, webinarId, occurrenceIds);
	}
}

/** The people of a webinar by the occurrences that count for them; nobody lost, none twice. */
export function targetsOf(
	run: Run,
	webinarId: string,
	rules: Rules,
	options: ZoomAddOptions,
	people: readonly ZoomCandidate[],
): Target[] {
	const counting = ({ wish }: ZoomCandidate) =>
		rules.onceForAll ? [] : (wish?.occurrenceIds ?? []);
	return groupedBy(people, counting).map(
		(group) => new Target(run, webinarId, counting(group[0]!), rules, options, group),
	);
}

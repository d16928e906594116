import type { IDataObject } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import {
	asNumber,
	asObject,
	asObjects,
	asText,
	isObject,
	type JsonObject,
} from '../../shared/transport/json';

/** Fields of the node that are settings of Zoom's under another name. */
const PLAIN: Readonly<Record<string, string>> = {
	allowMultipleDevices: 'allow_multiple_devices',
	approvalEmails: 'registrants_email_notification',
	authenticationOption: 'authentication_option',
	autoRecording: 'auto_recording',
	confirmationEmail: 'registrants_confirmation_email',
	contactEmail: 'contact_email',
	contactName: 'contact_name',
	emailInAttendeeReport: 'email_in_attendee_report',
	emailLanguage: 'email_language',
	hostVideo: 'host_video',
	notifyRegistrants: 'notify_registrants',
	onDemand: 'on_demand',
	panelistAuthentication: 'panelist_authentication',
	panelistInvitations: 'panelists_invitation_email_notification',
	panelistVideo: 'panelists_video',
	practiceSession: 'practice_session',
	registrantsLimit: 'registrants_restrict_number',
	requireSignIn: 'meeting_authentication',
};

/** E-mails with a choice of when; 0 = never. */
const TIMED: Readonly<Record<string, string>> = {
	followUpAbsentees: 'follow_up_absentees_email_notification',
	followUpAttendees: 'follow_up_attendees_email_notification',
	reminderEmail: 'attendees_and_panelists_reminder_email_notification',
};

const QUESTIONS: Readonly<Record<string, string>> = {
	anonymousQuestions: 'allow_anonymous_questions',
	questionAndAnswer: 'enable',
	visibleQuestions: 'answer_questions',
};

const LONGEST_PASSCODE = 10;

/** What the collection Settings says, in Zoom's words: members of the body, `settings` among them. */
export function toWireSettings(fields: JsonObject): IDataObject {
	const questions = renamed(fields, QUESTIONS);
	const settings: IDataObject = {
		...renamed(fields, PLAIN),
		...timed(fields),
		...(Object.keys(questions).length > 0 && { question_and_answer: questions }),
		...(fields.alternativeHosts !== undefined && {
			alternative_hosts: addresses(fields.alternativeHosts).join(','),
		}),
	};
	// Zoom ignores the confirmation where the e-mails about registrations are off.
	if (settings.registrants_confirmation_email === true) {
		settings.registrants_email_notification ??= true;
	}
	const all = united(settings, readJson(fields.moreSettings, 'More Settings (JSON)'));
	const more = readJson(fields.moreFields, 'More Fields (JSON)');
	return united(
		{
			...(fields.passcode !== undefined && { password: passcode(fields.passcode) }),
			...(fields.templateId !== undefined && { template_id: asText(fields.templateId) }),
			...(fields.trackingFields !== undefined && {
				tracking_fields: trackingFields(fields.trackingFields),
			}),
			...(Object.keys(all).length > 0 && { settings: all }),
		},
		more,
	);
}

/** The choice of Registration as Zoom's approval type; undefined where nothing is chosen. */
export function toApprovalType(registration: unknown): number | undefined {
	return new Map<unknown, number>([
		['automatic', 0],
		['manual', 1],
		['none', 2],
	]).get(registration);
}

/** The choice of Registration Covers as Zoom's registration type. */
export function toRegistrationType(covers: unknown): number | undefined {
	return new Map<unknown, number>([
		['series', 1],
		['each', 2],
		['chosen', 3],
	]).get(covers);
}

/** Two bodies as one, member by member; what the second says wins. */
export function united(first: IDataObject, second: IDataObject): IDataObject {
	const result = { ...first };
	for (const [name, value] of Object.entries(second)) {
		const before = result[name];
		result[name] =
			isObject(before) && isObject(value)
				? united(before as IDataObject, value as IDataObject)
				: value;
	}
	return result;
}

/** Addresses as people separate them. */
export function addresses(typed: unknown): string[] {
	return asText(typed)
		.split(/[,;\s]+/)
		.filter((address) => address !== '');
}

function renamed(fields: JsonObject, names: Readonly<Record<string, string>>): IDataObject {
	return Object.fromEntries(
		Object.entries(names)
			.filter(([ours]) => fields[ours] !== undefined)
			.map(([ours, zooms]) => [zooms, fields[ours]]),
	) as IDataObject;
}

function timed(fields: JsonObject): IDataObject {
	return Object.fromEntries(
		Object.entries(TIMED)
			.filter(([ours]) => fields[ours] !== undefined)
			.map(([ours, zooms]) => {
				const type = asNumber(fields[ours]) ?? 0;
				return [zooms, { enable: type > 0, type }];
			}),
	);
}

function passcode(typed: unknown): string {
	const text = asText(typed);
	if (text.length > LONGEST_PASSCODE) {
		throw new ParameterError(
			`The passcode is longer than ${LONGEST_PASSCODE} characters`,
			'Enter a shorter passcode',
		);
	}
	return text;
}

function trackingFields(collection: unknown): IDataObject[] {
	return asObjects(asObject(collection).field).map(({ field, value }) => ({
		field: asText(field),
		value: asText(value),
	}));
}

/** @throws ParameterError for what is no JSON object */
function readJson(typed: unknown, label: string): IDataObject {
	const parsed = typeof typed === 'string' ? parse(typed) : (typed ?? {});
	if (!isObject(parsed)) {
		throw new ParameterError(
			`${label} is not a JSON object`,
			'Enter members of Zoom’s API, e.g. { "hd_video": true }',
		);
	}
	return parsed as IDataObject;
}

function parse(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

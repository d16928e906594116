import { DateTime } from 'luxon';
import type { ZoomOccurrence, ZoomWebinarState } from '../../world';
import { validationFailed } from '../errors';
import { occurrencesOf, type Recurrence } from './recurrence';
import { checkSettings } from './settings';

/** A webinar as it was sent by create or update. */
export type Draft = Record<string, unknown>;

const LONGEST_TOPIC = 200;
const LONGEST_PASSCODE = 10;
/** Settings of one date: https://developers.zoom.us/docs/api/meetings/#tag/webinars/patch/webinars/{webinarId} */
const SETTINGS_OF_A_DATE = [
	'host_video',
	'panelist_video',
	'panelists_video',
	'hd_video',
	'watermark',
	'add_watermark',
	'auto_recording',
];

/**
 * Puts what was sent into a webinar: topic, time, series, settings.
 * @throws ZoomError 400/300 naming the member; then the webinar is as before
 */
export function apply(draft: Draft, webinar: ZoomWebinarState): void {
	const next = { ...webinar };
	if (draft.topic !== undefined) next.topic = text(draft, 'topic', LONGEST_TOPIC);
	if (draft.agenda !== undefined) next.agenda = text(draft, 'agenda', 2000);
	if (draft.timezone !== undefined) next.timezone = zone(draft);
	if (draft.duration !== undefined) next.duration = minutes(draft);
	if (draft.password !== undefined) next.passcode = text(draft, 'password', LONGEST_PASSCODE);
	if (draft.template_id !== undefined) next.templateId = text(draft, 'template_id', 100);
	if (draft.type !== undefined) next.type = type(draft);
	if (draft.tracking_fields !== undefined) {
		next.trackingFields = trackingFields(draft.tracking_fields);
	}
	if (draft.start_time !== undefined) next.startTime = iso(startOf(draft, next.timezone));
	if (draft.recurrence !== undefined) next.recurrence = Object(draft.recurrence) as Recurrence;
	if (next.type === 5) next.recurrence = undefined;
	if (next.type !== 9) next.occurrences = undefined;
	else if ((draft.recurrence ?? draft.start_time ?? draft.type) !== undefined) {
		const start = DateTime.fromISO(next.startTime, { zone: next.timezone });
		next.occurrences = occurrencesOf(next.recurrence ?? {}, start, next.duration);
		next.startTime = next.occurrences[0]?.start_time ?? next.startTime;
	} else if (draft.duration !== undefined) {
		next.occurrences = next.occurrences?.map((one) => ({ ...one, duration: next.duration }));
	}
	applySettings(settingsOf(draft), next);
	Object.assign(webinar, next);
}

/**
 * What may be changed of one date alone; that Zoom passes over the rest is an assumption.
 * @throws ZoomError 400/300 naming the member; then the date is as before
 */
export function applyToOccurrence(
	draft: Draft,
	date: ZoomOccurrence,
	{ timezone }: ZoomWebinarState,
): void {
	const next = { ...date };
	if (draft.start_time !== undefined) next.start_time = iso(startOf(draft, timezone));
	if (draft.duration !== undefined) next.duration = minutes(draft);
	if (draft.agenda !== undefined) next.agenda = text(draft, 'agenda', 2000);
	const allowed = Object.entries(settingsOf(draft)).filter(([name]) =>
		SETTINGS_OF_A_DATE.includes(name),
	);
	next.settings = { ...next.settings, ...Object.fromEntries(allowed) };
	Object.assign(date, next);
}

function settingsOf(draft: Draft): Record<string, unknown> {
	const settings: Record<string, unknown> = { ...Object(draft.settings) };
	checkSettings(settings);
	return settings;
}

function trackingFields(value: unknown): Array<{ field: string; value: string }> {
	if (!Array.isArray(value)) throw validationFailed('tracking_fields');
	return value.map((one: unknown) => {
		const { field, value: content } = Object(one) as Record<string, unknown>;
		if (typeof field !== 'string' || typeof content !== 'string') {
			throw validationFailed('tracking_fields');
		}
		return { field, value: content };
	});
}

function applySettings(settings: Record<string, unknown>, webinar: ZoomWebinarState): void {
	const { approval_type, alternative_hosts, question_and_answer, ...others } = settings;
	if (approval_type === 0 || approval_type === 1 || approval_type === 2) {
		webinar.approvalType = approval_type;
	}
	if (alternative_hosts !== undefined) {
		webinar.alternativeHosts = String(alternative_hosts)
			.split(/[,;]/)
			.map((one) => one.trim())
			.filter((one) => one !== '');
	}
	const asked = Object(question_and_answer) as Record<string, unknown>;
	if (asked.enable !== undefined) webinar.questionAndAnswer = asked.enable === true;
	webinar.settings = {
		...webinar.settings,
		...others,
		...(question_and_answer !== undefined && {
			question_and_answer: { ...Object(webinar.settings?.question_and_answer), ...asked },
		}),
	};
}

/** UTC with a Z, else local time of the zone. @throws ZoomError 400/300 */
function startOf(draft: Draft, timezone: string): DateTime {
	const value = String(draft.start_time);
	const start = DateTime.fromISO(value, { zone: value.endsWith('Z') ? 'utc' : timezone });
	if (!start.isValid) throw validationFailed('start_time');
	return start;
}

function iso(moment: DateTime): string {
	return moment.toUTC().toISO({ suppressMilliseconds: true }) ?? '';
}

function zone(draft: Draft): string {
	const value = text(draft, 'timezone', 60);
	if (!DateTime.local({ zone: value }).isValid) throw validationFailed('timezone');
	return value;
}

function minutes(draft: Draft): number {
	const value = draft.duration;
	if (!Number.isInteger(value) || Number(value) < 1) throw validationFailed('duration');
	return Number(value);
}

function type(draft: Draft): ZoomWebinarState['type'] {
	const value = draft.type;
	if (value !== 5 && value !== 6 && value !== 9) throw validationFailed('type');
	return value;
}

function text(draft: Draft, name: string, longest: number): string {
	const value = draft[name];
	if (typeof value !== 'string' || value.length > longest) throw validationFailed(name);
	return value;
}

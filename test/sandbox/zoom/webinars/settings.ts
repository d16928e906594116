import { validationFailed } from '../errors';

const oneOf =
	(...values: unknown[]) =>
	(value: unknown): boolean =>
		values.includes(value);

const whole =
	(least: number, most: number) =>
	(value: unknown): boolean =>
		Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const flag = (value: unknown): boolean => typeof value === 'boolean';
const words = (value: unknown): boolean => typeof value === 'string';

/** Settings with what they may be; others are kept as they come. */
const ALLOWED: Record<string, (value: unknown) => boolean> = {
	approval_type: oneOf(0, 1, 2),
	registration_type: oneOf(1, 2, 3),
	registrants_restrict_number: whole(0, 20_000),
	auto_recording: oneOf('local', 'cloud', 'none'),
	audio: oneOf('both', 'telephony', 'voip', 'thirdParty'),
	alternative_hosts: words,
	contact_name: words,
	contact_email: words,
	email_language: words,
	survey_url: words,
	...Object.fromEntries(
		[
			'host_video',
			'panelists_video',
			'practice_session',
			'hd_video',
			'on_demand',
			'allow_multiple_devices',
			'close_registration',
			'show_share_button',
			'show_join_info',
			'registrants_confirmation_email',
			'registrants_email_notification',
			'notify_registrants',
			'meeting_authentication',
			'panelist_authentication',
			'panelists_invitation_email_notification',
			'post_webinar_survey',
			'email_in_attendee_report',
			'add_watermark',
		].map((name) => [name, flag]),
	),
};

/** @throws ZoomError 400/300 naming the setting */
export function checkSettings(settings: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(settings)) {
		if (ALLOWED[name]?.(value) === false) throw validationFailed(`settings.${name}`);
	}
}

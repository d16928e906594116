/**
 * Which granular scope opens which events; `:admin` and `:master` forms do as well.
 * https://developers.zoom.us/docs/api/meetings/events/
 */
const SCOPES: Array<[RegExp, string]> = [
	[/^webinar\.registration_(created|approved|denied|cancelled)$/, 'webinar:read:registrant'],
	[/^webinar\.participant_(joined|left|role_changed|bind|feedback)$/, 'webinar:read:participant'],
	[/^webinar\.chat_message_(sent|file_sent|file_downloaded)$/, 'webinar:read:chat_message'],
	[
		/^webinar\.(created|updated|deleted|permanently_deleted|recovered|started|ended|alert|sharing_started|sharing_ended|converted_to_meeting)$/,
		'webinar:read:webinar',
	],
	[/^recording\.registration_(created|approved|denied)$/, 'cloud_recording:read:registrant'],
	[
		/^recording\.(started|paused|resumed|stopped|completed|transcript_completed|renamed|trashed|deleted|recovered|batch_trashed|batch_deleted|batch_recovered)$/,
		'cloud_recording:read:recording',
	],
];

/** The scope of an event, undefined when Zoom has no such event. */
export function scopeOf(event: string): string | undefined {
	return SCOPES.find(([pattern]) => pattern.test(event))?.[1];
}

/** Whether an app with these scopes may subscribe to what needs this scope. */
export function isOpenTo(scope: string, granted: string[]): boolean {
	return ['', ':admin', ':master'].some((form) => granted.includes(scope + form));
}

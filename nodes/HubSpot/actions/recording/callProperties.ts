import { alive } from '../../../shared/node/ended';
import { callBody, callTitle, fitsBody } from '../../mapping/recordingCall';
import type { Engagement } from '../../transport/engagements';
import { isLinkable, textOf } from './plan';
import { fileOfEntry, type Group, type Run } from './run';

/**
 * What the call is to hold, given what it holds; undefined when there is nothing it could show.
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide
 */
export function wantedProperties(
	run: Run,
	group: Group,
	held: Engagement | undefined,
): Record<string, string> | undefined {
	const { options } = run;
	const entries = alive(group.entries);
	const spoken = entries.map((entry) => textOf(run, entry)).filter((text) => text !== '');
	const linked = entries.filter((entry) => isLinkable(run, entry));
	const uploaded = entries.filter(({ steps }) => steps.file !== undefined);
	const inCall = options.transcript === 'callBody' || options.transcript === 'callTranscript';
	const hasWords = inCall && spoken.length > 0;
	if (linked.length + uploaded.length === 0 && !hasWords) return undefined;
	const { properties = {} } = held ?? {};
	return {
		hs_timestamp: group.session.start,
		hs_call_title: properties.hs_call_title ?? callTitle(group.session),
		hs_call_body: bodyOf(run, group, properties.hs_call_body ?? ''),
		hs_call_status: 'COMPLETED',
		...durationOf(group, properties.hs_call_duration),
		...attachmentsOf(group, properties.hs_attachment_ids ?? ''),
		...(properties.hs_call_recording_url === undefined && mediaOf(run, group)),
	};
}

/** The transcript stands in the call where that is wanted and there is room for it. */
function bodyOf(run: Run, group: Group, held: string): string {
	const entries = alive(group.entries);
	const files = entries.filter((entry) => isLinkable(run, entry)).flatMap(fileOfEntry);
	const parts = { session: group.session, files, withPasscode: run.options.withPasscode };
	const words = entries.map((entry) => textOf(run, entry)).filter((text) => text !== '');
	const body = callBody(held, { ...parts, transcript: words.join('\n') });
	group.wordsInCall = run.options.transcript === 'callBody' && fitsBody(body);
	return group.wordsInCall ? body : callBody(held, { ...parts, transcript: '' });
}

/** The longest file's, in milliseconds; a later, shorter file does not shorten the call. */
function durationOf(group: Group, held: string | undefined): Record<string, string> {
	const known = alive(group.entries)
		.flatMap(fileOfEntry)
		.map(({ durationMs }) => durationMs);
	const longest = Math.max(0, Number(held ?? 0) || 0, ...known);
	return longest > 0 ? { hs_call_duration: String(longest) } : {};
}

function attachmentsOf(group: Group, held: string): Record<string, string> {
	const before = held.split(';').filter((id) => id !== '');
	const added = alive(group.entries).flatMap(({ uploaded }) => uploaded?.id || []);
	const ids = [...new Set([...before, ...added])].join(';');
	return ids === '' ? {} : { hs_attachment_ids: ids };
}

/**
 * HubSpot plays media only from an address that serves the file itself to anybody: of a public
 * upload, never the platform's page nor a private file.
 */
function mediaOf({ options }: Run, group: Group): Record<string, string> {
	if (options.access === 'PRIVATE') return {};
	const media = alive(group.entries).find(
		({ uploaded, input }) =>
			uploaded !== null &&
			/^https:/i.test(uploaded.url) &&
			(input.file?.fileType === 'video' || input.file?.fileType === 'audio'),
	);
	return media?.uploaded ? { hs_call_recording_url: media.uploaded.url } : {};
}

/** Those that the call lacks; its moment and status are never changed. */
export function changesOf(
	held: Engagement,
	wanted: Record<string, string>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(wanted)
			.filter(([name]) => name !== 'hs_timestamp' && name !== 'hs_call_status')
			.filter(([name, value]) => held.properties[name] !== value),
	);
}

import { asIsoTime } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { VendorError } from '../../shared/transport/vendorError';
import { findWebinar, type FoundWebinar } from '../actions/webinars/find';
import { readRuns } from '../actions/webinar/runs';
import type { Plan } from '../mapping/heldRuns';
import { toFile, toRecording } from '../mapping/recording';
import { toRun, type Run } from '../mapping/run';
import { toSeminarDate } from '../mapping/seminarDate';
import { withRun } from '../mapping/webinar';
import { getEntryUrl } from '../transport/endpoints/entry';
import { getRecordings } from '../transport/endpoints/recordings';
import { staysOf } from '../transport/endpoints/reports';
import type { AdobeClient } from '../transport/request';
import { isHidden } from '../transport/told';
import { attributeOf, childOf, flagOf } from '../xml/element';
import { onDemand, opened, type OpenedLink } from './opened';
import { ownAddress } from './ownAddress';
import { readPerson, type LinkPerson } from './person';
import type { JoinLinkHolder } from './sign';
import { recordingOf, stageOf, type Watchable } from './stage';

/**
 * Where the owner of a valid link is to go now: to the event or the room and, after the end, to the
 * recording where there is one.
 * @param now epoch milliseconds
 * @throws VendorError when Adobe Connect cannot be asked
 */
export async function openJoinLink(
	client: AdobeClient,
	{ webinarId, occurrenceId, registrantId }: JoinLinkHolder,
	now: number,
): Promise<OpenedLink> {
	const found = await unless(
		(error) => error instanceof VendorError && error.details.reason === 'webinarNotFound',
		findWebinar(client, { scoId: webinarId }, occurrenceId),
	);
	if (found === undefined) return opened(true, 'webinarNotFound');
	const person = await readPerson(client, found, registrantId);
	const { email, firstName, lastName, registrant } = person;
	const whose = { email, firstName, lastName, registrant, webinar: found.webinar };
	const runs = (await readRuns(client, found)).flatMap((row) => toRun(row) ?? []);
	const plans = found.sessions.map(toSeminarDate);
	const stage = stageOf(found.webinar, runs, plans, now);
	// A link for all sessions of a seminar leads to the next one as long as there is one.
	if (stage.kind === 'live' || (occurrenceId === '' && plans.some(isComing(now)))) {
		return opened(true, '', { ...whose, ...(await entryOf(client, found, person)) });
	}
	const { run } = stage;
	const files = (await readRecordings(client, found)).flatMap((row) => toFile(row) ?? []);
	const recording = recordingOf(files, found.webinar, run);
	const redirectUrl = await recordingUrl(client, recording);
	if (recording === undefined || redirectUrl === '') {
		return opened(true, 'notRecorded', { ...whose, ...(await landingOf(client, found)) });
	}
	const webinar = withRun(found.webinar, run ?? { sessionId: '', ...timesOf(recording) });
	const toRecordingPage = { ...whose, webinar, redirectUrl, opens: 'recording' as const };
	if (registrant?.status !== 'approved') return opened(true, '', toRecordingPage);
	const wasThere = run !== undefined && (await attended(client, found.roomId, run, registrantId));
	return opened(true, '', {
		...toRecordingPage,
		attendanceStatus: wasThere ? 'attended' : 'attendedOnDemand',
		...(!wasThere && onDemand(asIsoTime(now) ?? '')),
	});
}

function isComing(now: number) {
	return ({ scheduledEndTime }: Plan): boolean => Date.parse(scheduledEndTime ?? '') > now;
}

/** Straight into the event where it lets people in by their address alone, else to its page, or the room. */
async function entryOf(client: AdobeClient, found: FoundWebinar, person: LinkPerson) {
	const landing = await landingOf(client, found);
	const { event, aclId } = found;
	const isOpen = event !== null && flagOf(childOf(event, 'event-info'), 'password-bypass') === true;
	if (!isOpen || person.registrant?.status !== 'approved' || person.login === '') return landing;
	const entry = await ownUrl(client, await getEntryUrl(client, aclId, person.login));
	return entry === '' ? landing : { ...landing, redirectUrl: entry };
}

async function landingOf(client: AdobeClient, { webinar }: FoundWebinar) {
	const redirectUrl = await ownUrl(client, webinar.joinUrl);
	const opens = webinar.kind === 'event' ? ('event' as const) : ('room' as const);
	return redirectUrl === '' ? {} : { redirectUrl, opens };
}

async function ownUrl(client: AdobeClient, address: string): Promise<string> {
	const { webAddress } = await client.session();
	return ownAddress(address, { baseUrl: client.account.baseUrl, webAddress });
}

async function recordingUrl(client: AdobeClient, recording: Watchable | undefined) {
	if (recording === undefined) return '';
	const { webAddress } = await client.session();
	return await ownUrl(client, toRecording(recording, webAddress, true).url);
}

async function readRecordings(client: AdobeClient, { roomId }: FoundWebinar) {
	if (roomId === '') return [];
	return (await unless(isHidden, getRecordings(client, roomId))) ?? [];
}

/** Whether somebody was there live: then the recording changes nothing about it. */
async function attended(
	client: AdobeClient,
	roomId: string,
	run: Run,
	principalId: string,
): Promise<boolean> {
	const within = {
		from: Date.parse(run.startTime),
		to: run.endTime === null ? Infinity : Date.parse(run.endTime),
	};
	for await (const row of staysOf(client, roomId, within, principalId)) {
		if (attributeOf(row, 'principal-id') === principalId) return true;
	}
	return false;
}

function timesOf({ startTime, endTime }: Watchable): { startTime: string; endTime: string } {
	return { startTime, endTime };
}

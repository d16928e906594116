import type { Webinar } from '../../shared/model/webinar';
import { withoutTrailing } from '../../shared/transport/trailing';
import { attributeOf, childOf, flagOf, timeOf, valueOf, type XmlElement } from '../xml/element';
import { timeZoneOf } from './timeZone';

/** What people call a webinar in Adobe Connect. */
export type WebinarKind = 'event' | 'seminar' | 'meeting';

/** Our webinar, and what it is in Adobe Connect. */
export type AdobeWebinar = Webinar & { kind: WebinarKind };

/** It travels with every person. */
const DESCRIPTION_LENGTH = 250;

/** What of the account is needed for a webinar's links and times. */
export interface AccountFacts {
	accountId: string;
	/** Without a slash at its end. */
	webAddress: string;
	timeZoneId: string;
	timeZone: string;
}

/** Everything that was read of one webinar. */
export interface WebinarParts {
	kind: WebinarKind;
	/** `<sco>` of sco-info, or a row of a list: of the event, or of the room. */
	sco: XmlElement;
	/** `<results>` of event-info, of events alone. */
	event?: XmlElement;
	/** `<sco>` of the seminar session, where the room has one. */
	session?: XmlElement;
	/** Permission of the public on the room; empty when it was not asked for. */
	access?: string;
}

/** What an object of Adobe Connect is, by type and icon; undefined for folders, files and the like. */
export function kindOf(sco: XmlElement): WebinarKind | 'session' | undefined {
	const type = attributeOf(sco, 'type');
	const icon = valueOf(sco, 'icon');
	if (type === 'event') return 'event';
	if (type === 'seminarsession') return 'session';
	if (type !== 'meeting') return undefined;
	return icon === 'seminar' || flagOf(sco, 'is-seminar') === true ? 'seminar' : 'meeting';
}

/** sco-info, event-info and the seminar session as our webinar. */
export function toWebinar(parts: WebinarParts, account: AccountFacts): AdobeWebinar {
	const { kind, sco, event, session, access } = parts;
	const info = event === undefined ? sco : childOf(event, 'event-info');
	const planned = session ?? (event === undefined ? sco : info);
	const start = timeOf(planned, 'date-begin') ?? timeOf(sco, 'date-begin');
	const end = timeOf(planned, 'date-end') ?? timeOf(sco, 'date-end');
	const zone =
		event === undefined ? '' : attributeOf(childOf(event, 'preferences'), 'time-zone-id');
	const link = linkOf(parts, account);
	return {
		provider: 'adobeConnect',
		kind,
		accountId: attributeOf(sco, 'account-id') || account.accountId,
		webinarId: attributeOf(sco, 'sco-id'),
		sessionId: '',
		occurrenceId: session === undefined ? '' : attributeOf(session, 'sco-id'),
		topic: (session && valueOf(session, 'name')) || valueOf(sco, 'name') || valueOf(info, 'name'),
		description: valueOf(sco, 'description').slice(0, DESCRIPTION_LENGTH),
		scheduledStartTime: start,
		scheduledEndTime: end,
		startTime: null,
		endTime: null,
		durationSeconds: secondsBetween(start, end),
		timezone: timeZoneOf(zone, account),
		hostEmail: '',
		joinUrl: link,
		registrationUrl: kind === 'event' ? link : '',
		registrationRequired: kind === 'event' ? true : isClosed(access),
	};
}

/** The webinar with the times of one run of its room. */
export function withRun(
	webinar: AdobeWebinar,
	run: { sessionId: string; startTime: string | null; endTime: string | null },
): AdobeWebinar {
	const { startTime, endTime } = run;
	const known = startTime !== null && endTime !== null;
	return {
		...webinar,
		...run,
		durationSeconds: known ? secondsBetween(startTime, endTime) : webinar.durationSeconds,
	};
}

/** The landing page of an event, the address of a room; no link lets one person in. */
function linkOf({ sco, event }: WebinarParts, account: AccountFacts): string {
	const info = event === undefined ? sco : childOf(event, 'event-info');
	const path = valueOf(sco, 'url-path') || valueOf(info, 'url-path');
	if (!path.startsWith('/')) return '';
	const domain = withoutTrailing(valueOf(info, 'domain-name'), '/');
	return `${/^https?:\/\/[^\s@]+$/i.test(domain) ? domain : account.webAddress}${path}`;
}

/**
 * Whether only known people are let in: `view-hidden` lets in everybody with the link, `remove` known
 * users and accepted guests, `denied` those who were invited.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
function isClosed(access: string | undefined): boolean | null {
	if (access === 'view-hidden' || access === 'view') return false;
	return access === 'remove' || access === 'denied' ? true : null;
}

/** Whole seconds; 0 when one of the two is not known. */
export function secondsBetween(start: string | null, end: string | null): number {
	if (start === null || end === null) return 0;
	return Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 1000));
}

import { absence } from '../../shared/attendees/attendance';
import type { Attendance } from '../../shared/model/attendance';
import type { Engagement } from '../../shared/model/engagement';
import type { Registrant } from '../../shared/model/registrant';
import type { AdobeWebinar } from '../mapping/webinar';

/** Where a link leads; empty = nowhere. */
export type Opens = 'event' | 'room' | 'recording' | '';

/** Why a link does not lead where it could; empty = it does. */
export type LinkReason = 'linkForged' | 'linkIncomplete' | 'notRecorded' | 'webinarNotFound' | '';

/** What *Open Join Link* returns. */
export type OpenedLink = {
	/** Its signature is right. */
	valid: boolean;
	/** Always an address of the account; empty = show the page. */
	redirectUrl: string;
	opens: Opens;
	reason: LinkReason;
	/** For people who cannot be led on: plain text, without anything that came with the request. */
	pageTitle: string;
	pageText: string;
	/** The person; empty and null for links that are not valid. */
	email: string;
	firstName: string;
	lastName: string;
	/** `attendedOnDemand` = somebody who was not there opens the recording; empty = nothing to write. */
	attendanceStatus: 'attended' | 'attendedOnDemand' | '';
	webinar: AdobeWebinar | null;
	registrant: Registrant | null;
	/** Only of people who attend on demand, as *Get attendees* has them. */
	attendance?: Attendance;
	engagement?: Engagement;
};

const PAGES: Readonly<Record<LinkReason, { title: string; text: string }>> = {
	'': { title: 'Your webinar', text: 'You are being taken to your webinar.' },
	notRecorded: { title: 'Your webinar', text: 'You are being taken to your webinar.' },
	linkForged: {
		title: 'This link does not work',
		text: 'Please open the link in your confirmation once more, or copy it as a whole.',
	},
	linkIncomplete: {
		title: 'This link is not complete',
		text: 'Please open the link in your confirmation once more, or copy it as a whole.',
	},
	webinarNotFound: {
		title: 'This webinar is no longer available',
		text: 'It was cancelled or moved. Please look for a newer message from the organiser.',
	},
};

/** @param rest what is known beyond the reason */
export function opened(
	valid: boolean,
	reason: LinkReason,
	rest: Partial<OpenedLink> = {},
): OpenedLink {
	const { title, text } = PAGES[reason];
	return {
		valid,
		redirectUrl: '',
		opens: '',
		reason,
		pageTitle: title,
		pageText: text,
		email: '',
		firstName: '',
		lastName: '',
		attendanceStatus: '',
		webinar: null,
		registrant: null,
		...rest,
	};
}

/** What is known of somebody who opens the recording: that they do, and when. @param at ISO 8601 UTC */
export function onDemand(at: string): Pick<OpenedLink, 'attendance' | 'engagement'> {
	return {
		attendance: {
			...absence('attendee', 'attendedOnDemand'),
			matchedBy: 'registrantId',
			onDemand: { viewedSeconds: 0, views: 1, firstViewedAt: at, lastViewedAt: at },
		},
		engagement: {
			level: 'unknown',
			basis: [],
			pollsAnswered: 0,
			questionsAsked: 0,
			surveyAnswered: false,
		},
	};
}

import fc from 'fast-check';

import { percentOf, totalSeconds } from '../../../../nodes/shared/model/intervals';
import type {
	AttendanceRole,
	AttendanceStatus,
	AttendeeItem,
} from '../../../../nodes/shared/model/attendance';
import type { EngagementLevel } from '../../../../nodes/shared/model/engagement';
import type { Webinar } from '../../../../nodes/shared/model/webinar';
import { figuresOf, type Figures, type Told } from '../../../../nodes/shared/report/figures';
import type { PageContent } from '../../../../nodes/shared/report/page/page';
import { registrant } from '../attendees/people';

export const START = Date.parse('2026-10-14T14:02:10Z');
const MINUTE = 60_000;
const LENGTH = 60 * MINUTE;

export const at = (minutes: number): string =>
	new Date(START + minutes * MINUTE).toISOString().replace('.000Z', 'Z');

export function webinar(changes: Partial<Webinar> = {}): Webinar {
	return {
		provider: 'zoom',
		accountId: 'account',
		webinarId: '95263712340',
		sessionId: 'session==',
		occurrenceId: '',
		topic: 'Product update',
		description: '',
		scheduledStartTime: at(-2),
		scheduledEndTime: at(58),
		startTime: at(0),
		endTime: at(60),
		durationSeconds: LENGTH / 1000,
		timezone: 'Europe/Berlin',
		hostEmail: 'host@example.com',
		joinUrl: '',
		registrationUrl: '',
		registrationRequired: true,
		...changes,
	};
}

export interface Somebody {
	name?: string;
	status?: AttendanceStatus;
	role?: AttendanceRole;
	registered?: boolean;
	source?: string;
	/** Minutes after the start, disjoint and in order. */
	stays?: Array<[from: number, to: number]>;
	level?: EngagementLevel;
	tooShort?: boolean;
	viewedSeconds?: number;
}

let people = 0;

/** Somebody of the webinar, of whom the test says what matters. */
export function person(one: Somebody = {}): AttendeeItem {
	people += 1;
	const { stays = [], registered = true, role = 'attendee', source, tooShort, viewedSeconds } = one;
	const name = one.name ?? `person${people}`;
	const status = one.status ?? (stays.length > 0 ? 'attended' : 'noShow');
	const seconds = totalSeconds(
		stays.map(([from, to]) => ({ from: from * MINUTE, to: to * MINUTE })),
	);
	return {
		email: `${name}@example.com`,
		firstName: name,
		lastName: 'Example',
		attendanceStatus: status,
		webinar: webinar(),
		registrant: registered ? registrant(name, source === undefined ? {} : { source }) : null,
		attendance: {
			status,
			role,
			firstJoinTime: stays[0] === undefined ? null : at(stays[0][0]),
			lastLeaveTime: stays.length === 0 ? null : at(stays[stays.length - 1]![1]),
			attendedSeconds: seconds,
			attendedPercent: percentOf(seconds, LENGTH / 1000),
			sessions: stays.map(([from, to]) => ({ joinTime: at(from), leaveTime: at(to) })),
			matchedBy: stays.length > 0 ? 'email' : null,
			...(tooShort && { belowThreshold: true as const }),
			...(viewedSeconds !== undefined && {
				onDemand: { viewedSeconds, views: 1, firstViewedAt: null, lastViewedAt: null },
			}),
		},
		engagement: {
			level: one.level ?? 'unknown',
			basis: ['duration'],
			pollsAnswered: 0,
			questionsAsked: 0,
			surveyAnswered: false,
		},
	};
}

/** Figures of these people; the test says what else was told. */
export function figures(told: Partial<Told> & Pick<Told, 'people'>, maxPoints = 120): Figures {
	const all = { webinar: webinar(), said: [], viewsTold: false, ...told };
	return figuresOf(all, { named: true, maxPoints });
}

export function content(changes: Partial<PageContent> = {}): PageContent {
	return {
		webinar: webinar(),
		figures: figures({ people: [person({ stays: [[0, 60]] }), person()] }),
		reason: undefined,
		threshold: { amount: 0, unit: 'seconds' },
		notes: [],
		zone: 'Europe/Berlin',
		madeAt: START + 2 * LENGTH,
		...changes,
	};
}

/** Stays within the hour, merged as the items carry them. */
const stays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }).map((moments) => {
	const sorted = [...moments].sort((a, b) => a - b);
	const pairs: Array<[number, number]> = [];
	for (let index = 0; index + 1 < sorted.length; index += 2) {
		pairs.push([sorted[index]!, sorted[index + 1]!]);
	}
	return pairs;
});

/** Anybody who can be among the people of a session. */
export const anybody = fc
	.record({
		stays,
		registered: fc.boolean(),
		role: fc.constantFrom<AttendanceRole>('attendee', 'attendee', 'attendee', 'panelist', 'host'),
		level: fc.constantFrom<EngagementLevel>('high', 'medium', 'low', 'unknown'),
		tooShort: fc.boolean(),
		viewed: fc.option(fc.integer({ min: 1, max: 9000 }), { nil: undefined }),
		source: fc.constantFrom('Newsletter', 'LinkedIn', undefined),
		unknown: fc.boolean(),
	})
	.map(({ viewed, unknown, tooShort, ...one }) => {
		const came = one.stays.length > 0 && !tooShort;
		const absent: AttendanceStatus =
			viewed !== undefined
				? 'attendedOnDemand'
				: unknown && one.stays.length === 0
					? 'unknown'
					: 'noShow';
		return person({
			...one,
			...(one.source === undefined && { source: '' }),
			status: came ? 'attended' : absent,
			tooShort: one.stays.length > 0 && tooShort,
			...(viewed !== undefined && { viewedSeconds: viewed }),
		});
	});

/** What nobody should be able to do anything with: markup, quotes, formulas, directions, halves, null bytes. */
export const hostile = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc
		.array(
			fc.constantFrom(
				...[
					'<',
					'>',
					'&',
					'"',
					"'",
					'`',
					'</title>',
					'</style>',
					'<script>alert(1)</script>',
					'-->',
				],
				...['<!--', ']]>', '<img src=x onerror=alert(1)>', '" onload="x', '&lt;', '&#60;', '${1}'],
				...[
					'=1+1',
					'+',
					'-',
					'@SUM(1)',
					'\t=1',
					'\r',
					'\n',
					',',
					';',
					'\u0000',
					'\ud800',
					'\udc00',
				],
				...['\u202e', '\u2066', '\u200f', 'שלום', 'مرحبا', '👩‍👩‍👧', 'é', 'ﷺ', '＝1', ' '],
			),
			{ maxLength: 8 },
		)
		.map((parts) => parts.join('')),
);

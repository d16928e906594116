import fc from 'fast-check';

import { isAttended, isAttendee } from '../../../../nodes/shared/report/counts';
import { anybody, figures, person, webinar } from './samples';

const everybody = fc.array(anybody, { maxLength: 40 });

describe('whatever people there are', () => {
	test('everybody is counted exactly once', () => {
		fc.assert(
			fc.property(everybody, (people) => {
				const found = figures({ people, viewsTold: true });
				const attendees = people.filter(isAttendee);
				const registrants = attendees.filter(({ registrant }) => registrant !== null);
				const viewedOnly = registrants.filter(
					({ attendanceStatus }) => attendanceStatus === 'attendedOnDemand',
				).length;
				expect(found.registered).toBe(registrants.length);
				expect(found.attendedRegistered + found.noShows! + found.unknown + viewedOnly).toBe(
					found.registered,
				);
				expect(found.attendedRegistered + found.guests).toBe(found.attended);
				const { high, medium, low, unknown } = found.engagement;
				expect(high + medium + low + unknown).toBe(found.attended);
				expect(found.panelists + found.hosts + found.attended).toBe(
					people.filter(isAttended).length,
				);
			}),
		);
	});

	test('rates and shares lie between 0 and 100, with one decimal', () => {
		fc.assert(
			fc.property(everybody, (people) => {
				const { showUpRate, averageAttendedPercent, registered, unknown } = figures({ people });
				for (const rate of [showUpRate, averageAttendedPercent]) {
					if (rate === null) continue;
					expect(rate).toBeGreaterThanOrEqual(0);
					expect(rate).toBeLessThanOrEqual(100);
					expect(Math.round(rate * 10) / 10).toBe(rate);
				}
				expect(showUpRate === null).toBe(registered === unknown);
			}),
		);
	});

	test('as many stayed for longer than the median as for less', () => {
		fc.assert(
			fc.property(everybody, (people) => {
				const { medianAttendedSeconds: median, attended } = figures({ people });
				const seconds = people
					.filter((one) => isAttendee(one) && isAttended(one))
					.map(({ attendance }) => attendance.attendedSeconds);
				expect(median === null).toBe(attended === 0);
				if (median === null) return;
				const longer = seconds.filter((each) => each > median).length;
				const shorter = seconds.filter((each) => each < median).length;
				expect(longer).toBeLessThanOrEqual(attended / 2);
				expect(shorter).toBeLessThanOrEqual(attended / 2);
			}),
		);
	});

	test('their order does not matter', () => {
		fc.assert(
			fc.property(everybody, (people) => {
				const { sources: one, ...figure } = figures({ people });
				const { sources: other, ...reversed } = figures({ people: [...people].reverse() });
				expect(reversed).toEqual(figure);
				const byName = (list: typeof one) =>
					[...list].sort((a, b) => (a.source < b.source ? -1 : 1));
				expect(byName(other)).toEqual(byName(one));
			}),
		);
	});
});

test('a webinar without registration has no registrants, no no-shows and no show-up rate', () => {
	const people = [person({ registered: false, stays: [[0, 30]] })];
	const found = figures({ people, webinar: webinar({ registrationRequired: false }) });
	expect(found).toMatchObject({ registered: null, noShows: null, showUpRate: null });
	expect(found).toMatchObject({ attended: 1, guests: 1, averageAttendedSeconds: 1800 });
});

test('a webinar with registration that nobody registered for has none of them, which is 0', () => {
	expect(figures({ people: [] })).toMatchObject({ registered: 0, noShows: 0, showUpRate: null });
});

test('who stayed too short is a no-show, also of the guests, and counted as such', () => {
	const short = {
		status: 'noShow',
		tooShort: true,
		stays: [[0, 1]] as Array<[number, number]>,
	} as const;
	const people = [
		person(short),
		person({ ...short, registered: false }),
		person({ stays: [[0, 60]] }),
	];
	expect(figures({ people })).toMatchObject({
		...{ registered: 2, attended: 1, guests: 0, noShows: 1, belowMinimum: 2, showUpRate: 50 },
		peakAttendees: 1,
	});
});

test('what the platform does not tell is null, and not 0', () => {
	expect(figures({ people: [person({ stays: [[0, 60]] })] })).toMatchObject({
		...{ questions: null, surveys: null, filesDownloaded: null, onDemand: null, sources: [] },
	});
});

test('viewers of the recording are those who came live as well and those who did not', () => {
	const people = [
		person({ stays: [[0, 60]], viewedSeconds: 100 }),
		person({ status: 'attendedOnDemand', viewedSeconds: 201 }),
		person({ status: 'attendedOnDemand', registered: false, viewedSeconds: 300 }),
		person(),
	];
	const found = figures({ people, viewsTold: true });
	expect(found.onDemand).toEqual({ viewers: 3, insteadOfLive: 2, averageViewedSeconds: 200 });
	expect(found).toMatchObject({ registered: 3, attended: 1, noShows: 1, showUpRate: 33.3 });
});

test.each([
	[[10], 10, 10],
	[[10, 50], 30, 30],
	[[10, 20, 60], 30, 20],
	[[10, 20, 30, 60], 30, 25],
])('of people who stayed %j minutes the mean is %d and the median %d', (minutes, mean, median) => {
	const people = minutes.map((each) => person({ stays: [[0, each]] }));
	expect(figures({ people })).toMatchObject({
		averageAttendedSeconds: mean * 60,
		medianAttendedSeconds: median * 60,
	});
});

test('sources come with how many of each attended, the most frequent first', () => {
	const people = [
		person({ source: 'LinkedIn', stays: [[0, 9]] }),
		person({ source: 'Newsletter' }),
		person({ source: 'Newsletter', stays: [[0, 9]] }),
	];
	expect(figures({ people }).sources).toEqual([
		{ source: 'Newsletter', registered: 2, attended: 1 },
		{ source: 'LinkedIn', registered: 1, attended: 1 },
	]);
});

import fc from 'fast-check';
import type { ZoomSession } from '../../sandbox/world';
import { makeStory, type Story, type StorySession } from '../../story';

const stories = fc
	.record({ seed: fc.integer(), registrants: fc.integer({ min: 10, max: 80 }) })
	.map(makeStory);
const RUNS = { numRuns: 25 };

function allSessions(story: Story): StorySession[] {
	return [story.main, story.earlier, story.nobody, story.noRegistration, story.neverStarted];
}

function zoomSession(story: Story, session: StorySession): ZoomSession | undefined {
	const webinar = story.world.zoom.webinars.find(({ id }) => id === session.webinarId);
	return webinar?.sessions.find(({ uuid }) => uuid === session.sessionUuid);
}

describe('makeStory', () => {
	it('tells the same story for the same seed, and another one for another seed', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 10, max: 60 }), (seed, registrants) => {
				const story = makeStory({ seed, registrants });
				expect(makeStory({ seed, registrants })).toEqual(story);
				expect(makeStory({ seed: seed + 1, registrants }).main.people).not.toEqual(
					story.main.people,
				);
			}),
			RUNS,
		);
	});

	it('gives nobody a name or an address twice', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const people = new Map(
					allSessions(story).flatMap((session) =>
						session.people.map((person) => [person.key, person] as const),
					),
				);
				const names = [...people.values()].map(({ firstName, lastName }) =>
					`${firstName} ${lastName}`.toLowerCase(),
				);
				const emails = [...people.values()].map(({ email }) => email).filter(Boolean);
				expect(new Set(names).size).toBe(names.length);
				expect(new Set(emails).size).toBe(emails.length);
				for (const session of allSessions(story)) {
					const keys = session.people.map(({ key }) => key);
					expect(new Set(keys).size).toBe(keys.length);
				}
			}),
			RUNS,
		);
	});

	it('keeps everybody within the session, in order, for at least 30 seconds', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const session of allSessions(story)) {
					for (const { presence } of session.people) {
						const times = presence.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
						expect([...times].sort((a, b) => a - b)).toEqual(times);
						expect(new Set(times).size).toBe(times.length);
						if (times.length === 0) continue;
						expect(times[0]).toBeGreaterThanOrEqual(Date.parse(session.startTime));
						expect(times[times.length - 1]).toBeLessThanOrEqual(Date.parse(session.endTime));
						const seconds = times.reduce((sum, at, i) => sum + (i % 2 ? at : -at), 0) / 1000;
						expect(seconds).toBeGreaterThanOrEqual(30);
					}
				}
			}),
			RUNS,
		);
	});

	it('lies wholly before now, whatever now is', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
				(date) => {
					const story = makeStory({ seed: 1, registrants: 10, now: date.toISOString() });
					for (const session of allSessions(story)) {
						expect(Date.parse(session.endTime)).toBeLessThan(date.getTime());
					}
					expect(date.getTime() - Date.parse(story.main.endTime)).toBeLessThan(10 * 60_000);
				},
			),
			RUNS,
		);
	});

	it('gives sessions an odd length, so that no percentage needs a rule for halves', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const session of [story.main, story.earlier, story.noRegistration]) {
					const length = Date.parse(session.endTime) - Date.parse(session.startTime);
					expect((length / 1000) % 2).toBe(1);
				}
			}),
			RUNS,
		);
	});

	it('gives webinars UUIDs of Zoom’s form, the awkward ones too', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const { uuid } of story.world.zoom.webinars) {
					expect(Buffer.from(uuid, 'base64')).toHaveLength(16);
					expect(Buffer.from(uuid, 'base64').toString('base64')).toBe(uuid);
				}
				expect(story.main.sessionUuid.startsWith('/')).toBe(true);
				expect(story.earlier.sessionUuid).toMatch(/^[^/].*\/\//);
			}),
			RUNS,
		);
	});

	it('makes the report ready at once, or after the delay asked for', () => {
		const ready = (story: Story) => zoomSession(story, story.main);
		const atOnce = makeStory({ seed: 2, registrants: 10 });
		expect(ready(atOnce)?.durationsReadyAt).toBe(atOnce.main.endTime);
		const late = makeStory({ seed: 2, registrants: 10, reportDelayMinutes: 30 });
		const end = Date.parse(late.main.endTime);
		expect(Date.parse(ready(late)?.reportReadyAt ?? '')).toBe(end + 20 * 60_000);
		expect(Date.parse(ready(late)?.durationsReadyAt ?? '')).toBe(end + 30 * 60_000);
		expect(late.main).toEqual(atOnce.main);
	});

	it('has a session without rows, one without registration and one that never was', () => {
		const story = makeStory({ seed: 3, registrants: 10 });
		expect(zoomSession(story, story.nobody)?.participants).toEqual([]);
		expect(story.nobody.people.length).toBeGreaterThan(0);
		const open = story.world.zoom.webinars.find(({ id }) => id === story.noRegistration.webinarId);
		expect(open).toMatchObject({ approvalType: 2, registrants: [] });
		const never = story.world.zoom.webinars.find(({ id }) => id === story.neverStarted.webinarId);
		expect(never?.sessions).toEqual([]);
		expect(never?.registrants).toHaveLength(story.neverStarted.people.length);
	});

	it('takes 10 to 50,000 registrants and nothing else', () => {
		for (const registrants of [9, 10.5, 50_001, Number.NaN]) {
			expect(() => makeStory({ seed: 1, registrants })).toThrow(RangeError);
		}
		const large = makeStory({ seed: 1, registrants: 50_000 });
		const registered = large.main.people.filter(({ kind }) => kind === 'registrant');
		expect(registered).toHaveLength(50_000);
		const here = registered.filter(({ presence }) => presence.length > 0);
		expect(here).toHaveLength(30_000);
	});
});

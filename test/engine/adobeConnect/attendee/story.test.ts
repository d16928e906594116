import { adobeIds, type StorySession } from '../../../story';
import { stage, type Stage } from '../../support/world';
import { actions, getAttendees, levelsOfRegistered, people, seen, told } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

const withoutLevels = (rows: string[]): string[] =>
	rows.map((row) => row.replace(/"level":"\w+"/, '')).sort();

const eventOf = (session: StorySession): string => adobeIds(session, 'event').webinarId;

describe('an event', () => {
	test('gives exactly the people of the story, with their time, percent and engagement', async () => {
		const { main } = here.story;
		const found = seen(people(await getAttendees(here, eventOf(main))));
		expect(levelsOfRegistered(found, main)).toEqual(levelsOfRegistered(told(main), main));
	});

	test('gives presenters and hosts where they are asked for', async () => {
		const peopleToReturn = ['attended', 'noShow', 'panelist', 'host'];
		const run = await getAttendees(here, eventOf(here.story.main), { peopleToReturn });
		const expected = told(here.story.main, ['attendee', 'panelist', 'host']);
		// They are not registered, so the report of the event tells nothing of what they did.
		expect(withoutLevels(seen(people(run)))).toEqual(withoutLevels(expected));
	});

	test('that nobody came to says so', async () => {
		const found = people(await getAttendees(here, eventOf(here.story.nobody)));
		expect(seen(found)).toEqual(told(here.story.nobody));
		expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['nobodyAttended']));
	});

	test('that was never held says so, and makes nobody a no-show', async () => {
		const found = people(await getAttendees(here, eventOf(here.story.neverStarted)));
		expect(seen(found)).toEqual(told(here.story.neverStarted));
		expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['neverStarted']));
	});

	test('links every person to the input item and keeps items small', async () => {
		const { outputs } = await getAttendees(here, eventOf(here.story.main));
		const links = outputs[0]!.map(({ pairedItem }) => JSON.stringify(pairedItem));
		expect(new Set(links)).toEqual(new Set(['{"item":0}']));
		const sizes = outputs[0]!.map(({ json }) => JSON.stringify(json).length).sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(1500);
	});

	test('adds texts only where they are asked for', async () => {
		const id = eventOf(here.story.main);
		const without = people(await getAttendees(here, id));
		const texts = people(await getAttendees(here, id, { options: { includeTexts: true } }));
		expect(without.some(({ engagement }) => 'polls' in engagement)).toBe(false);
		expect(without.some(({ registrant }) => registrant?.answers !== undefined)).toBe(false);
		const answered = texts.filter(({ engagement }) => engagement.pollsAnswered > 0);
		expect(answered.length).toBeGreaterThan(0);
		for (const { engagement } of answered) {
			expect(engagement.polls).toHaveLength(engagement.pollsAnswered);
			expect(engagement.polls?.[0]?.answer).not.toBe('');
		}
	});

	test('takes the same few calls whoever comes, and writes nothing', async () => {
		here.sandbox.adobeConnect.calls.length = 0;
		await getAttendees(here, eventOf(here.story.main), {}, { items: [{}] });
		expect(actions(here)).toEqual([
			'sco-info',
			'event-info',
			'report-meeting-sessions',
			'report-meeting-attendance',
			'report-event-participants-complete-information',
			'permissions-info',
			'permissions-info',
			// The polls of people without an account.
			'report-quiz-interactions',
			// Addresses of those whose login is none.
			'principal-list',
			'report-bulk-users',
		]);
	});
});

test('a seminar gives its invited people and who came', async () => {
	const { webinarId, occurrenceId } = adobeIds(here.story.earlier, 'seminar');
	const found = people(await getAttendees(here, webinarId));
	expect(seen(found)).toEqual(told(here.story.earlier));
	expect(found[0]?.webinar).toMatchObject({ kind: 'seminar', webinarId, occurrenceId });
});

test('an open meeting gives attendees and no no-shows', async () => {
	const { noRegistration } = here.story;
	const { webinarId } = adobeIds(noRegistration, 'meeting');
	const found = people(await getAttendees(here, webinarId));
	// It had no poll, and of rooms nobody tells who asked.
	expect(withoutLevels(seen(found))).toEqual(withoutLevels(told(noRegistration)));
	expect(new Set(found.map(({ engagement }) => engagement.level))).toEqual(new Set(['unknown']));
});

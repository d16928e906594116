import fc from 'fast-check';
import type { ZoomParticipantRow, ZoomSession } from '../../sandbox/world';
import { makeStory, type Story, type StoryPerson, type StorySession } from '../../story';

const stories = fc
	.record({ seed: fc.integer(), registrants: fc.integer({ min: 10, max: 80 }) })
	.map(makeStory);
const RUNS = { numRuns: 25 };

function zoomSession(story: Story, session: StorySession): ZoomSession {
	const webinar = story.world.zoom.webinars.find(({ id }) => id === session.webinarId);
	const found = webinar?.sessions.find(({ uuid }) => uuid === session.sessionUuid);
	if (!found) throw new Error('the world lacks a session of the story');
	return found;
}

/** Attributes rows to people in the plainest way: a row's strongest sign decides. */
function rowsByPerson(
	session: StorySession,
	rows: readonly ZoomParticipantRow[],
): { byKey: Map<string, ZoomParticipantRow[]>; strangers: ZoomParticipantRow[] } {
	const signs = new Map<string, StoryPerson>();
	for (const person of session.people) {
		if (person.registrantId) signs.set(`id ${person.registrantId}`, person);
		if (person.email) signs.set(`email ${person.email}`, person);
		signs.set(`name ${`${person.firstName} ${person.lastName}`.trim()}`, person);
	}
	const email = (row: ZoomParticipantRow) => row.user_email.trim().toLowerCase();
	const direct = (row: ZoomParticipantRow) =>
		signs.get(row.registrant_id ? `id ${row.registrant_id}` : `email ${email(row)}`);
	for (const row of rows) {
		const person = direct(row);
		if (person && row.participant_user_id) signs.set(`user ${row.participant_user_id}`, person);
	}
	const byKey = new Map<string, ZoomParticipantRow[]>();
	const strangers: ZoomParticipantRow[] = [];
	for (const row of rows) {
		const person =
			direct(row) ?? signs.get(`user ${row.participant_user_id}`) ?? signs.get(`name ${row.name}`);
		if (!person) strangers.push(row);
		else byKey.set(person.key, [...(byKey.get(person.key) ?? []), row]);
	}
	return { byKey, strangers };
}

/** Second by second, the slow and obvious way. */
function secondsCovered(rows: readonly ZoomParticipantRow[], session: StorySession): Set<number> {
	const covered = new Set<number>();
	for (const row of rows.filter(({ status }) => status === 'in_meeting')) {
		const from = Math.max(Date.parse(row.join_time), Date.parse(session.startTime));
		const to = Math.min(Date.parse(row.leave_time), Date.parse(session.endTime));
		for (let at = from; at < to; at += 1000) covered.add(at);
	}
	return covered;
}

function secondsPresent(person: StoryPerson): Set<number> {
	const present = new Set<number>();
	for (const { from, to } of person.presence) {
		for (let at = Date.parse(from); at < Date.parse(to); at += 1000) present.add(at);
	}
	return present;
}

describe('participant rows', () => {
	it('cover together exactly the time that each person was present', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const session of [story.main, story.earlier, story.noRegistration]) {
					const rows = zoomSession(story, session).participants;
					const { byKey, strangers } = rowsByPerson(session, rows);
					expect(strangers).toEqual([]);
					for (const person of session.people) {
						expect(secondsCovered(byKey.get(person.key) ?? [], session)).toEqual(
							secondsPresent(person),
						);
					}
				}
			}),
			{ numRuns: 8 },
		);
	});

	it('state as duration the seconds between joining and leaving, under a user_id of their own', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const { participants } of story.world.zoom.webinars.flatMap((each) => each.sessions)) {
					for (const row of participants) {
						const length = Date.parse(row.leave_time) - Date.parse(row.join_time);
						expect(row.duration * 1000).toBe(length);
						expect(row.duration).toBeGreaterThan(0);
						expect(row.join_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
					}
					const joins = participants.map(({ user_id }) => user_id);
					expect(new Set(joins).size).toBe(joins.length);
				}
			}),
			RUNS,
		);
	});

	it('carry of a borrowed link’s visitor an address that is no registrant’s', () => {
		const story = makeStory({ seed: 5, registrants: 200 });
		const registered = new Set(story.main.people.map(({ email }) => email));
		const owners = new Map(story.main.people.map((each) => [each.registrantId, each]));
		const borrowed = zoomSession(story, story.main).participants.filter((row) => {
			const owner = owners.get(row.registrant_id);
			return row.registrant_id !== '' && row.user_email.trim().toLowerCase() !== owner?.email;
		});
		expect(borrowed.length).toBeGreaterThan(0);
		for (const row of borrowed) expect(registered.has(row.user_email)).toBe(false);
	});
});

describe('polls, questions and survey', () => {
	it('tell of each person what the story says, and of nobody else', () => {
		fc.assert(
			fc.property(stories, (story) => {
				for (const session of [story.main, story.earlier]) {
					const { polls, qa, survey } = zoomSession(story, session);
					const count = (person: StoryPerson, list: Array<{ email: string; name: string }>) =>
						list.filter(({ email, name }) =>
							email
								? email.trim().toLowerCase() === person.email
								: name === `${person.firstName} ${person.lastName}`,
						);
					for (const person of session.people) {
						const answered = polls.filter((each) => count(person, [each]).length > 0);
						expect(answered.flatMap((each) => each.answers)).toHaveLength(person.pollsAnswered);
						const asked = qa.filter((each) => count(person, [each]).length > 0);
						expect(asked.flatMap((each) => each.questions)).toHaveLength(person.questionsAsked);
						expect(count(person, survey)).toHaveLength(person.surveyAnswered ? 1 : 0);
					}
					const launched = new Set(
						polls.flatMap((each) => each.answers.map(({ question }) => question)),
					);
					expect(launched.size).toBe(session.pollCount);
				}
			}),
			RUNS,
		);
	});
});

import fc from 'fast-check';
import type { AdobeConnectWorld, AdobeRoom } from '../../sandbox/adobeConnect/world';
import { adobeIds, makeStory, type Story } from '../../story';

const stories = fc
	.record({ seed: fc.integer(), registrants: fc.integer({ min: 10, max: 120 }) })
	.map(makeStory);
const RUNS = { numRuns: 25 };

function accountOf(story: Story): AdobeConnectWorld {
	if (!story.world.adobeConnect) throw new Error('the world lacks Adobe Connect');
	return story.world.adobeConnect;
}

function roomOf(account: AdobeConnectWorld, roomId: string): AdobeRoom {
	const room = account.rooms.find(({ id }) => id === roomId);
	if (!room) throw new Error(`There is no room ${roomId}`);
	return room;
}

/** Seconds that are covered by at least one of the stays. */
function covered(stays: ReadonlyArray<{ from: string; to: string }>): Set<number> {
	const seconds = new Set<number>();
	for (const { from, to } of stays) {
		for (let at = Date.parse(from); at < Date.parse(to); at += 1000) seconds.add(at);
	}
	return seconds;
}

describe("the story's Adobe Connect", () => {
	it('holds the registrants of the main webinar, and those waiting or refused', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const account = accountOf(story);
				const { webinarId } = adobeIds(story.main, 'event');
				const event = account.events.find(({ id }) => id === webinarId);
				const approved = event?.registrants.filter(({ permission }) => permission === 'view');
				const emails = approved?.map(({ principalId }) =>
					account.principals.find(({ id }) => id === principalId)?.email.toLowerCase(),
				);
				const wanted = story.main.people
					.filter(({ kind }) => kind === 'registrant')
					.map(({ email }) => email);
				expect(emails?.sort()).toEqual(wanted.sort());
				const permissions = new Set(event?.registrants.map(({ permission }) => permission));
				expect(permissions).toEqual(new Set(['view', 'pending', 'denied']));
			}),
			RUNS,
		);
	});

	it('lets everybody be in the room exactly as long as the story has it', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const account = accountOf(story);
				for (const [session, kind] of [
					[story.main, 'event'],
					[story.earlier, 'seminar'],
					[story.noRegistration, 'meeting'],
				] as const) {
					const [held] = roomOf(account, adobeIds(session, kind).roomId).held ?? [];
					expect(held?.begin).toBe(session.startTime);
					for (const person of session.people) {
						const name = `${person.firstName} ${person.lastName}`.trim();
						const stays = (held?.stays ?? [])
							.filter((stay) => stay.name === name)
							.map(({ begin, end }) => ({ from: begin, to: end ?? '' }));
						expect(covered(stays)).toEqual(covered(person.presence));
					}
				}
			}),
			{ numRuns: 10 },
		);
	});

	it('has an answer of everybody to every poll that he or she answered', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const { polls = [], held = [] } = roomOf(
					accountOf(story),
					adobeIds(story.main, 'event').roomId,
				);
				const answers = polls.reduce((sum, poll) => sum + poll.answers.length, 0);
				const told = story.main.people.reduce((sum, person) => sum + person.pollsAnswered, 0);
				expect(answers).toBe(told);
				const asked = story.main.people.reduce((sum, person) => sum + person.questionsAsked, 0);
				expect(held[0]?.questions).toHaveLength(asked);
			}),
			RUNS,
		);
	});

	it('gives every id once', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const { principals, rooms, events } = accountOf(story);
				const ids = [
					...rooms.flatMap(({ id, recordings = [], seminarSessions = [] }) => [
						id,
						...recordings.map((one) => one.id),
						...seminarSessions.map((one) => one.id),
					]),
					...events.map(({ id }) => id),
				];
				expect(new Set(ids).size).toBe(ids.length);
				expect(new Set(principals.map(({ id }) => id)).size).toBe(principals.length);
				const stays = rooms.flatMap(({ held = [] }) => held.flatMap((one) => one.stays));
				const transcripts = new Set(stays.map(({ transcriptId }) => transcriptId));
				expect(transcripts.size).toBe(stays.length);
			}),
			RUNS,
		);
	});
});

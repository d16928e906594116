import { startAccount, type TestAccount } from '../testing/account';
import {
	EVENT,
	EVENT_ASSET,
	EVENT_ROOM,
	HOST,
	LATE,
	LEARNER,
	MEETING_ASSETS,
	MEETING_ROOM,
	PAT,
	POLL,
	SECOND_POLL,
	SPEAKER,
} from '../testing/ids';
import { textOf } from '../testing/parse';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const rows = async (action: string, params: Record<string, string> = {}, name = 'row') =>
	(await account.call(action, { 'sco-id': EVENT_ROOM, ...params })).all(name);

describe('attendance', () => {
	it('has a row per stay, guests by name alone, and no hosts', async () => {
		const stays = await rows('report-meeting-attendance');
		const shown = stays.map((row) => [
			row.attributes['principal-id'],
			textOf(row, 'login'),
			textOf(row, 'participant-name'),
		]);
		expect(shown).toEqual([
			[SPEAKER.id, SPEAKER.login, 'Sam Speaker'],
			[PAT, 'pat.example@example.com', 'Pat Example'],
			[PAT, 'pat.example@example.com', 'Pat Example'],
			[LATE, 'leo.late@example.com', 'Leo Late'],
			[undefined, '', 'Walk In'],
		]);
	});

	it('has no end while somebody is inside', async () => {
		const { transcriptId } = account.side.join(MEETING_ROOM, { name: 'Inside' });
		const params = { 'sco-id': MEETING_ROOM, 'filter-transcript-id': transcriptId };
		const ends = async () => (await rows('report-meeting-attendance', params, 'date-end')).length;
		expect(await ends()).toBe(0);
		account.side.leave(MEETING_ROOM, transcriptId);
		expect(await ends()).toBe(1);
	});

	it('is filtered by time', async () => {
		const params = {
			'sco-id': MEETING_ROOM,
			'filter-gte-date-created': new Date(
				Date.parse(account.now()) - 3 * 24 * 3_600_000,
			).toISOString(),
		};
		const stays = await rows('report-meeting-attendance', params);
		expect(stays.map(({ attributes }) => attributes['asset-id'])).toEqual([
			MEETING_ASSETS[2],
			MEETING_ASSETS[2],
		]);
	});

	it('of an event is that of its room: the event itself has none', async () => {
		expect(await rows('report-meeting-attendance', { 'sco-id': EVENT })).toEqual([]);
	});

	it('is for hosts and presenters', async () => {
		await account.signIn(HOST);
		expect(await rows('report-meeting-attendance')).toHaveLength(5);
		await account.signIn(LEARNER);
		const answer = await account.call('report-meeting-attendance', { 'sco-id': MEETING_ROOM });
		expect(answer.status).toBe('no-access/denied');
	});
});

describe('sessions', () => {
	it('of a room that is used again are many, with their people', async () => {
		const sessions = await rows('report-meeting-sessions', { 'sco-id': MEETING_ROOM });
		expect(sessions.map(({ attributes }) => attributes['asset-id'])).toEqual([...MEETING_ASSETS]);
		expect(sessions[0]?.attributes['num-participants']).toBe('3');
		const people = await rows('report-meeting-session-users', { 'asset-id': EVENT_ASSET });
		expect(people.map(({ attributes }) => attributes['principal-id'])).toContain(HOST.id);
	});

	it('that run are without an end, and active', async () => {
		expect(await rows('report-active-meetings', {}, 'sco')).toEqual([]);
		const first = account.side.join(MEETING_ROOM, { principalId: HOST.id, role: 'host' });
		account.advance(12 * 60_000);
		account.side.join(MEETING_ROOM, { name: 'Guest' });
		const [active] = await rows('report-active-meetings', {}, 'sco');
		expect(active?.attributes).toMatchObject({
			'sco-id': MEETING_ROOM,
			'active-participants': '2',
			'length-minutes': '12',
		});
		account.side.leave(MEETING_ROOM, first.transcriptId);
		const held = account.side.endSession(MEETING_ROOM);
		expect(held.stays.map(({ end }) => end)).toEqual([account.now(), account.now()]);
		expect(await rows('report-active-meetings', {}, 'sco')).toEqual([]);
		const sessions = await rows('report-meeting-sessions', { 'sco-id': MEETING_ROOM });
		expect(sessions).toHaveLength(4);
	});

	it('are counted', async () => {
		const summary = await account.call('report-meeting-summary', { 'sco-id': EVENT_ROOM });
		expect(summary.one('report-meeting-summary').attributes).toMatchObject({
			'num-unique-meetings': '1',
			'num-questions': '2',
			'peak-users': '4',
		});
		const most = await account.call('report-meeting-concurrent-users', { length: '30' });
		expect(most.one('report-meeting-concurrent-users').attributes['max-users']).toBe('4');
	});
});

describe('polls', () => {
	it('have a row per answer, several answers as rows of their own or in one', async () => {
		const responses = async () =>
			(await rows('report-quiz-interactions')).map((row) => [
				row.attributes['interaction-id'],
				textOf(row, 'name'),
				textOf(row, 'response'),
			]);
		expect(await responses()).toEqual([
			[POLL, 'Pat Example', '3 months'],
			[POLL, 'Walk In', 'Later'],
			[SECOND_POLL, 'Leo Late', 'Security'],
			[SECOND_POLL, 'Leo Late', 'Pricing'],
		]);
		account.side.unsure.multipleAnswers = 'one';
		expect((await responses()).at(-1)).toEqual([SECOND_POLL, 'Leo Late', 'Security, Pricing']);
	});

	it('name the principal where there is one', async () => {
		const params = { 'filter-interaction-id': POLL };
		const people = await rows('report-quiz-question-response', params);
		expect(people.map(({ attributes }) => attributes['principal-id'])).toEqual([PAT, undefined]);
		const [first] = await rows('report-quiz-question-distribution');
		expect(first?.attributes['total-responses']).toBe('2');
	});

	it('are answered by people who are inside', async () => {
		const { transcriptId } = account.side.join(EVENT_ROOM, { principalId: LATE });
		account.side.answerPoll(EVENT_ROOM, POLL, { transcriptId, responses: ['Now'] });
		const params = { 'filter-response': 'Now' };
		expect(await rows('report-quiz-interactions', params)).toHaveLength(1);
	});
});

describe('transactions of the account', () => {
	it('are of people with an account, and late', async () => {
		const all = 'report-bulk-consolidated-transactions';
		const of = async () => rows(all, { 'filter-sco-id': EVENT_ROOM });
		expect(await of()).toHaveLength(5);
		account.side.world.reportLagMs = 30 * 60_000;
		const late = await of();
		expect(late).toHaveLength(4);
		expect(late.map((row) => textOf(row, 'status'))).toEqual([
			'in-progress',
			'in-progress',
			'completed',
			'in-progress',
		]);
	});
});

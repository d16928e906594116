import { startAccount, type TestAccount } from '../testing/account';
import {
	API_USER,
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	EVENT,
	HOST,
	LATE,
	LEARNER,
	NO_SHOW,
	ON_DEMAND,
	PAT,
	POLL,
	REFUSED,
	SECOND_POLL,
	UPCOMING_EVENT,
} from '../testing/ids';
import { findAll } from '../testing/parse';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const REPORT = 'report-event-participants-complete-information';
const users = async (eventId = EVENT) =>
	(await account.call(REPORT, { 'sco-id': eventId })).all('user');
const user = async (principalId: string) => {
	const found = (await users()).find(({ attributes }) => attributes.principal_id === principalId);
	if (!found) throw new Error(`${principalId} is not in the report`);
	return found;
};

describe('the report of an event', () => {
	it('tells of everybody who has registered when they came and what they did', async () => {
		const pat = await user(PAT);
		expect(pat.attributes).toMatchObject({
			permission_id: 'view',
			login: 'pat.example@example.com',
			attendance_status: '1',
			first_in_time: '2026-11-20T08:11:00.000-08:00',
			last_end_time: '2026-11-20T08:59:00.000-08:00',
			duration: '00:43:00',
			[`registration_question_${COMPANY_QUESTION}`]: 'Example Inc',
			[`registration_question_${COUNTRY_QUESTION}`]: 'Germany',
			[`poll_question_${POLL}`]: '3 months',
		});
		expect(findAll(pat, 'question1')[0]?.attributes.description).toBe('Will it be recorded?');
		expect(findAll(pat, 'question2')[0]?.children).toEqual([]);
		expect(findAll(pat, 'file1')[0]?.attributes.name).toBe('slides.pdf');
		const late = await user(LATE);
		expect(late.attributes[`poll_question_${SECOND_POLL}`]).toBe('Security, Pricing');
		expect(late.attributes.isLead).toBe('true');
	});

	it('has the others too: absent, refused, and who only watched the recording', async () => {
		const absent = { attendance_status: '0', first_in_time: '', duration: '' };
		expect((await user(NO_SHOW)).attributes).toMatchObject(absent);
		expect((await user(REFUSED)).attributes.permission_id).toBe('denied');
		expect((await user(ON_DEMAND)).attributes).toMatchObject({
			attendance_status: '1',
			first_in_time: '2026-11-20T09:04:00.000-08:00',
			duration: '00:04:00',
		});
		const ids = (await users()).map(({ attributes }) => attributes.principal_id);
		expect(ids).not.toContain(HOST.id);
	});

	it('knows nothing of people who are still inside but that they came', async () => {
		account.side.event(EVENT).end = account.now();
		account.side.join('40001', { principalId: NO_SHOW });
		account.advance(60_000);
		expect((await user(NO_SHOW)).attributes).toMatchObject({
			attendance_status: '1',
			last_end_time: '',
			duration: '00:01:00',
		});
	});

	it('writes attendance as the world wants it', async () => {
		account.side.unsure.attendanceStatus = { attended: 'attended', absent: '' };
		expect((await user(PAT)).attributes.attendance_status).toBe('attended');
		expect((await user(NO_SHOW)).attributes.attendance_status).toBe('');
	});

	it('is for who manages the event', async () => {
		await account.signIn(LEARNER);
		const answer = await account.call(REPORT, { 'sco-id': EVENT });
		expect(answer.status).toBe('no-access/denied');
	});
});

describe('lists of events', () => {
	it('of the catalog need no login, and leave out what is called off', async () => {
		const answer = await account.callOpen('event-list');
		const ids = answer.all('event').map(({ attributes }) => attributes['sco-id']);
		expect(ids).toEqual([EVENT, UPCOMING_EVENT]);
	});

	it('of one user have no body at all when there are none', async () => {
		const none = await account.call('report-my-events');
		expect(none.text.trim()).toBe('<?xml version="1.0" encoding="utf-8"?>');
		const event = account.side.event(EVENT);
		event.permissions = { ...event.permissions, [API_USER.id]: 'host' };
		const some = await account.call('report-my-events');
		expect(some.one('event').attributes['permission-id']).toBe('host');
	});

	it('of one person are those that he or she attended', async () => {
		const attended = async (login: string) =>
			(await account.call('events-attendance', { login })).all('event');
		expect(await attended('pat.example@example.com')).toHaveLength(1);
		expect(await attended('nora.noshow@example.com')).toHaveLength(0);
		expect(await attended('olga.ondemand@example.com')).toHaveLength(0);
	});
});

it('the facts of an event count its registrants and say what registration is like', async () => {
	const answer = await account.call('event-info', { 'sco-id': UPCOMING_EVENT });
	const facts = Object.fromEntries(
		answer.one('event-info').children.map(({ name, text }) => [name, text]),
	);
	expect(facts).toMatchObject({
		'number-registered-users': '2',
		'require-approval': 'true',
		'is-registration-limit-enabled': 'true',
		'event-status': 'not-cancelled',
		'domain-name': account.url,
	});
});

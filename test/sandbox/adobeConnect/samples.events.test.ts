/** Events, reports and recordings: the same request gets an answer of the same shape here as in the samples. */
import { startAccount, type TestAccount } from './testing/account';
import {
	API_USER,
	COUNTRY_QUESTION,
	EVENT,
	EVENT_ASSET,
	EVENT_RECORDING,
	EVENT_ROOM,
	PAT,
	SEMINAR_SESSION,
	UPCOMING_EVENT,
} from './testing/ids';
import { ofEvents, sampleNames, Samples } from './testing/samples';

const isPresent = sampleNames().length > 0;
if (!isPresent) process.stdout.write('specs: ABSENT (samples of Adobe Connect)\n');

let account: TestAccount;
const samples = new Samples();
beforeAll(async () => {
	account = await startAccount();
});
afterAll(() => account.close());

(isPresent ? describe : describe.skip)('the shape of answers', () => {
	it('of events', async () => {
		const event = { 'sco-id': EVENT };
		const extras = /(description|speaker-name|speaker-overview): answered/;
		samples.expect('constructed/event-info.xml', await account.call('event-info', event), extras);
		samples.expect('constructed/event-list.xml', await account.call('event-list'));
		const details = await account.call('event-registration-details', event);
		samples.expect('constructed/event-registration-details.xml', details);
		const question = { ...event, 'interaction-id': COUNTRY_QUESTION };
		const choices = await account.call('report-asset-response-info', question);
		samples.expect('constructed/report-asset-response-info.xml', choices);
		const report = 'report-event-participants-complete-information';
		samples.expect(`constructed/${report}.xml`, await account.call(report, event));
		const attended = await account.call('events-attendance', { 'principal-id': PAT });
		samples.expect('constructed/events-attendance.xml', attended);
		const mails = await account.call('notification-list', event);
		samples.expect('constructed/notification-list.xml', mails);
		const { permissions = {} } = account.side.event(EVENT);
		permissions[API_USER.id] = 'host';
		samples.expect('constructed/report-my-events.xml', await account.call('report-my-events'));
	});

	it('of registrations', async () => {
		const person = (email: string) =>
			[
				['sco-id', EVENT],
				['login', email],
				['email', email],
				['first-name', 'New'],
				['last-name', 'Person'],
				['interaction-id', '80001'],
				['response', 'Example Inc'],
			] as Array<[string, string]>;
		const register = (email: string) => account.post('event-register', person(email));
		samples.expect('constructed/event-register-ok.xml', await register('new1@example.com'));
		const known = await register('stan.stranger@example.com');
		samples.expect('constructed/event-register-ok-with-principal.xml', known);
		const again = await register('new1@example.com');
		samples.expect('constructed/error-invalid-already-registered.xml', again);
		const login = { 'sco-id': EVENT, login: 'new1@example.com' };
		samples.expect('constructed/event-login.xml', await account.call('event-login', login));
		account.side.event(UPCOMING_EVENT).registrationLimit = 0;
		const [, ...rest] = person('new2@example.com');
		const full = await account.post('event-register', [['sco-id', UPCOMING_EVENT], ...rest]);
		samples.expect('constructed/error-invalid-limit-reached.xml', full);
	});

	it('of reports', async () => {
		const room = { 'sco-id': EVENT_ROOM };
		const report = async (name: string, params: Record<string, string> = {}) =>
			samples.expect(`constructed/${name}.xml`, await account.call(name, params));
		account.side.join(EVENT_ROOM, { name: 'Inside' });
		await report('report-meeting-attendance', room);
		await report('report-meeting-sessions', room);
		await report('report-meeting-session-users', { ...room, 'asset-id': EVENT_ASSET });
		await report('report-meeting-summary', room);
		await report('report-meeting-concurrent-users', { length: '30' });
		await report('report-active-meetings');
		await report('report-quiz-interactions', room);
		await report('report-quiz-question-response', room);
		await report('report-quiz-question-distribution', room);
		const bulk = 'report-bulk-consolidated-transactions';
		samples.expect(`recorded/net_${bulk}.xml`, await account.call(bulk));
		account.side.room(EVENT_ROOM).permissions[API_USER.id] = 'host';
		const mine = await account.call('report-my-meetings');
		samples.expect('recorded/net_report-my-meetings.xml', mine);
		samples.expect('recorded/net_report-quotas.xml', await account.call('report-quotas'));
	});

	it('of recordings', async () => {
		const list = { 'folder-id': EVENT_ROOM, 'filter-sco-id': EVENT_RECORDING };
		const recordings = await account.call('list-recordings', list);
		samples.expect('constructed/list-recordings.xml', recordings);
		const wrong = await account.call('list-recordings', { 'folder-id': SEMINAR_SESSION });
		samples.expect('constructed/error-invalid-no-such-item.xml', wrong);
	});

	it('is compared for every sample', () => {
		expect(samples.missing(ofEvents)).toEqual([]);
	});
});

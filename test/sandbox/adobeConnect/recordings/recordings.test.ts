import { cookieOf, startAccount, type TestAccount } from '../testing/account';
import {
	EVENT_MP4,
	EVENT_RECORDING,
	EVENT_ROOM,
	LEARNER,
	SEMINAR_RECORDING,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
} from '../testing/ids';
import { textOf } from '../testing/parse';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const list = async (params: Record<string, string> = {}) => {
	const answer = await account.call('list-recordings', { 'folder-id': EVENT_ROOM, ...params });
	return answer.all('sco');
};
const idsOf = (rows: Array<{ attributes: Record<string, string> }>) =>
	rows.map(({ attributes }) => attributes['sco-id']);

describe('recordings', () => {
	it('of a room are listed, with those converted or without', async () => {
		expect(idsOf(await list())).toEqual([EVENT_RECORDING, EVENT_MP4]);
		const [only, ...others] = await list({ 'filter-out-icon': 'mp4-archive' });
		expect(others).toEqual([]);
		expect(only && textOf(only, 'duration')).toBe('00:50:00');
	});

	it('of a seminar are told by session', async () => {
		const room = { 'folder-id': SEMINAR_ROOM };
		const own = await list({ ...room, 'seminar-session-id': SEMINAR_SESSION });
		expect(idsOf(own)).toEqual([SEMINAR_RECORDING]);
		expect(await list({ ...room, 'seminar-session-id': '1' })).toEqual([]);
	});

	it('show some time after the end', async () => {
		account.side.world.recordingDelayMs = 10 * 60_000;
		account.side.join(EVENT_ROOM, { name: 'Guest' });
		account.advance(60_000);
		account.side.endSession(EVENT_ROOM);
		const { id } = account.side.addRecording(EVENT_ROOM, { name: 'New' });
		expect(idsOf(await list())).not.toContain(id);
		account.advance(10 * 60_000);
		expect(idsOf(await list())).toContain(id);
	});

	it('count their views', async () => {
		const views = await account.call('report-sco-views', { 'sco-id': EVENT_RECORDING });
		expect(views.one('report-sco-views').attributes.views).toBe('3');
		expect(views.all('last-viewed-date')).toHaveLength(1);
	});

	it('are converted by a job, one at a time', async () => {
		const source = { 'source-sco-id': SEMINAR_RECORDING };
		const job = (await account.post('schedule-recording-job', source)).one('recording-job');
		expect(job.attributes['job-status']).toBe('job-pending');
		const again = await account.post('schedule-recording-job', source);
		expect(again.invalid).toEqual(['source-sco-id id invalid-recording-job-in-progress']);
		account.advance(5 * 60_000);
		const params = { 'sco-id': job.attributes['sco-id'] ?? '' };
		const done = await account.call('get-recording-job', params);
		expect(done.one('recording-job').attributes['job-status']).toBe('job-completed');
		const made = await account.call('list-generated-recordings', source);
		expect(made.one('sco').attributes.icon).toBe('mp4-archive');
	});

	it('are not converted where that is over', async () => {
		account.side.unsure.recordingJobs = false;
		const source = { 'source-sco-id': SEMINAR_RECORDING };
		const answer = await account.post('schedule-recording-job', source);
		expect(answer.status).toBe('no-access/not-available');
	});
});

describe('the file of a recording', () => {
	const file = (headers: Record<string, string> = {}, query = 'download=zip') =>
		fetch(`${account.url}/p${EVENT_RECORDING}/output/name.zip?${query}`, { headers });

	it('comes with a session, as a cookie or a parameter', async () => {
		const cookie = await file({ cookie: `BREEZESESSION=${account.session}` });
		expect(cookie.headers.get('content-type')).toBe('application/zip');
		const bytes = Buffer.from(await cookie.arrayBuffer());
		expect([bytes.length, bytes.subarray(0, 2).toString()]).toEqual([4096, 'PK']);
		const parameter = await file({}, `download=zip&session=${account.session}`);
		expect(parameter.headers.get('content-length')).toBe('4096');
		const recording = account.side.room(EVENT_ROOM).recordings?.[0];
		expect(recording?.downloads).toBe(2);
	});

	it('is behind the login page without one, unless it is public', async () => {
		const page = await file();
		expect(page.headers.get('content-type')).toContain('text/html');
		expect(page.url).toContain('/system/login');
		const recording = account.side.room(EVENT_ROOM).recordings?.[0];
		if (recording) recording.access = 'view';
		expect((await file()).headers.get('content-type')).toBe('application/zip');
	});

	it('is not for everybody', async () => {
		await account.signIn(LEARNER);
		expect((await file({}, `download=zip&session=${account.session}`)).status).toBe(403);
	});

	it('needs a name of the browser, and the right question', async () => {
		const session = `session=${account.session}`;
		expect((await file({ 'user-agent': '' }, `download=zip&${session}`)).status).toBe(500);
		expect((await file({}, session)).status).toBe(404);
	});
});

describe('pages', () => {
	const get = (path: string, cookie = '') =>
		fetch(`${account.url}${path}`, { headers: { cookie }, redirect: 'manual' });

	it('of events, of open rooms and of what one may see are there', async () => {
		const statuses = [];
		for (const path of [
			'/e30001/',
			'/_a7/e30001/event/login.html',
			'/r40020/',
			'/r40001/',
			'/none/',
		]) {
			statuses.push((await get(path)).status);
		}
		expect(statuses).toEqual([200, 200, 200, 302, 404]);
		const login = await account.callOpen('login', { ...LEARNER });
		const cookie = `BREEZESESSION=${cookieOf(login)}`;
		expect((await get('/r40001/', cookie)).status).toBe(403);
		expect((await get('/r40001/', `BREEZESESSION=${account.session}`)).status).toBe(200);
	});
});

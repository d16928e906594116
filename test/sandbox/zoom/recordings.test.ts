import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { accessToken, get, rows, twice } from './proof/call';
import { isCoreError, rivetClient } from './proof/rivet';
import { HOST, IDS, world } from './proof/world';
import {
	MEETING_ID,
	MEETING_SESSION,
	TRANSCRIPT,
	TRANSCRIPT_FILE,
	TRASHED_SESSION,
	VIDEO,
	recordedWorld,
} from './recordings/testing';

const HOUR_MS = 3_600_000;
const NONE = {
	status: 404,
	body: { code: 3301, message: 'There is no recording for this meeting.' },
};

describe('cloud recordings', () => {
	let sandbox: Sandbox;
	let token: string;

	beforeEach(async () => {
		sandbox = await startSandbox({ world: world(recordedWorld()), tokenLifeSeconds: 864_000 });
		token = await accessToken(sandbox);
	});

	afterEach(async () => {
		const specs = createSpecCheck();
		specs.add(sandbox.books.calls('zoom').filter((entry) => entry.status < 400));
		await sandbox.close();
		expect(specs.report().problems).toEqual([]);
	});

	const ofMeeting = (id: string | number, rest = '') =>
		get(sandbox, token, `/meetings/${id}/recordings${rest}`);
	const ofHost = (query: string) =>
		get(sandbox, token, `/users/${encodeURIComponent(HOST.email)}/recordings${query}`);

	it("are given to Zoom's own client", async () => {
		const { endpoints } = await rivetClient(sandbox);
		const { cloudRecording } = endpoints;
		const one = await cloudRecording.getMeetingRecordings({
			path: { meetingId: twice(IDS.mainSession) },
			query: { include_fields: 'download_access_token', ttl: 60 },
		});
		expect(one.data).toMatchObject({
			uuid: IDS.mainSession,
			id: IDS.main,
			type: '5',
			duration: 60,
			recording_count: 3,
			password: 'Coffee#1',
			download_access_token: expect.any(String),
		});
		const list = await cloudRecording.listAllRecordings({
			path: { userId: HOST.email },
			query: { from: '2026-11-01', to: '2026-11-20' },
		});
		expect(list.data?.meetings?.map((meeting) => meeting.uuid)).toEqual([
			MEETING_SESSION,
			IDS.mainSession,
		]);
		const missing = cloudRecording.getMeetingRecordings({ path: { meetingId: String(IDS.old) } });
		const error: unknown = await missing.catch((caught: unknown) => caught);
		expect(isCoreError(error, 'ApiResponseError')).toBe(true);
	});

	it('by the number mean the latest run, by the UUID their own', async () => {
		expect((await ofMeeting(IDS.main)).body).toMatchObject({ uuid: IDS.mainSession });
		expect((await ofMeeting(twice(IDS.mainSession))).body).toMatchObject({ id: IDS.main });
		const once = await ofMeeting(encodeURIComponent(IDS.mainSession));
		expect(once).toMatchObject({ status: 404, body: { code: 3001 } });
		expect(await ofMeeting(IDS.mainSession)).toMatchObject({ status: 404, body: { code: 3001 } });
	});

	it('are not told apart where there is none, not yet, in the trash or deleted', async () => {
		expect(await ofMeeting(IDS.old)).toMatchObject(NONE);
		expect(await ofMeeting(IDS.late)).toMatchObject(NONE);
		expect(await ofMeeting(twice(TRASHED_SESSION))).toMatchObject(NONE);
		sandbox.advance(2 * HOUR_MS);
		expect(await ofMeeting(IDS.late)).toMatchObject({ status: 200 });
		const [main] = sandbox.zoom.world.webinars.find((one) => one.id === IDS.main)?.recordings ?? [];
		if (main) main.removed = 'deleted';
		expect(await ofMeeting(IDS.main)).toMatchObject(NONE);
	});

	it('show files as they get ready', async () => {
		const before = rows(await ofMeeting(IDS.main), 'recording_files');
		expect(before).toMatchObject([
			{ id: VIDEO.id, status: 'completed', file_size: 3_000_001 },
			{ id: TRANSCRIPT_FILE.id, status: 'processing' },
			{ file_type: 'TIMELINE' },
		]);
		expect(before[1]).not.toHaveProperty('download_url');
		for (const absent of ['id', 'status', 'file_size', 'recording_type', 'play_url']) {
			expect(before[2]).not.toHaveProperty(absent);
		}
		sandbox.advance(HOUR_MS);
		const after = rows(await ofMeeting(IDS.main), 'recording_files');
		expect(after[1]).toMatchObject({ status: 'completed', download_url: expect.any(String) });
		// Made per request.
		expect(after[0]?.download_url).not.toBe(before[0]?.download_url);
	});

	it('of a host are listed by their start, a month at most, today and tomorrow by default', async () => {
		const uuids = async (query: string) =>
			rows(await ofHost(query), 'meetings').map((one) => one.uuid);
		expect((await ofHost('')).body).toMatchObject({ from: '2026-11-20', to: '2026-11-21' });
		expect(await uuids('')).toEqual([IDS.mainSession]);
		expect(await uuids('?from=2026-11-18&to=2026-11-18')).toEqual([MEETING_SESSION]);
		expect(await uuids(`?from=2026-11-01&meeting_id=${IDS.main}`)).toEqual([IDS.mainSession]);
		for (const query of ['?from=2026-10-01&to=2026-11-20', '?from=2026-10-01', '?from=1.11.2026']) {
			expect(await ofHost(query)).toMatchObject({ status: 400, body: { code: 300 } });
		}
	});

	it('of a host are paged', async () => {
		const first = await ofHost('?from=2026-11-01&page_size=1');
		expect(first.body).toMatchObject({ total_records: 2, page_count: 2, page_size: 1 });
		const next = String(first.body.next_page_token);
		const second = await ofHost(`?from=2026-11-01&page_size=1&next_page_token=${next}`);
		expect(rows(second, 'meetings')).toHaveLength(1);
		expect(second.body.next_page_token).toBe('');
	});

	it('in the trash are listed apart, whatever the range', async () => {
		const trash = rows(await ofHost('?trash=true'), 'meetings');
		expect(trash).toMatchObject([
			{
				uuid: TRASHED_SESSION,
				recording_files: [{ id: 'trashed', deleted_time: '2026-11-20T10:00:00Z' }],
			},
		]);
		expect(rows(await ofHost('?trash=true&trash_type=recording_file'), 'meetings')).toEqual([]);
	});

	it('need a plan that is paid', async () => {
		sandbox.zoom.world.plan = 'free';
		expect(await ofHost('')).toMatchObject({ status: 400, body: { code: 200 } });
	});

	it('tell of their transcript', async () => {
		const transcript = (id: string | number) => get(sandbox, token, `/meetings/${id}/transcript`);
		expect((await transcript(IDS.main)).body).toMatchObject({
			can_download: false,
			download_restriction_reason: 'NOT_READY',
		});
		sandbox.advance(HOUR_MS);
		const ready = (await transcript(IDS.main)).body;
		expect(ready).toMatchObject({ can_download: true, meeting_id: IDS.mainSession });
		const file = await fetch(String(ready.download_url), {
			headers: { authorization: `Bearer ${token}` },
		});
		expect(file.headers.get('content-type')).toBe('text/vtt');
		expect(await file.text()).toBe(TRANSCRIPT);
		for (const id of [MEETING_ID, IDS.old]) {
			expect(await transcript(id)).toMatchObject({ status: 404, body: { code: 3322 } });
		}
		const [main] = sandbox.zoom.world.webinars.find((one) => one.id === IDS.main)?.recordings ?? [];
		if (main) main.removed = 'trashed';
		expect((await transcript(IDS.main)).body).toMatchObject({
			download_restriction_reason: 'DELETED_OR_TRASHED',
		});
	});

	it('tell who watched, view by view and day by day', async () => {
		const details = (query: string) => ofMeeting(IDS.main, `/analytics_details${query}`);
		expect((await details('?type=by_view')).body).toMatchObject({
			total_records: 2,
			analytics_details: [
				{ email: 'person34@example.org', duration: 600 },
				{ email: '', duration: 30 },
			],
		});
		sandbox.advance(HOUR_MS);
		const first = await details('?type=by_view&page_size=2&from=2026-11-01&to=2026-11-20');
		expect(first.body).toMatchObject({ total_records: 3, from: '2026-11-01', to: '2026-11-20' });
		const next = String(first.body.next_page_token);
		const second = await details(
			`?type=by_view&page_size=2&from=2026-11-01&to=2026-11-20&next_page_token=${next}`,
		);
		expect(rows(second, 'analytics_details')).toHaveLength(1);
		expect((await details('?type=by_download')).body).toMatchObject({ total_records: 0 });
		expect((await details('?from=2026-11-01&to=2026-11-10')).body).toMatchObject({
			total_records: 0,
		});
		expect(await details('?from=2026-09-01')).toMatchObject({ status: 400, body: { code: 300 } });
		expect((await ofMeeting(IDS.main, '/analytics_summary')).body).toMatchObject({
			analytics_summary: [{ date: '2026-11-20', views_total_count: 3, downloads_total_count: 0 }],
		});
	});

	it('have settings and registrants of their own', async () => {
		expect((await ofMeeting(IDS.main, '/settings')).body).toMatchObject({ on_demand: false });
		const [main] = sandbox.zoom.world.webinars.find((one) => one.id === IDS.main)?.recordings ?? [];
		const [person] = sandbox.zoom.world.webinars[0]?.registrants ?? [];
		if (main && person) main.registrants = [person, { ...person, id: 'p2', status: 'pending' }];
		expect((await ofMeeting(IDS.main, '/settings')).body).toMatchObject({ on_demand: true });
		const registrants = (query: string) => ofMeeting(IDS.main, `/registrants${query}`);
		expect(rows(await registrants(''), 'registrants')).toMatchObject([{ id: person?.id }]);
		expect(rows(await registrants('?status=pending'), 'registrants')).toHaveLength(1);
	});

	it('of meetings stand beside those of webinars, and a meeting is no webinar', async () => {
		const meeting = await get(sandbox, token, `/meetings/${MEETING_ID}`);
		expect(meeting.body).toMatchObject({ id: MEETING_ID, type: 2, host_email: HOST.email });
		expect((await ofMeeting(MEETING_ID)).body).toMatchObject({ type: '2' });
		expect(await get(sandbox, token, `/meetings/${IDS.main}`)).toMatchObject({
			status: 400,
			body: { code: 3000, message: 'Cannot access webinar info.' },
		});
		expect(await get(sandbox, token, '/meetings/weekly')).toMatchObject({
			status: 400,
			body: { code: 300 },
		});
		expect(await get(sandbox, token, '/meetings/123')).toMatchObject({
			status: 404,
			body: { code: 3001, message: 'Meeting does not exist: 123.' },
		});
		expect(await get(sandbox, token, `/webinars/${MEETING_ID}`)).toMatchObject({
			status: 404,
			body: { code: 3001 },
		});
	});
});

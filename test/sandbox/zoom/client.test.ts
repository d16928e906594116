import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { get, accessToken, twice } from './proof/call';
import { isCoreError, rivetClient } from './proof/rivet';
import { HOST, IDS, UNLICENSED, world } from './proof/world';

describe("Zoom's own client drives the sandbox", () => {
	const specs = createSpecCheck();
	let sandbox: Sandbox;
	let endpoints: Awaited<ReturnType<typeof rivetClient>>['endpoints'];

	beforeAll(async () => {
		sandbox = await startSandbox({ world: world() });
		({ endpoints } = await rivetClient(sandbox));
	});

	afterAll(() => sandbox.close());

	it('lists webinars of a host and gets one', async () => {
		const list = await endpoints.webinars.listWebinars({
			path: { userId: HOST.email },
			query: { page_size: 300 },
		});
		const ids = list.data?.webinars?.map((webinar) => webinar.id);
		expect(ids).toEqual([IDS.main, IDS.late, IDS.open]);

		const one = await endpoints.webinars.getWebinar({ path: { webinarId: String(IDS.main) } });
		expect(one.data).toMatchObject({ host_email: HOST.email, topic: 'Coffee ☕ & tea 🫖' });
		expect(one.data?.settings?.question_and_answer?.enable).toBe(true);
		expect(one.trackingId).toMatch(/^WEB_/);
	});

	it('pages through registrants, approved ones unless asked otherwise', async () => {
		const path = { webinarId: IDS.main };
		const first = await endpoints.webinars.listWebinarRegistrants({ path });
		expect(first.data).toMatchObject({ page_size: 30, page_count: 2, total_records: 35 });
		const second = await endpoints.webinars.listWebinarRegistrants({
			path,
			query: { next_page_token: first.data?.next_page_token },
		});
		expect(second.data?.next_page_token).toBe('');
		const emails = [...(first.data?.registrants ?? []), ...(second.data?.registrants ?? [])].map(
			(row) => row.email,
		);
		expect(new Set(emails).size).toBe(35);

		const pending = await endpoints.webinars.listWebinarRegistrants({
			path,
			query: { status: 'pending' },
		});
		expect(pending.data?.registrants?.map((row) => row.id)).toEqual(['reg-101']);
		const denied = await endpoints.webinars.listWebinarRegistrants({
			path,
			query: { status: 'denied' },
		});
		expect(denied.data?.registrants?.map((row) => row.id)).toEqual(['reg-102']);
	});

	it('reads panelists, instances, participants and absentees', async () => {
		const { webinars } = endpoints;
		const panelists = await webinars.listPanelists({ path: { webinarId: IDS.main } });
		expect(panelists.data?.panelists?.map((one) => one.email)).toEqual(['paula@example.com']);
		const instances = await webinars.listPastWebinarInstances({ path: { webinarId: IDS.main } });
		expect(instances.data?.webinars?.map((one) => one.uuid)).toEqual([
			IDS.earlierSession,
			IDS.mainSession,
			IDS.practice,
		]);
		const webinarId = twice(IDS.mainSession);
		const present = await webinars.listWebinarParticipants({ path: { webinarId } });
		expect(present.data?.total_records).toBe(33);
		const absent = await webinars.getWebinarAbsentees({ path: { webinarId } });
		expect(absent.data?.registrants?.map((row) => row.id)).toEqual(['reg-34', 'reg-35']);
	});

	it('reads all reports by a doubly encoded uuid', async () => {
		const { reports } = endpoints;
		const path = { webinarId: twice(IDS.mainSession) };
		const details = await reports.getWebinarDetailReports({ path });
		expect(details.data).toMatchObject({
			uuid: IDS.mainSession,
			id: IDS.main,
			duration: 60,
			participants_count: 33,
			total_minutes: 33 * 50,
		});
		const people = await reports.getWebinarParticipantReports({
			path,
			query: { page_size: 300, include_fields: 'registrant_id' },
		});
		expect(people.data?.participants?.[32]).toMatchObject({
			registrant_id: 'reg-33',
			duration: 3000,
		});
		const polls = await reports.getWebinarPollReports({ path });
		expect(polls.data?.questions?.[0]?.question_details?.[0]?.answer).toBe('Beans');
		const questions = await reports.getWebinarQAReport({ path });
		expect(questions.data?.questions?.[0]?.question_details?.[0]?.question).toBe('How hot?');
		const survey = await reports.getWebinarSurveyReport({ path });
		expect(survey.data?.survey_answers).toHaveLength(1);
	});

	it('lists what was held within a month', async () => {
		const history = await endpoints.reports.getHistoryMeetingAndWebinarList({
			query: { from: '2026-11-01', to: '2026-11-20', meeting_type: 'webinar' },
		});
		const uuids = history.data?.history_meetings?.map((row) => row.meeting_uuid);
		expect(uuids).toEqual(
			expect.arrayContaining([IDS.mainSession, IDS.lateSession, IDS.earlierSession]),
		);
		expect(uuids).not.toContain(IDS.practice);
		expect(uuids).not.toContain(IDS.oldSession);
	});

	it('reads users and their licence', async () => {
		const token = await accessToken(sandbox);
		const users = await get(sandbox, token, '/users?status=active&page_size=2000');
		expect(users.body).toMatchObject({ total_records: 2 });
		const user = await get(sandbox, token, `/users/${encodeURIComponent(HOST.email)}`);
		expect(user.body).toMatchObject({ id: HOST.id, account_id: 'acc-0001' });
		const settings = await get(sandbox, token, `/users/${UNLICENSED.id}/settings`);
		expect(settings.body).toMatchObject({ feature: { webinar: false } });
	});

	it("understands the sandbox's errors", async () => {
		const unknown = endpoints.webinars.getWebinar({ path: { webinarId: '123' } });
		const error: unknown = await unknown.catch((caught: unknown) => caught);
		expect(isCoreError(error, 'ApiResponseError')).toBe(true);
		expect(error).toHaveProperty(
			'message',
			expect.stringContaining('[404/3001]: "Webinar does not exist: 123."'),
		);
	});

	it('answered all of it as the published specs declare', () => {
		specs.add(sandbox.books.calls('zoom'));
		process.stdout.write(`${specs.line()}\n`);
		const { present, requests, validated, problems } = specs.report();
		expect(problems).toEqual([]);
		// Every answer but the one error, when the specs are at hand.
		if (present) expect([requests > 15, validated]).toEqual([true, requests - 1]);
	});
});

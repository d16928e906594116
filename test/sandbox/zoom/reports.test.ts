import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { accessToken, get, rows, twice } from './proof/call';
import { rivetClient } from './proof/rivet';
import { IDS, SCOPES, world } from './proof/world';

const MINUTE_MS = 60_000;

describe('past webinars and reports', () => {
	let sandbox: Sandbox;
	let token: string;

	beforeEach(async () => {
		sandbox = await startSandbox({
			world: world({
				scopes: [...SCOPES, 'webinar:read:list_past_polls:admin', 'webinar:read:past_qa:admin'],
			}),
			tokenLifeSeconds: 86_400,
		});
		token = await accessToken(sandbox);
	});

	afterEach(async () => {
		const specs = createSpecCheck();
		specs.add(sandbox.books.calls('zoom').filter((entry) => entry.route !== 'unknown'));
		await sandbox.close();
		expect(specs.report().problems).toEqual([]);
	});

	const participantsOf = (id: string, query = '') =>
		get(sandbox, token, `/report/webinars/${id}/participants${query}`);

	describe('UUIDs with slashes', () => {
		it('are found when encoded twice', async () => {
			expect((await participantsOf(twice(IDS.mainSession))).body).toMatchObject({
				total_records: 33,
			});
		});

		it('are unknown when encoded once or not at all', async () => {
			for (const id of [encodeURIComponent(IDS.mainSession), IDS.mainSession]) {
				expect(await participantsOf(id)).toMatchObject({ status: 404, body: { code: 3001 } });
			}
		});

		it('with a slash in the middle only may be encoded once or twice', async () => {
			for (const id of [encodeURIComponent(IDS.earlierSession), twice(IDS.earlierSession)]) {
				expect((await participantsOf(id)).body).toMatchObject({ total_records: 1 });
			}
		});

		it('that nobody has are unknown', async () => {
			expect(await participantsOf(twice('nObOdY=='))).toMatchObject({
				status: 404,
				body: { code: 3001, message: 'Webinar "nObOdY==" not found or has expired' },
			});
		});
	});

	it('means the latest run by the number, never a practice session', async () => {
		const { body } = await get(sandbox, token, `/report/webinars/${IDS.main}`);
		expect(body).toMatchObject({ uuid: IDS.mainSession });
		const practice = await get(sandbox, token, `/report/webinars/${twice(IDS.practice)}`);
		expect(practice.body).toMatchObject({ uuid: IDS.practice, duration: 2 });
	});

	it('gives registrant ids only when asked', async () => {
		const plain = await participantsOf(String(IDS.main));
		expect(rows(plain, 'participants')[0]).not.toHaveProperty('registrant_id');
		const asked = await participantsOf(String(IDS.main), '?include_fields=registrant_id');
		expect(rows(asked, 'participants')[0]).toHaveProperty('registrant_id', 'reg-1');
	});

	it('comes late: unknown first, then with durations of 0, then whole', async () => {
		const late = String(IDS.late);
		for (const part of ['', '/participants', '/polls', '/qa', '/survey']) {
			expect(await get(sandbox, token, `/report/webinars/${late}${part}`)).toMatchObject({
				status: 404,
				body: { code: 3001 },
			});
		}
		const instances = await get(sandbox, token, `/past_webinars/${late}/instances`);
		expect(rows(instances, 'webinars')).toHaveLength(1);

		sandbox.advance(20 * MINUTE_MS);
		expect(rows(await participantsOf(late), 'participants')[0]).toHaveProperty('duration', 0);
		sandbox.advance(15 * MINUTE_MS);
		expect(rows(await participantsOf(late), 'participants')[0]).toHaveProperty('duration', 3000);
	});

	it('is refused after a year', async () => {
		expect(await get(sandbox, token, `/report/webinars/${IDS.old}`)).toMatchObject({
			status: 400,
			body: { code: 12702 },
		});
	});

	it("lists what Zoom's own client asks of a past webinar: polls and questions", async () => {
		const { webinars } = (await rivetClient(sandbox)).endpoints;
		const path = { webinarId: twice(IDS.mainSession) };
		const polls = await webinars.listPastWebinarPollResults({ path });
		expect(polls.data).toMatchObject({
			id: IDS.main,
			uuid: IDS.mainSession,
			questions: [
				{ email: 'person1@example.org', question_details: [{ answer: 'Beans' }] },
				{ email: '', name: 'Anonymous Attendee' },
			],
		});
		const questions = await webinars.listQAsOfPastWebinar({ path });
		expect(questions.data?.questions).toEqual([
			{
				email: 'person1@example.org',
				name: 'Person 1 Müller',
				question_details: [{ question: 'How hot?', answer: '93 degrees' }],
			},
		]);
		for (const part of ['polls', 'qa']) {
			expect(await get(sandbox, token, `/past_webinars/${IDS.late}/${part}`)).toMatchObject({
				status: 404,
				body: { code: 3001, message: 'Webinar ID is invalid or not end.' },
			});
		}
	});

	it('tolerates the fields that past participants are asked for', async () => {
		const asked = `/past_webinars/${IDS.main}/participants?include_fields=registrant_id`;
		expect(rows(await get(sandbox, token, asked), 'participants')[0]).toHaveProperty(
			'registrant_id',
			'reg-1',
		);
	});

	it('has no absentees and no registrants without registration', async () => {
		const registrants = await get(sandbox, token, `/webinars/${IDS.open}/registrants`);
		const absentees = await get(sandbox, token, `/past_webinars/${IDS.open}/absentees`);
		for (const answer of [registrants, absentees]) {
			expect(answer).toMatchObject({ status: 400, body: { code: 3000 } });
		}
	});

	describe('page tokens', () => {
		const INVALID = {
			status: 400,
			body: { code: 300, message: 'The next page token is invalid or expired.' },
		};

		async function firstToken(): Promise<string> {
			const first = await participantsOf(String(IDS.main), '?page_size=20');
			return String(first.body.next_page_token);
		}

		it('lead through all rows once and may be used again', async () => {
			const next = await firstToken();
			const query = `?page_size=20&next_page_token=${next}`;
			const again = await participantsOf(String(IDS.main), query);
			expect(again.body).toEqual((await participantsOf(String(IDS.main), query)).body);
			expect(rows(again, 'participants')).toHaveLength(13);
			expect(again.body.next_page_token).toBe('');
		});

		it('are bound to the other parameters', async () => {
			const next = await firstToken();
			const query = `?page_size=10&next_page_token=${next}`;
			expect(await participantsOf(String(IDS.main), query)).toMatchObject(INVALID);
		});

		it('live for 15 minutes', async () => {
			const query = `?page_size=20&next_page_token=${await firstToken()}`;
			sandbox.advance(14 * MINUTE_MS);
			expect((await participantsOf(String(IDS.main), query)).status).toBe(200);
			sandbox.advance(MINUTE_MS);
			expect(await participantsOf(String(IDS.main), query)).toMatchObject(INVALID);
		});

		it('cannot be asked for in pages of more than 300', async () => {
			expect(await participantsOf(String(IDS.main), '?page_size=301')).toMatchObject({
				status: 400,
				body: { code: 300, message: 'Validation Failed.' },
			});
		});
	});

	it.each([
		['?from=2026-11-01', 'to'],
		['?to=2026-11-20', 'from'],
		['?from=2026-10-01&to=2026-11-20', 'to'],
		['?from=20.11.2026&to=2026-11-20', 'from'],
	])('refuses the history of %s', async (query, parameter) => {
		const answer = await get(sandbox, token, `/report/history_meetings${query}`);
		expect(answer).toMatchObject({
			status: 400,
			body: { code: 300, message: `Invalid parameter: ${parameter}.` },
		});
		sandbox.books.clear();
	});
});

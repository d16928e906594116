import { rows } from './proof/call';
import { DAY_MS, invalid, refusal, series, START, startDesk, type Desk } from './proof/desk';
import { HOST, registrant, UNLICENSED } from './proof/world';

let desk: Desk;

beforeEach(async () => {
	desk = await startDesk();
});

afterEach(() => desk.close());

const create = (body: unknown, host = HOST.id) => desk.write(`POST /users/${host}/webinars`, body);
const update = (id: number, body: unknown, query = '') =>
	desk.write(`PATCH /webinars/${id}${query}`, body);
const remove = (id: number, query = '') => desk.write(`DELETE /webinars/${id}${query}`);
const shown = async (id: unknown, query = '') =>
	(await desk.read(`/webinars/${String(id)}${query}`)).body;
const settingsOf = async (id: unknown) => (await shown(id)).settings as Record<string, unknown>;
const startsOf = (body: Record<string, unknown>) =>
	(body.occurrences as Array<{ start_time: string }>).map((one) => one.start_time);

const DATE = {
	topic: 'Tea',
	type: 5 as const,
	start_time: START,
	duration: 45,
	timezone: 'Europe/Berlin',
};

describe('creating a webinar', () => {
	it("is done, changed and undone by Zoom's own client", async () => {
		const { webinars } = desk.client;
		const created = await webinars.createWebinar({
			path: { userId: HOST.email },
			body: { ...DATE, agenda: 'Leaves', settings: { approval_type: 0, practice_session: true } },
		});
		const webinarId = created.data?.id ?? 0;
		expect(created.data).toMatchObject({
			host_id: HOST.id,
			host_email: HOST.email,
			topic: 'Tea',
			start_time: START,
			creation_source: 'open_api',
			registration_url: expect.stringContaining('/webinar/register/WN_'),
		});
		await webinars.updateWebinar({ path: { webinarId }, body: { topic: 'Green tea' } });
		const path = { webinarId: String(webinarId) };
		const read = await webinars.getWebinar({ path });
		expect(read.data).toMatchObject({ topic: 'Green tea', agenda: 'Leaves', duration: 45 });
		await webinars.deleteWebinar({ path: { webinarId }, query: { cancel_webinar_reminder: true } });
		await expect(webinars.getWebinar({ path })).rejects.toThrow('[404/3001]');
	});

	it('lists it with its host at once', async () => {
		const { body } = await create(DATE);
		const list = await desk.read(`/users/${HOST.id}/webinars?page_size=300`);
		expect(rows(list, 'webinars')).toContainEqual(
			expect.objectContaining({ id: body.id, uuid: body.uuid, is_events_webinar: false }),
		);
	});

	it('reads a start without Z in the time zone, summer and winter', async () => {
		const at = async (start_time: string) =>
			(await create({ ...DATE, start_time })).body.start_time;
		expect(await at('2027-01-10T10:00:00')).toBe('2027-01-10T09:00:00Z');
		expect(await at('2027-07-10T10:00:00')).toBe('2027-07-10T08:00:00Z');
		expect(await at('2027-07-10T10:00:00Z')).toBe('2027-07-10T10:00:00Z');
	});

	it('keeps settings, passcode, tracking fields and template, and shows them', async () => {
		const settings = {
			approval_type: 1,
			registration_type: 1,
			registrants_restrict_number: 500,
			auto_recording: 'cloud',
			alternative_hosts: 'a@example.com;b@example.com',
			email_language: 'de-DE',
			contact_name: 'Carla',
			question_and_answer: { enable: false, answer_questions: 'only' },
			follow_up_absentees_email_notification: { enable: true, type: 3 },
		};
		const { body } = await create({
			...DATE,
			password: 'secret1',
			template_id: 'tpl-1',
			tracking_fields: [{ field: 'Team', value: 'Marketing' }],
			settings,
		});
		const read = await shown(body.id);
		expect(read).toMatchObject({
			password: 'secret1',
			template_id: 'tpl-1',
			tracking_fields: [{ field: 'Team', value: 'Marketing' }],
		});
		expect(read.settings).toMatchObject({
			...settings,
			alternative_hosts: 'a@example.com,b@example.com',
			question_and_answer: {
				enable: false,
				answer_questions: 'only',
				allow_submit_questions: true,
			},
		});
	});

	it('has no registration and no passcode unless asked for', async () => {
		const plain = (await create({})).body;
		expect(plain).toMatchObject({ topic: 'My Webinar', type: 5, settings: { approval_type: 2 } });
		expect(plain).not.toHaveProperty('registration_url');
		expect(plain).not.toHaveProperty('password');
		expect((await create({ ...DATE, default_passcode: true })).body.password).toMatch(/^\d{6}$/);
	});

	it.each<[string, object, string]>([
		['a topic of 201 characters', { topic: 'x'.repeat(201) }, 'topic'],
		['a topic that is no text', { topic: 7 }, 'topic'],
		['a passcode of 11 characters', { password: '12345678901' }, 'password'],
		['an unknown type', { type: 8 }, 'type'],
		['no minutes', { duration: 0 }, 'duration'],
		['half minutes', { duration: 1.5 }, 'duration'],
		['a start that is none', { start_time: 'tomorrow' }, 'start_time'],
		['a time zone that is none', { timezone: 'Europe/Atlantis' }, 'timezone'],
		['a series without dates', { type: 9 }, 'recurrence'],
		['tracking fields that are none', { tracking_fields: [{ name: 'A' }] }, 'tracking_fields'],
		['an unknown approval', { settings: { approval_type: 3 } }, 'settings.approval_type'],
		['a text as flag', { settings: { on_demand: 'yes' } }, 'settings.on_demand'],
		[
			'too many registrants',
			{ settings: { registrants_restrict_number: 20_001 } },
			'settings.registrants_restrict_number',
		],
	])('refuses %s and names the member, new and changed', async (_name, wrong, field) => {
		const { webinars } = desk.sandbox.zoom.world;
		const count = webinars.length;
		expect(await create({ ...DATE, ...wrong })).toMatchObject(invalid(field));
		expect(webinars).toHaveLength(count);
		const open = desk.open();
		const before = structuredClone(open);
		const member = field === 'recurrence' ? 'recurrence.type' : field;
		expect(await update(open.id, { topic: 'New', ...wrong })).toMatchObject(invalid(member));
		expect(open).toEqual(before);
	});

	it('is for hosts with the plan, also when somebody else schedules', async () => {
		const plan = { status: 400, body: { code: 200 } };
		expect(await create(DATE, UNLICENSED.id)).toMatchObject(plan);
		expect(await create(DATE, 'nobody')).toMatchObject(
			refusal(1001, 'User does not exist: nobody.', 404),
		);
		expect(await create({ ...DATE, schedule_for: 'nobody@example.com' })).toMatchObject({
			status: 400,
			body: { code: 300, message: expect.stringContaining('schedule_for field is invalid') },
		});
		expect(await create({ ...DATE, schedule_for: UNLICENSED.email })).toMatchObject(
			refusal(3000, `You cannot schedule a meeting for ${UNLICENSED.id}.`),
		);
		desk.sandbox.zoom.world.users.push({ ...UNLICENSED, id: 'other', webinarLicence: true });
		expect((await create({ ...DATE, schedule_for: 'other' })).body).toMatchObject({
			host_id: 'other',
		});
	});
});

describe('a series', () => {
	const plan = (recurrence: object, start_time = '2027-03-22T10:00:00') => ({
		...DATE,
		type: 9,
		start_time,
		recurrence,
	});

	it.each<[string, object, string[]]>([
		[
			// Clocks go forward on 28 March 2027.
			'every third day, at the same time of day',
			{ type: 1, repeat_interval: 3, end_times: 3 },
			['2027-03-22T09:00:00Z', '2027-03-25T09:00:00Z', '2027-03-28T08:00:00Z'],
		],
		[
			'on days of the week, Sunday = 1, until a moment',
			{ type: 2, weekly_days: '1,2,5', end_date_time: '2027-03-29T08:00:00Z' },
			[
				'2027-03-22T09:00:00Z',
				'2027-03-25T09:00:00Z',
				'2027-03-28T08:00:00Z',
				'2027-03-29T08:00:00Z',
			],
		],
		[
			'on a day of the month, where the month has it',
			{ type: 3, monthly_day: 31, end_times: 3 },
			['2027-03-31T08:00:00Z', '2027-05-31T08:00:00Z', '2027-07-31T08:00:00Z'],
		],
		[
			'on a weekday of a week of the month',
			{ type: 3, monthly_week: 2, monthly_week_day: 4, repeat_interval: 2, end_times: 2 },
			['2027-05-12T08:00:00Z', '2027-07-14T08:00:00Z'],
		],
		[
			'on the last weekday of the month',
			{ type: 3, monthly_week: -1, monthly_week_day: 6, end_times: 2 },
			['2027-03-26T09:00:00Z', '2027-04-30T08:00:00Z'],
		],
	])('%s', async (_name, recurrence, starts) => {
		const { status, body } = await create(plan(recurrence));
		expect(status).toBe(201);
		expect(startsOf(body)).toEqual(starts);
		expect(body).toMatchObject({ start_time: starts[0], recurrence });
		const [first] = rows({ status, body, headers: new Headers() }, 'occurrences');
		expect(first).toEqual({
			occurrence_id: String(Date.parse(starts[0] ?? '')),
			start_time: starts[0],
			duration: 45,
			status: 'available',
		});
	});

	it('counts its weeks from the Sunday on which it begins', async () => {
		const recurrence = { type: 2, weekly_days: '1,7', repeat_interval: 2, end_times: 3 };
		const { body } = await create(plan(recurrence, '2027-01-03T10:00:00'));
		expect(startsOf(body)).toEqual([
			'2027-01-03T09:00:00Z',
			'2027-01-09T09:00:00Z',
			'2027-01-17T09:00:00Z',
		]);
	});

	it('has 50 dates at most', async () => {
		expect(startsOf((await create(plan({ type: 1, end_times: 60 }))).body)).toHaveLength(50);
	});

	it.each<[object, string]>([
		[{ type: 4 }, 'recurrence.type'],
		[{ type: 1, repeat_interval: 91, end_times: 2 }, 'recurrence.repeat_interval'],
		[{ type: 2, repeat_interval: 13, end_times: 2 }, 'recurrence.repeat_interval'],
		[{ type: 3, repeat_interval: 4, end_times: 2 }, 'recurrence.repeat_interval'],
		[{ type: 2, weekly_days: '0', end_times: 2 }, 'recurrence.weekly_days'],
		[{ type: 3, monthly_day: 32, end_times: 2 }, 'recurrence.monthly_day'],
		[{ type: 1, end_times: 61 }, 'recurrence.end_times'],
		[{ type: 1, end_times: 2, end_date_time: '2027-04-01T00:00:00Z' }, 'recurrence.end_times'],
		[{ type: 1, end_date_time: '2027-01-01T00:00:00Z' }, 'recurrence.end_date_time'],
	])('refuses %j', async (recurrence, field) => {
		expect(await create(plan(recurrence))).toMatchObject(invalid(field));
	});

	it('shows the coming dates, the past ones when asked, and one alone', async () => {
		const { id, occurrences } = desk.open(series(['2026-11-19', '2026-11-25', '2026-11-26']));
		expect(startsOf(await shown(id))).toEqual(['2026-11-25T16:00:00Z', '2026-11-26T16:00:00Z']);
		expect(startsOf(await shown(id, '?show_previous_occurrences=true'))).toHaveLength(3);
		const second = occurrences![2]!.occurrence_id;
		expect(await shown(id, `?occurrence_id=${second}`)).toMatchObject({
			start_time: '2026-11-26T16:00:00Z',
		});
		expect(await desk.read(`/webinars/${id}?occurrence_id=1`)).toMatchObject(
			refusal(3000, 'Webinar occurrence does not exist.'),
		);
	});

	it('is changed as a whole', async () => {
		const { id } = (await create(plan({ type: 1, end_times: 2 }))).body as { id: number };
		await update(id, { duration: 90 });
		expect((await shown(id)).occurrences).toMatchObject([{ duration: 90 }, { duration: 90 }]);
		await update(id, { recurrence: { type: 1, end_times: 3 } });
		expect(startsOf(await shown(id))).toHaveLength(3);
		await update(id, { start_time: '2027-05-03T10:00:00' });
		expect(startsOf(await shown(id))[0]).toBe('2027-05-03T08:00:00Z');
		await update(id, { type: 5 });
		expect(await shown(id)).not.toHaveProperty('occurrences');
		expect(await shown(id)).not.toHaveProperty('recurrence');
	});

	it('has dates that are changed in what Zoom allows, and nothing else', async () => {
		const made = desk.open({ ...series(['2026-11-25', '2026-11-26']), agenda: 'All' });
		const [first = '', second = ''] = made.occurrences!.map((one) => one.occurrence_id);
		const change = {
			topic: 'Other',
			agenda: 'This one',
			start_time: '2026-11-25T20:00:00Z',
			duration: 30,
			settings: { auto_recording: 'cloud', approval_type: 1 },
		};
		expect((await update(made.id, change, `?occurrence_id=${first}`)).status).toBe(204);
		expect(await shown(made.id, `?occurrence_id=${first}`)).toMatchObject({
			topic: made.topic,
			agenda: 'This one',
			start_time: '2026-11-25T20:00:00Z',
			duration: 30,
			settings: { auto_recording: 'cloud', approval_type: 0 },
		});
		const other = { agenda: 'All', duration: 60, settings: { auto_recording: 'none' } };
		expect(await shown(made.id, `?occurrence_id=${second}`)).toMatchObject(other);
		expect(await shown(made.id)).toMatchObject({ ...other, topic: made.topic });
		const none = refusal(3000, 'Webinar occurrence does not exist.');
		expect(await update(made.id, change, '?occurrence_id=1')).toMatchObject(none);
		expect(await update(made.id, { duration: 0 }, `?occurrence_id=${first}`)).toMatchObject(
			invalid('duration'),
		);
	});

	it('keeps a date that was deleted, marked so', async () => {
		const { id, occurrences } = desk.open(series(['2026-11-25', '2026-11-26']));
		const first = occurrences![0]!.occurrence_id;
		expect((await remove(id, `?occurrence_id=${first}`)).status).toBe(204);
		expect((await shown(id)).occurrences).toMatchObject([
			{ occurrence_id: first, status: 'deleted' },
			{ status: 'available' },
		]);
		const none = refusal(3000, 'Webinar occurrence does not exist.');
		expect(await remove(id, `?occurrence_id=${first}`)).toMatchObject(none);
		expect(await update(id, { duration: 5 }, `?occurrence_id=${first}`)).toMatchObject(none);
	});
});

describe('changing and deleting', () => {
	it('changes what is given and leaves the rest, settings one by one', async () => {
		const made = desk.open({ registrants: [registrant(1)], settings: { on_demand: true } });
		const { status } = await update(made.id, {
			timezone: 'America/New_York',
			settings: {
				approval_type: 1,
				question_and_answer: { enable: false },
				notify_registrants: true,
			},
		});
		expect(status).toBe(204);
		expect(await shown(made.id)).toMatchObject({
			topic: made.topic,
			timezone: 'America/New_York',
			start_time: START,
		});
		const settings = await settingsOf(made.id);
		expect(settings).toMatchObject({
			on_demand: true,
			approval_type: 1,
			question_and_answer: { enable: false },
		});
		expect(settings).not.toHaveProperty('notify_registrants');
		expect(made.registrants).toHaveLength(1);
	});

	it('knows neither meetings nor strangers, and nothing of Zoom Events', async () => {
		const { world } = desk.sandbox.zoom;
		world.meetings = [{ id: 81_122_233_344, hostId: HOST.id, topic: 'Weekly', startTime: START }];
		for (const id of [81_122_233_344, 12_345_678_901]) {
			const unknown = refusal(3001, `Webinar does not exist: ${id}.`, 404);
			expect(await update(id, { topic: 'A' })).toMatchObject(unknown);
			expect(await remove(id)).toMatchObject(unknown);
			expect(await desk.read(`/webinars/${id}`)).toMatchObject(unknown);
		}
		const { id } = desk.open({ eventsWebinar: true });
		const refused = {
			status: 400,
			body: { code: 3000, message: expect.stringContaining('created via event directory') },
		};
		expect(await update(id, { topic: 'A' })).toMatchObject(refused);
		expect(await remove(id)).toMatchObject(refused);
		const listed = async (query: string) =>
			rows(await desk.read(`/users/${HOST.id}/webinars?${query}`), 'webinars')
				.filter((one) => one.is_events_webinar === true)
				.map((one) => one.id);
		expect(await listed('type=upcoming')).toEqual([id]);
		expect(await listed('type=upcoming&include_events_webinar=false')).toEqual([]);
	});

	it('is possible 100 times a day and host, creating included', async () => {
		const { id } = desk.open();
		for (let time = 0; time < 99; time += 1) {
			expect((await update(id, { topic: `Topic ${time}` })).status).toBe(204);
			desk.sandbox.advance(20);
		}
		expect((await create(DATE)).status).toBe(201);
		for (const refused of [await create(DATE), await update(id, { topic: 'Last' })]) {
			expect(refused).toMatchObject({
				status: 429,
				body: { code: 429, message: expect.stringContaining('daily rate limit (100)') },
			});
			expect(refused.headers.get('retry-after')).toBe('2026-11-21T00:00:00Z');
		}
		expect((await shown(id)).topic).toBe('Topic 98');
		desk.sandbox.advance(DAY_MS);
		expect((await update(id, { topic: 'Next day' })).status).toBe(204);
	});
});

import { rows } from './proof/call';
import {
	DAY_MS,
	invalid,
	refusal,
	series,
	START,
	startDesk,
	waiting,
	type Desk,
} from './proof/desk';
import { HOST, IDS, registrant, UNLICENSED } from './proof/world';

const ann = { email: 'ann@example.org', first_name: 'Ann' };
const person = (number: number) => ({
	email: `p${number}@example.org`,
	first_name: `Person ${number}`,
});
/** The form of somebody whom the world has registered. */
const known = (number: number) => ({ ...person(number), email: `person${number}@example.org` });
const people = (count: number) => Array.from({ length: count }, (_, at) => person(at));

let desk: Desk;

beforeEach(async () => {
	desk = await startDesk();
});

afterEach(() => desk.close());

const register = (id: number, body: unknown, query = '') =>
	desk.write(`POST /webinars/${id}/registrants${query}`, body);
const batch = (id: number, registrants: unknown, more = {}) =>
	desk.write(`POST /webinars/${id}/batch_registrants`, { registrants, ...more });
const setStatus = (id: number, action: unknown, registrants: unknown, query = '') =>
	desk.write(`PUT /webinars/${id}/registrants/status${query}`, { action, registrants });
const remove = (id: number, registrantId: string, query = '') =>
	desk.write(`DELETE /webinars/${id}/registrants/${registrantId}${query}`);
const listed = async (id: number, query = '') =>
	rows(await desk.read(`/webinars/${id}/registrants${query}`), 'registrants');
const emails = async (id: number, query = '') =>
	(await listed(id, query)).map(({ email }) => email);

describe('registering', () => {
	it("is done, looked up and undone by Zoom's own client", async () => {
		const { id } = desk.open();
		const { webinars } = desk.client;
		const path = { webinarId: id };
		const added = await webinars.addWebinarRegistrant({
			path,
			body: { ...ann, last_name: 'Ä', job_title: 'Chef', language: 'de-DE' },
		});
		const registrantId = added.data?.registrant_id ?? '';
		expect(added.data).toEqual({
			id,
			registrant_id: expect.stringMatching(/^[\w-]{22}$/),
			topic: 'How to brew coffee',
			start_time: START,
			join_url: expect.stringContaining(`/w/${id}?tk=`),
		});
		const list = await webinars.listWebinarRegistrants({ path });
		expect(list.data?.registrants).toEqual([
			expect.objectContaining({ ...ann, id: registrantId, last_name: 'Ä', status: 'approved' }),
		]);
		const one = await webinars.getWebinarRegistrant({ path: { ...path, registrantId } });
		expect(one.data).toMatchObject({ ...ann, job_title: 'Chef', language: 'de-DE' });
		const registrants = [{ id: registrantId, email: ann.email }];
		await webinars.updateRegistrantsStatus({ path, body: { action: 'cancel', registrants } });
		const denied = await webinars.listWebinarRegistrants({ path, query: { status: 'denied' } });
		expect(denied.data?.registrants?.map((row) => row.id)).toEqual([registrantId]);
		const many = await webinars.performBatchRegistration({
			path: { webinarId: String(id) },
			body: { registrants: people(2) },
		});
		expect(many.data?.registrants?.map((row) => row.email)).toEqual(
			people(2).map(({ email }) => email),
		);
		await webinars.deleteWebinarRegistrant({ path: { ...path, registrantId } });
		const gone = webinars.getWebinarRegistrant({ path: { ...path, registrantId } });
		await expect(gone).rejects.toThrow(
			`[400/3079]: "This registrant does not exist: ${registrantId}."`,
		);
	});

	it('keeps every field of the form', async () => {
		const { id } = desk.open();
		const form = {
			...ann,
			last_name: 'Müller',
			address: 'Main Street 1',
			city: 'Ulm',
			state: 'BW',
			zip: '89073',
			country: 'DE',
			phone: '+49 5550100',
			comments: 'Looking forward ☕',
			industry: 'Food',
			job_title: 'Chef',
			org: 'Example Ltd',
			no_of_employees: '101-500',
			purchasing_time_frame: '1-3 months',
			role_in_purchase_process: 'Influencer',
			custom_questions: [{ title: 'Why?', value: 'Because' }],
		};
		const { body } = await register(id, { ...form, source_id: 'mail' });
		expect(await listed(id)).toEqual([
			{
				...form,
				id: body.registrant_id,
				status: 'approved',
				create_time: expect.stringMatching(/^2026-11-20T17:1\d:\d\dZ$/),
				join_url: body.join_url,
			},
		]);
		expect(await emails(id, '?tracking_source_id=mail')).toEqual([ann.email]);
		expect(await emails(id, '?tracking_source_id=other')).toEqual([]);
	});

	it.each<[string, unknown, string]>([
		['no e-mail', { first_name: 'Ann' }, 'email'],
		['an e-mail that is none', { ...ann, email: 'ann@example' }, 'email'],
		['an e-mail of 129 characters', { ...ann, email: `${'a'.repeat(117)}@example.org` }, 'email'],
		['no first name', { email: ann.email }, 'first_name'],
		['a blank first name', { ...ann, first_name: ' ' }, 'first_name'],
		['a first name of 65 characters', { ...ann, first_name: 'x'.repeat(65) }, 'first_name'],
		['a last name of 65 characters', { ...ann, last_name: 'x'.repeat(65) }, 'last_name'],
		['a number as phone', { ...ann, phone: 5550100 }, 'phone'],
		[
			'an answer of 129 characters',
			{ ...ann, custom_questions: [{ title: 'Why?', value: 'x'.repeat(129) }] },
			'custom_questions',
		],
		['answers that are no list', { ...ann, custom_questions: 'Because' }, 'custom_questions'],
	])('refuses %s and names the field', async (_name, body, field) => {
		const { id, registrants } = desk.open();
		expect(await register(id, body)).toMatchObject(invalid(field));
		expect(registrants).toEqual([]);
	});

	it('takes the longest values that are allowed', async () => {
		const { id } = desk.open();
		const email = `${'a'.repeat(116)}@example.org`;
		const longest = { email, first_name: 'x'.repeat(64), last_name: 'y'.repeat(64) };
		expect((await register(id, longest)).status).toBe(201);
		expect(await listed(id)).toMatchObject([longest]);
	});

	it('wants what the form wants, fields and questions', async () => {
		const { id } = desk.open({
			questions: {
				questions: [
					{ field_name: 'job_title', required: true },
					{ field_name: 'city', required: false },
				],
				custom_questions: [
					{ title: 'Why?', type: 'short', required: true },
					{ title: 'When?', type: 'short', required: false },
				],
			},
		});
		const chef = { ...ann, job_title: 'Chef' };
		expect(await register(id, ann)).toMatchObject(invalid('job_title'));
		expect(await register(id, chef)).toMatchObject(invalid('Why?'));
		expect(await batch(id, [person(1)])).toMatchObject(invalid('job_title'));
		const answer = (value: string) => [{ title: 'Why?', value }];
		const other = { ...chef, email: 'bob@example.org' };
		expect(await register(id, { ...other, custom_questions: answer('') })).toMatchObject(
			invalid('Why?'),
		);
		expect(await register(id, { ...other, custom_questions: answer('So') })).toMatchObject({
			status: 201,
		});
		expect(await emails(id)).toEqual(['bob@example.org']);
	});

	it('gives the same address, in any case, the record that it has', async () => {
		const { id } = desk.open();
		const first = await register(id, ann);
		const again = await register(id, { email: 'ANN@Example.org', first_name: 'Anna' });
		expect(again.status).toBe(201);
		expect(again.body).toEqual(first.body);
		expect(await listed(id)).toMatchObject([{ ...ann, id: first.body.registrant_id }]);
	});

	it('looks at the list as it is, whoever has changed it meanwhile', async () => {
		const webinar = desk.open();
		await register(webinar.id, ann);
		webinar.registrants = [registrant(7)];
		const seventh = await register(webinar.id, known(7));
		expect(seventh.body.registrant_id).toBe('reg-7');
		const { body } = await register(webinar.id, ann);
		webinar.registrants.splice(0, 1, registrant(8), registrant(9));
		expect((await register(webinar.id, ann)).body).toEqual(body);
		expect(await emails(webinar.id)).toEqual([8, 9].map((n) => known(n).email).concat(ann.email));
	});

	const panelist =
		'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.';
	const isOver =
		'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.';
	it.each<[string, Parameters<Desk['open']>[0], string, number, RegExp]>([
		['the host', {}, HOST.email.toUpperCase(), 3027, /^Host cannot register\.$/],
		[
			'a panelist',
			{ panelists: [{ id: 'p', name: 'Paula', email: 'paula@example.com' }] },
			'Paula@Example.com',
			3000,
			new RegExp(panelist),
		],
		[
			'everybody where registration is off',
			{ approvalType: 2 },
			ann.email,
			3000,
			/(does not have registration as required|Registration has not been enabled for this webinar): \d+\.$/,
		],
		[
			'everybody where it costs something',
			{ settings: { paid: true } },
			ann.email,
			3000,
			/^The Zoom REST API does not support paid registration\.$/,
		],
		[
			'everybody when it is over',
			{ startTime: '2026-11-20T16:00:00Z' },
			ann.email,
			3038,
			new RegExp(isOver),
		],
		['everybody of Zoom Events', { eventsWebinar: true }, ann.email, 3000, /event directory/],
	])('refuses %s, alone and in a batch', async (_name, over, email, code, words) => {
		const { id, registrants } = desk.open(over);
		const refused = { status: 400, body: { code, message: expect.stringMatching(words) } };
		expect(await register(id, { ...ann, email })).toMatchObject(refused);
		expect(await batch(id, [person(1), { ...ann, email }])).toMatchObject(refused);
		expect(registrants).toEqual([]);
	});

	it('goes on until the end, and for ever where no time is fixed', async () => {
		const running = desk.open({ startTime: '2026-11-20T16:30:00Z' });
		expect((await register(running.id, ann)).status).toBe(201);
		desk.sandbox.advance(25 * 60_000);
		expect(await register(running.id, person(1))).toMatchObject({ body: { code: 3038 } });
		const open = desk.open({ type: 6, startTime: '2020-01-01T10:00:00Z' });
		const answer = await register(open.id, ann);
		expect(answer.status).toBe(201);
		expect(answer.body).not.toHaveProperty('start_time');
	});

	it('ends when the webinar is full, in the words of each call', async () => {
		const full = desk.open({
			settings: { registrants_restrict_number: 2 },
			registrants: [registrant(1), registrant(2), waiting(3)],
		});
		expect(await register(full.id, ann)).toMatchObject(
			refusal(
				3000,
				'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
			),
		);
		const capacity = 'Webinar has reached maximum attendee capacity.';
		expect(await batch(full.id, [ann])).toMatchObject(refusal(3043, capacity));
		expect(await setStatus(full.id, 'approve', [{ id: 'reg-3' }])).toMatchObject(
			refusal(3035, capacity),
		);
		// Who is in already takes no further place.
		expect((await register(full.id, known(1))).status).toBe(201);
		expect((await setStatus(full.id, 'approve', [{ id: 'reg-1' }])).status).toBe(204);
		const almost = desk.open({ settings: { registrants_restrict_number: 2 } });
		expect(await batch(almost.id, people(3))).toMatchObject({ body: { code: 3043 } });
		expect(almost.registrants).toEqual([]);
		expect((await batch(almost.id, [...people(2), person(0)])).status).toBe(201);
	});

	it('waits for the host where that is set, without a link', async () => {
		const { id } = desk.open({ approvalType: 1 });
		const { body } = await register(id, ann);
		expect(body).not.toHaveProperty('join_url');
		expect(await emails(id)).toEqual([]);
		const [row] = await listed(id, '?status=pending');
		expect(row).toMatchObject({ ...ann, status: 'pending' });
		expect(row).not.toHaveProperty('join_url');
		await setStatus(id, 'approve', [{ id: body.registrant_id }]);
		expect(await listed(id)).toMatchObject([{ ...ann, join_url: expect.any(String) }]);
		expect((await register(id, ann)).body).toHaveProperty('join_url');
	});

	it('knows no other webinars than those of licensed hosts, and wants the scope', async () => {
		const { world } = desk.sandbox.zoom;
		world.meetings = [{ id: 81_122_233_344, hostId: HOST.id, topic: 'Weekly', startTime: START }];
		for (const id of [81_122_233_344, 12_345_678_901]) {
			const unknown = refusal(3001, `Webinar does not exist: ${id}.`, 404);
			expect(await register(id, ann)).toMatchObject(unknown);
			expect(await batch(id, [ann])).toMatchObject(unknown);
			expect(await setStatus(id, 'approve', [])).toMatchObject(unknown);
			expect(await remove(id, 'reg-1')).toMatchObject(unknown);
			expect(await desk.read(`/webinars/${id}/registrants/reg-1`)).toMatchObject(unknown);
		}
		expect(await desk.write('POST /webinars/abc/registrants', ann)).toMatchObject(
			refusal(300, 'Invalid webinar ID.'),
		);
		const unlicensed = desk.open({ hostId: UNLICENSED.id });
		expect(await register(unlicensed.id, ann)).toMatchObject({
			status: 400,
			body: { code: 200, message: expect.stringContaining('Webinar plan is missing.') },
		});
		world.scopes = [];
		const without = await startDesk();
		without.sandbox.zoom.world.scopes.splice(0);
		without.sandbox.zoom.revokeTokens();
		expect((await without.write(`POST /webinars/${IDS.main}/registrants`, ann)).status).toBe(401);
		await without.close();
	});
});

describe('registering in a batch', () => {
	it('is for webinars of type 5, with 1 to 30 people', async () => {
		const onlyOnce =
			'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.';
		for (const over of [{ type: 6 as const }, series(['2026-11-25', '2026-11-26'])]) {
			expect(await batch(desk.open(over).id, [ann])).toMatchObject(refusal(300, onlyOnce));
		}
		const { id, registrants } = desk.open();
		for (const bad of [people(31), [], undefined, 'ann@example.org']) {
			expect(await batch(id, bad)).toMatchObject(invalid('registrants'));
		}
		expect(registrants).toEqual([]);
		expect((await batch(id, people(30))).status).toBe(201);
		expect(registrants).toHaveLength(30);
	});

	it.each<[string, object, Partial<Awaited<ReturnType<typeof register>>>]>([
		['the host', { ...ann, email: HOST.email }, refusal(3027, 'Host cannot register.')],
		['somebody without a first name', { email: ann.email }, invalid('first_name')],
		['an address that is none', { ...ann, email: 'ann' }, invalid('email')],
	])('takes nobody when one of them is %s', async (_name, bad, refused) => {
		const { id, registrants } = desk.open();
		expect(await batch(id, [person(1), bad, person(2)])).toMatchObject(refused);
		expect(registrants).toEqual([]);
	});

	it('gives those who are there the record that they have', async () => {
		const { id } = desk.open();
		const single = await register(id, ann);
		const { body } = await batch(id, [person(1), { ...ann, email: 'ANN@example.org' }]);
		expect(body.registrants).toEqual([
			{ email: 'p1@example.org', registrant_id: expect.any(String), join_url: expect.any(String) },
			{
				email: ann.email,
				registrant_id: single.body.registrant_id,
				join_url: single.body.join_url,
			},
		]);
	});

	it('approves where it is told to, else the host does', async () => {
		const { id } = desk.open({ approvalType: 1 });
		expect((await batch(id, [person(1)])).body).toEqual({
			registrants: [{ email: 'p1@example.org', registrant_id: expect.any(String) }],
		});
		const approved = await batch(id, [person(2)], { auto_approve: true });
		expect(rows(approved, 'registrants')[0]).toHaveProperty('join_url');
		expect(await emails(id)).toEqual(['p2@example.org']);
		expect(await emails(id, '?status=pending')).toEqual(['p1@example.org']);
	});

	it('takes names and addresses only', async () => {
		const { id } = desk.open();
		const { sandbox } = desk;
		await batch(id, [{ ...ann, last_name: 'Lee', job_title: 'Chef' }]);
		// Sent on purpose; the spec declares no such member.
		sandbox.books.clear();
		expect(await listed(id)).toMatchObject([{ ...ann, last_name: 'Lee', job_title: '' }]);
	});
});

describe("a registrant's status", () => {
	it('is set for up to 30, by id or address, all or none', async () => {
		const { id, registrants } = desk.open({ registrants: [1, 2, 3].map(waiting) });
		const states = () => registrants.map(({ status }) => status);
		const both = [{ id: 'reg-1' }, { email: 'PERSON2@example.org' }];
		expect((await setStatus(id, 'approve', both)).status).toBe(204);
		expect(states()).toEqual(['approved', 'approved', 'pending']);
		const oneUnknown = [{ id: 'reg-3' }, { id: 'nobody' }];
		expect(await setStatus(id, 'approve', oneUnknown)).toMatchObject(
			refusal(
				300,
				'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
			),
		);
		expect(states()).toEqual(['approved', 'approved', 'pending']);
		await setStatus(id, 'deny', [{ id: 'reg-3' }]);
		await setStatus(id, 'cancel', [{ id: 'reg-1' }]);
		expect(states()).toEqual(['denied', 'approved', 'denied']);
		expect(await setStatus(id, 'forget', [{ id: 'reg-1' }])).toMatchObject(invalid('action'));
		const tooMany = Array.from({ length: 31 }, () => ({ id: 'reg-1' }));
		expect(await setStatus(id, 'approve', tooMany)).toMatchObject(invalid('registrants'));
		expect(await setStatus(id, 'approve', 'reg-1')).toMatchObject(invalid('registrants'));
	});

	it('is denied for whom the host cancelled, who then cannot come back alone', async () => {
		const { id, registrants } = desk.open();
		const { body } = await register(id, ann);
		await setStatus(id, 'cancel', [{ id: body.registrant_id }]);
		const again = await register(id, ann);
		expect(again).toMatchObject({ status: 201, body: { registrant_id: body.registrant_id } });
		expect(again.body).not.toHaveProperty('join_url');
		expect(registrants).toMatchObject([{ status: 'denied' }]);
		await setStatus(id, 'approve', [{ id: body.registrant_id }]);
		expect(await listed(id)).toMatchObject([{ id: body.registrant_id, join_url: body.join_url }]);
	});

	it('cannot be set where registration is off', async () => {
		const { id } = desk.open({ approvalType: 2, registrants: [registrant(1)] });
		expect(await setStatus(id, 'deny', [{ id: 'reg-1' }])).toMatchObject(
			refusal(300, `Registration has not been enabled for this meeting: ${id}.`),
		);
		const off = refusal(3000, `Registration has not been enabled for this webinar: ${id}.`);
		expect(await desk.read(`/webinars/${id}/registrants/reg-1`)).toMatchObject(off);
		expect(await remove(id, 'reg-1')).toMatchObject(off);
	});

	it('chooses the list: approved ones, unless asked otherwise', async () => {
		const { id } = desk.open({
			registrants: [
				registrant(1),
				waiting(2),
				{ ...registrant(3), status: 'denied' },
				{ ...registrant(4), status: 'cancelled' },
			],
		});
		const ids = async (query = '') => (await listed(id, query)).map((row) => row.id);
		expect(await ids()).toEqual(['reg-1']);
		expect(await ids('?status=approved')).toEqual(['reg-1']);
		expect(await ids('?status=pending')).toEqual(['reg-2']);
		expect(await ids('?status=denied')).toEqual(['reg-3']);
		expect(await desk.read(`/webinars/${id}/registrants?status=cancelled`)).toMatchObject(
			invalid('status'),
		);
		expect(await desk.read(`/webinars/${id}/registrants/reg-4`)).toMatchObject(
			refusal(3079, 'This registrant does not exist: reg-4.'),
		);
	});
});

describe('deleting a registrant', () => {
	it('frees the address', async () => {
		const { id } = desk.open();
		const first = await register(id, ann);
		const registrantId = String(first.body.registrant_id);
		expect((await remove(id, registrantId)).status).toBe(204);
		expect(await remove(id, registrantId)).toMatchObject(
			refusal(3000, `Registrant ${registrantId} was not found.`),
		);
		const second = await register(id, ann);
		expect(second.body.registrant_id).not.toBe(registrantId);
		expect(await emails(id)).toEqual([ann.email]);
	});
});

describe('the limits of one registrant', () => {
	const midnight = '2026-11-21T00:00:00Z';
	const limited = (limit: number, email: string) => ({
		status: 429,
		body: {
			code: 429,
			message: expect.stringMatching(
				`^You have exceeded the daily rate limit of \\(${limit}\\) for .+ API requests for the registrant \\(${email}\\)\\. You can resume these API requests at GMT 00:00:00\\.$`,
			),
		},
	});

	it('are three registrations a day and webinar, batches included, until midnight UTC', async () => {
		const [one, other] = [desk.open(), desk.open()];
		await register(one.id, ann);
		await register(one.id, { ...ann, email: 'Ann@Example.Org' });
		await batch(one.id, [ann, person(1)]);
		const refused = await register(one.id, ann);
		expect(refused).toMatchObject(limited(3, ann.email));
		expect(refused.body.message).toContain('for Add a webinar registrant API requests');
		expect(refused.headers.get('x-ratelimit-type')).toBe('Daily-limit');
		expect(refused.headers.get('retry-after')).toBe(midnight);
		expect(await batch(one.id, [person(2), ann])).toMatchObject(limited(3, ann.email));
		expect(await emails(one.id)).toEqual([ann.email, 'p1@example.org']);
		expect((await register(one.id, person(1))).status).toBe(201);
		expect((await register(other.id, ann)).status).toBe(201);
		desk.sandbox.advance(Date.parse(midnight) - desk.sandbox.now() - 2_000);
		expect((await register(one.id, ann)).status).toBe(429);
		desk.sandbox.advance(2_000);
		expect((await register(one.id, ann)).status).toBe(201);
	});

	it('are ten changes of status a day, apart from the registrations', async () => {
		const { id } = desk.open({ registrants: [registrant(1), registrant(2)] });
		for (let change = 0; change < 10; change += 1) {
			expect((await setStatus(id, 'deny', [{ id: 'reg-1' }])).status).toBe(204);
		}
		expect(await setStatus(id, 'approve', [{ id: 'reg-1' }])).toMatchObject(
			limited(10, 'person1@example.org'),
		);
		expect((await setStatus(id, 'deny', [{ id: 'reg-2' }])).status).toBe(204);
		expect((await register(id, known(1))).status).toBe(201);
		desk.sandbox.advance(DAY_MS);
		expect((await setStatus(id, 'approve', [{ id: 'reg-1' }])).status).toBe(204);
	});

	it('do not hold where the sandbox was told so', async () => {
		const free = await startDesk({ limits: false });
		const { id } = free.open();
		for (let time = 0; time < 5; time += 1) {
			expect((await free.write(`POST /webinars/${id}/registrants`, ann)).status).toBe(201);
		}
		await free.close();
	});
});

describe('the dates of a series', () => {
	const days = ['2026-11-25', '2026-11-26', '2026-11-27'];
	const [first = '', second = '', third = ''] = days.map((day) =>
		String(Date.parse(`${day}T16:00:00Z`)),
	);
	const dates = ({ body }: Awaited<ReturnType<typeof register>>) =>
		(body.occurrences as Array<{ occurrence_id: string }>).map((one) => one.occurrence_id);

	it('are all of them where one registration holds for all', async () => {
		const { id } = desk.open(series(days, 1));
		const answer = await register(id, ann);
		expect(answer.body).toMatchObject({ start_time: '2026-11-25T16:00:00Z' });
		expect(dates(answer)).toEqual([first, second, third]);
		for (const date of [first, third]) {
			expect(await emails(id, `?occurrence_id=${date}`)).toEqual([ann.email]);
		}
	});

	it('are the chosen ones where people choose, and more of them later', async () => {
		const { id, registrants } = desk.open(series(days, 3));
		const answer = await register(id, ann, `?occurrence_ids=${first},${second}`);
		expect(dates(answer)).toEqual([first, second]);
		const inList = (date: string) => emails(id, `?occurrence_id=${date}`);
		expect([await inList(second), await inList(third)]).toEqual([[ann.email], []]);
		const later = await register(id, ann, `?occurrence_ids=${third}`);
		expect(later.body).toMatchObject({
			registrant_id: answer.body.registrant_id,
			start_time: '2026-11-27T16:00:00Z',
		});
		expect([await inList(first), await inList(third)]).toEqual([[ann.email], [ann.email]]);
		expect(registrants).toHaveLength(1);
	});

	it('do not become fewer for whom all of them are open', async () => {
		const { id } = desk.open({ ...series(days, 2), registrants: [registrant(1)] });
		await register(id, known(1), `?occurrence_ids=${first}`);
		expect(await emails(id, `?occurrence_id=${third}`)).toEqual(['person1@example.org']);
	});

	it('are refused when unknown, deleted or over', async () => {
		const over = series(['2026-11-19', ...days], 2);
		over.occurrences[1]!.status = 'deleted';
		const { id, registrants } = desk.open(over);
		const none = refusal(3000, 'Webinar occurrence does not exist.');
		for (const date of ['1234567890123', first, `${second},1234567890123`]) {
			expect(
				await register(id, person(Number(date.slice(-3))), `?occurrence_ids=${date}`),
			).toMatchObject(none);
		}
		expect(await desk.read(`/webinars/${id}/registrants?occurrence_id=1`)).toMatchObject(none);
		const past = String(Date.parse('2026-11-19T16:00:00Z'));
		expect(await register(id, ann, `?occurrence_ids=${past}`)).toMatchObject({
			body: { code: 3038 },
		});
		expect(registrants).toEqual([]);
	});

	it('leave registration open as long as one of them is left', async () => {
		const { id, occurrences } = desk.open(series(['2026-11-19', ...days]));
		expect((await register(id, ann)).status).toBe(201);
		desk.sandbox.advance(6 * DAY_MS);
		expect((await register(id, ann)).status).toBe(201);
		occurrences!.at(-1)!.status = 'deleted';
		expect(await register(id, person(1))).toMatchObject({ body: { code: 3038 } });
	});

	it('can be left one by one', async () => {
		const { id, registrants } = desk.open({ ...series(days, 2), registrants: [registrant(1)] });
		expect((await remove(id, 'reg-1', `?occurrence_id=${first}`)).status).toBe(204);
		expect(await emails(id, `?occurrence_id=${first}`)).toEqual([]);
		expect(await emails(id, `?occurrence_id=${second}`)).toEqual(['person1@example.org']);
		expect(await remove(id, 'reg-1', `?occurrence_id=${first}`)).toMatchObject({
			body: { code: 3000 },
		});
		await remove(id, 'reg-1', `?occurrence_id=${second}`);
		await remove(id, 'reg-1', `?occurrence_id=${third}`);
		expect(registrants).toEqual([]);
	});

	it('have a status of their own', async () => {
		const { id } = desk.open({ ...series(days, 2), registrants: [registrant(1), registrant(2)] });
		await setStatus(id, 'cancel', [{ id: 'reg-1' }], `?occurrence_id=${first}`);
		expect(await emails(id, `?occurrence_id=${first}`)).toEqual(['person2@example.org']);
		expect(await emails(id, `?status=denied&occurrence_id=${first}`)).toEqual([
			'person1@example.org',
		]);
		expect(await emails(id, `?occurrence_id=${second}`)).toHaveLength(2);
		await setStatus(id, 'approve', [{ id: 'reg-1' }], `?occurrence_id=${first}`);
		expect(await emails(id, `?occurrence_id=${first}`)).toHaveLength(2);
		await setStatus(id, 'deny', [{ id: 'reg-1' }]);
		expect(await emails(id, `?status=denied&occurrence_id=${first}`)).toEqual([
			'person1@example.org',
		]);
		const none = refusal(3000, 'Webinar occurrence does not exist.');
		expect(await setStatus(id, 'deny', [{ id: 'reg-1' }], '?occurrence_id=1')).toMatchObject(none);
		expect(await remove(id, 'reg-1', '?occurrence_id=1')).toMatchObject(none);
	});
});

describe('10,000 registrations', () => {
	it('take as long for the last as for the first', async () => {
		const free = await startDesk({ limits: false });
		const { id, registrants } = free.open({ settings: { registrants_restrict_number: 20_000 } });
		const everybody = people(10_000);
		// Processor time of this process alone: other tests run beside this one.
		const took: number[] = [];
		for (let from = 0; from < everybody.length; from += 30) {
			const before = process.cpuUsage();
			const answer = await free.write(`POST /webinars/${id}/batch_registrants`, {
				registrants: everybody.slice(from, from + 30),
			});
			const { user, system } = process.cpuUsage(before);
			took.push((user + system) / 1000);
			expect(answer.status).toBe(201);
		}
		expect(registrants).toHaveLength(10_000);
		expect(new Set(registrants.map((row) => row.email)).size).toBe(10_000);
		const median = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
		expect(median(took.slice(-60))).toBeLessThan(4 * median(took.slice(0, 60)) + 5);

		let token = '';
		let found = 0;
		do {
			const page = await free.read(
				`/webinars/${id}/registrants?page_size=300&next_page_token=${token}`,
			);
			expect(page.body.total_records).toBe(10_000);
			found += rows(page, 'registrants').length;
			token = String(page.body.next_page_token);
		} while (token !== '');
		expect(found).toBe(10_000);
		free.sandbox.books.clear();
		await free.close();
	});
});

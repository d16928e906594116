import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { longHour } from '../../support/longHour';
import { stage, type Stage } from '../../support/world';
import { byId, inAHurry, jsons, zoomFault } from '../support/zoom';
import {
	checkedBooks,
	creation,
	DAY,
	inDays,
	outcomes,
	raw,
	run,
	stateOf,
	writes,
	written,
} from './support';

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 20 });
});
afterAll(async () => {
	checkedBooks(here);
	await here.close();
});
beforeEach(() => {
	checkedBooks(here);
	here.sandbox.clearFaults();
});

const TOPICS = [{ topic: 'Launch' }];

/** Creates one webinar, and shows it as Zoom has it. */
async function created(changes: INodeParameters): Promise<IDataObject> {
	const result = await run(here, creation(here, changes), TOPICS);
	expect(outcomes(result)).toEqual([expect.objectContaining({ action: 'created' })]);
	return await raw(here, outcomes(result)[0]!.recordId);
}

function bodyOf(index = 0): IDataObject {
	return writes(here)[index]!.request as IDataObject;
}

function webinarsNamed(topic: string): number {
	return here.sandbox.zoom.world.webinars.filter((webinar) => webinar.topic === topic).length;
}

test('one webinar per item, in our model, linked to its item', async () => {
	const items = [{ topic: 'First' }, { topic: 'Second' }];
	const result = await run(here, creation(here), items);
	expect(result.error).toBeNull();
	expect(result.outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
	]);
	const day = inDays(here, 1);
	const [first] = jsons(result.outputs[0]);
	const { recordId } = outcomes(result)[0]!;
	expect(first).toEqual({
		topic: 'First',
		outcome: {
			destination: 'zoom',
			result: 'synced',
			action: 'created',
			reason: null,
			message: 'Created the webinar First',
			repair: '',
			steps: {},
			recordId,
			retryAt: null,
			preview: false,
		},
		webinar: expect.objectContaining({
			provider: 'zoom',
			webinarId: recordId,
			topic: 'First',
			durationSeconds: 45 * 60,
			timezone: 'Europe/Berlin',
			hostEmail: here.story.main.hostEmail.toLowerCase(),
			registrationRequired: true,
		}) as object,
	});
	const offset = new Date(`${day}T12:00:00Z`).toLocaleString('en', {
		timeZone: 'Europe/Berlin',
		hour: 'numeric',
		hour12: false,
	});
	const start = new Date(Date.parse(`${day}T16:00:00Z`) - (Number(offset) - 12) * 3_600_000);
	expect(first!.webinar).toMatchObject({
		scheduledStartTime: start.toISOString().replace('.000Z', 'Z'),
		scheduledEndTime: new Date(start.getTime() + 45 * 60_000).toISOString().replace('.000Z', 'Z'),
	});
	expect(JSON.stringify(jsons(result.outputs[0]))).not.toMatch(/zak=/);
	expect(stateOf(here, outcomes(result)[1]!.recordId)!.topic).toBe('Second');
});

const SETTINGS: INodeParameters = {
	allowMultipleDevices: true,
	anonymousQuestions: false,
	approvalEmails: true,
	authenticationOption: 'signIn_1',
	autoRecording: 'cloud',
	confirmationEmail: true,
	contactEmail: 'team@example.com',
	contactName: 'Webinar Team',
	emailInAttendeeReport: true,
	emailLanguage: 'de-DE',
	followUpAbsentees: 2,
	followUpAttendees: 1,
	hostVideo: true,
	moreSettings: '{ "hd_video": true, "survey_url": "https://example.com/survey" }',
	onDemand: true,
	panelistAuthentication: true,
	panelistInvitations: false,
	panelistVideo: true,
	practiceSession: true,
	questionAndAnswer: true,
	registrantsLimit: 500,
	reminderEmail: 3,
	requireSignIn: true,
	visibleQuestions: 'only',
};

test('every setting reaches Zoom and comes back', async () => {
	const alternative = here.sandbox.zoom.world.users.find(
		({ email }) => email !== here.story.main.hostEmail,
	)!.email;
	const webinar = await created({
		agenda: 'What is new',
		registration: 'manual',
		settings: {
			...SETTINGS,
			alternativeHosts: alternative,
			passcode: 'abc123',
			trackingFields: { field: [{ field: 'Region', value: 'EMEA' }] },
			templateId: 'TemplateOne',
			moreFields: '{ "default_passcode": false }',
		},
	});
	const { settings, ...body } = bodyOf();
	expect(body).toEqual({
		topic: 'Launch',
		type: 5,
		start_time: `${inDays(here, 1)}T16:00:00`,
		timezone: 'Europe/Berlin',
		duration: 45,
		agenda: 'What is new',
		password: 'abc123',
		template_id: 'TemplateOne',
		tracking_fields: [{ field: 'Region', value: 'EMEA' }],
		default_passcode: false,
	});
	expect(settings).toEqual({
		approval_type: 1,
		allow_multiple_devices: true,
		alternative_hosts: alternative,
		attendees_and_panelists_reminder_email_notification: { enable: true, type: 3 },
		authentication_option: 'signIn_1',
		auto_recording: 'cloud',
		contact_email: 'team@example.com',
		contact_name: 'Webinar Team',
		email_in_attendee_report: true,
		email_language: 'de-DE',
		follow_up_absentees_email_notification: { enable: true, type: 2 },
		follow_up_attendees_email_notification: { enable: true, type: 1 },
		hd_video: true,
		host_video: true,
		meeting_authentication: true,
		on_demand: true,
		panelist_authentication: true,
		panelists_invitation_email_notification: false,
		panelists_video: true,
		practice_session: true,
		question_and_answer: {
			allow_anonymous_questions: false,
			answer_questions: 'only',
			enable: true,
		},
		registrants_confirmation_email: true,
		registrants_email_notification: true,
		registrants_restrict_number: 500,
		survey_url: 'https://example.com/survey',
	});
	expect(webinar).toMatchObject({ topic: 'Launch', agenda: 'What is new', settings });
	expect(webinar).toMatchObject({ tracking_fields: [{ field: 'Region', value: 'EMEA' }] });
});

test.each([
	['none', 2],
	['automatic', 0],
	['manual', 1],
])('registration %s is approval type %d', async (registration, approval_type) => {
	const webinar = await created({ registration });
	expect(webinar).toMatchObject({ settings: { approval_type } });
	expect('registration_url' in webinar).toBe(registration !== 'none');
});

describe('a series', () => {
	const end = { ends: 'after', occurrences: 4 };

	test.each<[string, INodeParameters, IDataObject, number]>([
		['daily', { repeats: 'daily', every: 2, ...end }, { type: 1, repeat_interval: 2 }, 4],
		[
			'weekly on two days',
			{ repeats: 'weekly', every: 1, weekdays: [3, 5], ...end },
			{ type: 2, weekly_days: '3,5' },
			4,
		],
		[
			'monthly on a day',
			{ repeats: 'monthly', every: 1, monthlyBy: 'day', dayOfMonth: 12, ...end },
			{ type: 3, monthly_day: 12 },
			4,
		],
		[
			'monthly on the last Friday',
			{ repeats: 'monthly', monthlyBy: 'weekday', weekOfMonth: -1, weekdayOfMonth: 6, ...end },
			{ type: 3, monthly_week: -1, monthly_week_day: 6 },
			4,
		],
	])('%s has its dates', async (_, fields, rule, dates) => {
		const webinar = await created({
			schedule: 'recurring',
			registrationCovers: 'chosen',
			...fields,
		});
		expect(bodyOf()).toMatchObject({
			type: 9,
			recurrence: { ...rule, end_times: 4 },
			settings: { registration_type: 3 },
		});
		expect(webinar).toMatchObject({ type: 9, recurrence: rule });
		expect(webinar.occurrences).toHaveLength(dates);
	});

	test('that ends on a date has none after it', async () => {
		const webinar = await created({
			schedule: 'recurring',
			repeats: 'daily',
			ends: 'on',
			endDate: `${inDays(here, 4)}T00:00:00`,
		});
		expect(webinar.occurrences).toHaveLength(4);
	});

	test('without registration says nothing about what a registration covers', async () => {
		await created({ schedule: 'recurring', registration: 'none', registrationCovers: 'each' });
		expect(bodyOf().settings).toEqual({ approval_type: 2 });
	});

	test('without a fixed time has no start, duration or rule', async () => {
		const webinar = await created({ schedule: 'recurringNoFixedTime' });
		expect(bodyOf()).toEqual({ topic: 'Launch', type: 6, settings: { approval_type: 0 } });
		expect(webinar).toMatchObject({ type: 6 });
	});
});

test('what cannot be scheduled is refused before anything is sent, the other items go on', async () => {
	const tomorrow = inDays(here, 1);
	const items = [
		{ topic: '', start: `${tomorrow}T16:00:00` },
		{ topic: 'A', start: `${inDays(here, -1)}T16:00:00` },
		{ topic: 'B', start: 'tomorrow' },
		{ topic: 'C', start: '2099-03-29T02:30:00' },
		{ topic: 'D', start: `${tomorrow}T16:00:00`, zone: 'Europe/Bonn' },
		{ topic: 'E', start: `${tomorrow}T16:00:00`, minutes: 0 },
		{ topic: 'F', start: `${tomorrow}T16:00:00` },
		{ topic: 'x'.repeat(201), start: `${tomorrow}T16:00:00` },
	];
	const parameters = creation(here, {
		startTime: '={{ $json.start }}',
		timezone: '={{ $json.zone ?? "Europe/Berlin" }}',
		duration: '={{ $json.minutes ?? 45 }}',
	});
	const result = await run(here, parameters, items);
	expect(outcomes(result).map(({ message }) => message)).toEqual([
		'Topic is empty',
		expect.stringContaining('is in the past'),
		'The start "tomorrow" is not a date with a time',
		expect.stringContaining('does not exist in Europe/Berlin'),
		'The time zone "Europe/Bonn" does not exist',
		expect.stringContaining('Duration (Minutes)'),
		'Created the webinar F',
		'Topic is longer than 200 characters',
	]);
	for (const { result: is, repair } of outcomes(result)) {
		if (is === 'failed') expect(repair).toMatch(/^(Enter|Choose) /);
	}
	expect(written(here)).toHaveLength(1);
});

test('a time without a time zone is meant in the time zone of the workflow when none is given', async () => {
	await created({ timezone: '' });
	expect(bodyOf().timezone).toBe('America/New_York');
});

describe('the host', () => {
	test('without a webinar licence, and one whom Zoom does not know', async () => {
		const unlicensed = here.sandbox.zoom.world.users.find((user) => !user.webinarLicence)!;
		const items = [
			{ topic: 'A', host: unlicensed.email },
			{ topic: 'B', host: 'nobody@example.com' },
			{ topic: 'C', host: 'me' },
			{ topic: 'D', host: '' },
			{ topic: 'E', host: here.story.main.hostEmail },
		];
		const parameters = creation(here, { host: byId('={{ $json.host }}') });
		const told = outcomes(await run(here, parameters, items));
		expect(told.map(({ result }) => result)).toEqual([
			...Array<string>(4).fill('failed'),
			'synced',
		]);
		expect(told.map(({ message }) => message)).toEqual([
			expect.stringContaining('The host has no webinar licence'),
			expect.stringContaining('Zoom does not know this user'),
			'Host is "me", which server-to-server OAuth does not know',
			'Host is empty',
			'Created the webinar E',
		]);
	});

	test('whose 100 of the day are used up: deferred, and not asked again; other hosts go on', async () => {
		await longHour();
		const { users } = here.sandbox.zoom.world;
		const [one, other] = users.filter((user) => user.webinarLicence);
		const fault = { kind: 'status', status: 429, policy: 'Daily-limit' } as const;
		zoomFault(here, { match: new RegExp(`POST /users/${encodeURIComponent(one!.email)}/`), fault });
		const items = [one, one, other].map((user) => ({ topic: 'Launch', host: user!.email }));
		const parameters = creation(here, { host: byId('={{ $json.host }}') });
		const told = outcomes(await run(here, parameters, items));
		const midnight = new Date(here.sandbox.now() + DAY).toISOString().slice(0, 10);
		expect(told.map(({ result, reason }) => [result, reason])).toEqual([
			['deferred', 'dailyLimit'],
			['deferred', 'dailyLimit'],
			['synced', null],
		]);
		expect(Date.parse(told[0]!.retryAt!)).toBe(Date.parse(`${midnight}T00:00:00Z`));
		expect(written(here)).toHaveLength(2);
	});
});

describe('a lost answer', () => {
	test.each([
		['cut off', { kind: 'cutAfter' }],
		['cut off, and the list fails once', { kind: 'cutAfter' }],
	] as const)('%s: the webinar is found, and there is one', async (name, fault) => {
		const topic = `Lost ${name}`;
		zoomFault(here, { match: /^POST /, fault });
		if (name.includes('list')) {
			zoomFault(here, { match: /^GET .*webinars$/, fault: { kind: 'status', status: 500 } });
		}
		const result = await run(here, creation(here), [{ topic }]);
		const [told] = outcomes(result);
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(told!.message).toContain('answer was lost');
		expect(stateOf(here, told!.recordId)!.topic).toBe(topic);
		expect(jsons(result.outputs[0])[0]).toMatchObject({
			webinar: { topic, durationSeconds: 2700 },
		});
		expect(webinarsNamed(topic)).toBe(1);
		expect(written(here)).toHaveLength(1);
	});

	test.each([
		['the request never arrived', { kind: 'cutBefore' }],
		['Zoom broke down over it', { kind: 'status', status: 502 }],
		['a page came instead', { kind: 'html' }],
	] as const)('%s: uncertain, and sent once', async (name, fault) => {
		const topic = `Unclear: ${name}`;
		zoomFault(here, { match: /^POST /, fault });
		const [told] = outcomes(await run(here, creation(here), [{ topic }]));
		expect(told).toMatchObject({ result: 'failed', reason: 'uncertain', recordId: '' });
		expect(written(here)).toHaveLength(1);
	});

	test('and a list that cannot be read: uncertain', async () => {
		zoomFault(here, { match: /^POST /, fault: { kind: 'cutAfter' } });
		const fault = { kind: 'status', status: 500 } as const;
		zoomFault(here, { match: /^GET .*webinars$/, fault, times: 10 });
		const [told] = outcomes(await run(here, creation(here), [{ topic: 'Unread' }]));
		expect(told).toMatchObject({ result: 'failed', reason: 'uncertain' });
		expect(webinarsNamed('Unread')).toBe(1);
	});

	test('of the second of two alike: each has its own', async () => {
		const items = [{ topic: 'Twins' }, { topic: 'Twins' }];
		await run(here, creation(here), [{ topic: 'Twins' }]);
		// Not one that was there before this run either, if it is older.
		const old = here.sandbox.zoom.world.webinars.find(({ topic }) => topic === 'Twins')!;
		old.createdAt = new Date(here.sandbox.now() - DAY).toISOString();
		zoomFault(here, { match: /^POST /, fault: { kind: 'cutAfter' }, times: 2 });
		const told = outcomes(await run(here, creation(here), items));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
		const ids = new Set([...told.map(({ recordId }) => recordId), String(old.id)]);
		expect(ids.size).toBe(3);
		expect(webinarsNamed('Twins')).toBe(3);
	});
});

test.each([
	{ kind: 'status', status: 429, policy: 'QPS' },
	{ kind: 'status', status: 401 },
] as const)('%j had no effect, so it is sent again', async (fault) => {
	const topic = `Again ${fault.status}`;
	zoomFault(here, { match: /^POST /, fault });
	const [told] = outcomes(await run(here, creation(here), [{ topic }]));
	expect(told).toMatchObject({ result: 'synced', action: 'created' });
	expect(webinarsNamed(topic)).toBe(1);
});

import { settingsField } from '../../../../nodes/Zoom/actions/webinar/settingsFields';
import {
	addresses,
	toApprovalType,
	toRegistrationType,
	toWireSettings,
	united,
} from '../../../../nodes/Zoom/mapping/webinarSettings';
import { toSettings, toShownOccurrences } from '../../../../nodes/Zoom/mapping/webinarShown';

test('nothing chosen sends nothing', () => {
	expect(toWireSettings({})).toEqual({});
});

test('every setting that the node offers reaches Zoom', () => {
	for (const option of settingsField.options ?? []) {
		if (!('default' in option)) throw new Error(`${option.name} is no field`);
		const value: unknown = option.type === 'json' ? '{ "hd_video": true }' : option.default;
		const body = toWireSettings({ [option.name]: value });
		expect([option.name, Object.keys(body)]).toEqual([option.name, [expect.any(String)]]);
	}
});

test('e-mails with a time are switched on and off by it', () => {
	expect(toWireSettings({ reminderEmail: 3, followUpAbsentees: 0 })).toEqual({
		settings: {
			attendees_and_panelists_reminder_email_notification: { enable: true, type: 3 },
			follow_up_absentees_email_notification: { enable: false, type: 0 },
		},
	});
});

test('a confirmation needs the e-mails about registrations, unless they are set by hand', () => {
	expect(toWireSettings({ confirmationEmail: true }).settings).toEqual({
		registrants_confirmation_email: true,
		registrants_email_notification: true,
	});
	expect(toWireSettings({ confirmationEmail: true, approvalEmails: false }).settings).toEqual({
		registrants_confirmation_email: true,
		registrants_email_notification: false,
	});
	expect(toWireSettings({ confirmationEmail: false }).settings).toEqual({
		registrants_confirmation_email: false,
	});
});

test('what Zoom keeps beside its settings goes there', () => {
	expect(
		toWireSettings({
			passcode: '1234567890',
			templateId: 'T1',
			trackingFields: { field: [{ field: 'Region', value: 'EMEA' }] },
			moreFields: { is_simulive: true },
		}),
	).toEqual({
		password: '1234567890',
		template_id: 'T1',
		tracking_fields: [{ field: 'Region', value: 'EMEA' }],
		is_simulive: true,
	});
});

test('More Settings (JSON) is united with the fields, member by member', () => {
	const { settings } = toWireSettings({
		questionAndAnswer: true,
		moreSettings: '{ "hd_video": true, "question_and_answer": { "attendees_can_upvote": true } }',
	});
	expect(settings).toEqual({
		hd_video: true,
		question_and_answer: { enable: true, attendees_can_upvote: true },
	});
	expect(toWireSettings({ moreSettings: '  ' })).toEqual({});
});

test.each([
	[{ moreSettings: '[1]' }, 'More Settings (JSON) is not a JSON object'],
	[{ moreFields: '{ no' }, 'More Fields (JSON) is not a JSON object'],
	[{ passcode: '12345678901' }, 'The passcode is longer than 10 characters'],
])('%j is refused', (fields, message) => {
	expect(() => toWireSettings(fields)).toThrow(message);
});

test('addresses may be separated as people do it', () => {
	expect(addresses(' a@example.com;b@example.com, c@example.com\nd@example.com ')).toHaveLength(4);
	expect(toWireSettings({ alternativeHosts: 'a@x.com; b@x.com' }).settings).toEqual({
		alternative_hosts: 'a@x.com,b@x.com',
	});
	expect(toWireSettings({ alternativeHosts: '' }).settings).toEqual({ alternative_hosts: '' });
});

test('registration in the words of the node and of Zoom', () => {
	expect(['automatic', 'manual', 'none', 'x'].map(toApprovalType)).toEqual([0, 1, 2, undefined]);
	expect(['series', 'each', 'chosen', 'x'].map(toRegistrationType)).toEqual([1, 2, 3, undefined]);
});

test('united does not change what it was given', () => {
	const first = { a: { b: 1 } };
	expect(united(first, { a: { c: 2 } })).toEqual({ a: { b: 1, c: 2 } });
	expect(first).toEqual({ a: { b: 1 } });
});

describe('toSettings', () => {
	test('says what was set, in the words of the fields', () => {
		const settings = toWireSettings({
			practiceSession: true,
			questionAndAnswer: true,
			autoRecording: 'cloud',
			alternativeHosts: 'a@example.com, b@example.com',
			reminderEmail: 3,
			followUpAttendees: 2,
			followUpAbsentees: 0,
			registrantsLimit: 500,
			contactName: 'Team',
			requireSignIn: true,
		}).settings;
		const shown = toSettings({
			type: 9,
			settings: { ...Object(settings), approval_type: 1, registration_type: 3 },
		});
		expect(shown).toMatchObject({
			schedule: 'recurring',
			registration: 'manual',
			registrationCovers: 'chosen',
			practiceSession: true,
			questionAndAnswer: true,
			autoRecording: 'cloud',
			alternativeHosts: ['a@example.com', 'b@example.com'],
			reminderEmail: 3,
			followUpAttendees: 2,
			followUpAbsentees: 0,
			registrantsLimit: 500,
			contactName: 'Team',
			requireSignIn: true,
		});
	});

	test('stays small and tells no secret', () => {
		const shown = toSettings({ start_url: 'https://zoom.us/s/1?zak=x', password: 'FAKE-secret' });
		expect(Object.keys(shown).length).toBeLessThanOrEqual(20);
		expect(JSON.stringify(shown)).not.toMatch(/zak|FAKE-secret/);
		expect(shown).toMatchObject({ schedule: 'once', registration: '', autoRecording: 'none' });
	});
});

test('the dates of a series come soonest first, deleted ones marked', () => {
	const rows = [
		{ occurrence_id: '2', start_time: '2027-03-02T10:00:00Z', duration: 60, status: 'deleted' },
		{ occurrence_id: '1', start_time: '2027-03-01T10:00:00Z', duration: 30, status: 'available' },
	];
	expect(toShownOccurrences({ occurrences: rows })).toEqual([
		{ occurrenceId: '1', startTime: '2027-03-01T10:00:00Z', durationSeconds: 1800, deleted: false },
		{ occurrenceId: '2', startTime: '2027-03-02T10:00:00Z', durationSeconds: 3600, deleted: true },
	]);
	expect(toShownOccurrences({})).toEqual([]);
});

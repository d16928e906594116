import { activityOf, type Activity } from '../../../../nodes/Marketo/mapping/activity';
import { isByApi, isWanted } from '../../../../nodes/Marketo/polling/matches';
import type { Settings } from '../../../../nodes/Marketo/polling/settings';
import { chosenTypes, isInteractive, type Names } from '../../../../nodes/Marketo/polling/types';

const SETTINGS: Settings = {
	event: 'programStatusChanged',
	programIds: [],
	newStatuses: [],
	memberFields: [],
	typeIds: [],
	withWebinar: false,
	leadFields: [],
	withoutApi: false,
	overlapMs: 600_000,
};
const NAMES: Names = {
	readAt: 0,
	wanted: '',
	types: { 104: 'Change Status in Progression', 123: 'Change Program Member Data' },
	fields: [],
};

function changed(attributes: Record<string, unknown>, row: object = {}): Activity {
	return activityOf({
		marketoGUID: '1',
		activityTypeId: 104,
		primaryAttributeValueId: 1207,
		attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
		...row,
	})!;
}
const wanted = (activity: Activity, settings: Partial<Settings> = {}, names: Partial<Names> = {}) =>
	isWanted(activity, { ...SETTINGS, ...settings }, { ...NAMES, ...names });

describe('a status change', () => {
	test.each([
		['to another status', { 'Old Status': 'Invited', 'New Status': 'Registered' }, true],
		['of a new member', { 'New Status': 'Registered' }, true],
		['to the same status', { 'Old Status': 'Attended', 'New Status': 'Attended' }, false],
		[
			'to the same in other letters',
			{ 'Old Status': 'ATTENDED ', 'New Status': 'Attended' },
			false,
		],
		['without a new status', { 'Old Status': 'Attended' }, false],
		['with names written otherwise', { oldStatus: 'Invited', new_status: 'Registered' }, true],
	])('%s', (_, attributes, expected) => {
		expect(wanted(changed(attributes))).toBe(expected);
	});

	test('counts by program and status', () => {
		const activity = changed({ 'Old Status': 'Invited', 'New Status': 'Registered' });
		expect(wanted(activity, { programIds: [1207, 1208] })).toBe(true);
		expect(wanted(activity, { programIds: [1208] })).toBe(false);
		expect(wanted(activity, { newStatuses: ['attended', 'registered'] })).toBe(true);
		expect(wanted(activity, { newStatuses: ['Attended'] })).toBe(false);
	});

	test('of another type than was asked for does not', () => {
		const other = changed({ 'New Status': 'Registered' }, { activityTypeId: 13 });
		expect(wanted(other)).toBe(false);
	});
});

test('member data count by field', () => {
	const activity = changed({ 'Attribute Name': 'Webinar URL' }, { activityTypeId: 123 });
	const settings = { event: 'memberDataChanged' as const };
	expect(wanted(activity, settings)).toBe(true);
	expect(wanted(activity, settings, { fields: ['webinarurl'] })).toBe(true);
	expect(wanted(activity, settings, { fields: ['registrationcode'] })).toBe(false);
});

describe('a change by an API user', () => {
	test.each([
		[{ Reason: 'Web service API' }, true],
		[{ Reason: 'Changed by Web Service' }, true],
		[{ Source: 'API User: n8n@example.com' }, true],
		[{ Reason: 'Changed by Smart Campaign Rapid response' }, false],
		[{ Reason: 'Changed by user' }, false],
		[{}, false],
	])('%j: %s', (attributes, expected) => {
		const activity = changed({ 'New Status': 'Registered', ...attributes });
		expect(isByApi(activity)).toBe(expected);
		expect(wanted(activity, { withoutApi: true })).toBe(!expected);
		expect(wanted(activity)).toBe(true);
	});
});

describe('activity types', () => {
	test.each([
		'Attends event',
		'Attended Event',
		'Attend Event',
		'Has attended event',
		'Asks questions during event',
		'Has asked questions during event',
		'Responds to a Poll',
		'Responded to a Survey',
		'Clicks on a Link',
		'Clicked on a Link',
		'Downloads an asset',
		'Downloaded an Asset',
	])('%s is of Interactive Webinars', (name) => {
		expect(isInteractive({ id: 1, name })).toBe(true);
	});

	test.each([
		'Click Link',
		'Click Email',
		'Click Sales Email',
		'Visit Webpage',
		'Change Status in Progression',
		'Interesting Moment',
		'Fill Out Form',
		'Responds to Sales Email',
		'',
	])('%j is not', (name) => {
		expect(isInteractive({ id: 1, name })).toBe(false);
	});

	test('are found by name, else by their usual number', () => {
		const event = { event: 'programStatusChanged' as const, typeIds: [] };
		const named = [{ id: 4711, name: 'Change status in progression' }];
		expect(chosenTypes(event, named).map(({ id }) => id)).toEqual([4711]);
		expect(chosenTypes(event, []).map(({ id }) => id)).toEqual([104]);
		expect(chosenTypes({ ...event, event: 'memberDataChanged' }, []).map(({ id }) => id)).toEqual([
			123,
		]);
	});

	test('that were chosen are taken, even when the instance does not list them', () => {
		const chosen = { event: 'interactiveWebinar' as const, typeIds: [500, 7] };
		expect(chosenTypes(chosen, [{ id: 500, name: 'Attends event' }])).toEqual([
			{ id: 500, name: 'Attends event' },
			{ id: 7, name: '' },
		]);
	});
});

describe('an activity', () => {
	test('is told by its GUID, else by its number, else by what it says', () => {
		const guid = (row: object) => activityOf({ activityTypeId: 104, leadId: 5, ...row })?.guid;
		expect(guid({ marketoGUID: 'a-b', id: 7 })).toBe('a-b');
		expect(guid({ marketoGUID: '', id: 7 })).toBe('7');
		expect(guid({ activityDate: '2026-11-20T10:00:00Z', primaryAttributeValueId: 9 })).toBe(
			'104 5 2026-11-20T10:00:00Z 9',
		);
	});

	test.each([
		['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
		['2026-11-20T10:00:00+0000', '2026-11-20T10:00:00Z'],
		['2026-11-20T10:00:00Z+0000', '2026-11-20T10:00:00Z'],
		['2026-11-20T12:00:00+02:00', '2026-11-20T10:00:00Z'],
		['yesterday', null],
		[undefined, null],
	])('has its date %j as %j', (activityDate, date) => {
		expect(activityOf({ activityTypeId: 1, activityDate })?.date).toBe(date);
	});

	test('is none without a type', () => {
		expect(activityOf({ marketoGUID: '1' })).toBeUndefined();
	});

	test('keeps attributes with names that objects have themselves', () => {
		const { attributes } = changed({ constructor: 'x', toString: 'y' });
		expect(attributes).toEqual({ constructor: 'x', toString: 'y' });
		expect(isByApi(changed({}))).toBe(false);
	});
});

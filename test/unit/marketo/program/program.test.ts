import { channelOf } from '../../../../nodes/Marketo/mapping/channel';
import { splitWebinarId } from '../../../../nodes/Marketo/mapping/connection';
import {
	assetTime,
	isEvent,
	programIdOf,
	programRow,
	tokensOf,
} from '../../../../nodes/Marketo/mapping/program';
import {
	looksLikeWebinar,
	statusesWithPlace,
} from '../../../../nodes/Marketo/mapping/webinarChannel';

describe('a program', () => {
	it.each([
		['1207', 1207],
		[' 1207 ', 1207],
		[1207, 1207],
		['https://app-ab12.marketo.com/#ME1207A1', 1207],
		['https://app-ab12.marketo.com/#PG1107A1', 1107],
		['https://app-ab12.marketo.com/?munchkin=1#NP1035A1', 1035],
		['https://app-ab12.marketo.com/#EBP1032A1!', 1032],
		['https://engage-ab.marketo.com/#/classic/ME1207A1', 1207],
		['https://app-ab12.marketo.com/#SC1001A1', undefined],
		['', undefined],
		['0', undefined],
		['99999999999999999999', undefined],
		[null, undefined],
	])('is typed as %p', (typed, id) => {
		expect(programIdOf(typed)).toBe(id);
	});

	it('is read whatever its row leaves out', () => {
		expect(programRow({})).toBeUndefined();
		expect(programRow({ id: 'x' })).toBeUndefined();
		expect(programRow({ id: 7, folder: null, createdAt: 'never' })).toMatchObject({
			id: 7,
			name: '',
			folder: '',
			createdAt: null,
		});
	});

	it('has times that are no ISO 8601, and they are read', () => {
		expect(assetTime('2015-05-28T18:47:15Z+0000')).toBe('2015-05-28T18:47:15Z');
		expect(assetTime('2015-05-28T18:47:15Z')).toBe('2015-05-28T18:47:15Z');
	});

	it.each(['Event', 'event', 'Event with Webinar', 'webinar'])('of type %s is an event', (type) => {
		expect(isEvent({ type })).toBe(true);
	});

	it.each(['Default', 'Engagement', 'Email', ''])('of type %p is none', (type) => {
		expect(isEvent({ type })).toBe(false);
	});

	it('has tokens in one row per folder', () => {
		const rows = [{ tokens: [{ name: 'a', value: 1 }, null] }, { tokens: 'x' }, {}];
		expect(tokensOf(rows as never)).toEqual(new Map([['a', '1']]));
	});
});

describe('a channel', () => {
	const channel = (...names: Array<[string, number]>) =>
		channelOf({ progressionStatuses: names.map(([name, step]) => ({ name, step })) }).statuses;

	it('has its statuses in the order of their steps, and those of one step as Marketo has them', () => {
		const statuses = channel(['B', 20], ['A', 20], ['Not in Program', 0], ['', 5]);
		expect(statuses.map(({ name }) => name)).toEqual(['Not in Program', 'B', 'A']);
	});

	it('is one of webinars where people register and attend', () => {
		expect(looksLikeWebinar(channel(['Registered', 20], ['Attended', 30]))).toBe(true);
		expect(looksLikeWebinar(channel(['registered', 20], ['Attended Live', 30]))).toBe(true);
		expect(looksLikeWebinar(channel(['Registration Error', 20], ['Attended', 30]))).toBe(false);
		expect(looksLikeWebinar(channel(['Not Registered', 20], ['Attended', 30]))).toBe(false);
		expect(looksLikeWebinar(channel(['Registered', 20], ['Downloaded', 30]))).toBe(false);
	});

	it('gives a place from Registered on, to nobody who was refused', () => {
		const statuses = channel(
			['Invited', 10],
			['Wait Listed', 30],
			['Registered', 30],
			['Registration Error', 30],
			['Rejected', 35],
			['No Show', 40],
			['Attended', 50],
		);
		expect(statusesWithPlace(statuses)).toEqual(['Registered', 'No Show', 'Attended']);
		expect(statusesWithPlace(channel(['Invited', 10]))).toEqual([]);
	});
});

it.each([
	['954 2637 1234', { webinarId: '95426371234', occurrenceId: '' }],
	['954-2637-1234.1648194360000', { webinarId: '95426371234', occurrenceId: '1648194360000' }],
	[' sco-12 ', { webinarId: 'sco-12', occurrenceId: '' }],
])('the webinar ID %p is read', (typed, read) => {
	expect(splitWebinarId(typed)).toEqual(read);
});

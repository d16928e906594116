import { startAccount, type TestAccount } from '../testing/account';
import {
	EVENT,
	EVENT_RECORDING,
	EVENT_ROOM,
	HOST,
	LEARNER,
	LICENCE,
	MEETING_ROOM,
	OWN_LICENCE,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	TEMPLATE,
} from '../testing/ids';
import { textOf } from '../testing/parse';
import { SHORTCUTS } from '../state/folders';

let account: TestAccount;
beforeEach(async () => {
	account = await startAccount();
});
afterEach(() => account.close());

const MEETING = { type: 'meeting', 'folder-id': SHORTCUTS.meetings, name: 'New room' };

describe('folders', () => {
	it('of their own have only users of the group', async () => {
		const types = async () =>
			(await account.call('sco-shortcuts')).all('sco').map(({ attributes }) => attributes.type);
		expect(await types()).toEqual(expect.arrayContaining(['seminars', 'my-meetings']));
		await account.signIn(LEARNER);
		expect(await types()).not.toContain('my-meetings');
	});

	it('list their children, and the whole tree below when asked', async () => {
		const params = { 'sco-id': SHORTCUTS.events, 'filter-type': 'event' };
		const events = await account.call('sco-contents', params);
		const [event] = events.all('sco');
		expect(event?.attributes).toMatchObject({
			'sco-id': EVENT,
			'source-sco-id': EVENT_ROOM,
			icon: 'event',
		});
		const tree = await account.call('sco-expanded-contents', { 'sco-id': SHORTCUTS.seminars });
		const ids = tree.all('sco').map(({ attributes }) => attributes['sco-id']);
		expect(ids).toEqual(expect.arrayContaining([LICENCE, SEMINAR_ROOM, SEMINAR_SESSION]));
	});

	it('of a room hold its recordings, with or without a word for those converted', async () => {
		const params = { 'sco-id': EVENT_ROOM, 'filter-icon': 'archive' };
		const rows = (await account.call('sco-contents', params)).all('sco');
		expect(rows.map(({ attributes }) => attributes['sco-id'])).toEqual([EVENT_RECORDING]);
		expect(rows[0]?.attributes.duration).toBe('3000');
	});

	it('without anything in them come as an empty collection', async () => {
		const answer = await account.call('sco-contents', { 'sco-id': SHORTCUTS.courses });
		expect([answer.status, answer.text.includes('<scos/>')]).toEqual(['ok', true]);
	});
});

describe('a SCO', () => {
	it('that is not there is answered as one that nobody may see', async () => {
		const unknown = await account.call('sco-info', { 'sco-id': '99999999' });
		await account.signIn(LEARNER);
		const hidden = await account.call('sco-info', { 'sco-id': EVENT_ROOM });
		expect([unknown.status, hidden.status]).toEqual(['no-access/denied', 'no-access/denied']);
		const open = await account.call('sco-info', { 'sco-id': MEETING_ROOM });
		expect(open.status).toBe('ok');
	});

	it('is found by its address and by a part of its name', async () => {
		const byUrl = await account.call('sco-by-url', { 'url-path': '/e30001/' });
		expect(byUrl.one('sco').attributes['sco-id']).toBe(EVENT);
		expect(byUrl.one('owner-principal').attributes['principal-id']).toBe(HOST.id);
		const query = { field: 'name', query: 'office', 'filter-type': 'meeting' };
		const found = await account.call('sco-search-by-field', query);
		expect(found.one('sco').attributes['sco-id']).toBe(MEETING_ROOM);
	});

	it('wants ids that are numbers', async () => {
		const answer = await account.call('sco-info', { 'sco-id': 'abc' });
		expect(answer.invalid).toEqual(['sco-id id format']);
		expect((await account.call('sco-info')).invalid).toEqual(['sco-id id missing']);
	});
});

describe('sco-update', () => {
	it('makes a room, whose maker is its host, and changes it', async () => {
		const dates = {
			'date-begin': '2026-12-01T10:00:00.000-08:00',
			'date-end': '2026-12-01T11:00:00.000-08:00',
		};
		const more = { 'url-path': 'new-room', 'source-sco-id': TEMPLATE, ...dates };
		const made = (await account.post('sco-update', { ...MEETING, ...more })).one('sco');
		expect(made.attributes['source-sco-id']).toBe(TEMPLATE);
		const id = made.attributes['sco-id'] ?? '';
		expect(account.side.room(id)).toMatchObject({
			urlPath: '/new-room/',
			begin: '2026-12-01T18:00:00.000Z',
			permissions: { '20001': 'host' },
		});
		const update = { 'sco-id': id, name: 'Other name', description: 'Text' };
		const changed = await account.post('sco-update', update);
		expect(textOf(changed.one('sco'), 'name')).toBe('Other name');
		await account.post('sco-delete', { 'sco-id': id });
		expect((await account.call('sco-info', { 'sco-id': id })).status).toBe('no-access/denied');
	});

	it('reads dates without an offset in the time zone of the account', async () => {
		const answer = await account.post('sco-update', {
			...MEETING,
			'date-begin': '2026-12-01T10:00',
		});
		expect(textOf(answer.one('sco'), 'date-begin')).toBe('2026-12-01T10:00:00.000-08:00');
	});

	it.each([
		[{ name: 'Open Office Hour' }, 'name string duplicate'],
		[{ 'url-path': 'r40020' }, 'url-path string duplicate'],
		[{ 'url-path': 'no spaces' }, 'url-path string format'],
		[{ name: '' }, 'name string missing'],
		[{ 'folder-id': 'abc' }, 'folder-id id format'],
		[{ 'folder-id': SHORTCUTS.events }, 'folder-id id illegal-parent'],
		[{ type: 'event' }, 'type string illegal-operation'],
		[{ 'sco-id': MEETING_ROOM }, 'folder-id id illegal-operation'],
		[{ 'date-begin': 'tomorrow' }, 'date-begin date format'],
		[{ 'date-begin': '2026-12-01T10:00', 'date-end': '2026-12-01T09:00' }, 'date-end date range'],
	])('refuses %j: %s', async (more, problem) => {
		const answer = await account.post('sco-update', { ...MEETING, ...more });
		expect(answer.invalid).toEqual([problem]);
	});

	it('knows no template that is not there', async () => {
		const answer = await account.post('sco-update', { ...MEETING, 'source-sco-id': '1' });
		expect(answer.status).toBe('template-not-found');
	});

	it('is for hosts, each in folders of their own', async () => {
		await account.signIn(HOST);
		expect((await account.post('sco-update', MEETING)).status).toBe('no-access/denied');
		const shortcuts = (await account.call('sco-shortcuts')).all('sco');
		const own = shortcuts.find(({ attributes }) => attributes.type === 'my-meetings');
		const params = { ...MEETING, 'folder-id': own?.attributes['sco-id'] ?? '' };
		expect((await account.post('sco-update', params)).status).toBe('ok');
	});
});

describe('a seminar', () => {
	const dates = (from: string, to: string) => ({
		'date-begin': `2026-12-01T${from}:00.000-08:00`,
		'date-end': `2026-12-01T${to}:00.000-08:00`,
	});
	const create = async (type: string, folderId: string, name: string) => {
		const answer = await account.post('sco-update', { type, 'folder-id': folderId, name });
		return answer.one('sco').attributes['sco-id'] ?? '';
	};

	it('is a room in a licence, a session in the room, and dates for the session', async () => {
		const room = await create('meeting', LICENCE, 'New seminar');
		expect(account.side.room(room).kind).toBe('seminar');
		const session = await create('seminarsession', room, 'First date');
		const answer = await account.post('seminar-session-sco-update', {
			'sco-id': session,
			'parent-acl-id': room,
			'source-sco-id': room,
			name: 'First date',
			...dates('10:00', '11:00'),
		});
		expect([answer.status, answer.all('sco')]).toEqual(['ok', []]);
		const info = await account.call('sco-info', { 'sco-id': session });
		expect(textOf(info.one('sco'), 'date-begin')).toBe('2026-12-01T10:00:00.000-08:00');
		expect(info.one('seminar-session-expired').text).toBe('false');
		const field = { 'acl-id': session, 'field-id': 'seminar-expected-load' };
		expect((await account.post('acl-field-update', { ...field, value: 400 })).status).toBe('ok');
		const fields = await account.call('acl-field-info', { 'acl-id': session });
		expect(textOf(fields.one('field'), 'value')).toBe('400');
		const tooMany = await account.post('acl-field-update', { ...field, value: 501 });
		expect(tooMany.invalid).toEqual(['value long range']);
	});

	it('cannot be held twice at a time under one licence', async () => {
		const rooms = [
			await create('meeting', LICENCE, 'One'),
			await create('meeting', LICENCE, 'Two'),
		];
		const answers = [];
		for (const room of rooms) {
			const session = await create('seminarsession', room, 'Date');
			const params = { 'sco-id': session, 'parent-acl-id': room, name: 'Date' };
			const call = (from: string, to: string) =>
				account.post('seminar-session-sco-update', { ...params, ...dates(from, to) });
			answers.push(await call('10:00', '11:00'), await call('11:00', '12:00'));
			await call('11:00', '12:00');
		}
		expect(answers.map(({ invalid }) => invalid[0])).toEqual([
			undefined,
			undefined,
			undefined,
			'date-begin date session-schedule-conflict',
		]);
	});

	it('names everything that is missing', async () => {
		const answer = await account.post('seminar-session-sco-update', { 'sco-id': SEMINAR_SESSION });
		expect(answer.invalid).toEqual([
			'parent-acl-id id missing',
			'name string missing',
			'date-begin date missing',
			'date-end date missing',
		]);
	});

	it('needs a licence: those of the account, and those of users', async () => {
		const params = { 'sco-id': SHORTCUTS.seminars };
		const shared = await account.call('sco-seminar-licenses-list', params);
		expect(textOf(shared.one('sco'), 'sco-id')).toBe(LICENCE);
		const own = { ...params, 'user-webinar-selected': true };
		const ofUsers = await account.call('sco-seminar-licenses-list', own);
		expect(textOf(ofUsers.one('sco'), 'sco-id')).toBe(OWN_LICENCE);
		expect(textOf(ofUsers.one('sco'), 'principal-id')).toBe(HOST.id);
	});
});

/** Sessions, rooms and people: the same request gets an answer of the same shape here as in the samples. */
import { SHORTCUTS } from './state/folders';
import { startAccount, type TestAccount } from './testing/account';
import {
	API_USER,
	EVENT,
	EVENT_ROOM,
	HOST,
	LEARNER,
	MEETING_ROOM,
	PAT,
	SEMINAR_ROOM,
} from './testing/ids';
import { ofEvents, sampleNames, Samples } from './testing/samples';

const isPresent = sampleNames().length > 0;
if (!isPresent) process.stdout.write('specs: ABSENT (samples of Adobe Connect)\n');

let account: TestAccount;
const samples = new Samples();
beforeAll(async () => {
	account = await startAccount();
});
afterAll(() => account.close());

(isPresent ? describe : describe.skip)('the shape of answers', () => {
	it('of sessions', async () => {
		// Of a version before: two elements that newer ones leave out, and an app's name.
		const old = /(tos-version|product-notification|mobile-app-package): recorded/;
		samples.expect('recorded/net_common-info.xml', await account.call('common-info'), old);
		const anonymous = await account.callOpen('common-info');
		samples.expect('constructed/common-info-anonymous.xml', anonymous);
		const login = { login: API_USER.login, password: API_USER.password };
		samples.expect('recorded/net_login.xml', await account.callOpen('login', login));
		const wrong = { ...login, login: HOST.login };
		const failed = await account.callOpen('login', wrong);
		samples.expect('recorded/rb_log_in_fail.xml', failed);
		samples.expect('constructed/error-no-data.xml', failed);
		const none = await account.callOpen('sco-shortcuts');
		samples.expect('constructed/error-no-access-no-login.xml', none);
		account.side.lock(HOST.login, 5);
		const locked = await account.callOpen('login', wrong);
		samples.expect('constructed/error-invalid-user-suspended.xml', locked);
		const learner = account.side.principals.get(LEARNER.id);
		if (!learner) throw new Error('No learner');
		for (const state of ['account-expired', 'pending-activation'] as const) {
			learner.state = state;
			const refused = await account.callOpen('login', { ...LEARNER });
			samples.expect(`constructed/error-no-access-${state}.xml`, refused);
		}
		delete learner.state;
	});

	it('of folders and rooms', async () => {
		const shortcuts = await account.call('sco-shortcuts');
		for (const file of [
			'net_sco-shortcuts',
			'rb_folder_my_meetings_success',
			'rb_folder_my_meetings_failure',
		]) {
			samples.expect(`recorded/${file}.xml`, shortcuts);
		}
		const info = (id: string) => account.call('sco-info', { 'sco-id': id });
		samples.expect('recorded/net_sco-info.xml', await info(MEETING_ROOM));
		const dated = account.side.room(MEETING_ROOM);
		Object.assign(dated, { begin: account.now(), end: account.now() });
		const linked = /update-linked-item: recorded/;
		const found = await info(MEETING_ROOM);
		samples.expect('recorded/rb_meeting_find_by_id_success.xml', found, linked);
		const unknown = await info('99');
		samples.expect('recorded/rb_meeting_find_by_id_error.xml', unknown);
		samples.expect('constructed/error-no-access-denied.xml', unknown);
		const contents = (params: Record<string, string>) => account.call('sco-contents', params);
		const meetings = { 'sco-id': SHORTCUTS.meetings, 'filter-sco-id': MEETING_ROOM };
		const ended = /date-end: answered/;
		samples.expect('recorded/rb_folder_contents.xml', await contents(meetings), ended);
		const archive = await contents({ 'sco-id': EVENT_ROOM, 'filter-icon': 'archive' });
		samples.expect('constructed/sco-contents-archive.xml', archive);
		const empty = await contents({ 'sco-id': SHORTCUTS.courses });
		samples.expect('constructed/sco-contents-empty.xml', empty);
		const events = await contents({ 'sco-id': SHORTCUTS.events });
		samples.expect('constructed/sco-contents-events.xml', events, /description: answered/);
		const tree = await account.call('sco-expanded-contents', {
			'sco-id': SHORTCUTS.events,
			'filter-type': 'event',
		});
		samples.expect('constructed/sco-expanded-contents.xml', tree, /description: answered/);
		const search = { field: 'name', query: 'meetings', 'filter-type': 'folder' };
		const folder = await account.call('sco-search-by-field', search);
		samples.expect('recorded/rb_folder_success.xml', folder);
		const seminars = { 'sco-id': SHORTCUTS.seminars };
		samples.expect(
			'constructed/sco-seminar-licenses-list-shared.xml',
			await account.call('sco-seminar-licenses-list', seminars),
		);
	});

	it('of rooms that are made and changed', async () => {
		const room = { type: 'meeting', 'folder-id': SHORTCUTS.meetings, name: 'New' };
		const made = await account.post('sco-update', room);
		samples.expect('recorded/net_sco-update.xml', made);
		const described = { ...room, name: 'Newer', description: 'Text' };
		const other = await account.post('sco-update', described);
		samples.expect('recorded/rb_meeting_save_success.xml', other);
		const id = other.one('sco').attributes['sco-id'] ?? '';
		const changed = await account.post('sco-update', { 'sco-id': id, name: 'Newest' });
		samples.expect('recorded/rb_meeting_update_success.xml', changed);
		const wrong = await account.post('sco-update', { ...room, 'folder-id': 'abc' });
		samples.expect('recorded/rb_meeting_save_error.xml', wrong);
		const session = { type: 'seminarsession', 'folder-id': SEMINAR_ROOM, name: 'Second' };
		const date = await account.post('sco-update', session);
		samples.expect('constructed/sco-update-seminarsession.xml', date, /url-path: answered/);
		const { begin = '', end = '' } = account.side.room(SEMINAR_ROOM).seminarSessions?.[0] ?? {};
		const conflict = await account.post('seminar-session-sco-update', {
			'sco-id': date.one('sco').attributes['sco-id'] ?? '',
			'parent-acl-id': SEMINAR_ROOM,
			name: 'Second',
			'date-begin': begin,
			'date-end': end,
		});
		samples.expect('constructed/error-invalid-session-schedule-conflict.xml', conflict);
		const passcode = { 'acl-id': MEETING_ROOM, 'field-id': 'meeting-passcode', value: '1234' };
		samples.expect(
			'recorded/rb_generic_success.xml',
			await account.post('acl-field-update', passcode),
		);
		const fields = await account.call('acl-field-info', { 'acl-id': MEETING_ROOM });
		samples.expect('constructed/acl-field-info.xml', fields);
		const missing = await account.call('sco-info');
		samples.expect('constructed/error-invalid-missing.xml', missing);
	});

	it('of people', async () => {
		const list = (params: Record<string, string>) => account.call('principal-list', params);
		const users = await list({ 'filter-type': 'user' });
		samples.expect('recorded/net_principal-list.xml', users);
		samples.expect('recorded/rb_user_find_success.xml', await list({ 'filter-login': HOST.login }));
		const nobody = await list({ 'filter-login': 'nobody@example.com' });
		samples.expect('recorded/rb_user_find_error.xml', nobody);
		const info = await account.call('principal-info', { 'principal-id': HOST.id });
		samples.expect('recorded/net_principal-info.xml', info);
		const guests = { 'filter-type': 'guest', 'filter-principal-id': PAT };
		const guest = await account.call('report-bulk-users', guests);
		samples.expect('constructed/report-bulk-users-guest.xml', guest);
		const update = (params: Record<string, string>) => account.post('principal-update', params);
		const user = { type: 'user', login: 'new@example.com', 'first-name': 'New' };
		const made = await update(user);
		samples.expect('recorded/net_principal-update.xml', made);
		samples.expect('recorded/rb_user_save_success.xml', await update({ ...user, login: 'b' }));
		const wrong = await update({ type: 'user', login: '', 'first-name': '' });
		samples.expect('recorded/rb_user_save_error.xml', wrong);
		const id = made.one('principal').attributes['principal-id'] ?? '';
		const changed = await update({ 'principal-id': id, 'last-name': 'Other' });
		samples.expect('recorded/rb_user_update_success.xml', changed);
		const duplicate = await update(user);
		samples.expect('constructed/error-invalid-duplicate.xml', duplicate);
		const type = await account.post('update-principal-type', { 'principal-id': PAT, type: 'user' });
		samples.expect('constructed/update-principal-type.xml', type);
		const deleted = await account.post('principals-delete', { 'principal-id': id });
		samples.expect('recorded/net_principals-delete.xml', deleted);
	});

	it('of groups and custom fields', async () => {
		const update = (params: Record<string, string>) => account.post('principal-update', params);
		const group = { type: 'group', name: 'Team', description: 'Text' };
		const made = await update(group);
		samples.expect('recorded/rb_group_save_success.xml', made);
		samples.expect('recorded/rb_group_save_error.xml', await update(group));
		const id = made.one('principal').attributes['principal-id'] ?? '';
		const changed = await update({ ...group, 'principal-id': id });
		samples.expect('recorded/rb_group_update_success.xml', changed);
		const members = { 'group-id': id, 'filter-is-member': 'true' };
		const none = await account.call('principal-list', members);
		samples.expect('recorded/rb_group_is_not_member.xml', none);
		const joined = await account.post('group-membership-update', {
			'group-id': id,
			'principal-id': HOST.id,
			'is-member': true,
		});
		samples.expect('recorded/net_group-membership-update.xml', joined);
		const one = await account.call('principal-list', members);
		samples.expect('recorded/rb_group_is_member.xml', one);
		const field = (params: Record<string, string>) => account.post('custom-field-update', params);
		samples.expect('recorded/rb_acl_field_save_success.xml', await field({ name: 'Phone' }));
		const again = await field({ 'field-id': '26243', name: 'Phone 2' });
		samples.expect('recorded/rb_acl_field_update_success.xml', again);
		const wrong = await field({ 'field-id': 'x', name: 'Phone' });
		samples.expect('recorded/rb_acl_field_save_error.xml', wrong);
	});

	it('of permissions', async () => {
		const info = (params: Record<string, string>) =>
			account.call('permissions-info', { 'acl-id': SEMINAR_ROOM, ...params });
		samples.expect('recorded/net_permissions-info.xml', await info({}));
		const newer = /(training-group-id|display-uid): answered/;
		const filtered = await account.call('permissions-info', {
			'acl-id': EVENT,
			'filter-permission-id': 'view',
		});
		samples.expect('constructed/permissions-info-filtered.xml', filtered, newer);
		const one = await info({ 'principal-id': PAT });
		samples.expect('constructed/permissions-info-one-principal.xml', one);
		const made = await account.post('sco-update', {
			type: 'meeting',
			'folder-id': SHORTCUTS.meetings,
			name: 'To reset',
		});
		const acl = { 'acl-id': made.one('sco').attributes['sco-id'] ?? '' };
		const reset = await account.post('permissions-reset', acl);
		samples.expect('recorded/net_permissions-reset.xml', reset);
	});

	it('of other errors', async () => {
		const params = { 'sco-id': EVENT_ROOM, 'filter-rows': 'many' };
		const broken = await account.call('sco-contents', params);
		samples.expect('recorded/net_InternalError.xml', broken);
		samples.expect('constructed/error-internal-error.xml', broken);
		account.side.world.maximumRows = 1;
		const large = await account.call('sco-contents', { 'sco-id': SHORTCUTS.events });
		samples.expect('constructed/error-operation-size-error.xml', large);
		for (const [code, subcode] of [['too-much-data'], ['no-access', 'sco-not-started']]) {
			const fault = { kind: 'adobeError' as const, code: code ?? '', ...(subcode && { subcode }) };
			account.addFault({ fault });
			const name = [code, subcode].filter(Boolean).join('-');
			samples.expect(`constructed/error-${name}.xml`, await account.call('sco-info'));
		}
	});

	it('is compared for every sample', () => {
		expect(samples.missing((name) => !ofEvents(name))).toEqual([]);
	});
});

import {
	peopleOf,
	toPermitted,
	type Permitted,
} from '../../../../nodes/AdobeConnect/mapping/roomPeople';
import { toWebinar } from '../../../../nodes/AdobeConnect/mapping/webinar';
import { NOTHING } from '../../../../nodes/AdobeConnect/xml/element';
import { read } from '../xml/reading';

const account = { accountId: '7', webAddress: 'https://a.example', timeZoneId: '', timeZone: '' };
const webinar = toWebinar({ kind: 'meeting', sco: NOTHING }, account);

const permitted = (changes: Partial<Permitted>): Permitted => ({
	principalId: '1',
	name: 'Pat van Example',
	login: 'Pat@Example.com',
	permission: 'view',
	isGroup: false,
	...changes,
});

test.each([
	['<principal principal-id="public-access" has-children="false" permission-id="view-hidden"/>'],
	['<principal principal-id="logged-in-access" permission-id=""/>'],
	['<principal/>'],
])('%s is nobody', (text) => expect(toPermitted(read(text))).toBeUndefined());

test('a principal, and a group', () => {
	const one =
		'<principal principal-id="5" has-children="true" permission-id="View"><name>All</name></principal>';
	expect(toPermitted(read(one))).toEqual({
		principalId: '5',
		name: 'All',
		login: '',
		permission: 'view',
		isGroup: true,
	});
});

test('of a room: invited people are registrants, hosts and presenters are not, groups are named', () => {
	const { registrants, roles, groups } = peopleOf(
		undefined,
		[
			permitted({}),
			permitted({ principalId: '2', permission: 'host' }),
			permitted({ principalId: '3', permission: 'mini-host' }),
			permitted({ principalId: '4', name: 'Sales', isGroup: true }),
			permitted({ principalId: '5', permission: 'host', isGroup: true }),
			permitted({ principalId: '6', permission: 'denied' }),
		],
		webinar,
		false,
	);
	expect(registrants).toEqual([
		{
			registrantId: '1',
			email: 'pat@example.com',
			firstName: 'Pat',
			lastName: 'van Example',
			status: 'approved',
			registeredAt: null,
			joinUrl: '',
			joinUrlIsPersonal: false,
		},
	]);
	expect([...roles]).toEqual([
		['2', 'host'],
		['3', 'panelist'],
	]);
	expect(groups).toEqual(['Sales']);
});

test('of an event: its report says who is registered, with answers only as texts', () => {
	const person = {
		...permitted({ login: 'pat' }),
		registeredAt: '2026-11-20T16:00:00Z',
		attended: undefined,
		firstInTime: null,
		lastEndTime: null,
		attendedSeconds: undefined,
		registrationAnswers: { Company: 'Example Inc' },
		polls: [],
		questions: [],
		files: [],
	};
	const pending = { ...person, principalId: '2', permission: 'pending' };
	const rights = [permitted({ principalId: '9' })];
	const { registrants } = peopleOf([person, pending, person], rights, webinar, true);
	expect(registrants).toHaveLength(1);
	expect(registrants[0]).toMatchObject({
		email: '',
		registeredAt: '2026-11-20T16:00:00Z',
		answers: { Company: 'Example Inc' },
	});
});

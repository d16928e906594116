import fs from 'node:fs';

import {
	matchAnswers,
	missingTitles,
	NO_FORM,
	toForm,
} from '../../../../nodes/AdobeConnect/mapping/eventForm';
import { readEventRules } from '../../../../nodes/AdobeConnect/mapping/eventRules';
import {
	partOf,
	toPermitted,
	toRegistrant,
} from '../../../../nodes/AdobeConnect/mapping/permitted';
import { findPresenter, toPresenters } from '../../../../nodes/AdobeConnect/mapping/presenter';
import { principalOf, toPrincipal } from '../../../../nodes/AdobeConnect/mapping/principal';
import { childOf, childrenOf, type XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';
import { specFile } from '../../../sandbox/specs';

function xml(text: string): XmlElement {
	const read = parseXml(text);
	if ('trouble' in read) throw new Error(read.trouble);
	return read;
}

const FORM = toForm(
	xml(`<results><status code="ok"/><event-fields>
		<field interaction-id="600" interaction-type="fill-in" is-required="true"><description>Company</description></field>
		<field interaction-id="601" interaction-type="choice" is-required="false"><description>Country</description></field>
	</event-fields><user-fields>
		<field><name>first-name</name><description>First Name</description><is-required>true</is-required></field>
		<field><name>last-name</name><description>Last Name</description><is-required>true</is-required></field>
		<field><name>password</name><description>Password</description><is-required>true</is-required></field>
	</user-fields></results>`),
);

describe('the form of an event', () => {
	test('answers come in its order, by ID or by title, whatever the blanks', () => {
		const given = {
			byId: { 601: 'France', 600: 'Acme', 999: 'x' },
			byTitle: { ' COMPANY ': 'Own' },
		};
		expect(matchAnswers(FORM, given)).toEqual({
			answers: [
				['600', 'Own'],
				['601', 'France'],
			],
			unknown: [],
		});
		expect(matchAnswers(FORM, { byId: {}, byTitle: { Diet: 'none' } })).toEqual({
			answers: [],
			unknown: ['Diet'],
		});
	});

	test('what is missing is named; names of objects are no answers', () => {
		expect(missingTitles(FORM, [], { lastName: '' })).toEqual(['Last Name', 'Company']);
		expect(missingTitles(FORM, [['600', 'Acme']], { lastName: 'B' })).toEqual([]);
		expect(missingTitles(NO_FORM, [], { lastName: '' })).toEqual([]);
		const hostile = toForm(
			xml(
				'<results><event-fields><field interaction-id="constructor"><description>C</description></field></event-fields></results>',
			),
		);
		expect(matchAnswers(hostile, { byId: {}, byTitle: {} }).answers).toEqual([]);
	});
});

test.each([
	['', '', ''],
	['<event-status>cancelled</event-status>', '', 'the event is cancelled'],
	['<expired>true</expired>', '', 'the event is over'],
	['', '2026-01-01T00:00:00.000-08:00', 'the event is over'],
	['', '2027-01-01T00:00:00.000-08:00', ''],
	['', 'nonsense', ''],
])('an event %s that ends %s is closed: %s', (status, end, closed) => {
	const event = xml(
		`<results><event-info>${status}<date-end>${end}</date-end><password-bypass>true</password-bypass></event-info></results>`,
	);
	const rules = readEventRules(event, Date.parse('2026-06-01T00:00:00Z'));
	expect(rules).toEqual({ closed, requiresApproval: false, passwordBypass: true });
});

describe('people of an answer', () => {
	const row = (attributes: string, login = 'A.B@example.com') =>
		childOf(
			xml(
				`<results><p ${attributes}><name>Ann van der Berg</name><login>${login}</login><email>a.b@example.com</email></p></results>`,
			),
			'p',
		);

	test('groups, the public and people without a permission are nobody', () => {
		expect(toPermitted(row('principal-id="1" permission-id="View"'))).toMatchObject({
			principalId: '1',
			permission: 'view',
		});
		expect(toPermitted(row('principal-id="public-access" permission-id="view"'))).toBeUndefined();
		expect(
			toPermitted(row('principal-id="2" has-children="true" permission-id="view"')),
		).toBeUndefined();
		expect(toPermitted(row('principal-id="3" permission-id=""'))).toBeUndefined();
		expect(toPermitted(row('principal-id="4" permission-id="constructor"'))).toBeUndefined();
		expect(toPrincipal(row('principal-id="5" has-children="true"'))).toBeUndefined();
	});

	test('a login is an address only where it looks like one', () => {
		const registrant = toRegistrant(toPermitted(row('principal-id="1" permission-id="pending"'))!);
		expect(registrant).toMatchObject({
			email: 'a.b@example.com',
			firstName: 'Ann',
			lastName: 'van der Berg',
			status: 'pending',
		});
		const other = toPermitted(row('principal-id="1" permission-id="view"', 'jdoe'))!;
		expect(toRegistrant(other).email).toBe('');
		expect(toRegistrant(other, { email: 'j@example.com' }).email).toBe('j@example.com');
	});

	test('nobody with a part in the webinar is a participant', () => {
		expect(['view', 'denied', 'mini-host', 'host', 'publish', 'manage'].map(partOf)).toEqual([
			null,
			null,
			'panelistCannotRegister',
			'hostCannotRegister',
			'hostCannotRegister',
			'hostCannotRegister',
		]);
	});

	test('of several with the address, the one who signs in with it is meant', () => {
		const one = (id: string, type: string, login: string) => ({
			id,
			type,
			login,
			email: 'a.b@example.com',
			name: '',
		});
		const guest = one('1', 'guest', 'a.b@example.com');
		const other = one('2', 'user', 'jdoe');
		const user = one('3', 'user', 'A.B@example.com');
		expect(principalOf([guest, other, user], 'a.b@example.com')).toBe(user);
		expect(principalOf([other, guest], 'a.b@example.com')).toBe(guest);
		expect(principalOf([other], 'a.b@example.com')).toBe(other);
		expect(principalOf([other], 'c@example.com')).toBeUndefined();
	});

	test('who presents in room and event is one presenter, with the higher role', () => {
		const of = (principalId: string, permission: string, login: string) => ({
			principalId,
			permission,
			login,
			name: login,
		});
		const presenters = toPresenters(
			[
				of('1', 'mini-host', 'a@example.com'),
				of('2', 'host', 'jdoe'),
				of('1', 'host', 'a@example.com'),
				of('2', 'mini-host', 'jdoe'),
				of('3', 'view', 'c@example.com'),
			],
			new Map([['2', 'J@example.com']]),
			'https://example.com/r/',
		);
		expect(presenters.map(({ panelistId, email, role }) => [panelistId, email, role])).toEqual([
			['1', 'a@example.com', 'host'],
			['2', 'j@example.com', 'host'],
		]);
		expect(findPresenter(presenters, ' J@Example.com')?.panelistId).toBe('2');
		expect(findPresenter(presenters, '1')?.panelistId).toBe('1');
		expect(findPresenter(presenters, '3')).toBeUndefined();
		const unknown = toPresenters([of('4', 'host', 'jdoe')], new Map(), '');
		expect(unknown[0]!.email).toBe('');
		expect(findPresenter(unknown, ' ')).toBeUndefined();
	});
});

const whenPresent = specFile('adobe-connect/recorded') === undefined ? describe.skip : describe;

whenPresent('Adobe’s samples', () => {
	const sample = (file: string) => xml(fs.readFileSync(specFile(`adobe-connect/${file}`)!, 'utf8'));

	test('of permissions: the public and groups are left out', () => {
		const rows = childrenOf(
			sample('recorded/net_permissions-info.xml'),
			'permissions',
			'principal',
		);
		expect(rows.length).toBeGreaterThan(3);
		expect(rows.map(toPermitted).filter(Boolean)).toEqual([]);
		const filtered = sample('constructed/permissions-info-filtered.xml');
		expect(childrenOf(filtered, 'permissions', 'principal').map(toPermitted)).toEqual([
			{
				principalId: '1890700',
				permission: 'view',
				login: 'pat.example@example.com',
				name: 'Pat Example',
			},
		]);
	});

	test('of principals and of the form', () => {
		const found = sample('recorded/rb_user_find_success.xml');
		expect(childrenOf(found, 'principal-list', 'principal').map(toPrincipal)[0]).toMatchObject({
			id: '26243',
			email: 'test@example.com',
		});
		const form = toForm(sample('constructed/event-registration-details.xml'));
		expect(form.questions.map(({ title, required }) => [title, required])).toEqual([
			['Company', true],
			['Country', false],
		]);
		expect(form.requiredFields.map(({ name }) => name)).toEqual(['first-name', 'last-name']);
	});
});

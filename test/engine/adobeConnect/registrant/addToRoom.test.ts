import { inAHurry, smallStage } from '../webinar/support';
import {
	HOST,
	LEARNER,
	PAT,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	SPEAKER,
	STRANGER,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	add,
	newRoom,
	outcomesOf,
	people,
	principal,
	registrantsOf,
	told,
	writes,
} from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const permissionsOf = (id: string) => here.sandbox.adobeConnect.room(id).permissions;
const person = (email: string) => ({ email, firstName: 'A', lastName: 'B' });

test('creates guests, and gives all of them entry in one call that is read back', async () => {
	const { id } = newRoom(here);
	const result = await add(here, id, people(3));
	expect(told(result)).toEqual(Array(3).fill('synced registered -'));
	const ids = registrantsOf(result).map((one) => one!.registrantId);
	expect(permissionsOf(id)).toEqual(Object.fromEntries(ids.map((one) => [one, 'view'])));
	const made = here.sandbox.adobeConnect.principals.get(ids[0]!)!;
	expect(made).toMatchObject({ type: 'guest', login: 'person0@example.com', firstName: 'First0' });
	expect(made.password).toBeUndefined();
	expect(writes(here)).toEqual({ 'principal-update': 3, 'permissions-update': 1 });
	expect(registrantsOf(result)[0]).toMatchObject({
		email: 'person0@example.com',
		status: 'approved',
		joinUrl: `${here.sandbox.adobeBaseUrl}/r${id}/`,
		joinUrlIsPersonal: false,
	});
});

test('a second run writes nothing', async () => {
	const { id } = newRoom(here);
	await add(here, id, people(3));
	const first = { ...writes(here) };
	expect(told(await add(here, id, people(3)))).toEqual(
		Array(3).fill('unchanged none alreadyRegistered'),
	);
	expect(writes(here)).toEqual(first);
});

test('people of the account are taken as they are, guests and users, whatever their login', async () => {
	const { id } = newRoom(here);
	const jane = principal(here, 'jane@example.com', { login: 'jdoe' });
	const result = await add(here, id, [
		person(LEARNER.login),
		person('stan.stranger@example.com'),
		person('jane@example.com'),
	]);
	expect(told(result)).toEqual(Array(3).fill('synced registered -'));
	expect(registrantsOf(result).map((one) => one!.registrantId)).toEqual([
		LEARNER.id,
		STRANGER,
		jane,
	]);
	expect(writes(here)).toEqual({ 'permissions-update': 1 });
	expect(told(await add(here, id, [person('jane@example.com')]))).toEqual([
		'unchanged none alreadyRegistered',
	]);
});

test('nobody who presents becomes a participant, and who is blocked stays blocked', async () => {
	const { id } = newRoom(here, {
		permissions: { [HOST.id]: 'host', [SPEAKER.id]: 'mini-host', [PAT]: 'denied' },
	});
	const before = { ...permissionsOf(id) };
	const emails = [HOST.login, SPEAKER.login, 'pat.example@example.com'];
	const result = await add(here, id, emails.map(person));
	expect(told(result)).toEqual([
		'skipped none hostCannotRegister',
		'skipped none panelistCannotRegister',
		'skipped none previouslyDenied',
	]);
	expect(permissionsOf(id)).toEqual(before);
	expect(writes(here)).toEqual({});
});

test('the session of a seminar leads to its room, and into the personal link', async () => {
	const joinLinkSecret = 'a-long-secret-of-our-own';
	const fields = { ...here.adobeConnect.adobeConnectApi, joinLinkSecret };
	const options = { joinLinkAddress: 'https://n8n.example.com/webhook/join' };
	const signed = { adobeConnect: { adobeConnectApi: fields } };
	const result = await add(signed, SEMINAR_SESSION, people(1), { options });
	expect(told(result)).toEqual(['synced registered -']);
	const link = new URL(registrantsOf(result)[0]!.joinUrl);
	expect(link.searchParams.get('w')).toBe(SEMINAR_ROOM);
	expect(link.searchParams.get('o')).toBe(SEMINAR_SESSION);
	const general = await add(signed, SEMINAR_ROOM, people(1), { options });
	expect(new URL(registrantsOf(general)[0]!.joinUrl).searchParams.get('o')).toBeNull();
});

test('whom Adobe Connect gave nothing although it said ok, is told so', async () => {
	const { id } = newRoom(here);
	const gone = principal(here, 'gone@example.com');
	const { adobeConnect } = here.sandbox;
	const permissions = permissionsOf(id);
	// As a server does with a principal that it will not let in.
	Object.defineProperty(permissions, gone, {
		get: () => undefined,
		set: () => {},
		enumerable: true,
	});
	const result = await add(here, id, [person('gone@example.com'), ...people(1)]);
	expect(told(result)).toEqual(['failed none vendorRejected', 'synced registered -']);
	expect(outcomesOf(result)[0]!.message).toContain('answered ok, but gave the person no such');
	expect(adobeConnect.callsOf('permissions-update')).toHaveLength(1);
});

describe('Create People As User', () => {
	const options = { createAs: 'user' };

	test('gives the password of the options', async () => {
		const { id } = newRoom(here);
		const result = await add(here, id, people(1), {
			options: { ...options, password: 'given-secret' },
		});
		const made = here.sandbox.adobeConnect.principals.get(registrantsOf(result)[0]!.registrantId)!;
		expect(made).toMatchObject({ type: 'user', password: 'given-secret' });
		const [call] = here.sandbox.adobeConnect.callsOf('principal-update');
		expect(call!.params['send-email']).toEqual(['false']);
	});

	test('else one that nobody is told, and has Adobe Connect mail the person', async () => {
		const { id } = newRoom(here);
		const result = await add(here, id, people(2), { options });
		const passwords = registrantsOf(result).map(
			(one) => here.sandbox.adobeConnect.principals.get(one!.registrantId)!.password!,
		);
		expect(new Set(passwords).size).toBe(2);
		expect(passwords.every((password) => password.length >= 24 && password.length <= 32)).toBe(
			true,
		);
		expect(passwords.some((one) => JSON.stringify(result.outputs).includes(one))).toBe(false);
		const [call] = here.sandbox.adobeConnect.callsOf('principal-update');
		expect(call!.params['send-email']).toEqual(['true']);
	});

	test('makes users of guests only where that is wanted', async () => {
		const { id } = newRoom(here);
		const { principals } = here.sandbox.adobeConnect;
		const stan = [person('stan.stranger@example.com')];
		expect(told(await add(here, id, stan, { options }))).toEqual(['synced registered -']);
		expect(principals.get(STRANGER)!.type).toBe('guest');
		const other = newRoom(here);
		const converting = { ...options, convertGuests: true };
		expect(told(await add(here, other.id, stan, { options: converting }))).toEqual([
			'synced registered -',
		]);
		expect(principals.get(STRANGER)!.type).toBe('user');
	});
});

test('a guest of the last hours, whom Adobe Connect does not list yet, is for later', async () => {
	await here.close();
	here = await smallStage({ reportLagMs: 24 * 60 * 60_000 });
	const first = newRoom(here);
	const second = newRoom(here);
	await add(here, first.id, people(1));
	const result = await add(here, second.id, people(2));
	expect(told(result)).toEqual(['deferred none temporarilyUnavailable', 'synced registered -']);
	expect(outcomesOf(result)[0]!.retryAt).not.toBeNull();
	expect(outcomesOf(result)[0]!.message).toContain('within a day');
	// In the room itself the permission tells who it is.
	expect(told(await add(here, first.id, people(1)))).toEqual(['unchanged none alreadyRegistered']);
});

test('a login that is written with capitals is found all the same', async () => {
	const { id } = newRoom(here);
	const user = principal(here, 'Big.Name@Example.com');
	const result = await add(here, id, [person('big.name@example.com')]);
	expect(told(result)).toEqual(['synced registered -']);
	expect(registrantsOf(result)[0]!.registrantId).toBe(user);
});

test('an address that is longer than a login may be is told so', async () => {
	const { id } = newRoom(here);
	const result = await add(here, id, [person(`${'a'.repeat(55)}@example.com`)]);
	expect(told(result)).toEqual(['failed none vendorRejected']);
	expect(outcomesOf(result)[0]!.message).toContain('60');
	expect(writes(here)).toEqual({});
});

test('without enhanced security it works as well', async () => {
	await here.close();
	here = await smallStage({ enhancedSecurity: false });
	const { id } = newRoom(here);
	expect(told(await add(here, id, people(2)))).toEqual(Array(2).fill('synced registered -'));
});

test('a preview writes nobody and counts what it would take', async () => {
	const { id } = newRoom(here);
	const result = await add(here, id, [...people(2), person(LEARNER.login)], {
		options: { preview: true },
	});
	expect(told(result)).toEqual(Array(3).fill('synced registered -'));
	expect(writes(here)).toEqual({});
	// Two strangers are created, and one call lets all three in.
	expect(result.hints.map(({ message }) => message).join()).toContain('3 calls that write');
});

test('1,000 people who are known cost some dozens of calls', async () => {
	const { id } = newRoom(here);
	for (const { email } of people(1000)) principal(here, String(email));
	const before = here.sandbox.adobeConnect.calls.length;
	const result = await add(here, id, people(1000));
	const counts = new Map<string, number>();
	for (const one of told(result)) counts.set(one, (counts.get(one) ?? 0) + 1);
	expect(counts).toEqual(new Map([['synced registered -', 1000]]));
	expect(writes(here)).toEqual({ 'permissions-update': 5 });
	// Sign-in 2, room 2, permissions by login 5, people 10, permissions 5, read back 10: round pages are asked on.
	expect(here.sandbox.adobeConnect.calls.length - before).toBeLessThanOrEqual(34);
});

test('1,000 strangers cost one call each, and some dozens', async () => {
	const { id } = newRoom(here);
	const result = await add(here, id, people(1000));
	expect(new Set(told(result))).toEqual(new Set(['synced registered -']));
	expect(result.outputs[0]).toHaveLength(1000);
	expect(writes(here)).toEqual({ 'principal-update': 1000, 'permissions-update': 5 });
	expect(here.sandbox.adobeConnect.calls.length).toBeLessThanOrEqual(1035);
});

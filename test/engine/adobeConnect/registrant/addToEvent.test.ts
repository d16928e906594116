import type { Stage } from '../../support/world';
import { inAHurry, smallStage } from '../webinar/support';
import {
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	NEWS_QUESTION,
	PAT,
	SPEAKER,
	UPCOMING_EVENT,
	WAITING,
	CANCELLED_EVENT,
	EVENT,
	HOST,
} from '../../../sandbox/adobeConnect/testing/ids';
import {
	add,
	newEvent,
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

const eventOf = (id: string) => here.sandbox.adobeConnect.event(id);

test('registers people, one call each, and tells their IDs and the link', async () => {
	const { id } = newEvent(here);
	const result = await add(here, id, people(3));
	expect(told(result)).toEqual(Array(3).fill('synced registered -'));
	const registered = eventOf(id).registrants.map(({ principalId }) => principalId);
	expect(registrantsOf(result)).toEqual(
		people(3).map(({ email, firstName, lastName }, index) => ({
			registrantId: registered[index],
			email,
			firstName,
			lastName,
			status: 'approved',
			registeredAt: null,
			joinUrl: `${here.sandbox.adobeBaseUrl}/e${id}/`,
			joinUrlIsPersonal: false,
		})),
	);
	expect(outcomesOf(result)[0]).toMatchObject({
		destination: 'adobeConnect',
		recordId: registered[0],
		steps: { registration: { result: 'synced' } },
	});
	expect(writes(here)).toEqual({ 'event-register': 3 });
});

test('a second run writes nothing', async () => {
	const { id } = newEvent(here);
	await add(here, id, people(3));
	const first = { ...writes(here) };
	const again = await add(here, id, people(3));
	expect(told(again)).toEqual(Array(3).fill('unchanged none alreadyRegistered'));
	expect(registrantsOf(again).every((one) => one?.registrantId !== '')).toBe(true);
	expect(writes(here)).toEqual(first);
});

test('an event that is approved by hand leaves people pending, without a link', async () => {
	const { id } = newEvent(here, { requireApproval: true });
	const result = await add(here, id, people(1));
	expect(told(result)).toEqual(['synced registered pendingApproval']);
	expect(registrantsOf(result)[0]).toMatchObject({ status: 'pending', joinUrl: '' });
	expect(told(await add(here, id, people(1)))).toEqual(['unchanged none pendingApproval']);
});

test('who cannot be registered anywhere costs no call', async () => {
	const { id } = newEvent(here);
	const result = await add(here, id, [
		{ email: '', firstName: 'A', lastName: 'B' },
		{ email: 'nonsense', firstName: 'A', lastName: 'B' },
		{ email: 'a@example.com', firstName: '', lastName: 'B' },
		{ email: 'b@example.com', firstName: 'B', lastName: 'C' },
		{ email: 'B@example.com ', firstName: 'B', lastName: 'C' },
		{ email: 'c@example.com', firstName: 'C', lastName: '' },
	]);
	expect(told(result)).toEqual([
		'skipped none noEmail',
		'skipped none invalidEmail',
		'failed none missingFirstName',
		'synced registered -',
		'skipped none duplicate',
		'failed none requiredQuestionMissing',
	]);
	expect(outcomesOf(result)[5]!.message).toContain('Last Name');
	expect(writes(here)).toEqual({ 'event-register': 1 });
});

test('hosts and presenters keep their part', async () => {
	const { id } = newEvent(here, { permissions: { [HOST.id]: 'host', [SPEAKER.id]: 'mini-host' } });
	const other = principal(here, 'other.login@example.com', { login: 'other' });
	eventOf(id).permissions![other] = 'host';
	const names = { firstName: 'A', lastName: 'B' };
	const emails = [HOST.login, SPEAKER.login, 'other.login@example.com'];
	const result = await add(
		here,
		id,
		emails.map((email) => ({ email, ...names })),
	);
	expect(told(result)).toEqual([
		'skipped none hostCannotRegister',
		'skipped none panelistCannotRegister',
		'skipped none hostCannotRegister',
	]);
	expect(writes(here)).toEqual({});
});

test('somebody with another login than the address keeps the account', async () => {
	const { id } = newEvent(here);
	const user = principal(here, 'jane@example.com', { login: 'jdoe' });
	const item = { email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' };
	const result = await add(here, id, [item]);
	expect(told(result)).toEqual(['synced registered -']);
	expect(registrantsOf(result)[0]).toMatchObject({ registrantId: user, email: 'jane@example.com' });
	expect(told(await add(here, id, [item]))).toEqual(['unchanged none alreadyRegistered']);
});

describe('people who were denied before', () => {
	const denied = () =>
		newEvent(here, {
			registrants: [
				{
					principalId: PAT,
					permission: 'denied',
					registeredAt: '2026-01-02T00:00:00.000Z',
					answers: {},
				},
			],
		}).id;
	const pat = [{ email: 'pat.example@example.com', firstName: 'Pat', lastName: 'Example' }];

	test('are left', async () => {
		const id = denied();
		const result = await add(here, id, pat);
		expect(told(result)).toEqual(['skipped none previouslyDenied']);
		expect(outcomesOf(result)[0]!.repair).toContain('Adobe Connect');
		expect(writes(here)).toEqual({});
	});

	test('are approved again where the option says so, and get a link', async () => {
		const id = denied();
		const result = await add(here, id, pat, { options: { whenAlreadyDenied: 'approve' } });
		expect(told(result)).toEqual(['synced approved -']);
		expect(registrantsOf(result)[0]).toMatchObject({ status: 'approved', registrantId: PAT });
		expect(registrantsOf(result)[0]!.joinUrl).not.toBe('');
		expect(eventOf(id).registrants[0]!.permission).toBe('view');
		expect(writes(here)).toEqual({ 'permissions-update': 1 });
	});
});

test('an event that is full closes for those who are left', async () => {
	const { id } = newEvent(here, { registrationLimit: 2 });
	const result = await add(here, id, people(5));
	expect(told(result)).toEqual([
		'synced registered -',
		'synced registered -',
		...Array<string>(3).fill('failed none webinarFull'),
	]);
	expect(writes(here)).toEqual({ 'event-register': 3 });
});

test.each([
	['cancelled', CANCELLED_EVENT],
	['over', EVENT],
])('an event that is %s takes nobody', async (word, id) => {
	const result = await add(here, id, people(2));
	expect(told(result)).toEqual(Array(2).fill('failed none registrationClosed'));
	expect(outcomesOf(result)[0]!.message).toContain(word);
	expect(writes(here)).toEqual({});
});

describe('the questions of the event', () => {
	const values = {
		mappingMode: 'defineBelow',
		value: {
			[COMPANY_QUESTION]: '={{ $json.company }}',
			[COUNTRY_QUESTION]: '={{ $json.country }}',
			[NEWS_QUESTION]: true,
		},
	};
	const person = { email: 'q@example.com', firstName: 'Q', lastName: 'R' };

	test('are answered from Fields, in the order of the form', async () => {
		const item = { ...person, company: 'Acme', country: 'France' };
		const result = await add(here, UPCOMING_EVENT, [item], { fields: values });
		expect(told(result)).toEqual(['synced registered pendingApproval']);
		expect(eventOf(UPCOMING_EVENT).registrants.at(-1)!.answers).toEqual({
			[COMPANY_QUESTION]: 'Acme',
			[COUNTRY_QUESTION]: 'France',
			[NEWS_QUESTION]: 'true',
		});
	});

	test('are answered by title, and an unknown title is told', async () => {
		const question = [{ title: ' company', value: 'Acme' }];
		const good = await add(here, UPCOMING_EVENT, [person], {
			options: { customQuestions: { question } },
		});
		expect(told(good)).toEqual(['synced registered pendingApproval']);
		const bad = await add(here, UPCOMING_EVENT, people(1), {
			options: { customQuestions: { question: [...question, { title: 'Diet', value: 'none' }] } },
		});
		expect(told(bad)).toEqual(['failed none vendorRejected']);
		expect(outcomesOf(bad)[0]!.message).toContain('Diet');
	});

	test('a required one without an answer is named, before anything is sent', async () => {
		const result = await add(here, UPCOMING_EVENT, [person]);
		expect(told(result)).toEqual(['failed none requiredQuestionMissing']);
		expect(outcomesOf(result)[0]!.message).toContain('Company');
		expect(writes(here)).toEqual({});
	});

	test('an answer that is no choice is told with the question', async () => {
		const item = { ...person, company: 'Acme', country: 'Atlantis' };
		const result = await add(here, UPCOMING_EVENT, [item], { fields: values });
		expect(told(result)).toEqual(['failed none vendorRejected']);
		expect(outcomesOf(result)[0]!.message).toContain('“Country”');
	});
});

describe('an event that wants passwords', () => {
	test('is told so where none is given', async () => {
		const { id } = newEvent(here, { passwordBypass: false });
		const result = await add(here, id, people(1));
		expect(told(result)).toEqual(['failed none requiredQuestionMissing']);
		expect(outcomesOf(result)[0]!.repair).toContain('password bypass');
		expect(writes(here)).toEqual({});
	});

	test('takes the password of the options for new people, and leaves accounts theirs', async () => {
		const { id } = newEvent(here, { passwordBypass: false });
		const user = principal(here, 'jane@example.com', { password: 'own-secret' });
		const result = await add(
			here,
			id,
			[...people(1), { email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' }],
			{ options: { password: 'given-secret' } },
		);
		expect(told(result)).toEqual(['synced registered -', 'failed none requiredQuestionMissing']);
		const { principals } = here.sandbox.adobeConnect;
		expect(principals.get(user)!.password).toBe('own-secret');
		expect(principals.get(registrantsOf(result)[0]!.registrantId)!.password).toBe('given-secret');
		expect(JSON.stringify(result.outputs)).not.toContain('secret');
	});
});

test('a preview reads, counts and writes nothing', async () => {
	const { id } = newEvent(here, {
		requireApproval: true,
		registrants: [
			{
				principalId: WAITING,
				permission: 'denied',
				registeredAt: '2026-01-02T00:00:00.000Z',
				answers: {},
			},
		],
	});
	const result = await add(
		here,
		id,
		[...people(2), { email: 'wanda.waiting@example.com', firstName: 'W', lastName: 'W' }],
		{ options: { preview: true, whenAlreadyDenied: 'approve' } },
	);
	expect(told(result)).toEqual([
		'synced registered pendingApproval',
		'synced registered pendingApproval',
		'synced approved -',
	]);
	expect(outcomesOf(result).every(({ preview }) => preview)).toBe(true);
	expect(writes(here)).toEqual({});
	expect(eventOf(id).registrants).toHaveLength(1);
	expect(result.hints.map(({ message }) => message).join()).toContain('3 calls that write');
});

describe('personal join links', () => {
	const joinLinkAddress = 'https://n8n.example.com/webhook/join';
	const withSecret = (joinLinkSecret: string): Pick<Stage, 'adobeConnect'> => ({
		adobeConnect: {
			adobeConnectApi: { ...here.adobeConnect.adobeConnectApi, joinLinkSecret },
		},
	});

	test('are signed where an address is given', async () => {
		const { id } = newEvent(here);
		const options = { joinLinkAddress };
		const result = await add(withSecret('a-long-secret-of-our-own'), id, people(1), { options });
		const [registrant] = registrantsOf(result);
		expect(registrant!.joinUrlIsPersonal).toBe(true);
		const link = new URL(registrant!.joinUrl);
		expect(link.searchParams.get('w')).toBe(id);
		expect(link.searchParams.get('r')).toBe(registrant!.registrantId);
	});

	test('without a secret end the run before anybody is written', async () => {
		const { id } = newEvent(here);
		const { error } = await add(here, id, people(1), { options: { joinLinkAddress } });
		expect(error?.message).toContain('Join Link Secret');
		expect(writes(here)).toEqual({});
	});
});

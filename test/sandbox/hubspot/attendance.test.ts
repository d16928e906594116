/** Attendance and what is read back of it. */
import { startPortal, type TestPortal } from './testing/portal';
import { asList, at } from './testing/values';

let portal: TestPortal;

const ME = '/marketing/marketing-events/2026-03';
const START_OF_EVENT = Date.parse('2026-11-20T16:00:00Z');
const DELAY = 1_300;

beforeEach(async () => {
	portal = await startPortal({ participationDelayMs: DELAY });
	await portal.call('PUT', `${ME}/events/e1`, {
		externalAccountId: 'acc',
		externalEventId: 'e1',
		eventName: 'Growing tomatoes',
		eventOrganizer: 'Garden Ltd',
		startDateTime: '2026-11-20T16:00:00Z',
		endDateTime: '2026-11-20T18:00:00Z',
		customProperties: [],
	});
});
afterEach(() => portal.close());

const post = (verb: string, inputs: unknown[], query = '?externalAccountId=acc', kind = 'create') =>
	portal.call('POST', `${ME}/attendance/e1/${verb}/${kind}${query}`, { inputs });

const vid = (id: number, at = START_OF_EVENT, properties: Record<string, unknown> = {}) => ({
	vid: id,
	interactionDateTime: at,
	properties,
});

const activities = () => portal.side.events[0]?.activities ?? [];

const counters = async () => (await portal.call('GET', `${ME}/participations/acc/e1`)).body;

it('knows three verbs, in lower case', async () => {
	expect(await post('REGISTERED', [vid(101)])).toMatchObject({
		status: 400,
		body: {
			message: "Unknown state for 'REGISTERED'. Correct are 'register', 'attend' or 'cancel'.",
		},
	});
	for (const verb of ['register', 'attend', 'cancel']) {
		expect((await post(verb, [vid(101)])).status).toBe(200);
	}
});

it('wants the account and an event that exists', async () => {
	expect(await post('register', [vid(101)], '')).toMatchObject({
		status: 400,
		body: { message: 'externalAccountId is required' },
	});
	expect((await post('register', [vid(101)], '?externalAccountId=other')).status).toBe(404);
});

it.each([
	['no moment', { vid: 101, properties: {} }],
	['an ISO moment', { vid: 101, interactionDateTime: '2026-11-20T16:00:00Z', properties: {} }],
	['half a millisecond', { vid: 101, interactionDateTime: 1.5, properties: {} }],
	['no properties', { vid: 101, interactionDateTime: START_OF_EVENT }],
	['no id', { interactionDateTime: START_OF_EVENT, properties: {} }],
	['an address for an id', { ...vid(1), vid: 'ada@example.com' }],
	['joinedAt of a registration', vid(101, START_OF_EVENT, { joinedAt: '2026-11-20T16:00:00Z' })],
])('refuses %s and records nothing of the request', async (_what, input) => {
	expect((await post('register', [vid(102), input])).status).toBe(400);
	expect(activities()).toHaveLength(0);
});

it('takes 100 inputs, not 101', async () => {
	const inputs = Array.from({ length: 101 }, (_, index) => vid(101, START_OF_EVENT + index));
	expect((await post('register', inputs)).status).toBe(400);
	expect((await post('register', inputs.slice(1))).status).toBe(200);
	expect(activities()).toHaveLength(100);
});

it('reports unknown and deleted contacts beside the others', async () => {
	const answer = await post('register', [vid(101), vid(103), vid(999)]);
	expect(answer).toMatchObject({
		status: 200,
		body: { status: 'COMPLETE', results: [{ vid: 101 }], numErrors: 2 },
	});
	const errors = asList(at(answer.body, 'errors'));
	expect(errors.map((error) => at(error, 'context', 'ids'))).toEqual([['103'], ['999']]);
	expect(activities().map(({ contactId }) => contactId)).toEqual(['101']);
});

it('counts the same contact, moment and verb once', async () => {
	const times = { joinedAt: '2026-11-20T16:05:00Z', leftAt: '2026-11-20T16:35:00Z' };
	await post('register', [vid(101)]);
	await post('register', [vid(101)]);
	await post('attend', [vid(101)]);
	await post('attend', [vid(101, START_OF_EVENT, times)]);
	expect(activities()).toMatchObject([
		{ verb: 'register', joinedAt: null },
		{ verb: 'attend', ...times },
	]);
	await post('attend', [vid(101, START_OF_EVENT + 1)]);
	expect(activities()).toHaveLength(3);
});

it('makes contacts of unknown addresses, and only of those', async () => {
	const inputs = ['New@Example.com', 'bob@home.example', 'x@host.invalid'].map((email) => ({
		email,
		interactionDateTime: START_OF_EVENT,
		properties: {},
		contactProperties: { firstname: 'Given' },
	}));
	const answer = await post('register', inputs, undefined, 'email-create');
	expect(answer.body).toMatchObject({ numErrors: 1, errors: [{ category: 'VALIDATION_ERROR' }] });
	expect(portal.side.contactByEmail('new@example.com')?.properties.firstname).toBe('Given');
	expect(portal.side.contacts.get('102')?.properties.firstname).toBeUndefined();
	expect(activities()).toHaveLength(2);
});

it('shows a participation only after the delay', async () => {
	await post('register', [vid(101)]);
	expect(activities()).toHaveLength(1);
	expect(await counters()).toEqual({ attended: 0, registered: 0, cancelled: 0, noShows: 0 });
	portal.advance(DELAY - 1);
	expect(await counters()).toMatchObject({ registered: 0 });
	portal.advance(1);
	expect(await counters()).toMatchObject({ registered: 1 });
	const event = await portal.call('GET', `${ME}/events/e1?externalAccountId=acc`);
	expect(event.body).toMatchObject({ registrants: 1, attendees: 0, cancellations: 0, noShows: 0 });
});

it('counts the current state, and no-shows only when the event is over', async () => {
	await post('register', [vid(101, START_OF_EVENT - 9), vid(102, START_OF_EVENT - 9)]);
	await post('attend', [vid(102)]);
	const { id } = portal.side.contactByEmail('ada@example.com') ?? { id: '' };
	expect(id).toBe('101');
	portal.advance(DELAY);
	expect(await counters()).toEqual({ attended: 1, registered: 1, cancelled: 0, noShows: 0 });
	portal.advance(50 * 60_000);
	expect(await counters()).toEqual({ attended: 1, registered: 0, cancelled: 0, noShows: 1 });
	await post('cancel', [vid(101)]);
	portal.advance(DELAY);
	expect(await counters()).toEqual({ attended: 1, registered: 0, cancelled: 1, noShows: 0 });
});

it('turns registered into no-show at completion', async () => {
	await post('register', [vid(101)]);
	portal.advance(DELAY);
	await portal.call('POST', `${ME}/events/e1/complete?externalAccountId=acc`, {
		startDateTime: '2026-11-20T16:00:00Z',
		endDateTime: '2026-11-20T17:00:00Z',
	});
	expect(await counters()).toMatchObject({ registered: 0, noShows: 1 });
});

it('lets a later registration undo a cancellation, and attendance outlive both', async () => {
	await post('cancel', [vid(101, START_OF_EVENT)]);
	await post('register', [vid(101, START_OF_EVENT + 1)]);
	portal.advance(DELAY);
	expect(await counters()).toMatchObject({ registered: 1, cancelled: 0 });
	await post('attend', [vid(101, START_OF_EVENT - 5)]);
	portal.advance(DELAY);
	expect(await counters()).toMatchObject({ attended: 1, registered: 0 });
});

describe('breakdown', () => {
	beforeEach(async () => {
		await post('register', [vid(101), vid(102)]);
		await post('attend', [
			vid(102, START_OF_EVENT, {
				joinedAt: '2026-11-20T16:00:00Z',
				leftAt: '2026-11-20T17:30:00Z',
			}),
		]);
		portal.advance(DELAY);
	});
	const breakdown = async (query = '') =>
		(await portal.call('GET', `${ME}/participations/acc/e1/breakdown${query}`)).body;

	it('tells duration and share', async () => {
		expect(await breakdown('?state=ATTENDED')).toMatchObject({
			total: 1,
			results: [
				{
					associations: {
						marketingEvent: { externalAccountId: 'acc', externalEventId: 'e1' },
						contact: { contactId: '102', email: 'bob@example.com' },
					},
					properties: {
						occurredAt: START_OF_EVENT,
						attendanceState: 'ATTENDED',
						attendanceDurationSeconds: 5400,
						attendancePercentage: '0.75',
					},
				},
			],
		});
	});

	it('pages', async () => {
		const first = await breakdown('?limit=1');
		expect(first).toMatchObject({ total: 2 });
		const after = String(at(first, 'paging', 'next', 'after'));
		const second = await breakdown(`?limit=1&after=${encodeURIComponent(after)}`);
		const ids = [first, second].map((page) =>
			at(page, 'results', 0, 'associations', 'contact', 'contactId'),
		);
		expect(ids).toEqual(['101', '102']);
		expect(second).not.toHaveProperty('paging');
	});

	it('filters by contact id, by address and by state', async () => {
		expect(await breakdown('?contactIdentifier=101')).toMatchObject({ total: 1 });
		expect(await breakdown('?contactIdentifier=bob@home.example')).toMatchObject({ total: 1 });
		expect(await breakdown('?contactIdentifier=999')).toMatchObject({ total: 0 });
		expect(await breakdown('?state=CANCELLED')).toMatchObject({ total: 0 });
		const wrong = await portal.call('GET', `${ME}/participations/acc/e1/breakdown?state=HERE`);
		expect(wrong.status).toBe(400);
	});

	it('is there for a contact over all events', async () => {
		const path = `${ME}/participations/contacts/ada@example.com/breakdown`;
		expect((await portal.call('GET', path)).body).toMatchObject({ total: 1 });
		const unknown = await portal.call('GET', `${ME}/participations/contacts/999/breakdown`);
		expect(unknown.status).toBe(404);
	});
});

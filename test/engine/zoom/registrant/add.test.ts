import { customFieldId } from '../../../../nodes/Zoom/mapping/registrationFields';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId, inAHurry, zoomNode } from '../support/zoom';
import {
	add,
	addTo,
	mapped,
	newSeries,
	newWebinar,
	outcomesOf,
	people,
	registered,
	registrantsOf,
	registrationCalls,
	told,
	writes,
} from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const REGISTERED = 'synced registered -';
const sent = (): unknown[] => registrationCalls(here).map(({ request }) => request);

describe('a webinar with automatic approval', () => {
	test('registers 30 people in a call, and everybody has a link of their own', async () => {
		const webinar = newWebinar(here);
		const result = await add(here, webinar.id, people(61));
		expect(told(result)).toEqual(Array(61).fill(REGISTERED));
		expect(writes(here)).toEqual([...Array(2).fill('POST batch_registrants'), 'POST registrants']);
		expect(webinar.registrants).toHaveLength(61);
		const links = registrantsOf(result).map((registrant) => registrant?.joinUrl);
		expect(new Set(links).size).toBe(61);
		expect(links).not.toContain('');
		const outcomes = outcomesOf(result);
		expect(outcomes[0]).toMatchObject({
			destination: 'zoom',
			message: 'Registered',
			steps: { registration: { result: 'synced', message: 'batch' } },
			recordId: registrantsOf(result)[0]?.registrantId,
		});
		expect(outcomes[60]?.steps.registration?.message).toBe('single');
	});

	test('a second run writes nothing and gives the same links', async () => {
		const { id } = newWebinar(here);
		const first = await add(here, id, people(4));
		here.sandbox.books.clear();
		const second = await add(here, id, people(4));
		expect(told(second)).toEqual(Array(4).fill('unchanged none alreadyRegistered'));
		expect(writes(here)).toEqual([]);
		expect(registrantsOf(second).map((one) => one?.joinUrl)).toEqual(
			registrantsOf(first).map((one) => one?.joinUrl),
		);
	});

	test('keeps the input beside the outcome, and reads the address as people type it', async () => {
		const { id } = newWebinar(here);
		const items = [{ email: ' Ann@Example.COM ', firstName: ' Ann ', lastName: '', deal: 7 }];
		const { outputs } = await add(here, id, items);
		expect(outputs[0]![0]!.json).toMatchObject({
			...items[0],
			registrant: { email: 'ann@example.com', firstName: 'Ann', lastName: '', status: 'approved' },
		});
		expect(sent()).toEqual([{ email: 'ann@example.com', first_name: 'Ann' }]);
	});

	test('reads each thing once per webinar, whatever the number of people', async () => {
		const { id } = newWebinar(here);
		await add(here, id, people(30));
		expect(apiCalls(here)).toEqual([
			`GET /webinars/${id}`,
			...Array<string>(3).fill(`GET /webinars/${id}/registrants`),
			`GET /webinars/${id}/registrants/questions`,
			`POST /webinars/${id}/batch_registrants`,
		]);
	});

	test('each item may name another webinar', async () => {
		const [one, two] = [newWebinar(here), newWebinar(here)];
		const items = people(4).map((person, index) => ({
			...person,
			webinar: (index % 2 === 0 ? one : two).id,
		}));
		const result = await zoomNode(here, addTo('={{ $json.webinar }}'), { items });
		expect(told(result)).toEqual(Array(4).fill(REGISTERED));
		const emails = ({ registrants }: typeof one) => registrants.map(({ email }) => email).sort();
		expect(emails(one)).toEqual(['person0@example.com', 'person2@example.com']);
		expect(emails(two)).toEqual(['person1@example.com', 'person3@example.com']);
	});
});

describe('fields and questions', () => {
	test('go into calls of their own, in Zoom’s words; who has none goes with the batch', async () => {
		const webinar = newWebinar(here, {
			questions: {
				questions: [{ field_name: 'org', required: false }],
				custom_questions: [{ title: 'Your "role"?', type: 'short', required: false }],
			},
		});
		const items = people(3);
		items[0] = { ...items[0], company: 'Acme', role: 'Chef' };
		const result = await add(here, webinar.id, items, {
			fields: mapped({
				org: '={{ $json.company }}',
				no_of_employees: '={{ $json.company ? "21-50" : "" }}',
				[customFieldId('Your "role"?')]: '={{ $json.role }}',
			}),
			options: {
				language: '={{ $json.company ? "de-DE" : "" }}',
				trackingSourceId: '={{ $json.company ? "55" : "" }}',
			},
		});
		expect(told(result)).toEqual(Array(3).fill(REGISTERED));
		expect(outcomesOf(result).map(({ steps }) => steps.registration?.message)).toEqual([
			'single',
			'batch',
			'batch',
		]);
		expect(sent()).toContainEqual({
			email: 'person0@example.com',
			first_name: 'First 0',
			last_name: 'Last 0',
			org: 'Acme',
			no_of_employees: '21-50',
			custom_questions: [{ title: 'Your "role"?', value: 'Chef' }],
			language: 'de-DE',
			source_id: '55',
		});
		expect(registrantsOf(result)[0]).toMatchObject({ company: 'Acme' });
	});

	test('a required question is asked for before any call, by its name', async () => {
		const { id } = newWebinar(here, {
			questions: {
				questions: [{ field_name: 'job_title', required: true }],
				custom_questions: [{ title: 'Which team?', type: 'short', required: true }],
			},
		});
		const items = people(3);
		items[1] = { ...items[1], title: 'Chef', team: 'Kitchen' };
		const result = await add(here, id, items, {
			fields: mapped({ job_title: '={{ $json.title }}' }),
			options: {
				customQuestions: { question: [{ title: 'Which team?', value: '={{ $json.team }}' }] },
			},
		});
		expect(told(result)).toEqual([
			'failed none requiredQuestionMissing',
			REGISTERED,
			'failed none requiredQuestionMissing',
		]);
		expect(outcomesOf(result)[0]?.message).toBe(
			'A required registration question has no answer: Job Title, Which team?',
		);
		expect(writes(here)).toEqual(['POST registrants']);
	});
});

describe('who is left out before any call', () => {
	test('by the item', async () => {
		const { id } = newWebinar(here);
		const items = [
			{ email: '', firstName: 'No' },
			{ email: 'no@mail', firstName: 'Bad' },
			{ email: 'nameless@example.com', firstName: ' ' },
			{ email: 'twice@example.com', firstName: '' },
			{ email: 'twice@example.com', firstName: 'One' },
			{ email: 'TWICE@example.com ', firstName: 'Two' },
		];
		expect(told(await add(here, id, items))).toEqual([
			'skipped none noEmail',
			'skipped none invalidEmail',
			'failed none missingFirstName',
			'failed none missingFirstName',
			REGISTERED,
			'skipped none duplicate',
		]);
		expect(writes(here)).toEqual(['POST registrants']);
	});

	test('by the lists: approved, waiting and refused ones', async () => {
		const { id } = newWebinar(here, {
			registrants: [
				registered('approved@example.com'),
				registered('pending@example.com', 'pending'),
				registered('denied@example.com', 'denied'),
			],
		});
		const items = ['approved', 'pending', 'denied'].map((name) => ({
			email: `${name}@example.com`,
			firstName: name,
		}));
		const result = await add(here, id, items);
		expect(told(result)).toEqual([
			'unchanged none alreadyRegistered',
			'unchanged none pendingApproval',
			'skipped none previouslyDenied',
		]);
		expect(registrantsOf(result).map((one) => one?.joinUrl)).toEqual([
			'https://zoom.us/w/1?tk=approved@example.com',
			'',
			'',
		]);
		expect(outcomesOf(result)[2]?.repair).toContain('Approve Again');
		expect(writes(here)).toEqual([]);
	});
});

describe('denied or cancelled before', () => {
	test('are approved again by option, through one status call, and get their link', async () => {
		const webinar = newWebinar(here, {
			registrants: [registered('a@example.com', 'denied'), registered('b@example.com', 'denied')],
		});
		const items = ['a', 'b', 'c'].map((name) => ({
			email: `${name}@example.com`,
			firstName: name,
		}));
		const result = await add(here, webinar.id, items, {
			options: { whenAlreadyDenied: 'approve' },
		});
		expect(told(result)).toEqual(['synced approved -', 'synced approved -', REGISTERED]);
		expect(writes(here)).toEqual(['POST registrants', 'PUT registrants/status']);
		expect(webinar.registrants.map(({ status }) => status)).toEqual(Array(3).fill('approved'));
		for (const registrant of registrantsOf(result)) {
			expect(registrant).toMatchObject({ status: 'approved' });
			expect(registrant?.joinUrl).not.toBe('');
		}
	});

	test('are noticed in a batch that was sent without the list', async () => {
		const { id } = newWebinar(here, { registrants: [registered('person1@example.com', 'denied')] });
		const result = await add(here, id, people(3), { options: { lookUpFirst: 'never' } });
		expect(writes(here)).toEqual(['POST batch_registrants']);
		expect(told(result)).toEqual([REGISTERED, 'skipped none previouslyDenied', REGISTERED]);
	});

	test('are noticed without the list as well', async () => {
		const { id } = newWebinar(here, { registrants: [registered('a@example.com', 'denied')] });
		const items = [{ email: 'a@example.com', firstName: 'A' }];
		const never = { lookUpFirst: 'never' };
		expect(told(await add(here, id, items, { options: never }))).toEqual([
			'skipped none previouslyDenied',
		]);
		const again = { ...never, whenAlreadyDenied: 'approve' };
		expect(told(await add(here, id, items, { options: again }))).toEqual(['synced approved -']);
	});
});

describe('manual approval', () => {
	test('everybody by a call of their own, synced and pending, without a link', async () => {
		const { id } = newWebinar(here, { approvalType: 1 });
		const result = await add(here, id, people(2));
		expect(told(result)).toEqual(Array(2).fill('synced registered pendingApproval'));
		expect(writes(here)).toEqual(Array(2).fill('POST registrants'));
		for (const registrant of registrantsOf(result)) {
			expect(registrant).toMatchObject({
				status: 'pending',
				joinUrl: '',
				joinUrlIsPersonal: false,
			});
		}
		expect(told(await add(here, id, people(2)))).toEqual(
			Array(2).fill('unchanged none pendingApproval'),
		);
	});
});

describe('a list that is longer than there are people', () => {
	const long = () =>
		newWebinar(here, {
			registrants: Array.from({ length: 901 }, (_, index) => registered(`old${index}@example.com`)),
		});
	const items = [
		{ email: 'old900@example.com', firstName: 'Old' },
		{ email: 'new@example.com', firstName: 'New' },
	];

	test('is not read; the moment of the registration tells who was there', async () => {
		const { id } = long();
		const result = await add(here, id, items);
		expect(told(result)).toEqual(['unchanged none alreadyRegistered', REGISTERED]);
		expect(
			apiCalls(here).filter((call) => call === `GET /webinars/${id}/registrants`),
		).toHaveLength(3);
		expect(writes(here)).toEqual(['POST registrants', 'POST registrants']);
		expect(registrantsOf(result)[0]?.joinUrl).toContain('old900@example.com');
		expect(registrantsOf(result)[1]?.registeredAt).not.toBeNull();
	});

	test('is read where Look Up First is Always; then nobody who was there is sent', async () => {
		const { id } = long();
		const result = await add(here, id, items, { options: { lookUpFirst: 'always' } });
		expect(told(result)).toEqual(['unchanged none alreadyRegistered', REGISTERED]);
		expect(writes(here)).toEqual(['POST registrants']);
	});

	test('is not touched where it is Never, and a batch is sent', async () => {
		const { id } = long();
		const result = await add(here, id, items, { options: { lookUpFirst: 'never' } });
		expect(told(result)).toEqual([REGISTERED, REGISTERED]);
		expect(apiCalls(here)).toEqual([
			`GET /webinars/${id}`,
			`GET /webinars/${id}/registrants/questions`,
			`POST /webinars/${id}/batch_registrants`,
		]);
	});
});

describe('occurrences', () => {
	const queries = () => registrationCalls(here).map(({ query }) => query.occurrence_ids);

	test('are left out where one registration is for all', async () => {
		const series = newSeries(here, 1);
		const occurrence = byId(series.occurrences![0]!.occurrence_id);
		expect(told(await add(here, series.id, people(2), { occurrence }))).toEqual(
			Array(2).fill(REGISTERED),
		);
		expect(queries()).toEqual([undefined, undefined]);
	});

	test('one where people register for each; several items make several registrations', async () => {
		const series = newSeries(here, 2);
		const items = series.occurrences!.map(({ occurrence_id }) => ({
			email: 'ann@example.com',
			firstName: 'Ann',
			date: occurrence_id,
		}));
		const byItem = { occurrence: byId('={{ $json.date }}') };
		expect(told(await add(here, series.id, items, byItem))).toEqual(Array(2).fill(REGISTERED));
		expect(queries()).toEqual(items.map(({ date }) => date));
		expect(told(await add(here, series.id, items, byItem))).toEqual(
			Array(2).fill('unchanged none alreadyRegistered'),
		);
	});

	test('a further date of somebody in a long list is a new registration', async () => {
		const series = newSeries(here, 2);
		const [first, second] = series.occurrences!.map(({ occurrence_id }) => occurrence_id);
		series.registrants = Array.from({ length: 901 }, (_, index) =>
			registered(`person${index}@example.com`, 'approved', { occurrence_ids: [first!] }),
		);
		const dates = [first, second].map((date) => ({ ...people(1)[0], date }));
		const result = await add(here, series.id, dates, { occurrence: byId('={{ $json.date }}') });
		expect(told(result)).toEqual(['unchanged none alreadyRegistered', REGISTERED]);
	});

	test('several where people choose some', async () => {
		const series = newSeries(here, 3);
		const ids = series.occurrences!.map(({ occurrence_id }) => occurrence_id);
		const occurrence = byId(ids.join(', '));
		expect(told(await add(here, series.id, people(1), { occurrence }))).toEqual([REGISTERED]);
		expect(queries()).toEqual([ids.join(',')]);
		expect(told(await add(here, series.id, people(1), { occurrence }))).toEqual([
			'unchanged none alreadyRegistered',
		]);
	});

	test('several where Zoom takes one only: nothing is sent', async () => {
		const series = newSeries(here, 2);
		const ids = series.occurrences!.map(({ occurrence_id }) => occurrence_id);
		const result = await add(here, series.id, people(1), { occurrence: byId(ids.join(',')) });
		expect(outcomesOf(result)[0]).toMatchObject({
			result: 'failed',
			repair: 'Give one occurrence per item',
		});
		expect(writes(here)).toEqual([]);
	});
});

describe('a preview', () => {
	test('says what would be and what it would cost, and writes nothing', async () => {
		const webinar = newWebinar(here, {
			registrants: [registered('person0@example.com'), registered('person1@example.com', 'denied')],
		});
		const result = await add(here, webinar.id, people(40), {
			options: { preview: true, whenAlreadyDenied: 'approve' },
		});
		const outcomes = outcomesOf(result);
		expect(outcomes.every(({ preview }) => preview)).toBe(true);
		expect(outcomes.slice(0, 3).map(({ message }) => message)).toEqual([
			'The person is already registered',
			'Would approve again',
			'Would register',
		]);
		expect(result.hints.map(({ message }) => message)).toEqual([
			'Preview, nothing written. Would be: 39 synced, 1 unchanged. It would take 3 calls that write.',
		]);
		expect(writes(here)).toEqual([]);
		expect(webinar.registrants).toHaveLength(2);
	});
});

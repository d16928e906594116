import type { BookEntry } from '../contract';
import { createSpecCheck } from './index';

const entry = (over: Partial<BookEntry>): BookEntry => ({
	vendor: 'zoom',
	method: 'GET',
	path: '/report/webinars/123/participants',
	query: {},
	route: '/report/webinars/:webinarId/participants',
	write: false,
	status: 200,
	request: null,
	response: {
		page_count: 1,
		page_size: 30,
		total_records: 1,
		next_page_token: '',
		participants: [{ user_id: '1', user_email: '', duration: 5, status: 'in_meeting' }],
	},
	at: '2026-11-20T17:10:00.000Z',
	...over,
});

const participant = (over: object) => ({ participants: [{ user_id: '1', ...over }] });

describe('the judge by the published specs', () => {
	const { present } = createSpecCheck().report();
	if (!present) process.stdout.write('specs: ABSENT\n');

	function problems(...entries: BookEntry[]): string[] {
		const check = createSpecCheck();
		check.add(entries);
		return check.report().problems;
	}

	/** Without the specs nothing is checked, so nothing can be found. */
	const found = (pattern: RegExp): unknown =>
		present ? [expect.stringMatching(pattern)] : expect.anything();

	it('finds nothing in what is right, and counts it', () => {
		const check = createSpecCheck();
		check.add([entry({}), entry({ status: 404, response: { code: 3001, message: '' } })]);
		check.add([entry({ path: '/oauth/token', method: 'POST', response: null })]);
		expect(check.report().problems).toEqual([]);
		expect(check.line()).toBe(present ? 'specs: 2 requests, 1 answers validated' : 'specs: ABSENT');
	});

	it.each([
		['a wrong type', participant({ duration: '5' }), /duration must be integer/],
		['an unknown value', participant({ status: 'gone' }), /status must be equal to one of/],
		['a bad time', participant({ join_time: '20.11.2026' }), /join_time must match format/],
		['an undeclared member', participant({ shoeSize: 43 }), /unevaluated.*shoeSize/],
		['an undeclared member on top', { ...participant({}), extra: 1 }, /unevaluated.*extra/],
	])('finds %s in an answer', (_name, response, pattern) => {
		expect(problems(entry({ response }))).toEqual(found(pattern));
	});

	it.each([
		['an unknown path', { path: '/report/webinars/1/2/participants' }, /not in the spec/],
		['an undeclared parameter', { query: { page: '2' } }, /page is not declared/],
		['a parameter of the wrong type', { query: { page_size: 'all' } }, /page_size=all: no integer/],
		['a value that is no choice', { query: { include_fields: 'x' } }, /include_fields=x: not one/],
		[
			'a missing parameter',
			{ path: '/report/history_meetings', query: { from: '2026-11-01' }, response: {} },
			/query parameter to is missing/,
		],
		[
			'a path parameter of the wrong type',
			{ path: '/webinars/abc/registrants', status: 400 },
			/webinarId=abc: no integer/,
		],
		[
			'a call that HubSpot does not have',
			{ vendor: 'hubspot' as const, path: '/crm/objects/2026-09/contacts/batch/guess' },
			/not in the spec/,
		],
	])('finds %s in a request', (_name, over, pattern) => {
		expect(problems(entry(over))).toEqual(found(pattern));
	});

	const post = (path: string, request: unknown, over: Partial<BookEntry> = {}): BookEntry =>
		entry({ method: 'POST', path, request, status: 400, response: {}, write: true, ...over });
	const change = (request: unknown): BookEntry => post('/webinars/1/registrants', request);
	const ann = { email: 'ann@example.com', first_name: 'Ann' };

	it.each([
		[
			'a member that is not declared',
			change({ ...ann, firstName: 'Ann' }),
			/body must NOT.*firstName/,
		],
		['a wrong type', change({ ...ann, phone: 5550100 }), /\/phone must be string/],
		['a missing member', change({ first_name: 'Ann' }), /body must have required.*email/],
		['a missing body', change(null), /body must have required.*email/],
		[
			'an undeclared member further in',
			change({ ...ann, custom_questions: [{ title: 'Q', answer: 'A' }] }),
			/custom_questions\/0 must NOT.*answer/,
		],
		[
			'an undeclared setting',
			post('/users/me/webinars', { topic: 'T', settings: { aproval_type: 1 } }),
			/settings must NOT.*aproval_type/,
		],
		['a body where none belongs', entry({ request: { a: 1 } }), /a body is not declared/],
		[
			'a body of an answer without content',
			entry({ method: 'DELETE', path: '/webinars/1', status: 204, response: { ok: true } }),
			/204 with a body/,
		],
		[
			'a success that is not declared',
			entry({ method: 'DELETE', path: '/webinars/1', status: 200, response: null }),
			/status is not declared/,
		],
	])('finds %s', (_name, bad, pattern) => {
		if (present) expect(problems(bad)).toContainEqual(expect.stringMatching(pattern));
		else expect(problems(bad)).toEqual([]);
	});

	it('takes values as a fault of who sent them only where Zoom took them', () => {
		const tooMany = {
			panelists: Array.from({ length: 31 }, () => ({ name: 'A', email: 'a@b.de' })),
		};
		const long = { ...ann, first_name: 'x'.repeat(65) };
		expect(problems(change(long), post('/webinars/1/panelists', tooMany))).toEqual([]);
		const created = { status: 201 };
		const taken = problems(
			post('/webinars/1/registrants', long, created),
			post('/webinars/1/panelists', tooMany, created),
		);
		if (present) {
			expect(taken).toEqual([
				expect.stringMatching(/first_name must NOT have more than 64/),
				expect.stringMatching(/panelists must NOT have more than 30/),
			]);
		} else expect(taken).toEqual([]);
	});

	it('takes what Zoom takes against its own list of values or form', () => {
		const local = {
			topic: 'T',
			type: 5,
			start_time: '2026-11-24T16:00:00',
			timezone: 'Europe/Berlin',
		};
		expect(
			problems(
				post('/users/me/webinars', local, { status: 201 }),
				entry({
					method: 'PATCH',
					path: '/webinars/1',
					status: 204,
					request: { recurrence: { type: 2, weekly_days: '1,3' } },
					response: null,
				}),
				post('/webinars/1/registrants', { ...ann, no_of_employees: '101-250' }, { status: 201 }),
			),
		).toEqual([]);
	});

	it('leaves out what was injected', () => {
		const html = entry({ fault: 'html', response: '<html></html>' });
		expect(problems(html)).toEqual([]);
	});
});

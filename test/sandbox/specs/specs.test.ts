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

	it('leaves out what was injected', () => {
		const html = entry({ fault: 'html', response: '<html></html>' });
		expect(problems(html)).toEqual([]);
	});
});

import type { BookEntry } from '../contract';
import { createSpecCheck } from './index';
import { amendedDefinition } from './marketoAmendments';
import { CORRECTIONS } from './marketoCorrections';
import { amendedParameters } from './marketoParameters';
import { loadSpecs } from './openapi';

const present = loadSpecs().marketo !== undefined;
if (!present) process.stdout.write('specs: ABSENT (Marketo)\n');

const entry = (over: Partial<BookEntry>): BookEntry => ({
	vendor: 'marketo',
	method: 'GET',
	path: '/rest/v1/lead/1.json',
	query: {},
	route: '/rest/v1/lead/:leadId.json',
	write: false,
	status: 200,
	request: null,
	response: { requestId: 'a#b', success: true, result: [{ id: 1, email: 'a@example.com' }] },
	at: '2026-11-20T17:10:00.000Z',
	...over,
});

function problems(...entries: BookEntry[]): string[] {
	const check = createSpecCheck();
	check.add(entries);
	return check.report().problems;
}

const FORM = '/rest/asset/v1/folder/1207/tokens.json';
const ok = { requestId: 'a#b', success: true };
const token = { name: 'N', type: 'text', value: 'V', folderType: 'Program' };
const post = (path: string, request: unknown, response: unknown = ok): BookEntry =>
	entry({ method: 'POST', path, request, response, write: true });

(present ? describe : describe.skip)("the judge by Adobe's Swagger files", () => {
	it('finds nothing in what is right, sign-in and errors included', () => {
		expect(
			problems(
				entry({}),
				entry({ path: '/identity/oauth/token', response: null }),
				entry({ response: { ...ok, success: false, errors: [{ code: '602', message: 'M' }] } }),
				post(FORM, token),
				post('/rest/v1/programs/1/members/status.json', {
					statusName: 'Registered',
					input: [{ leadId: 1 }],
				}),
			),
		).toEqual([]);
	});

	const MEMBERS = '/rest/v1/programs/1/members.json';
	const refusedFor = (code: string): BookEntry =>
		post(MEMBERS, null, { ...ok, success: false, errors: [{ code, message: 'M' }] });

	it.each(['601', '602', '606', '607', '615'])(
		'does not miss a body that nobody read, because of %s',
		(code) => {
			expect(problems(refusedFor(code))).toEqual([]);
		},
	);

	it('misses a body that was not sent', () => {
		const missing = [expect.stringMatching(/must have required property 'input'/)];
		expect(problems(post(MEMBERS, null))).toEqual(missing);
		expect(problems(refusedFor('1003'))).toEqual(missing);
	});

	it('takes a read by POST for the GET that it stands for', () => {
		const read = (body: Record<string, string>) =>
			entry({
				method: 'POST',
				path: '/rest/v1/leads.json',
				query: { _method: 'GET' },
				request: body,
			});
		expect(problems(read({ filterType: 'email', filterValues: 'a@example.com' }))).toEqual([]);
		expect(problems(read({ filterType: 'email' }))).toEqual([
			expect.stringMatching(/filterValues is missing/),
		]);
	});

	it.each([
		['a path that does not exist', entry({ path: '/rest/v1/person/1.json' }), /not in the spec/],
		['an undeclared parameter', entry({ query: { field: 'x' } }), /field is not declared/],
		['an undeclared member', post(FORM, { ...token, kind: 'x' }), /unevaluated.*kind/],
		['a missing member', post(FORM, { name: 'N', type: 'text', value: 'V' }), /folderType/],
		['an unknown value', post(FORM, { ...token, type: 'json' }), /equal to one of/],
		[
			'a wrong type in an answer',
			entry({ response: { ...ok, result: [{ id: '1' }] } }),
			/id must be integer/,
		],
		[
			'a wrong date of an asset',
			entry({
				path: '/rest/asset/v1/channels.json',
				response: {
					...ok,
					result: [
						{
							id: 1,
							name: 'N',
							applicableProgramType: 'event',
							createdAt: '2015-07-15T11:40:57Z',
							updatedAt: '2015-07-15T11:40:57Z+0000',
						},
					],
				},
			}),
			/createdAt must match pattern/,
		],
	])('finds %s', (_name, bad, pattern) => {
		expect(problems(bad)).toEqual([expect.stringMatching(pattern)]);
	});
});

describe("what is known beyond Adobe's Swagger files", () => {
	it('has a name of its own and a reason for each', () => {
		const names = CORRECTIONS.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(CORRECTIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
	});

	it('lets members be missing, adds some and more values', () => {
		const status = { type: 'string', enum: ['updated', 'skipped'] };
		const declared = { required: ['status', 'leadId'], properties: { status } };
		expect(amendedDefinition('ProgramMemberStatusResponse', declared, 'answer')).toMatchObject({
			required: ['status'],
			properties: {
				status: { enum: ['updated', 'skipped', 'created'] },
				reasons: { type: 'array' },
			},
		});
		expect(amendedDefinition('Other', declared, 'answer')).toBe(declared);
	});

	it('renames and adds parameters', () => {
		const declared = [{ name: 'Name', in: 'query', required: true }];
		expect(amendedParameters('GET /rest/asset/v1/channel/byName', declared)).toEqual([
			{ name: 'name', in: 'query', schema: { type: 'string' } },
		]);
	});
});

import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { readInvocation, type Invocation } from '../../../../nodes/Marketo/webhook/invocation';
import { readWebhookBody, webhookItem } from '../../../../nodes/Marketo/webhook/callWebhook';
import type { JsonObject } from '../../../../nodes/shared/transport/json';
import { specFile } from '../../../sandbox/specs';
import { chunk, NOW, OWN_URL } from './samples';

function read(body: JsonObject): Invocation {
	const invocation = readInvocation(body, NOW, OWN_URL);
	if (typeof invocation === 'string') throw new Error(invocation);
	return invocation;
}

const person = (over: JsonObject = {}, entry: JsonObject = {}) =>
	read(chunk(over, entry)).people[0]!;
const TOKENS = {
	'Webinar Platform': 'zoom',
	'Webinar ID': '852 1234 5678.1700000000000',
	'Webinar Program ID': '1670',
	'Webinar Join URL': 'https://example.com/j/1',
};

describe('a chunk', () => {
	it('becomes one item per person', () => {
		expect(person()).toMatchObject({
			calledBy: 'flowStep',
			leadId: 1_000_000,
			email: 'pat@example.com',
			firstName: 'Pat',
			programId: 1670,
			campaignId: 1001,
			munchkinId: '123-ABC-456',
			webinarFrom: 'none',
			problem: expect.stringContaining('Connect Webinar') as string,
			receivedAt: NOW,
		});
	});

	const sample = specFile('marketo/samples-constructed/ssfs-invocation.request.json');
	(sample === undefined ? it.skip : it)('is read as the documents describe it', () => {
		const { people, callback } = read(JSON.parse(readFileSync(sample!, 'utf8')) as JsonObject);
		expect(people.map(({ leadId, webinarId }) => [leadId, webinarId])).toEqual([
			[1000000, '81234567890'],
			[1000001, '81234567890'],
		]);
		expect(people[0]!.programStatus).toBe('Registered');
		expect(callback.munchkinId).toBe('123-ABC-456');
	});

	it('keeps people with the same number once, and leaves out those without', () => {
		const entry = (id: unknown) => ({ objectContext: { id } });
		const objectData = [entry(1), entry('1'), entry(0), entry(1.5), null, 'x', entry(2)];
		const { people, leftOut } = read(chunk({ objectData }));
		expect(people.map(({ leadId }) => leadId)).toEqual([1, 2]);
		expect(leftOut).toBe(5);
	});

	it('takes what else is mapped as further fields', () => {
		const objectContext = {
			id: 1,
			email: 'a@b.c',
			country: 'DE',
			optIn: true,
			score: 7,
			nil: null,
		};
		expect(person({}, { objectContext }).fields).toEqual({
			country: 'DE',
			optIn: 'true',
			score: '7',
		});
	});
});

describe('the webinar', () => {
	it.each([
		['at the top', (tokens: JsonObject) => person({ myTokenContext: tokens })],
		[
			'in the context',
			(tokens: JsonObject) =>
				person({ context: { ...(chunk().context as object), myTokenContext: tokens } }),
		],
		['with the person', (tokens: JsonObject) => person({}, { myTokenContext: tokens })],
	])('is found in the tokens wherever they are: %s', (_where, make) => {
		expect(make(TOKENS)).toMatchObject({
			webinarFrom: 'program',
			provider: 'zoom',
			webinarId: '85212345678',
			occurrenceId: '1700000000000',
			joinUrl: 'https://example.com/j/1',
			problem: '',
		});
		const braced = Object.fromEntries(
			Object.entries(TOKENS).map(([name, value]) => [`{{my.${name}}}`, value]),
		);
		expect(make(braced).webinarFrom).toBe('program');
	});

	it('of a clone does not count', () => {
		const cloned = { ...TOKENS, 'Webinar Program ID': '999' };
		const item = person({ myTokenContext: cloned });
		expect(item).toMatchObject({ webinarFrom: 'none', webinarId: '', joinUrl: '' });
		expect(item.problem).toContain('clone');
	});

	it('typed at the step counts before the tokens', () => {
		const flowStepContext = { webinar: '999-1111-2222', configuration: 'Partners' };
		expect(person({ myTokenContext: TOKENS }, { flowStepContext })).toMatchObject({
			webinarFrom: 'flowStep',
			webinarId: '99911112222',
			provider: '',
			joinUrl: '',
			configuration: 'Partners',
		});
	});

	it.each(['', 'program', 'Program', '  '])('comes from the program for “%s”', (webinar) => {
		const item = person({ myTokenContext: TOKENS }, { flowStepContext: { webinar } });
		expect(item.webinarFrom).toBe('program');
	});

	it('is none where the token has no value, and the item says so', () => {
		const item = person({}, { flowStepContext: { webinar: '{{my.Webinar ID}}' } });
		expect(item.webinarFrom).toBe('none');
		expect(item.problem).toContain('{{my.Webinar ID}}');
	});
});

describe('Call Webhook', () => {
	it('takes a form as well as JSON', () => {
		const body = readWebhookBody(
			Buffer.from(
				'leadId=5&email=Pat%40example.com&webinarId=85212345678&webinarProgramId=7&programId=8',
			),
			'application/x-www-form-urlencoded; charset=utf-8',
		);
		const item = webhookItem(body as JsonObject, NOW);
		expect(item).toMatchObject({ leadId: 5, email: 'pat@example.com', webinarFrom: 'none' });
		expect(item.problem).toContain('clone');
	});
});

describe('a hostile payload', () => {
	const paths = fc.constantFrom(
		'token',
		'callbackUrl',
		'context',
		'objectData',
		'campaignId',
		'myTokenContext',
	);

	it('never breaks the reader, whatever stands where', () => {
		fc.assert(
			fc.property(
				fc.dictionary(paths, fc.anything()),
				fc.anything(),
				fc.anything(),
				(over, lead, step) => {
					const entry = { objectContext: lead, flowStepContext: step, programMemberContext: step };
					const body = chunk({ objectData: [entry, lead, step], ...over });
					const told = readInvocation(body, NOW, OWN_URL);
					expect(['string', 'object']).toContain(typeof told);
					webhookItem(over, NOW);
				},
			),
		);
	});

	it('of ten thousand people is read whole', () => {
		const objectData = Array.from({ length: 10_000 }, (_, index) => ({
			objectContext: { id: index + 1, email: `p${index}@example.com` },
		}));
		expect(read(chunk({ objectData })).people).toHaveLength(10_000);
	});

	it('does not reach the prototype', () => {
		const lead = JSON.parse('{"id":1,"__proto__":{"email":"evil@example.com"}}') as JsonObject;
		expect(person({}, { objectContext: lead }).email).toBe('');
	});
});

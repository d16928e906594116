/** Whatever a batch of creates holds: with trace ids every input ends in exactly one place. */
import fc from 'fast-check';
import { startPortal, type TestPortal } from './testing/portal';
import { asList, at } from './testing/values';

let portal: TestPortal;

beforeAll(async () => {
	portal = await startPortal();
});
afterAll(() => portal.close());

const email = fc.oneof(
	{ weight: 4, arbitrary: fc.emailAddress() },
	{ weight: 2, arbitrary: fc.nat(300).map((n) => `P${n}@Example.com`) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('ada@example.com', 'bob@home.example', 'gone@example.com'),
	},
	{ weight: 1, arbitrary: fc.string() },
);

const properties = fc.record(
	{
		email,
		firstname: fc.string({ unit: 'grapheme' }),
		webinar_count: fc.oneof(fc.integer(), fc.string()),
		unheard_of: fc.constant('x'),
		lifecyclestage: fc.constantFrom('lead', 'customer', 'king'),
	},
	{ requiredKeys: [] },
);

const people = fc.uniqueArray(properties, {
	maxLength: 40,
	comparator: (one, other) => one !== undefined && one === other,
	selector: (person) => person.email?.trim().toLowerCase() || undefined,
});

it('ends every input in results or in errors, never in both, never in neither', async () => {
	await fc.assert(
		fc.asyncProperty(people, async (given) => {
			const inputs = given.map((one, index) => ({
				properties: one,
				objectWriteTraceId: `t${index}`,
			}));
			const before = portal.side.contacts.size;
			const answer = await portal.call('POST', '/crm/objects/2026-09/contacts/batch/create', {
				inputs,
			});
			expect([201, 207]).toContain(answer.status);
			const results = asList(at(answer.body, 'results'));
			const errors = answer.status === 207 ? asList(at(answer.body, 'errors')) : [];
			const traces = [
				...results.map((one) => one.objectWriteTraceId),
				...errors.flatMap((one) => at(one, 'context', 'objectWriteTraceId')),
			];
			expect(traces.sort()).toEqual(inputs.map((one) => one.objectWriteTraceId).sort());
			expect(portal.side.contacts.size - before).toBe(results.length);
			for (const { id } of results) expect(portal.side.contacts.has(String(id))).toBe(true);
		}),
		{ seed: 20261120, numRuns: 150 },
	);
});

it('writes all or nothing without trace ids', async () => {
	await fc.assert(
		fc.asyncProperty(people, async (given) => {
			const before = portal.side.contacts.size;
			const inputs = given.map((one) => ({ properties: one }));
			const answer = await portal.call('POST', '/crm/objects/2026-09/contacts/batch/create', {
				inputs,
			});
			expect([201, 400, 409]).toContain(answer.status);
			const written = portal.side.contacts.size - before;
			expect(written).toBe(answer.status === 201 ? inputs.length : 0);
		}),
		{ seed: 20261121, numRuns: 100 },
	);
});

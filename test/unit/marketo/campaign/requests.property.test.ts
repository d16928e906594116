import fc from 'fast-check';

import { campaignIdOf } from '../../../../nodes/Marketo/mapping/campaign';
import { readCampaignTokens } from '../../../../nodes/Marketo/mapping/campaignTokens';
import {
	requestCalls,
	requestKey,
	type CampaignRequest,
} from '../../../../nodes/Marketo/mapping/requestGroups';

const request: fc.Arbitrary<CampaignRequest> = fc.record({
	campaignId: fc.integer({ min: 1, max: 3 }),
	tokens: fc.array(
		fc.record({
			name: fc.constantFrom('{{my.a}}', '{{my.b}}'),
			value: fc.constantFrom('', 'x', 'y', '"]'),
		}),
		{ maxLength: 2 },
	),
});

it('everybody is in exactly one call, with their own campaign and tokens, and no call is too large', () => {
	fc.assert(
		fc.property(
			fc.array(request, { maxLength: 80 }),
			fc.integer({ min: 1, max: 7 }),
			(all, size) => {
				const people = all.map((wanted, index) => ({ wanted, index }));
				const calls = requestCalls(people, ({ wanted }) => wanted, size);
				const seen = calls.flatMap((call) => call.people.map(({ index }) => index));
				expect([...seen].sort((a, b) => a - b)).toEqual(people.map(({ index }) => index));
				for (const call of calls) {
					expect(call.people.length).toBeGreaterThan(0);
					expect(call.people.length).toBeLessThanOrEqual(size);
					for (const { wanted } of call.people) expect(requestKey(wanted)).toBe(requestKey(call));
				}
				const kinds = new Set(all.map(requestKey));
				const least = [...kinds].reduce(
					(sum, kind) =>
						sum + Math.ceil(all.filter((one) => requestKey(one) === kind).length / size),
					0,
				);
				expect(calls).toHaveLength(least);
			},
		),
	);
});

const tokensOf = (...rows: Array<[name: unknown, value: unknown]>) =>
	readCampaignTokens(rows.map(([name, value]) => ({ name, value })));

describe('tokens of a request', () => {
	it('are named with or without braces, and sorted', () => {
		expect(tokensOf(['{{my.Webinar Topic}}', 'Roses'], ['my.b', 1], [' a ', true])).toEqual({
			tokens: [
				{ name: '{{my.Webinar Topic}}', value: 'Roses' },
				{ name: '{{my.a}}', value: 'true' },
				{ name: '{{my.b}}', value: '1' },
			],
		});
	});

	it('without a name are left out', () => {
		expect(tokensOf(['', 'x'], [null, 'y'], [undefined, undefined])).toEqual({ tokens: [] });
	});

	it.each([['{{my.}}'], ['{{lead'], ['a}b'], ['x'.repeat(51)], ['a\nb']])(
		'named %p are refused',
		(name) => {
			expect(tokensOf([name, 'x'])).toHaveProperty('problem.message');
		},
	);

	it('are refused where one is there twice, or where there are too many', () => {
		expect(tokensOf(['a', '1'], ['{{my.a}}', '2'])).toHaveProperty('problem.message');
		const many = Array.from({ length: 101 }, (_, index): [string, string] => [`t${index}`, '']);
		expect(tokensOf(...many)).toHaveProperty('problem.message');
	});

	it('never throw, and every name is one that Marketo takes', () => {
		const row = fc.record({ name: fc.anything(), value: fc.anything() });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
				const read = readCampaignTokens(rows);
				if ('problem' in read) return;
				for (const { name, value } of read.tokens) {
					expect(name).toMatch(/^\{\{my\.[^{}]{1,50}\}\}$/u);
					expect(typeof value).toBe('string');
				}
			}),
		);
	});
});

it.each([
	['5001', 5001],
	[5001, 5001],
	['https://app-ab12.marketo.com/#SC5001A1', 5001],
	['https://engage-ab.marketo.com/?x=1#/classic/SC5001B2', 5001],
	['https://app-ab12.marketo.com/#ME1207A1', undefined],
	['', undefined],
])('a smart campaign is typed as %p', (typed, id) => {
	expect(campaignIdOf(typed)).toBe(id);
});

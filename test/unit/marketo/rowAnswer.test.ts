import fc from 'fast-check';

import { isRefused, reasonOfCode, rowAnswers } from '../../../nodes/Marketo/mapping/rowAnswer';
import type { JsonObject } from '../../../nodes/shared/transport/json';

describe('the answers to a batch', () => {
	test('of people, in the order of the records', () => {
		const rows = [
			{ id: 50, status: 'created' },
			{ status: 'skipped', reasons: [{ code: '1007', message: 'Multiple leads match' }] },
			{ id: 52, status: 'updated' },
		];
		expect(rowAnswers(rows, 3)).toEqual([
			{ leadId: 50, status: 'created', code: '', words: '' },
			{ leadId: null, status: 'skipped', code: '1007', words: 'Multiple leads match' },
			{ leadId: 52, status: 'updated', code: '', words: '' },
		]);
	});

	test('of members, by seq: refused rows name no lead', () => {
		const rows = [
			{ seq: 2, status: 'created', leadId: 1235 },
			{ seq: 0, status: 'skipped', reasons: [{ code: '1037', message: 'already in or past' }] },
			{ seq: 1, status: 'updated', leadId: 1801 },
		];
		expect(rowAnswers(rows, 3).map((one) => one?.status)).toEqual([
			'skipped',
			'updated',
			'created',
		]);
	});

	test('of custom activities, which say errors, and of pushed leads, which say no status', () => {
		const [activity, pushed] = rowAnswers(
			[
				{ status: 'skipped', errors: [{ code: '1003', message: 'Invalid date' }] },
				{ id: 7, reasons: [{ code: '1004', message: 'Lead not found' }] },
			],
			2,
		);
		expect([activity, pushed].map((one) => isRefused(one!))).toEqual([true, true]);
		expect([activity!.code, pushed!.code]).toEqual(['1003', '1004']);
	});

	test('a record without a row has none', () => {
		expect(rowAnswers([{ id: 1, status: 'updated' }], 3).slice(1)).toEqual([undefined, undefined]);
		expect(rowAnswers([{ seq: 9, status: 'updated' }], 2)).toEqual([undefined, undefined]);
	});

	test('whatever comes, there is a place for each record and none beyond', () => {
		const row = fc.dictionary(
			fc.constantFrom('seq', 'id', 'leadId', 'status', 'reasons', 'errors'),
			fc.anything(),
		);
		fc.assert(
			fc.property(fc.array(row), fc.nat(20), (rows, size) => {
				const answers = rowAnswers(rows as JsonObject[], size);
				expect(Object.keys(answers)).toHaveLength(size);
			}),
		);
	});
});

test('codes mean reasons; what is not known is Marketo’s refusal', () => {
	expect(reasonOfCode('1007')).toBe('duplicateLeads');
	expect(reasonOfCode('1037')).toBe('alreadyInOrPastStatus');
	expect(reasonOfCode('')).toBe('vendorRejected');
	expect(reasonOfCode('4711')).toBe('vendorRejected');
});

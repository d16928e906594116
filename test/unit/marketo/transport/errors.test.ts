import {
	codeOf,
	errorFromAnswer,
	errorFromLoss,
	vendorWords,
} from '../../../../nodes/Marketo/transport/errors';
import { classify } from '../../../../nodes/Marketo/transport/classify';
import { lostWrite, isRunWide, isTemporary } from '../../../../nodes/shared/transport/vendorError';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const errorFor = (body: unknown, status = 200) => {
	const answer = { status, headers: {}, body };
	const verdict = classify(answer, NOW);
	return errorFromAnswer('people', 'Read-Write Person', answer, verdict, NOW);
};
const refused = (code: string, message: string) => ({
	requestId: 'e42b#14272d07d78',
	success: false,
	errors: [{ code, message }],
});

describe('what an error says', () => {
	test('Marketo’s words and code, and its number of the request', () => {
		const { details, message } = errorFor(refused('1003', 'Invalid data'));
		expect(message).toBe('Marketo refused people: Invalid data (1003)');
		expect(details).toMatchObject({ reason: 'vendorRejected', trackingId: 'e42b#14272d07d78' });
		expect(details.retryAt).toBeUndefined();
	});

	test('603: the permission in the words of the role’s page', () => {
		const error = errorFor(refused('603', 'Access denied'));
		expect(error.details.repair).toMatch(
			/Access API → Read-Write Person under Admin → Users & Roles/,
		);
		expect(isRunWide(error)).toBe(true);
	});

	test('607: when the day ends', () => {
		const error = errorFor(refused('607', 'Daily quota reached'));
		expect(error.details).toMatchObject({
			reason: 'dailyLimit',
			retryAt: '2026-11-21T06:00:00.000Z',
			failure: { cause: 'quota-exhausted' },
		});
		expect(isTemporary(error)).toBe(true);
	});

	test.each([
		[refused('606', 'Max rate limit'), 200, 'rate-limited'],
		[refused('611', 'System error'), 200, 'temporarily-unavailable'],
		['<html></html>', 503, 'temporarily-unavailable'],
		['<html></html>', 200, 'temporarily-unavailable'],
	])('what passes by itself: %j', (body, status, cause) => {
		const error = errorFor(body, status);
		expect(error.details).toMatchObject({
			reason: 'temporarilyUnavailable',
			failure: { cause },
			retryAt: '2026-11-20T10:15:00.000Z',
		});
		expect(isTemporary(error)).toBe(true);
	});

	test('a refused sign-in: the identity service’s reason', () => {
		const error = errorFor({ signIn: 'x', message: 'Bad client credentials' }, 401);
		expect(error.message).toBe('Marketo does not accept the sign-in: Bad client credentials');
		expect(isRunWide(error)).toBe(true);
	});

	test('414: what is too large', () => {
		expect(errorFor('', 414).message).toBe(
			'Marketo refused people: the request is larger than 8 KB',
		);
	});

	test('a status without words', () => {
		expect(errorFor('<html></html>', 404).message).toBe('Marketo refused people: status 404');
	});
});

test('words without end are cut', () => {
	expect(vendorWords(refused('1003', 'x'.repeat(10_000))).length).toBeLessThan(600);
	expect(vendorWords('<html>')).toBe('');
});

test('no answer at all can be tried later, a lost write without a key never', () => {
	expect(isTemporary(errorFromLoss('people', NOW))).toBe(true);
	const lost = lostWrite('marketo', 'custom activities');
	expect(lost.details.reason).toBe('uncertain');
	expect(isTemporary(lost)).toBe(false);
});

test('the code of a refusal', () => {
	expect(codeOf(errorFor(refused('610', 'Requested resource not found')))).toBe('610');
	expect([codeOf(new Error('x')), codeOf(undefined), codeOf(errorFor('', 404))]).toEqual([
		'',
		'',
		'',
	]);
});

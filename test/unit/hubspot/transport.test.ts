import fs from 'node:fs';
import path from 'node:path';

import { VendorError } from '../../../nodes/shared/transport/vendorError';
import { sendSplitting } from '../../../nodes/HubSpot/transport/sendSplitting';
import { attempt } from '../../../nodes/shared/transport/attempt';
import { batchErrors } from '../../../nodes/HubSpot/transport/batchAnswer';
import { classify } from '../../../nodes/HubSpot/transport/classify';
import { errorFromAnswer, errorFromLoss } from '../../../nodes/HubSpot/transport/errors';
import { isRunWide, isTemporary } from '../../../nodes/shared/transport/vendorError';
import { vendorCodes, vendorWords } from '../../../nodes/HubSpot/transport/vendorWords';
import { WRITES } from '../../../nodes/HubSpot/transport/writes';

const NOW = Date.parse('2026-01-01T00:00:00Z');

function answer(status: number, body: unknown = {}, headers: Record<string, unknown> = {}) {
	return { status, body, headers };
}

function errorOf(status: number, body: unknown = {}): VendorError {
	const given = answer(status, body);
	return errorFromAnswer('to read contacts', given, classify(given, NOW), NOW);
}

const throttled = (policyName: string) => ({ status: 'error', policyName });

describe('what an answer means', () => {
	it.each([
		['a success', answer(200, { results: [] }), { kind: 'done' }],
		['a partial success', answer(207, { results: [], errors: [] }), { kind: 'done' }],
		['no content', answer(204, ''), { kind: 'done' }],
		['an error with a good status', answer(200, { status: 'error' }), { kind: 'refused' }],
		['a page of a proxy', answer(200, '<html>'), { kind: 'unavailable' }],
		['a bad key', answer(401), { kind: 'refused' }],
		['a missing scope', answer(403), { kind: 'refused' }],
		['a redirect', answer(302, ''), { kind: 'refused' }],
		['a used-up day', answer(429, throttled('DAILY')), { kind: 'quota' }],
		[
			'a full window',
			answer(429, throttled('TEN_SECONDLY_ROLLING')),
			{ kind: 'throttled', retryAfterMs: 10_000 },
		],
		[
			'a full second',
			answer(429, throttled('SECONDLY')),
			{ kind: 'throttled', retryAfterMs: 1000 },
		],
		[
			'a wish of the vendor',
			answer(429, throttled('SECONDLY'), { 'retry-after': '7' }),
			{ kind: 'throttled', retryAfterMs: 7000 },
		],
		['a 429 without words', answer(429, ''), { kind: 'throttled', retryAfterMs: 10_000 }],
		[
			'a full window of another length',
			answer(429, throttled('TEN_SECONDLY_ROLLING'), {
				'x-hubspot-ratelimit-interval-milliseconds': '5000',
			}),
			{ kind: 'throttled', retryAfterMs: 5000 },
		],
		[
			'a full window that asks for hours, as milliseconds read as seconds do',
			answer(429, throttled('TEN_SECONDLY_ROLLING'), { 'retry-after': '10000' }),
			{ kind: 'throttled', retryAfterMs: 10_000 },
		],
		[
			'a wish as a date',
			answer(429, '', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }),
			{ kind: 'throttled', retryAfterMs: 9000 },
		],
		['a locked record', answer(423), { kind: 'throttled', retryAfterMs: 2000 }],
		[
			'a moving account',
			answer(477, {}, { 'retry-after': '86400' }),
			{ kind: 'throttled', retryAfterMs: 86_400_000 },
		],
		['a fault', answer(500), { kind: 'unavailable', retryAfterMs: undefined }],
		['a fault of a proxy', answer(524, '<html>'), { kind: 'unavailable', retryAfterMs: undefined }],
	])('%s', (_, given, verdict) => {
		expect(classify(given, NOW)).toEqual(verdict);
	});
});

describe('an error', () => {
	it('names the scope and where to add it', () => {
		const { details } = errorOf(403, {
			category: 'MISSING_SCOPES',
			context: { requiredGranularScopes: ['crm.objects.contacts.write'] },
		});
		expect(details.reason).toBe('permissionMissing');
		expect(details.message).toContain('crm.objects.contacts.write');
		expect(details.repair).toContain('Service Keys');
		expect(isRunWide(new VendorError(details))).toBe(true);
	});

	it('names those scopes that this package asks for, where HubSpot takes any of many', () => {
		const many = Array.from({ length: 25 }, (_, index) => `crm.schemas.thing${index}.write`);
		const named = (requiredGranularScopes: string[]) =>
			errorOf(403, { category: 'MISSING_SCOPES', context: { requiredGranularScopes } }).message;
		expect(named([...many, 'crm.schemas.contacts.write'])).toBe(
			'The service key lacks the scope crm.schemas.contacts.write (to read contacts)',
		);
		expect(named(['tickets', 'e-commerce'])).toContain('one of tickets, e-commerce');
	});

	it('says that the key is not accepted', () => {
		const error = errorOf(401, { category: 'INVALID_AUTHENTICATION' });
		expect(error.message).toBe('HubSpot does not accept the service key');
		expect(error.details.failure).toEqual({ cause: 'credential-invalid' });
	});

	it.each([
		[429, throttled('DAILY'), 'dailyLimit'],
		[503, {}, 'temporarilyUnavailable'],
		[429, throttled('TEN_SECONDLY_ROLLING'), 'temporarilyUnavailable'],
	])('of status %i says when to come back', (status, body, reason) => {
		const error = errorOf(status, body);
		expect(error.details.reason).toBe(reason);
		expect(isTemporary(error) && !isRunWide(error)).toBe(true);
		expect(Date.parse(error.details.retryAt ?? '')).toBeGreaterThan(NOW);
	});

	it('without an answer names neither the request nor its headers', () => {
		const { details } = errorFromLoss('to read contacts', NOW);
		expect(details).toMatchObject({ status: 0, reason: 'temporarilyUnavailable' });
		expect(isTemporary(new VendorError(details))).toBe(true);
	});

	it('unfolds the JSON that HubSpot hides in a message, and says nothing twice', () => {
		const part = { isValid: false, message: 'Email address x is invalid', error: 'INVALID_EMAIL' };
		const body = {
			category: 'VALIDATION_ERROR',
			message: `Property values were not valid: ${JSON.stringify([part, part])}`,
		};
		expect(vendorWords(body)).toBe('Email address x is invalid');
		expect(vendorCodes(body)).toContain('INVALID_EMAIL');
		expect(vendorWords({ message: 'broken [{' })).toBe('broken [{');
	});
});

describe('HubSpot’s recorded answers', () => {
	const folder = path.join(__dirname, '../../../../shared/specs/hubspot/fixtures-amp-labs');
	const present = fs.existsSync(folder);
	if (!present) console.warn('specs: ABSENT, the recorded answers are not read');
	const read = (name: string): Record<string, unknown> => {
		const parsed: unknown = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
		return parsed as Record<string, unknown>;
	};
	const recorded = (name: string, check: () => void) => {
		if (present) it(name, check);
	};

	recorded('a conflict of a batch names the contact that is there', () => {
		expect(batchErrors(read('contacts-batch-create.207.with-trace-id.json'))).toEqual([
			{
				traceIds: ['0'],
				ids: [],
				existingId: '171591000198',
				codes: ['CONFLICT'],
				message: 'Contact already exists. Existing ID: 171591000198',
			},
		]);
	});

	recorded('an unknown contact of a batch is named by its id', () => {
		const [error] = batchErrors(read('contacts-batch-update.207.object-not-found.json'));
		expect(error).toMatchObject({ ids: ['unknownIdentifier888'], codes: ['OBJECT_NOT_FOUND'] });
	});

	recorded('a property that is there already is named', () => {
		const errors = batchErrors(read('properties-batch-create.207.already-exists.json'));
		expect(errors.map(({ ids }) => ids)).toEqual([['age__c'], ['interests__c']]);
	});

	recorded('an unknown property is told in words', () => {
		const error = errorOf(400, read('contacts-batch-create.400.property-doesnt-exist.json'));
		expect(error.message).toContain('Property "first000name" does not exist');
		expect(error.message).not.toContain('isValid');
		expect(vendorCodes(error.details.body)).toContain('PROPERTY_DOESNT_EXIST');
	});

	recorded('a missing scope is named', () => {
		const error = errorOf(403, read('error.403.missing-scopes.json'));
		expect(error.message).toContain('custom-object-read');
		expect(isRunWide(error)).toBe(true);
	});

	recorded('duplicates in a batch are a refusal', () => {
		const error = errorOf(400, read('contacts-batch-update.400.duplicate-ids.json'));
		expect(error.details).toMatchObject({ reason: 'vendorRejected', status: 400 });
	});
});

describe('a batch with one bad record', () => {
	const refuse = (bad: readonly number[], sent: number[][]) => async (part: readonly number[]) => {
		sent.push([...part]);
		if (part.some((each) => bad.includes(each))) throw errorOf(400, { message: 'no' });
	};

	it('is halved until the bad one stands alone', async () => {
		const sent: number[][] = [];
		const refused: number[] = [];
		const batch = Array.from({ length: 100 }, (_, index) => index);
		await sendSplitting(batch, refuse([37], sent), (part) => refused.push(...part));
		expect(refused).toEqual([37]);
		expect(sent.length).toBeLessThanOrEqual(15);
	});

	it('is not halved for a cause that is not in the record', async () => {
		const refused: number[][] = [];
		const send = async () => {
			throw errorOf(503);
		};
		await sendSplitting([1, 2, 3], send, (part) => refused.push([...part]));
		expect(refused).toEqual([[1, 2, 3]]);
	});

	it('is not halved when a property does not exist', async () => {
		const refused: number[][] = [];
		const send = async () => {
			throw errorOf(400, { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] });
		};
		await sendSplitting([1, 2], send, (part) => refused.push([...part]));
		expect(refused).toEqual([[1, 2]]);
	});

	it('throws what concerns everybody', async () => {
		await expect(attempt(Promise.reject(errorOf(401)))).rejects.toThrow('service key');
		await expect(attempt(Promise.reject(new Error('defect')))).rejects.toThrow('defect');
	});
});

describe('writes', () => {
	it.each(Object.entries(WRITES))('%s says what makes it repeatable', (_, write) => {
		expect(write.repeatable ? write.naturalKey : 'not repeatable').toMatch(/\w/);
	});
});

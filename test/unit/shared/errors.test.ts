import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { causeOf, ParameterError, toNodeError } from '../../../nodes/shared/node/errors';
import { VendorError } from '../../../nodes/shared/transport/vendorError';

const NODE: INode = {
	id: '1',
	name: 'Zoom Webinar',
	type: 'n8n-nodes-webinars.zoomWebinar',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const SECRET = 'the-token-of-somebody';

function vendorError(changes: Partial<VendorError['details']> = {}): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 429,
		code: '429',
		message: "Zoom's daily limit is used up",
		repair: 'Run again after midnight UTC',
		reason: 'dailyLimit',
		retryAt: '2026-11-21T00:00:00.000Z',
		failure: { cause: 'quota-exhausted' },
		body: { echo: SECRET },
		trackingId: 'WEB_1',
		...changes,
	});
}

describe('causeOf', () => {
	test('a refusal of the vendor keeps its words, repair, reason and time', () => {
		expect(causeOf(vendorError())).toEqual({
			message: "Zoom's daily limit is used up",
			repair: 'Run again after midnight UTC',
			reason: 'dailyLimit',
			retryAt: '2026-11-21T00:00:00.000Z',
		});
		expect(causeOf(vendorError({ retryAt: undefined })).retryAt).toBeNull();
	});

	test.each<[string, unknown, string]>([
		['a wrong field', new ParameterError('Host is empty', 'Choose a host'), 'Choose a host'],
		[
			"n8n's own error",
			new NodeOperationError(NODE, 'No credential', { description: 'Pick one' }),
			'Pick one',
		],
		['an unknown error', new TypeError('boom'), 'Report this'],
		['a thrown text', 'boom', 'Report this'],
		['nothing', undefined, 'Report this'],
	])('%s has a message and a repair', (_, error, repair) => {
		const cause = causeOf(error);
		expect(cause.message).not.toBe('');
		expect(cause.repair).toContain(repair);
		expect(cause.retryAt).toBeNull();
	});
});

describe('toNodeError', () => {
	test('shows what happened, what to do, the status and the number for support', () => {
		const error = toNodeError(NODE, vendorError(), 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: "Zoom's daily limit is used up",
			description: 'Run again after midnight UTC (WEB_1)',
			httpCode: '429',
			context: { itemIndex: 3 },
		});
	});

	test("carries nothing of the vendor's answer", () => {
		const error = toNodeError(NODE, vendorError());
		const all = [JSON.stringify(error), String(error.stack), ...error.messages].join('\n');
		expect(all).not.toContain(SECRET);
	});

	test('without an answer there is no status', () => {
		expect(toNodeError(NODE, vendorError({ status: 0, trackingId: '' }))).toMatchObject({
			httpCode: null,
			description: 'Run again after midnight UTC',
		});
	});

	test("leaves n8n's own errors as they are, and adds the item that is missing", () => {
		const own = new NodeOperationError(NODE, 'No credential');
		expect(toNodeError(NODE, own, 2)).toBe(own);
		expect(own.context.itemIndex).toBe(2);
		expect(toNodeError(NODE, own, 5).context.itemIndex).toBe(2);
	});

	test('a wrong field is an error of the operation', () => {
		const error = toNodeError(NODE, new ParameterError('Host is empty', 'Choose a host'), 0);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Host is empty', description: 'Choose a host' });
	});
});

import type { IDataObject } from 'n8n-workflow';

import { unexplained } from './account';
import { sendingsOf } from './books';
import { compare } from './compare';
import type { NodeTold } from './contract';

describe('two end states', () => {
	it('differ by what is lost, by what is new, and by what is there once more', () => {
		expect(compare(['a', 'b', 'b'], ['b', 'b', 'a'])).toEqual({
			missing: [],
			extra: [],
			doubled: [],
		});
		expect(compare(['a', 'b', 'b'], ['b', 'b', 'b', 'c'])).toEqual({
			missing: ['a'],
			extra: ['b', 'c'],
			doubled: ['b'],
		});
	});
});

describe('the account of people', () => {
	const good = { result: 'synced', reason: null, message: '', repair: '', retryAt: null };
	const told = (outcomes: IDataObject[], given = outcomes.length): NodeTold => ({
		node: 'attendance:sync',
		given: Array.from({ length: given }, () => ({})),
		returned: outcomes.map((outcome) => ({ email: 'ada@example.com', outcome })),
		stopped: null,
	});

	it('has nothing against people who are explained', () => {
		const later = {
			...good,
			result: 'deferred',
			reason: 'dailyLimit',
			message: 'm',
			repair: 'r',
			retryAt: '2026-11-21T00:00:00Z',
		};
		expect(unexplained([told([good, later])])).toEqual({ lost: [], odd: [] });
	});

	it.each([
		['who did not come out', told([good], 2), 'lost'],
		[
			'of whom a writing node says nothing, because it stopped',
			{ ...told([], 3), stopped: 'x' },
			'lost',
		],
		['who failed without a reason', told([{ ...good, result: 'failed' }]), 'odd'],
		[
			'who failed without a word about what to do',
			told([{ ...good, result: 'failed', reason: 'vendorRejected', message: 'm' }]),
			'odd',
		],
		[
			'who are to come back at no moment',
			told([{ ...good, result: 'deferred', reason: 'dailyLimit', message: 'm', repair: 'r' }]),
			'odd',
		],
	] as const)('names people %s', (_, node, kind) => {
		expect(unexplained([node])[kind]).toHaveLength(1);
	});
});

it('the sendings of one node count again what was sent again, refused tokens left out', () => {
	const entry = (request: unknown, status = 200) => ({
		vendor: 'zoom' as const,
		method: 'POST',
		path: '/webinars/1/registrants',
		query: {},
		route: '/webinars/:webinarId/registrants',
		write: true,
		status,
		request,
		response: null,
		at: '2026-11-20T17:10:00Z',
	});
	const sent = [entry(1), entry(1, 500), entry(1, 401), entry(1), entry(2)];
	expect(sendingsOf(sent)).toEqual({ retries: 2, mostWrites: 3 });
});

import { stepsOf, valueAt } from './path';

describe('a response path', () => {
	it.each<[string, Array<string | number> | undefined]>([
		['joinUrl', ['joinUrl']],
		['data.join url', ['data', 'join url']],
		['orders[0].order-Date', ['orders', 0, 'order-Date']],
		['[1].a:b', [1, 'a:b']],
		['a[0][1]', ['a', 0, 1]],
		['', undefined],
		['a..b', undefined],
		['a.', undefined],
		['.a', undefined],
		['a[x]', undefined],
		['größe', undefined],
		['a$b', undefined],
	])('%j is read as %j', (path, steps) => {
		expect(stepsOf(path)).toEqual(steps);
	});

	it('leads to a value or nowhere', () => {
		const answer = { orders: [{ date: '2026' }], 'join url': null };
		const valueOf = (path: string) => valueAt(answer, stepsOf(path) ?? []);
		expect(valueOf('orders[0].date')).toBe('2026');
		expect(valueOf('join url')).toBeNull();
		expect(valueOf('orders[1].date')).toBeUndefined();
		expect(valueOf('orders.length')).toBeUndefined();
		expect(valueOf('constructor')).toBeUndefined();
	});
});

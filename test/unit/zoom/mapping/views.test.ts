import fc from 'fast-check';

import { ViewBook } from '../../../../nodes/Zoom/mapping/views';

const AT = '2026-11-21T10:00:00Z';
const LATER = '2026-11-23T10:00:00Z';

test('unites the views of an address, whatever its case', () => {
	const book = new ViewBook([
		{ name: 'Ann', email: 'Ann@Example.com ', date_time: LATER, duration: 60 },
		{ name: '', email: 'ann@example.com', date_time: AT, duration: 30 },
	]);
	expect(book.viewers()).toEqual([
		{
			email: 'ann@example.com',
			name: 'Ann',
			matchedBy: 'email',
			onDemand: { viewedSeconds: 90, views: 2, firstViewedAt: AT, lastViewedAt: LATER },
		},
	]);
});

test('gives a person the views of their addresses and of the name that only they have, once', () => {
	const book = new ViewBook([
		{ name: 'Ann', email: 'ann@example.com', date_time: AT, duration: 30 },
		{ name: ' ANN  Lee', email: '', date_time: LATER, duration: 10 },
	]);
	expect(book.take(['ann@example.com'], 'ann lee')).toEqual({
		matchedBy: 'email',
		onDemand: { viewedSeconds: 40, views: 2, firstViewedAt: AT, lastViewedAt: LATER },
	});
	expect(book.take(['ann@example.com'], 'ann lee')).toBeUndefined();
	expect(book.viewers()).toEqual([]);
});

test('views with an address are not those of a namesake', () => {
	const book = new ViewBook([{ name: 'Ann', email: 'other@example.com', duration: 30 }]);
	expect(book.take(['ann@example.com', ''], 'ann')).toBeUndefined();
	expect(book.viewers()).toHaveLength(1);
});

test('a match by name alone is said to be one', () => {
	const book = new ViewBook([{ name: 'Ann', duration: 30 }]);
	expect(book.take([], 'ann')).toEqual({
		matchedBy: 'name',
		onDemand: { viewedSeconds: 30, views: 1, firstViewedAt: null, lastViewedAt: null },
	});
});

test('views of nobody are counted and belong to nobody', () => {
	const book = new ViewBook([{ duration: 30 }, { name: ' ', email: '', duration: 5 }]);
	expect([book.anonymous, book.viewers()]).toEqual([2, []]);
	expect(book.take([''], '')).toBeUndefined();
});

test('no view is lost or counted twice, whoever is asked for in whatever order', () => {
	const person = fc.constantFrom('ann', 'bob', 'eve');
	const view = fc.record({
		email: fc.option(
			person.map((name) => `${name}@example.com`),
			{ nil: '' },
		),
		name: person,
		duration: fc.nat(1000),
	});
	fc.assert(
		fc.property(fc.array(view), fc.array(person), (views, order) => {
			const book = new ViewBook(views);
			const taken = order.flatMap((name) => book.take([`${name}@example.com`], name) ?? []);
			const all = [...taken, ...book.viewers()].map(({ onDemand }) => onDemand);
			const sum = (of: (one: (typeof all)[number]) => number): number =>
				all.reduce((total, one) => total + of(one), 0);
			expect(sum(({ views: count }) => count)).toBe(views.length);
			expect(sum(({ viewedSeconds }) => viewedSeconds)).toBe(
				views.reduce((total, { duration }) => total + duration, 0),
			);
		}),
	);
});

test('takes whatever comes', () => {
	fc.assert(
		fc.property(fc.array(fc.dictionary(fc.string(), fc.anything())), (rows) => {
			expect(new ViewBook(rows).viewers().length).toBeLessThanOrEqual(rows.length);
		}),
	);
});

import { isOnDemandCategory, viewingOf } from '../../../../nodes/AdobeConnect/mapping/onDemand';
import type { EventPerson } from '../../../../nodes/AdobeConnect/mapping/eventReport';

const END = Date.parse('2026-12-01T19:00:00Z');
const LATER = '2026-12-02T08:00:00Z';
const UNTIL = '2026-12-02T08:10:00Z';

const person = (changes: Partial<EventPerson>): EventPerson => ({
	principalId: '1',
	permission: 'view',
	name: 'Olga',
	login: 'olga@example.com',
	registeredAt: null,
	attended: true,
	firstInTime: LATER,
	lastEndTime: UNTIL,
	attendedSeconds: 300,
	registrationAnswers: {},
	polls: [],
	questions: [],
	files: [],
	...changes,
});

test('whoever came first after the end has viewed, for as long as all visits were', () => {
	expect(viewingOf(person({}), END, [])).toEqual({
		viewedSeconds: 300,
		views: 1,
		firstViewedAt: LATER,
		lastViewedAt: UNTIL,
	});
});

test.each([
	[{ attendedSeconds: undefined }, 600],
	[{ attendedSeconds: undefined, lastEndTime: null }, 0],
])('%j makes %j seconds', (changes, seconds) => {
	expect(viewingOf(person(changes), END, [])?.viewedSeconds).toBe(seconds);
});

test('nobody else has', () => {
	expect(viewingOf(person({ firstInTime: null }), END, [])).toBeUndefined();
	expect(viewingOf(person({ firstInTime: '2026-12-01T18:59:59Z' }), END, [])).toBeUndefined();
	const run = { from: Date.parse(LATER) - 1, to: Date.parse(LATER) + 1 };
	expect(viewingOf(person({}), END, [run])).toBeUndefined();
});

test.each(['on-demand', 'On Demand', 'ondemand', 'on_demand'])('%j is on demand', (category) => {
	expect(isOnDemandCategory(category)).toBe(true);
});

test.each(['live', '', 'demand', 'live on demand'])('%j is not', (category) => {
	expect(isOnDemandCategory(category)).toBe(false);
});

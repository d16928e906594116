import fc from 'fast-check';

import {
	planSubscription,
	SUBSCRIPTION_NAME,
	type KnownSubscription,
	type WantedSubscription,
} from '../../../../nodes/Zoom/subscription/plan';
import type { ListedSubscription } from '../../../../nodes/Zoom/transport/endpoints/subscriptions';

const URL = 'https://n8n.example.com/webhook/b4c4ae1f/zoom';
const OLD_URL = 'https://old.example.com/webhook/b4c4ae1f/zoom';
const EVENTS = ['webinar.ended', 'webinar.started'];

const WANTED: WantedSubscription = { url: URL, events: EVENTS, scope: 'account', userIds: [] };

function listed(changes: Partial<ListedSubscription> = {}): ListedSubscription {
	return {
		id: 'mine',
		name: SUBSCRIPTION_NAME,
		url: URL,
		events: EVENTS,
		scope: 'account',
		madeByApi: true,
		...changes,
	};
}

function known(changes: Partial<KnownSubscription> = {}): KnownSubscription {
	return {
		id: 'mine',
		url: URL,
		events: EVENTS,
		scope: 'account',
		userIds: [],
		owner: 'me',
		...changes,
	};
}

const KEEP = { kind: 'ours', keep: 'mine', remove: [] };
const NEW = { kind: 'ours', keep: undefined, remove: [] };
const RENEW = { kind: 'ours', keep: undefined, remove: ['mine'] };

test('with nothing in Zoom one is made', () => {
	expect(planSubscription(WANTED, undefined, [])).toEqual(NEW);
});

test.each([
	['remembered', known()],
	['not remembered, but of our name at our URL', undefined],
])('one that fits is kept when it is %s', (_name, notes) => {
	expect(planSubscription(WANTED, notes, [listed()])).toEqual(KEEP);
});

test('the order of the events does not matter', () => {
	expect(planSubscription(WANTED, known(), [listed({ events: [...EVENTS].reverse() })])).toEqual(
		KEEP,
	);
});

test.each([
	['an event is missing', { events: ['webinar.ended'] }],
	['it has another event', { events: ['webinar.ended', 'webinar.created'] }],
	['n8n has moved', { url: OLD_URL }],
	['it is for a user', { scope: 'user' }],
])('ours is made anew when %s', (_name, changes) => {
	expect(planSubscription(WANTED, known(), [listed(changes)])).toEqual(RENEW);
});

test('for certain users only the notes tell whether it still fits', () => {
	const wanted = { ...WANTED, scope: 'user' as const, userIds: ['u1', 'u2'] };
	const inZoom = [listed({ scope: 'user' })];
	const notes = known({ scope: 'user', userIds: ['u2', 'u1'] });
	expect(planSubscription(wanted, notes, inZoom)).toEqual(KEEP);
	expect(planSubscription(wanted, { ...notes, userIds: ['u1'] }, inZoom)).toEqual(RENEW);
	expect(planSubscription(wanted, undefined, inZoom)).toEqual(RENEW);
});

test('a remembered one that Zoom does not list is removed as well, should it be there', () => {
	expect(planSubscription(WANTED, known(), [])).toEqual(RENEW);
});

test('what was made by hand is never removed, even when the notes claim it', () => {
	const theirs = listed({ url: OLD_URL, madeByApi: false });
	expect(planSubscription(WANTED, known(), [theirs])).toEqual(NEW);
});

test('of two that fit the remembered one stays, because two would send everything twice', () => {
	const both = [listed({ id: 'other' }), listed()];
	expect(planSubscription(WANTED, known(), both)).toEqual({
		kind: 'ours',
		keep: 'mine',
		remove: ['other'],
	});
});

test.each([
	['made by hand', { madeByApi: false }],
	['of another name', { name: 'Our data warehouse' }],
])('one %s at our URL is foreign', (_name, changes) => {
	const foreign = listed({ id: 'theirs', ...changes });
	expect(planSubscription(WANTED, undefined, [foreign])).toEqual({
		kind: 'foreign',
		name: foreign.name,
	});
});

test('another node of this package in the same app is none of our business', () => {
	const neighbour = listed({ id: 'neighbour', url: 'https://n8n.example.com/webhook/other/zoom' });
	expect(planSubscription(WANTED, undefined, [neighbour])).toEqual(NEW);
});

test('whatever is listed: only ours is ever removed, and never what is kept', () => {
	const one = fc.record({
		id: fc.constantFrom('mine', 'a', 'b', 'c'),
		name: fc.constantFrom(SUBSCRIPTION_NAME, 'Our data warehouse', ''),
		url: fc.constantFrom(URL, OLD_URL, 'https://elsewhere.example.com'),
		events: fc.subarray([...EVENTS, 'webinar.created']),
		scope: fc.constantFrom('account', 'user', 'team'),
		madeByApi: fc.boolean(),
	});
	const lists = fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 4 });
	fc.assert(
		fc.property(lists, fc.option(fc.constant(known()), { nil: undefined }), (inZoom, notes) => {
			const plan = planSubscription(WANTED, notes, inZoom);
			if (plan.kind === 'foreign') return;
			expect(plan.remove).not.toContain(plan.keep);
			for (const id of plan.remove) {
				const found = inZoom.find((candidate) => candidate.id === id);
				const ours = found?.url === URL && found.name === SUBSCRIPTION_NAME;
				expect(ours || id === notes?.id).toBe(true);
				// Made by hand: the API could not give it back.
				expect(found?.madeByApi ?? true).toBe(true);
			}
		}),
		{ numRuns: 1000 },
	);
});

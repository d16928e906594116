import fc from 'fast-check';

import { ContactIndex } from '../../../nodes/HubSpot/mapping/contactIndex';
import {
	customProperties,
	eventFields,
	eventKey,
	type EventUnit,
} from '../../../nodes/HubSpot/mapping/event';
import { planEvent, type WantedEvent } from '../../../nodes/HubSpot/mapping/eventPlan';
import type { SessionInput } from '../../../nodes/shared/items/session';
import { spanOfBoth } from '../../../nodes/HubSpot/mapping/span';
import { pathOf } from '../../../nodes/HubSpot/transport/versions';
import type { JsonObject } from '../../../nodes/shared/transport/json';
import { sessionCalled } from './samples';

describe('the key of a marketing event', () => {
	const idOf = (parts: Partial<SessionInput>, unit: EventUnit) =>
		eventKey(sessionCalled(parts), unit).externalEventId;

	it.each([
		['/a+b==', '85212345678._a-b'],
		['x//y+z/', '85212345678.x__y-z_'],
		['', '85212345678'],
	])('by session, of %j, is %j', (sessionId, externalEventId) => {
		expect(eventKey(sessionCalled({ sessionId }), 'session')).toEqual({
			externalAccountId: 'acc',
			externalEventId,
		});
	});

	it('by webinar is the same for every session, and another for each occurrence', () => {
		expect(idOf({ sessionId: 'a' }, 'webinar')).toBe('85212345678');
		expect(idOf({ sessionId: 'b' }, 'webinar')).toBe('85212345678');
		const occurrenceId = '1700000000000';
		expect(idOf({ occurrenceId, sessionId: 'a' }, 'webinar')).toBe('85212345678.1700000000000');
	});

	it('by session is that of the occurrence, as long as there is no session', () => {
		const parts = { occurrenceId: '17', sessionId: '' };
		expect(idOf(parts, 'session')).toBe(idOf(parts, 'webinar'));
	});

	it('is different for ids that differ only in what a path cannot hold', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
				const ids = [one, other].map((webinarId) => idOf({ webinarId }, 'webinar'));
				for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]*$/);
				const isBase64 = [one, other].some((id) => /^[A-Za-z0-9_+/=-]*$/.test(id));
				if (!isBase64) expect(ids[0] === ids[1]).toBe(one === other);
			}),
		);
	});

	it('takes the platform where the account is not known', () => {
		expect(eventKey(sessionCalled({ accountId: '' }), 'webinar').externalAccountId).toBe('zoom');
	});

	it('cannot leave its place in a path', () => {
		const key = eventKey(sessionCalled({ accountId: '..', webinarId: '../..' }), 'webinar');
		expect(key.externalAccountId).toBe('_');
		expect(key.externalEventId).toMatch(/^_____-[\w-]{8}$/);
		expect(pathOf('marketingEvents', 'events', 'a/b?c')).toMatch(/\/events\/a%2Fb%3Fc$/);
		expect(() => pathOf('marketingEvents', '..')).toThrow(RangeError);
	});
});

describe('the plan of a marketing event', () => {
	const wanted = (parts: Partial<SessionInput> = {}, more: Partial<WantedEvent> = {}) => {
		const session = sessionCalled({ description: 'All about it', ...parts });
		const actual = session.times === 'actual';
		const base = { fields: eventFields(session), actual, oneOfSeveral: true, weakUrl: true };
		return { ...base, ...more };
	};
	const held: JsonObject = {
		...wanted().fields,
		startDateTime: '2026-01-01T10:00:00.000Z',
		endDateTime: '2026-01-01T11:00:00.000Z',
		eventUrl: null,
		eventCompleted: true,
		customProperties: [{ name: 'own', value: 'kept' }, { name: 'empty', value: null }, 7],
	};

	it('names somebody as organiser, always, and forgets nobody', () => {
		const plan = planEvent(undefined, wanted({ hostEmail: '' }));
		expect(plan.fields).toMatchObject({ eventOrganizer: 'Webinar', eventType: 'WEBINAR' });
		expect('eventUrl' in plan.fields).toBe(false);
		expect(planEvent(held, wanted({ hostEmail: '' })).fields.eventOrganizer).toBe(
			'host@example.com',
		);
	});

	it('is empty when only the writing of the times differs', () => {
		const { changed, complete } = planEvent(held, wanted());
		expect({ changed, complete }).toEqual({ changed: {}, complete: null });
	});

	it('names what differs', () => {
		const { changed } = planEvent({ ...held, eventName: 'Old' }, wanted());
		expect(changed).toEqual({ eventName: 'Product update' });
	});

	it('completes an event that is not, and one with other times of the same day', () => {
		const open = planEvent({ ...held, eventCompleted: false }, wanted());
		expect(open.complete).toEqual({
			startDateTime: '2026-01-01T10:00:00Z',
			endDateTime: '2026-01-01T11:00:00Z',
		});
		const longer = planEvent(held, wanted({ end: '2026-01-01T11:30:00Z' }));
		expect(longer.complete?.endDateTime).toBe('2026-01-01T11:30:00Z');
	});

	it('takes a corrected time as it is where an event has one session alone', () => {
		const corrected = wanted({ end: '2026-01-01T10:30:00Z' }, { oneOfSeveral: false });
		expect(planEvent(held, corrected).complete?.endDateTime).toBe('2026-01-01T10:30:00Z');
	});

	it('never moves an event that is over back to its schedule, and never cancels it', () => {
		const planned = wanted({ times: 'planned', start: '2026-01-01T09:00:00Z' });
		const plan = planEvent(held, { ...planned, cancelled: true });
		expect(plan.changed).toEqual({});
		expect(plan).toMatchObject({ complete: null, cancelled: false });
	});

	it('keeps a page of registration where only the way in is told', () => {
		const url = 'https://zoom.example/j/1';
		const registers = { ...held, eventUrl: 'https://zoom.example/register' };
		expect(planEvent(registers, wanted({ url })).changed).toEqual({});
		expect(planEvent(registers, wanted({ url }, { weakUrl: false })).changed).toEqual({
			eventUrl: url,
		});
		expect(planEvent(held, wanted({ url })).changed).toEqual({ eventUrl: url });
	});

	it('cancels and brings back', () => {
		const open = { ...held, eventCompleted: false };
		const planned = wanted({ times: 'planned' });
		expect(planEvent(open, { ...planned, cancelled: true }).changed).toEqual({
			eventCancelled: true,
		});
		const gone = { ...open, eventCancelled: true };
		expect(planEvent(gone, planned).changed).toEqual({});
		expect(planEvent(gone, { ...planned, cancelled: false }).changed).toEqual({
			eventCancelled: false,
		});
	});

	it('holds at most 255 characters of the name', () => {
		const long = planEvent(undefined, wanted({ topic: 'x'.repeat(300) }));
		expect(long.fields.eventName).toHaveLength(255);
	});

	it('takes custom properties along as a write wants them', () => {
		expect(customProperties(held)).toEqual([{ name: 'own', value: 'kept' }]);
	});
});

describe('the times of an event that stands for several sessions', () => {
	const hour = 3_600_000;
	const span = fc
		.record({ from: fc.integer({ min: 0, max: 200 }), hours: fc.nat(4) })
		.map(({ from, hours }) => ({
			start: new Date(from * 20 * hour).toISOString(),
			end: new Date((from * 20 + hours) * hour).toISOString(),
		}));

	it('do not depend on the order, nor on how often a session comes', () => {
		fc.assert(
			fc.property(span, span, (one, other) => {
				const both = spanOfBoth(one, other);
				expect(spanOfBoth(other, one)).toEqual(both);
				expect(spanOfBoth(both, one)).toEqual(both);
				expect(spanOfBoth(both, other)).toEqual(both);
			}),
		);
	});

	it('reach from the first start to the last end of one day', () => {
		const both = spanOfBoth(
			{ start: '2026-01-01T10:00:00Z', end: '2026-01-01T10:20:00Z' },
			{ start: '2026-01-01T10:30:00Z', end: '2026-01-01T11:00:00Z' },
		);
		expect(both).toEqual({ start: '2026-01-01T10:00:00Z', end: '2026-01-01T11:00:00Z' });
	});

	it('are those of the later one of two days', () => {
		const later = { start: '2026-01-08T10:00:00Z', end: '2026-01-08T10:20:00Z' };
		const earlier = { start: '2026-01-01T10:00:00Z', end: '2026-01-01T10:20:00Z' };
		expect(spanOfBoth(later, earlier)).toEqual(later);
	});
});

describe('contacts by address', () => {
	const index = new ContactIndex();
	index.add({
		id: '1',
		traceId: '',
		properties: { email: 'Ada@example.com', hs_additional_emails: 'a@x.example; B@y.example' },
	});
	index.add({ id: '2', traceId: '', properties: { email: 'b@y.example' } });

	it('are found by their primary one in any case', () => {
		expect(index.byPrimary('ada@example.com')?.id).toBe('1');
	});

	it('are found by a secondary one as secondary', () => {
		expect(index.byPrimary('a@x.example')).toBeUndefined();
		expect(index.bySecondary('a@x.example')?.id).toBe('1');
	});

	it('are their owner’s when an address is primary somewhere else', () => {
		expect(index.bySecondary('b@y.example')).toBeUndefined();
		expect(index.byPrimary('b@y.example')?.id).toBe('2');
	});
});

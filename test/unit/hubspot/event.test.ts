import {
	eventDiffers,
	eventFields,
	eventKey,
	isCompleted,
} from '../../../nodes/HubSpot/mapping/event';
import { ContactIndex } from '../../../nodes/HubSpot/mapping/contactIndex';
import { pathOf } from '../../../nodes/HubSpot/transport/versions';
import { sessionCalled } from './samples';

describe('the key of a marketing event', () => {
	it.each([
		['/a+b==', '85212345678-_a-b'],
		['x//y+z/', '85212345678-x__y-z_'],
		['', '85212345678'],
		['ä b?#%', '85212345678-__b___'],
	])('of session %j is %j', (sessionId, externalEventId) => {
		expect(eventKey(sessionCalled({ sessionId }))).toEqual({
			externalAccountId: 'acc',
			externalEventId,
		});
	});

	it('takes the platform where the account is not known', () => {
		expect(eventKey(sessionCalled({ accountId: '' })).externalAccountId).toBe('zoom');
	});

	it('cannot leave its place in a path', () => {
		const key = eventKey(sessionCalled({ accountId: '..', webinarId: '../..', sessionId: '' }));
		expect(key).toEqual({ externalAccountId: '_', externalEventId: '_____' });
		expect(pathOf('marketingEvents', 'events', 'a/b?c')).toMatch(/\/events\/a%2Fb%3Fc$/);
		expect(() => pathOf('marketingEvents', '..')).toThrow(RangeError);
	});
});

describe('the fields of a marketing event', () => {
	const fields = eventFields(sessionCalled({ description: 'All about it', hostEmail: '' }));
	const held = {
		...fields,
		startDateTime: '2026-01-01T10:00:00.000Z',
		endDateTime: '2026-01-01T11:00:00.000Z',
		eventUrl: null,
		eventCompleted: true,
	};

	it('name somebody as organiser, always', () => {
		expect(fields).toMatchObject({ eventOrganizer: 'Webinar', eventType: 'WEBINAR' });
		expect('eventUrl' in fields).toBe(false);
	});

	it('are the same when only the writing of the times differs', () => {
		expect(eventDiffers(held, fields)).toBe(false);
		expect(isCompleted(held, fields)).toBe(true);
	});

	it('differ when the webinar was renamed', () => {
		expect(eventDiffers({ ...held, eventName: 'Old' }, fields)).toBe(true);
	});

	it('are not completed with other times', () => {
		const moved = { ...held, endDateTime: '2026-01-01T11:30:00Z' };
		expect(isCompleted(moved, fields)).toBe(false);
		expect(isCompleted({ ...held, eventCompleted: false }, fields)).toBe(false);
	});

	it('hold at most 255 characters of the name', () => {
		const long = eventFields(sessionCalled({ topic: 'x'.repeat(300) }));
		expect(long.eventName).toHaveLength(255);
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

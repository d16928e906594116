import fc from 'fast-check';

import { readRegistrant } from '../../../../nodes/shared/items/registrant';
import {
	itemFromRegistrationFields,
	REGISTRATION_FIELDS,
} from '../../../../nodes/shared/items/registrationFields';

const webinar = {
	provider: 'zoom',
	accountId: 'acc',
	webinarId: '85212345678',
	topic: 'Product update',
	scheduledStartTime: '2027-01-01T10:00:00Z',
	scheduledEndTime: '2027-01-01T11:00:00Z',
};

const row = {
	webinarId: '85212345678',
	email: ' Ada@Example.COM ',
	firstName: 'Ada',
	company: 'Acme',
	status: 'approved',
	registeredAt: '2026-12-20T08:00:00Z',
	joinUrl: 'https://zoom.example/w/1',
	joinUrlIsPersonal: true,
};

const READ = {
	email: 'ada@example.com',
	firstName: 'Ada',
	company: 'Acme',
	registration: 'approved',
	joinUrl: 'https://zoom.example/w/1',
	problem: '',
	session: { webinarId: '85212345678', times: 'planned', start: '2027-01-01T10:00:00Z' },
};

describe('reading a registration', () => {
	it('takes a row of Get Many with the webinar beside it, as an object or as JSON', () => {
		expect(readRegistrant(row, webinar)).toMatchObject(READ);
		expect(readRegistrant(row, JSON.stringify(webinar))).toMatchObject(READ);
		expect(readRegistrant(row, { webinar })).toMatchObject(READ);
	});

	it('takes an event of the trigger, with the moment of the news', () => {
		const event = {
			event: 'webinar.registration_cancelled',
			eventTime: '2026-12-21T08:00:00Z',
			webinar,
			registrant: { ...row, status: 'cancelled', registeredAt: null },
		};
		expect(readRegistrant(event, undefined)).toMatchObject({
			registration: 'cancelled',
			registeredAt: null,
			toldAt: '2026-12-21T08:00:00Z',
		});
	});

	it('takes the output of Add Contact, which keeps the fields of the item before', () => {
		const item = { email: 'other@example.com', phone: '1', registrant: row, webinar };
		expect(readRegistrant(item, undefined)).toMatchObject({ ...READ, phone: '1', toldAt: null });
	});

	it('takes a deleted registrant for a cancelled one', () => {
		const item = { registrant: row, webinar, outcome: { action: 'deleted' } };
		expect(readRegistrant(item, undefined).registration).toBe('cancelled');
	});

	it('does not take a link that admits everybody for the person’s own', () => {
		expect(readRegistrant({ ...row, joinUrlIsPersonal: false }, webinar).joinUrl).toBe('');
	});

	it.each([
		[{ status: undefined }, webinar, 'Status is missing'],
		[{ status: 'waitlisted' }, webinar, 'Status must be approved'],
		[{ registeredAt: 'soon' }, webinar, 'Registered At is not a valid time'],
		[{}, undefined, 'Topic is missing'],
		[{}, 'no JSON', 'Topic is missing'],
		[{}, { ...webinar, webinarId: '9' }, 'Webinar is 9, but the person registered for 852'],
	])('names what is wrong with %j and %j', (change, told, problem) => {
		expect(readRegistrant({ ...row, ...change }, told).problem).toContain(problem);
	});

	it('never throws, whatever the item is', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (json, inner) => {
				const read = readRegistrant({ ...json, registrant: inner, outcome: inner }, inner);
				expect(typeof read.problem).toBe('string');
			}),
		);
	});
});

describe('mapped fields of a registration', () => {
	const values = { email: 'bob@example.com', webinarId: '1', topic: 'From a list' };

	it('are approved where nothing else is said, and may be blank', () => {
		const blank = Object.fromEntries(REGISTRATION_FIELDS.map(({ id }) => [id, '']));
		const read = readRegistrant(itemFromRegistrationFields({ ...blank, ...values }), undefined);
		expect(read).toMatchObject({ registration: 'approved', problem: '', toldAt: null });
		expect(read.session?.times).toBe('none');
	});

	it('say when it was cancelled', () => {
		const cancelled = { ...values, status: 'cancelled', cancelledAt: '2026-12-21' };
		const read = readRegistrant(itemFromRegistrationFields(cancelled), undefined);
		expect(read).toMatchObject({ registration: 'cancelled', toldAt: '2026-12-21T00:00:00Z' });
	});

	it.each(REGISTRATION_FIELDS.filter(({ required }) => required).map(({ id }) => id))(
		'are refused without %s',
		(id) => {
			const item = itemFromRegistrationFields({ ...values, [id]: '' });
			const read = readRegistrant(item, undefined);
			expect(read.problem !== '' || read.email === '').toBe(true);
		},
	);
});

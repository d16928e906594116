import fc from 'fast-check';

import { actionItem, choicesItem, webhookItem } from '../../../../nodes/HubSpot/webhook/parse';
import { readHostileJson } from '../../../../nodes/shared/transport/hostileJson';

const receivedAt = '2026-11-20T17:00:00.000Z';
const called = { answer: 'callBack', receivedAt } as const;

const EXECUTION = {
	callbackId: 'ap-102670506-56776413549-7-0',
	origin: { portalId: 102670506, actionDefinitionId: 10646377, actionDefinitionVersion: 1 },
	context: { source: 'WORKFLOWS', workflowId: 192814114 },
	object: {
		objectId: 904,
		properties: { email: ' Ada@Example.com', firstname: 'Ada', lastname: 'Lovelace' },
		objectType: 'CONTACT',
	},
	inputFields: { webinarId: '995 1234-5678', upcomingWebinar: '1' },
};

describe('an execution of the custom action', () => {
	it('is ready for Add contact to webinar', () => {
		expect(actionItem(EXECUTION, called)).toEqual({
			calledBy: 'workflowAction',
			answer: 'callBack',
			callbackId: 'ap-102670506-56776413549-7-0',
			portalId: '102670506',
			workflowId: '192814114',
			contactId: '904',
			email: 'ada@example.com',
			firstName: 'Ada',
			lastName: 'Lovelace',
			webinarId: '99512345678',
			properties: { email: ' Ada@Example.com', firstname: 'Ada', lastname: 'Lovelace' },
			inputFields: { webinarId: '995 1234-5678', upcomingWebinar: '1' },
			receivedAt,
		});
	});

	it('takes the webinar of the drop-down when no ID was typed', () => {
		const inputFields = { webinarId: '', upcomingWebinar: '99500000001' };
		expect(actionItem({ ...EXECUTION, inputFields }, called).webinarId).toBe('99500000001');
	});

	it('reads `fields` where there are no inputFields', () => {
		const { inputFields: fields, ...older } = EXECUTION;
		expect(actionItem({ ...older, fields }, called).webinarId).toBe('99512345678');
	});

	it('leaves an ID that has more than digits as it is', () => {
		const inputFields = { webinarId: ' room-a 1 ' };
		expect(actionItem({ ...EXECUTION, inputFields }, called).webinarId).toBe('room-a 1');
	});
});

describe('"Send a webhook"', () => {
	it('reads the whole contact of the old contacts API', () => {
		const body = {
			vid: 904,
			'portal-id': 44237313,
			properties: {
				email: { value: 'ada@example.com', versions: [{ value: 'old@example.com' }] },
				firstname: { value: 'Ada' },
				lastname: { value: 'Lovelace' },
			},
		};
		const item = webhookItem(body, { webinarId: '995 1234 5678' }, receivedAt);
		expect(item).toMatchObject({
			calledBy: 'webhook',
			answer: 'atOnce',
			callbackId: '',
			contactId: '904',
			portalId: '44237313',
			email: 'ada@example.com',
			firstName: 'Ada',
			lastName: 'Lovelace',
			webinarId: '99512345678',
		});
		expect(item.properties).toMatchObject({ email: 'ada@example.com', vid: '904' });
	});

	it('reads chosen properties, and a query alone', () => {
		const person = { email: 'ada@example.com', firstname: 'Ada', webinar_id: '995' };
		const expected = { email: 'ada@example.com', firstName: 'Ada', webinarId: '995' };
		expect(webhookItem(person, {}, receivedAt)).toMatchObject(expected);
		expect(webhookItem({}, person, receivedAt)).toMatchObject(expected);
	});

	it("prefers what the address says over the contact's own properties", () => {
		const body = { email: 'ada@example.com', webinarId: '111' };
		expect(webhookItem(body, { webinarId: '222' }, receivedAt).webinarId).toBe('222');
	});
});

describe('a question for choices', () => {
	const QUESTION = {
		origin: { portalId: 1 },
		objectTypeId: '0-1',
		inputFieldName: 'upcomingWebinar',
		inputFields: {
			webinarId: { type: 'OBJECT_PROPERTY', propertyName: 'webinar_id' },
			other: { type: 'STATIC_VALUE', value: 'blue' },
		},
		fetchOptions: { q: 'launch', after: '50' },
	};
	const expected = {
		field: 'upcomingWebinar',
		q: 'launch',
		after: '50',
		portalId: '1',
		inputFields: { other: 'blue' },
		receivedAt,
	};

	it('tells field, search and cursor', () => {
		expect(choicesItem(QUESTION, receivedAt)).toEqual(expected);
	});

	it('is read where fetchOptions stands inside inputFields as well', () => {
		const { fetchOptions, ...rest } = QUESTION;
		const inputFields = { ...QUESTION.inputFields, fetchOptions };
		expect(choicesItem({ ...rest, inputFields }, receivedAt)).toEqual(expected);
	});
});

it('whatever comes, nothing throws and every text is a text', () => {
	fc.assert(
		fc.property(fc.json(), fc.json(), (raw, query) => {
			const body = readHostileJson(Buffer.from(raw));
			if (typeof body === 'string') return;
			const asked = readHostileJson(Buffer.from(query));
			const items = [
				actionItem(body, called),
				webhookItem(body, typeof asked === 'string' ? {} : asked, receivedAt),
				choicesItem(body, receivedAt),
			];
			for (const item of items) {
				for (const value of Object.values(item)) {
					const texts = typeof value === 'string' ? [value] : Object.values(value);
					expect(texts.every((text) => typeof text === 'string')).toBe(true);
				}
			}
		}),
	);
});

it('a body that is nested without end is unusable, not a crash', () => {
	const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
	expect(readHostileJson(Buffer.from(deep))).toBe('it is nested too deep');
});

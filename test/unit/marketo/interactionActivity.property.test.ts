import fc from 'fast-check';

import { activitiesOf, activityInput } from '../../../nodes/Marketo/mapping/interactionActivity';
import { ATTRIBUTES } from '../../../nodes/Marketo/mapping/activityType';
import { byteLength, cutBytes } from '../../../nodes/Marketo/mapping/bytes';
import type { Interaction } from '../../../nodes/shared/items/interactions';
import type { SessionInput } from '../../../nodes/shared/items/session';

const SESSION: SessionInput = {
	provider: 'zoom',
	accountId: '',
	webinarId: '812',
	occurrenceId: '',
	sessionId: 'abc==',
	topic: 'Product update',
	description: '',
	times: 'actual',
	start: '2026-01-01T10:00:00Z',
	end: '2026-01-01T11:00:00Z',
	hostEmail: '',
	url: '',
	urlRegisters: false,
};
const TYPE = { id: 100_001, attributes: [...ATTRIBUTES] };

const poll = (text: string, answer: string, at: string | null = null): Interaction => {
	return { kind: 'poll', text, answer, count: 1, at };
};

const interaction: fc.Arbitrary<Interaction> = fc.record({
	kind: fc.constantFrom('poll', 'question', 'survey', 'download', 'link', 'chat'),
	text: fc.constantFrom('', 'Size?', 'Colour?'),
	answer: fc.constantFrom('', 'Small', 'Red'),
	count: fc.integer({ min: 1, max: 5 }),
	at: fc.constantFrom(null, '2026-01-01T10:05:00Z'),
});

const hashesOf = (interactions: readonly Interaction[], joinedAt: string | null = null) =>
	activitiesOf(interactions, SESSION, joinedAt).map(({ hash }) => hash);

describe('interactions as custom activities', () => {
	it('make the same activities whenever and in whatever order they are told', () => {
		fc.assert(
			fc.property(fc.array(interaction, { maxLength: 12 }), (told) => {
				expect(activitiesOf(told, SESSION, null)).toEqual(activitiesOf(told, SESSION, null));
				expect(hashesOf([...told].reverse()).sort()).toEqual(hashesOf(told).sort());
				const timeless = told.map((each) => ({ ...each, at: null }));
				expect(hashesOf(timeless, '2026-01-01T10:01:00Z')).toEqual(hashesOf(told));
				expect(new Set(hashesOf(told)).size).toBe(told.length);
			}),
		);
	});

	it('tell answers, kinds, people of other sessions and repeats apart', () => {
		const hashes = [
			...hashesOf([poll('Size?', 'Small'), poll('Size?', 'Large'), poll('Size?', 'Small')]),
			...hashesOf([{ ...poll('Size?', 'Small'), kind: 'survey' }]),
			...activitiesOf([poll('Size?', 'Small')], { ...SESSION, sessionId: 'def==' }, null).map(
				({ hash }) => hash,
			),
		];
		expect(new Set(hashes).size).toBe(5);
	});

	it('know a question again once it has been answered, and a count once it has grown', () => {
		const question = { kind: 'question', text: 'When?', answer: '', count: 1, at: null } as const;
		expect(hashesOf([{ ...question, answer: 'In May' }])).toEqual(hashesOf([question]));
		const chat = { kind: 'chat', text: '', answer: '', count: 2, at: null } as const;
		expect(hashesOf([{ ...chat, count: 9 }])).toEqual(hashesOf([chat]));
	});

	it('happened when the platform says, else when the person joined, else when the session started', () => {
		const dateOf = (at: string | null, joinedAt: string | null) =>
			activitiesOf([poll('Size?', 'Small', at)], SESSION, joinedAt)[0]?.at;
		expect(dateOf('2026-01-01T10:05:00Z', '2026-01-01T10:01:00Z')).toBe('2026-01-01T10:05:00Z');
		expect(dateOf(null, '2026-01-01T10:01:00Z')).toBe('2026-01-01T10:01:00Z');
		expect(dateOf(null, null)).toBe('2026-01-01T10:00:00Z');
	});

	it('carry what the type has attributes for, without empty values', () => {
		const [planned] = activitiesOf([poll('Size?', '')], SESSION, null);
		expect(activityInput(planned!, 7, TYPE)).toEqual({
			leadId: 7,
			activityDate: '2026-01-01T10:00:00Z',
			activityTypeId: 100_001,
			primaryAttributeValue: 'Product update',
			attributes: [
				{ apiName: 'kind', value: 'poll' },
				{ apiName: 'text', value: 'Size?' },
				{ apiName: 'count', value: 1 },
				{ apiName: 'webinarId', value: '812' },
				{ apiName: 'sessionId', value: 'abc==' },
				{ apiName: 'platform', value: 'zoom' },
				{ apiName: 'sessionStart', value: '2026-01-01T10:00:00Z' },
			],
		});
		const other = { id: 5, attributes: [{ apiName: 'text', name: 'Text', dataType: 'string' }] };
		const long = activitiesOf([poll('ü'.repeat(200), '')], SESSION, null)[0]!;
		expect(activityInput(long, 7, other).attributes).toEqual([
			{ apiName: 'text', value: 'ü'.repeat(127) },
		]);
	});
});

describe('values cut to bytes', () => {
	it('never exceed the limit, keep whole characters and are left alone where they fit', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, max) => {
				const kept = cutBytes(text, max);
				expect(byteLength(kept)).toBeLessThanOrEqual(max);
				expect(text.startsWith(kept)).toBe(true);
				if (byteLength(text) <= max) expect(kept).toBe(text);
			}),
		);
	});
});

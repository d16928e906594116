import fc from 'fast-check';

import {
	joinedWebinarId,
	readConnection,
	TOKEN,
	type Connection,
} from '../../../../nodes/Marketo/mapping/connection';
import {
	afterChanges,
	tokenChanges,
	tokensOfConnection,
} from '../../../../nodes/Marketo/mapping/connectionTokens';

const text = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom('', '-', ' ', 'Ä €', 'line\r\nline', 'x'.repeat(3000), '{{my.Webinar ID}}'),
);
const time = fc.oneof(
	fc.constant(null),
	fc
		.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
		.map((date) => date.toISOString().replace(/\.\d+Z$/, 'Z')),
);
const id = fc.stringMatching(/^[1-9][0-9]{0,11}$/);

const connection: fc.Arbitrary<Connection> = fc.record({
	provider: fc.constantFrom('zoom', 'adobeConnect', 'webinar'),
	accountId: text,
	webinarId: id,
	occurrenceId: fc.oneof(fc.constant(''), id),
	topic: text,
	description: text,
	scheduledStartTime: time,
	scheduledEndTime: time,
	durationSeconds: fc.nat(100_000),
	timezone: fc.constantFrom('', 'UTC', 'Europe/Berlin', 'Not/AZone'),
	joinUrl: text,
	registrationUrl: text,
	cancelled: fc.boolean(),
});

const PROGRAM = 1207;
const tokensOf = (one: Connection, program = PROGRAM) => tokensOfConnection(one, program, 'en-US');

/** A program as earlier runs, other programs and people may have left it. */
const held = fc.oneof(
	fc.constant(new Map<string, string>()),
	connection.map((one) => afterChanges(new Map(), tokenChanges(new Map(), tokensOf(one)))),
	connection.map((one) => afterChanges(new Map(), tokenChanges(new Map(), tokensOf(one, 1001)))),
	fc
		.dictionary(fc.constantFrom(...Object.values(TOKEN), 'My own'), text)
		.map((tokens) => new Map(Object.entries(tokens))),
);

const webinarOf = (tokens: ReadonlyMap<string, string>): string => {
	const state = readConnection(tokens, PROGRAM);
	return state === null || state === 'cloned' ? 'none' : joinedWebinarId(state);
};

it('after the changes of tokens there is nothing to change', () => {
	fc.assert(
		fc.property(held, connection, (before, wanted) => {
			const tokens = tokensOf(wanted);
			const after = afterChanges(before, tokenChanges(before, tokens));
			expect(tokenChanges(after, tokens)).toEqual([]);
		}),
	);
});

it('what was connected is read back as the webinar it is', () => {
	fc.assert(
		fc.property(held, connection, (before, wanted) => {
			const after = afterChanges(before, tokenChanges(before, tokensOf(wanted)));
			const state = readConnection(after, PROGRAM);
			if (state === null || state === 'cloned') throw new Error('Not connected');
			const { scheduledStartTime, scheduledEndTime, cancelled } = wanted;
			expect(joinedWebinarId(state)).toBe(joinedWebinarId(wanted));
			expect(state.cancelled).toBe(cancelled);
			expect(state.scheduledStartTime).toBe(scheduledStartTime);
			expect(state.scheduledEndTime).toBe(scheduledEndTime);
			// Written again as it was read, it changes nothing.
			expect(
				tokenChanges(after, tokensOf({ ...state, durationSeconds: wanted.durationSeconds })),
			).toEqual([]);
		}),
	);
});

it('wherever a run breaks off, a program is connected to no webinar but its old or its new one, and to the new one only when it is whole', () => {
	fc.assert(
		fc.property(held, connection, fc.nat(20), (before, wanted, kept) => {
			const tokens = tokensOf(wanted);
			const changes = tokenChanges(before, tokens);
			const cut = afterChanges(before, changes.slice(0, kept));
			const isNew = webinarOf(before) !== joinedWebinarId(wanted);
			if (kept < changes.length && isNew) {
				expect(['none', webinarOf(before)]).toContain(webinarOf(cut));
				const touched = changes.slice(0, kept).length > 0;
				if (touched && webinarOf(before) !== 'none') expect(webinarOf(cut)).toBe('none');
			}
			expect(tokenChanges(afterChanges(cut, tokenChanges(cut, tokens)), tokens)).toEqual([]);
		}),
	);
});

it('every value can be written: none is empty, and names are short enough', () => {
	fc.assert(
		fc.property(held, connection, (before, wanted) => {
			for (const { name, value } of tokenChanges(before, tokensOf(wanted))) {
				expect(value).not.toBe('');
				expect(value.length).toBeLessThanOrEqual(2000);
				expect(name.length).toBeLessThanOrEqual(50);
				expect(name).not.toMatch(/[{}]/);
			}
		}),
	);
});

import type { IDataObject } from 'n8n-workflow';

import { inAHurry } from '../../support/inAHurry';
import { stage, type Stage } from '../../support/world';
import { count, outcomes } from '../support';
import { contactOf, planned, register, rowOf, strangers } from './support';

let here: Stage;
let rows: IDataObject[];
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	rows = strangers(here).map((person) => rowOf(here.story.main, person));
});
afterEach(async () => await here.close());

const run = async (items = rows) =>
	outcomes(await register(here, items, { webinar: planned(here) }));

/** Everybody is registered, once, and counted once. */
function expectDone(): void {
	const [event, ...others] = here.sandbox.hubspot.events;
	expect(others).toEqual([]);
	expect(event?.activities).toHaveLength(rows.length);
	for (const person of strangers(here)) {
		expect(contactOf(here, person).properties.n8n_webinar_registration_count).toBe('1');
	}
}

const REQUESTS = [
	'POST .*contacts/batch/read',
	'PUT .*/events/',
	'POST .*contacts/batch/create',
	'POST .*register/create',
] as const;

describe.each(REQUESTS)('%s', (request) => {
	it.each([
		['is never sent', { kind: 'cutBefore' }],
		['is answered into the void', { kind: 'cutAfter' }],
		['meets a fault of the server', { kind: 'status', status: 502 }],
	] as const)('that %s is got over', async (_, fault) => {
		here.sandbox.addFault({ vendor: 'hubspot', match: new RegExp(request), fault });
		const told = await run();
		expect(count(told, 'failed') + count(told, 'deferred')).toBe(0);
		expectDone();
	});

	it('at the daily limit defers who is left, and the next run does the rest', async () => {
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: new RegExp(request),
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		const told = await run();
		expect(told).toHaveLength(rows.length);
		expect(count(told, 'deferred')).toBeGreaterThan(0);
		await run(rows.filter((_, index) => told[index]?.result === 'deferred'));
		expectDone();
	});
});

it('a cancellation that is cut off is written once by the next run', async () => {
	await run();
	const gone = rows.map((row) => ({ ...row, status: 'cancelled' }));
	here.sandbox.addFault({
		vendor: 'hubspot',
		match: /batch\/update/,
		fault: { kind: 'status', status: 429, policy: 'DAILY' },
	});
	const told = await run(gone);
	expect(count(told, 'deferred')).toBe(rows.length);
	expect(count(await run(gone), 'synced')).toBe(rows.length);
	const [event] = here.sandbox.hubspot.events;
	expect(event?.activities.filter(({ verb }) => verb === 'cancel')).toHaveLength(rows.length);
});

it('one poisoned record of a batch fails alone, and HubSpot’s words say why', async () => {
	const poisoned = rows.map((row, index) => ({
		...row,
		...(index === 3 && { company: 'x'.repeat(70_000) }),
	}));
	const told = await run(poisoned);
	expect(count(told, 'synced')).toBe(rows.length - 1);
	expect(told[3]).toMatchObject({ result: 'failed' });
	expect(told[3]?.message).toContain('company');
	expect(told[3]?.message).toContain('65536');
});

it('a registration that a killed run left out is written by the next', async () => {
	await run();
	here.sandbox.hubspot.events[0]?.activities.splice(0, 5);
	expect(count(await run(), 'synced')).toBe(5);
	expectDone();
});

describe('a registration without a time of its own, of a contact that is there', () => {
	const WEBINAR = '85200000002';
	const other = () => planned(here, { webinarId: WEBINAR });
	const once = async (changes: IDataObject) => {
		const items = rows.map((row) => ({ ...row, webinarId: WEBINAR, ...changes }));
		return outcomes(await register(here, items, { webinar: other() }));
	};
	/** One registration each, under one time. */
	const expectOnce = () => {
		const event = here.sandbox.hubspot.events.find(
			({ externalEventId }) => externalEventId === WEBINAR,
		);
		expect(event?.activities).toHaveLength(rows.length);
		for (const person of strangers(here)) {
			expect(contactOf(here, person).properties.n8n_webinar_registration_count).toBe('2');
		}
	};
	beforeEach(async () => void (await run()));

	it.each(['POST .*contacts/batch/update', 'POST .*register/create'])(
		'is there once when %s meets the daily limit and the next run knows the time',
		async (request) => {
			here.sandbox.addFault({
				vendor: 'hubspot',
				match: new RegExp(request),
				fault: { kind: 'status', status: 429, policy: 'DAILY' },
			});
			const told = await once({ registeredAt: null });
			expect(count(told, 'deferred')).toBe(rows.length);
			const rest = await once({});
			expect(count(rest, 'failed') + count(rest, 'deferred')).toBe(0);
			expectOnce();
			// And with the time of Zoom's list, which is another one than that of the first run.
			expect(count(await once({ registeredAt: '2026-01-02T03:04:05Z' }), 'unchanged')).toBe(
				rows.length,
			);
			expectOnce();
		},
	);
});

describe('a missing scope', () => {
	it('ends the run with one error that names it', async () => {
		const { scopes } = here.sandbox.hubspot.world;
		scopes.splice(scopes.indexOf('crm.objects.marketing_events.write'), 1);
		const { error } = await register(here, rows, { webinar: planned(here) });
		expect(error?.message).toContain('marketing_events.write');
	});
});

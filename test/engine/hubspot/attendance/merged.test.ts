import { stage, type Stage } from '../../support/world';
import { afterEach as afterEachRequest, outcomes, sync } from '../support';
import { contactOf, countsOf, known, stay } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** Two contacts who have been to two different webinars each, and one whom both have been to. */
async function twoHistories(): Promise<[string, string]> {
	const [one, other] = known(here, 2).map(({ email }) => email) as [string, string];
	await sync(here, [
		stay(one, { webinarId: '1', start: '2026-01-01T10:00:00Z', seconds: 3600 }),
		stay(one, { webinarId: '2', start: '2026-01-02T10:00:00Z', seconds: 0 }),
		stay(one, { webinarId: '3', start: '2026-01-03T10:00:00Z' }),
		stay(other, { webinarId: '3', start: '2026-01-03T10:00:00Z' }),
		stay(other, { webinarId: '4', start: '2026-01-04T10:00:00Z' }),
		stay(other, { webinarId: '5', start: '2026-01-05T10:00:00Z', seconds: 0 }),
	]);
	return [one, other];
}

describe('a merged contact', () => {
	it.each([true, false])('has both histories (the id stays: %s)', async (stays) => {
		here.sandbox.hubspot.world.primaryIdPreservation = stays;
		const [one, other] = await twoHistories();
		here.sandbox.hubspot.merge(contactOf(here, one).id, contactOf(here, other).id);
		const news = [stay(one, { webinarId: '6', start: '2026-01-06T10:00:00Z' })];
		const [told] = outcomes(await sync(here, news));
		expect(told?.result).toBe('synced');
		// 1 and 2 of the one, 4 and 5 of the other, 3 of both, and 6: all registered, four attended.
		expect(countsOf(here, one)).toEqual(['6', '4', '62.5']);

		here.sandbox.books.clear();
		expect(outcomes(await sync(here, news))[0]?.result).toBe('unchanged');
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		const asked = here.sandbox.books.calls('hubspot').map(({ path }) => path);
		expect(asked.filter((path) => path.includes('/participations/contacts/'))).toEqual([]);
	});

	it('is read page by page', async () => {
		const [one, other] = known(here, 2).map(({ email }) => email) as [string, string];
		await sync(here, [stay(one), stay(other, { webinarId: '1000' })]);
		const { events } = here.sandbox.hubspot;
		const [like] = events.filter(({ externalEventId }) => externalEventId === '1000');
		if (like === undefined) throw new Error('The event is missing');
		for (let number = 1001; number < 1130; number += 1) {
			const id = String(number);
			events.push({ ...structuredClone(like), externalEventId: id, objectId: `9${id}` });
		}
		here.sandbox.hubspot.merge(contactOf(here, one).id, contactOf(here, other).id);
		await sync(here, [stay(one, { webinarId: '901' })]);
		expect(countsOf(here, one)).toEqual(['132', '132', '50']);
	});

	it('keeps a later correction of what was rebuilt', async () => {
		const [one, other] = await twoHistories();
		here.sandbox.hubspot.merge(contactOf(here, one).id, contactOf(here, other).id);
		await sync(here, [stay(one, { webinarId: '6' })]);
		const corrected = { webinarId: '4', start: '2026-01-04T10:00:00Z', seconds: 900 };
		await sync(here, [stay(one, corrected)]);
		// 100, 50, 25 and 50 percent.
		expect(countsOf(here, one)).toEqual(['6', '4', '56.3']);
	});

	it('costs no call when neither had a history', async () => {
		const [one = '', other = ''] = known(here, 2).map(({ email }) => email);
		here.sandbox.hubspot.merge(contactOf(here, one).id, contactOf(here, other).id);
		await sync(here, [stay(one)]);
		const asked = here.sandbox.books.calls('hubspot').map(({ path }) => path);
		expect(asked.filter((path) => path.includes('/participations/contacts/'))).toEqual([]);
		expect(countsOf(here, one)).toEqual(['1', '1', '50']);
	});
});

describe('a contact that goes away while the run is on', () => {
	it.each([
		['before its properties are written', /attend\/create$/],
		['after its properties were written', /contacts\/batch\/update$/],
	])('by a merge is written under its new record: %s', async (_, moment) => {
		const [one, other] = await twoHistories();
		let merged = false;
		const stop = afterEachRequest(here.sandbox, moment, () => {
			if (merged) return;
			merged = true;
			here.sandbox.hubspot.merge(contactOf(here, other).id, contactOf(here, one).id);
		});
		const news = [stay(one, { webinarId: '6', start: '2026-01-06T10:00:00Z' })];
		const [told] = outcomes(await sync(here, news, { options: { readBackAfter: 0.3 } }));
		stop();
		expect(merged).toBe(true);
		expect(told).toMatchObject({ result: 'synced', recordId: contactOf(here, one).id });
		expect(countsOf(here, one)).toEqual(['6', '4', '62.5']);
	});

	it('by a merge with somebody else of the run is written once', async () => {
		const [one, other] = await twoHistories();
		let merged = false;
		const stop = afterEachRequest(here.sandbox, /attend\/create$/, () => {
			if (merged) return;
			merged = true;
			here.sandbox.hubspot.merge(contactOf(here, other).id, contactOf(here, one).id);
		});
		const news = [one, other].map((email) =>
			stay(email, { webinarId: '6', start: '2026-01-06T10:00:00Z' }),
		);
		const told = outcomes(await sync(here, news, { options: { readBackAfter: 0.3 } }));
		stop();
		expect(told.map(({ result, reason }) => reason ?? result).sort()).toEqual([
			'duplicate',
			'synced',
		]);
		expect(countsOf(here, one)).toEqual(['6', '4', '62.5']);
	});

	it('because it was deleted is found under the record that took its place', async () => {
		const [contact] = known(here, 1);
		const email = contact?.email ?? '';
		let gone = false;
		const stop = afterEachRequest(here.sandbox, /contacts\/batch\/update$/, () => {
			if (gone || contact === undefined) return;
			gone = true;
			here.sandbox.hubspot.archive(contact.id);
			const id = '900000000001';
			const properties = { createdate: '2026-01-01T00:00:00Z' };
			here.sandbox.hubspot.contacts.set(id, { id, email, additionalEmails: [], properties });
		});
		const [told] = outcomes(await sync(here, [stay(email)], { options: { readBackAfter: 0.3 } }));
		stop();
		expect(gone).toBe(true);
		expect(told).toMatchObject({ result: 'synced', recordId: '900000000001' });
		expect(countsOf(here, email)).toEqual(['1', '1', '50']);
	});
});

describe('counters', () => {
	it('are right after a contact was deleted and made anew by hand', async () => {
		const [contact] = known(here, 1);
		const email = contact?.email ?? '';
		await sync(here, [stay(email)]);
		here.sandbox.hubspot.archive(contact?.id ?? '');
		const id = '900000000002';
		const properties = { createdate: '2026-01-01T00:00:00Z' };
		here.sandbox.hubspot.contacts.set(id, { id, email, additionalEmails: [], properties });
		for (let run = 0; run < 3; run += 1) await sync(here, [stay(email)]);
		expect(countsOf(here, email)).toEqual(['1', '1', '50']);
	});

	it('are right after a webinar was moved to another date', async () => {
		const moved = stay('ada@example.com', { sessionId: 'one', start: '2026-03-09T10:00:00Z' });
		await sync(here, [stay('ada@example.com', { sessionId: 'one' })]);
		for (let run = 0; run < 3; run += 1) await sync(here, [moved]);
		expect(countsOf(here, 'ada@example.com')).toEqual(['1', '1', '50']);
		expect(here.sandbox.hubspot.events).toHaveLength(1);
	});

	it('are right after a report in which the person did not come', async () => {
		await sync(here, [stay('ada@example.com')]);
		await sync(here, [stay('ada@example.com', { seconds: 0 })]);
		expect(countsOf(here, 'ada@example.com')).toEqual(['1', '0', undefined]);
	});
});

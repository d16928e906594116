import type { IDataObject } from 'n8n-workflow';

import type { ZoomWebinarState } from '../../../sandbox/world';
import { longHour } from '../../support/longHour';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { byId, inAHurry, zoomFault, zoomNode } from '../support/zoom';
import {
	add,
	addTo,
	newSeries,
	newWebinar,
	outcomesOf,
	people,
	registrationCalls,
	told,
	writes,
} from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const REGISTERED = 'synced registered -';

function hostOf({ hostId }: ZoomWebinarState): string {
	return here.sandbox.zoom.world.users.find(({ id }) => id === hostId)!.email;
}

/** People of both webinars, in turns. */
function inTurns(one: number | string, two: number | string, count = 4): IDataObject[] {
	return people(count).map((person, index) => ({
		...person,
		webinar: index % 2 === 0 ? one : two,
	}));
}

describe('a refusal that concerns one person', () => {
	test('the host and a panelist are left out, the rest of their batch is registered', async () => {
		const webinar = newWebinar(here, {
			panelists: [{ id: 'p1', name: 'Pat', email: 'pat@example.com' }],
		});
		const items = [
			{ email: hostOf(webinar), firstName: 'Host' },
			{ email: 'pat@example.com', firstName: 'Pat' },
			...people(3),
		];
		expect(told(await add(here, webinar.id, items))).toEqual([
			'skipped none hostCannotRegister',
			'skipped none panelistCannotRegister',
			...Array(3).fill(REGISTERED),
		]);
		expect(writes(here)).toEqual(['POST batch_registrants', ...Array(5).fill('POST registrants')]);
	});

	test('what Zoom does not take comes with Zoom’s words, for this person alone', async () => {
		const { id } = newWebinar(here);
		const items = [{ email: 'long@example.com', firstName: 'x'.repeat(65) }, ...people(2)];
		const result = await add(here, id, items);
		expect(told(result)).toEqual(['failed none vendorRejected', REGISTERED, REGISTERED]);
		expect(outcomesOf(result)[0]?.message).toMatch(/^Zoom refused the request\. .+/);
	});

	test('three registrations a day and person: deferred to midnight UTC, nobody else is held up', async () => {
		await longHour();
		const { id } = newWebinar(here);
		const again = { options: { lookUpFirst: 'never' } };
		for (let day = 0; day < 3; day += 1) await add(here, id, people(1), again);
		const result = await add(here, id, people(3), again);
		expect(told(result)).toEqual(['deferred none registrantDailyLimit', REGISTERED, REGISTERED]);
		const midnight = new Date(here.sandbox.now());
		midnight.setUTCHours(24, 0, 0, 0);
		expect(Date.parse(outcomesOf(result)[0]!.retryAt!)).toBe(midnight.getTime());
		here.sandbox.advance(midnight.getTime() - here.sandbox.now() + 1000);
		const tomorrow = outcomesOf(await add(here, id, people(1), again));
		expect(tomorrow[0]?.result).not.toBe('deferred');
	});

	test('looking up first does not spend the daily allowance', async () => {
		const { id } = newWebinar(here);
		for (let run = 0; run < 5; run += 1) await add(here, id, people(2));
		expect(registrationCalls(here)).toHaveLength(1);
	});
});

describe('a refusal that concerns a webinar holds for all its people, and for nobody else', () => {
	const cases: Array<[string, (stage: Stage) => number | string, string]> = [
		[
			'registration is off',
			(on) => newWebinar(on, { approvalType: 2 }).id,
			'registrationNotEnabled',
		],
		[
			'it is over',
			(on) => newWebinar(on, { startTime: '2026-01-05T10:00:00Z' }).id,
			'registrationClosed',
		],
		['Zoom does not know it', () => 99_999_999_999, 'webinarNotFound'],
		[
			'it was made in Zoom Events',
			(on) => newWebinar(on, { eventsWebinar: true }).id,
			'zoomEventsWebinar',
		],
		[
			'it is a meeting',
			(on) => {
				const { world } = on.sandbox.zoom;
				world.scopes.push('meeting:read:meeting:admin');
				world.meetings = [
					{
						id: 91_111_111_111,
						hostId: world.users[0]!.id,
						topic: 'Weekly',
						startTime: '2026-12-01T10:00:00Z',
					},
				];
				return 91_111_111_111;
			},
			'notAWebinar',
		],
		[
			'its host has no licence',
			(on) => {
				const { users } = on.sandbox.zoom.world;
				const hostId = users.find(({ webinarLicence }) => !webinarLicence)!.id;
				return newWebinar(on, { hostId }).id;
			},
			'permissionMissing',
		],
		['its ID cannot be one', () => 'nonsense', 'vendorRejected'],
	];

	test.each(cases)('%s', async (_, make, reason) => {
		const closed = make(here);
		const items = inTurns(closed, newWebinar(here).id);
		const result = await zoomNode(here, addTo('={{ $json.webinar }}'), { items });
		const refused = `failed none ${reason}`;
		expect(told(result)).toEqual([refused, REGISTERED, refused, REGISTERED]);
		for (const outcome of outcomesOf(result)) {
			if (outcome.reason !== null) expect(outcome.message).not.toBe('');
		}
		expect(registrationCalls(here).length).toBeLessThanOrEqual(2);
	});

	test('a webinar that is filled up: as many as fit, the others are told', async () => {
		const webinar = newWebinar(here, { settings: { registrants_restrict_number: 4 } });
		const result = await add(here, webinar.id, people(8));
		const outcomes = told(result);
		expect(outcomes.filter((one) => one === REGISTERED)).toHaveLength(4);
		expect(outcomes.filter((one) => one === 'failed none webinarFull')).toHaveLength(4);
		expect(webinar.registrants).toHaveLength(4);
	});

	test('an occurrence that the webinar does not have', async () => {
		const series = newSeries(here, 2);
		const dates = [series.occurrences![0]!.occurrence_id, '1234567890123'];
		const items = people(4).map((person, index) => ({ ...person, date: dates[index % 2] }));
		const result = await add(here, series.id, items, { occurrence: byId('={{ $json.date }}') });
		expect(told(result)).toEqual([
			REGISTERED,
			'failed none webinarNotFound',
			REGISTERED,
			'failed none webinarNotFound',
		]);
	});

	test('a scope that is missing, by its name', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !scope.includes('write:batch_registrants'));
		const { id } = newWebinar(here);
		const result = await add(here, id, people(3));
		expect(told(result)).toEqual(Array(3).fill('failed none permissionMissing'));
		expect(outcomesOf(result)[0]?.message).toContain('webinar:write:batch_registrants:admin');
	});

	test('Zoom breaks down over one webinar: its people are deferred', async () => {
		const [broken, well] = [newWebinar(here), newWebinar(here)];
		zoomFault(here, {
			match: new RegExp(`GET /webinars/${broken.id}/registrants$`),
			fault: { kind: 'status', status: 503 },
			times: 99,
		});
		const items = inTurns(broken.id, well.id);
		const result = await zoomNode(here, addTo('={{ $json.webinar }}'), { items });
		expect(told(result)).toEqual([
			'deferred none temporarilyUnavailable',
			REGISTERED,
			'deferred none temporarilyUnavailable',
			REGISTERED,
		]);
		expect(Date.parse(outcomesOf(result)[0]!.retryAt!)).toBeGreaterThan(Date.now());
	});
});

describe('the account’s daily limit', () => {
	test.each([
		['when it is met at the first call', /GET \/webinars\/\d+$/, 0],
		['while people are registered', /POST .*batch_registrants$/, 0],
	])(
		'%s: everybody is deferred to midnight UTC, and no call is made any more',
		async (_, match) => {
			const { id } = newWebinar(here);
			const other = newWebinar(here);
			zoomFault(here, { match, fault: { kind: 'status', status: 429, policy: 'Daily-limit' } });
			const items = [
				...people(40).map((person) => ({ ...person, webinar: id })),
				{ ...people(1)[0], webinar: other.id },
			];
			const result = await zoomNode(here, addTo('={{ $json.webinar }}'), { items });
			const outcomes = outcomesOf(result);
			expect(outcomes).toHaveLength(41);
			const deferred = outcomes.filter(({ reason }) => reason === 'dailyLimit');
			expect(deferred.length).toBeGreaterThan(0);
			for (const { result: what, retryAt } of deferred) {
				expect(what).toBe('deferred');
				expect(retryAt).toMatch(/T00:00:00/);
			}
			const before = here.sandbox.books.calls('zoom').length;
			const limited = here.sandbox.books.calls('zoom').findIndex(({ fault }) => fault === 'status');
			// Calls that were under way when the limit was met may still end.
			expect(before - 1 - limited).toBeLessThanOrEqual(5);
		},
	);

	test('calls per second are waited for, and nobody is told of them', async () => {
		const { id } = newWebinar(here);
		zoomFault(here, {
			match: /POST/,
			fault: { kind: 'status', status: 429, policy: 'QPS' },
			times: 2,
		});
		expect(told(await add(here, id, people(31)))).toEqual(Array(31).fill(REGISTERED));
	});
});

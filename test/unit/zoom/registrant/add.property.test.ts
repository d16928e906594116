import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { addRegistrants } from '../../../../nodes/Zoom/actions/registrant/add/add';
import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { FakeZoom, type Fate, type FakeOptions, type FakeRow } from './fakeZoom';

const WEBINAR = '95426371234';

function item(person: number): IDataObject {
	return { webinar: WEBINAR, email: `p${person}@example.com`, firstName: 'Ann' };
}

function row(person: number, status: FakeRow['status']): FakeRow {
	return {
		id: `old${person}`,
		email: `p${person}@example.com`,
		first_name: 'Ann',
		status,
		create_time: '2026-01-01T00:00:00Z',
		join_url: 'https://zoom.us/w/1?tk=old',
	};
}

async function run(given: FakeOptions): Promise<{ zoom: FakeZoom; outcomes: Outcome[] }> {
	const zoom = new FakeZoom(given);
	const items = given.items.map((json) => ({ json }));
	const written = await addRegistrants.call(zoom.context(), items);
	return { zoom, outcomes: written.map(({ outcome }) => outcome) };
}

function timesSent(zoom: FakeZoom): Map<string, number> {
	const times = new Map<string, number>();
	for (const email of zoom.calls.flat()) times.set(email, (times.get(email) ?? 0) + 1);
	return times;
}

const fates = fc.array(
	fc.constantFrom<Fate>('well', 'lostBefore', 'lostAfter', 'refused', 'partlyTold'),
	{ maxLength: 12 },
);
const people = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 45 });
const known = fc.uniqueArray(
	fc.tuple(
		fc.nat({ max: 40 }),
		fc.constantFrom<FakeRow['status']>('approved', 'pending', 'denied'),
	),
	{ selector: ([person]) => person, maxLength: 20 },
);

test('whatever is lost or refused: one outcome each, two calls at most, and what is said is so', async () => {
	await fc.assert(
		fc.asyncProperty(
			people,
			known,
			fates,
			fc.constantFrom(5, 9),
			fc.constantFrom('auto', 'never'),
			async (wanted, registered, fateList, type, lookUpFirst) => {
				const given = {
					items: wanted.map(item),
					registered: registered.map(([person, status]) => row(person, status)),
					fates: fateList,
					type,
					options: { lookUpFirst },
				};
				const { zoom, outcomes } = await run(given);
				expect(outcomes).toHaveLength(wanted.length);
				for (const times of timesSent(zoom).values()) expect(times).toBeLessThanOrEqual(2);
				outcomes.forEach(({ result, reason }, index) => {
					const email = `p${wanted[index]}@example.com`;
					const there = zoom.rows.get(email);
					if (result === 'synced' || result === 'unchanged') expect(there).toBeDefined();
					if (reason === 'uncertain') expect(timesSent(zoom).get(email)).toBe(2);
					if (reason === 'alreadyRegistered') expect(there?.id).toMatch(/^old/);
					if (result === 'failed' && reason === 'vendorRejected') {
						expect(there?.id ?? 'old').toMatch(/^old/);
					}
				});
				const doubled = outcomes.filter(({ reason }) => reason === 'duplicate');
				expect(doubled).toHaveLength(wanted.length - new Set(wanted).size);
			},
		),
		{ numRuns: 60 },
	);
});

test('nobody who is known is sent, and everybody else once, when all goes well', async () => {
	await fc.assert(
		fc.asyncProperty(people, known, async (wanted, registered) => {
			const { zoom } = await run({
				items: wanted.map(item),
				registered: registered.map(([person, status]) => row(person, status)),
			});
			const before = new Set(registered.map(([person]) => person));
			const expected = [...new Set(wanted)].filter((person) => !before.has(person));
			expect(zoom.calls.flat().sort()).toEqual(
				expected.map((person) => `p${person}@example.com`).sort(),
			);
			expect(zoom.calls).toHaveLength(Math.ceil(expected.length / 30));
		}),
		{ numRuns: 40 },
	);
});

describe('the two calls', () => {
	test('a lost batch whose people are there is not sent again', async () => {
		const { zoom, outcomes } = await run({ items: [1, 2, 3].map(item), fates: ['lostAfter'] });
		expect(zoom.calls).toHaveLength(1);
		expect(outcomes.map(({ result, action }) => `${result} ${action}`)).toEqual(
			Array(3).fill('synced registered'),
		);
	});

	test('whoever a batch’s answer does not name is looked for before anything is sent again', async () => {
		const { zoom, outcomes } = await run({ items: [1, 2, 3].map(item), fates: ['partlyTold'] });
		expect(zoom.calls).toHaveLength(1);
		expect(outcomes.map(({ result, recordId }) => `${result} ${recordId}`)).toEqual([
			'synced r1',
			'synced r2',
			'synced r3',
		]);
	});

	test('a lost batch whose people are not there is sent one by one', async () => {
		const { zoom, outcomes } = await run({ items: [1, 2].map(item), fates: ['lostBefore'] });
		expect(zoom.calls.map((call) => call.length)).toEqual([2, 1, 1]);
		expect(outcomes.map(({ steps }) => steps.registration?.message)).toEqual(['single', 'single']);
	});

	test('a person who is lost twice and not there is uncertain, and nothing else', async () => {
		const { zoom, outcomes } = await run({
			items: [item(1)],
			fates: ['lostBefore', 'lostBefore', 'well'],
		});
		expect(zoom.calls).toHaveLength(2);
		expect(outcomes[0]).toMatchObject({ result: 'failed', reason: 'uncertain', action: 'none' });
	});

	test('a person who is lost twice and there after all is registered', async () => {
		const { outcomes } = await run({ items: [item(1)], fates: ['lostBefore', 'lostAfter'] });
		expect(outcomes[0]).toMatchObject({ result: 'synced', reason: null, recordId: 'r1' });
	});

	test('somebody in a refused batch has one call left, and no third one', async () => {
		const { zoom, outcomes } = await run({
			items: [1, 2].map(item),
			fates: ['refused', 'lostBefore', 'well'],
		});
		expect(zoom.calls.map((call) => call.length)).toEqual([2, 1, 1]);
		expect(outcomes.map(({ reason }) => reason).sort()).toEqual([null, 'uncertain']);
	});
});

describe('pending', () => {
	test('who waits for the host is synced with the reason and has no link', async () => {
		const { outcomes, zoom } = await run({ items: [item(1), item(2)], approvalType: 1 });
		expect(zoom.calls).toHaveLength(2);
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({
				result: 'synced',
				action: 'registered',
				reason: 'pendingApproval',
				repair: 'Approve the registrant on the webinar platform',
			});
		}
	});
});

describe('what Zoom says about', () => {
	test.each([
		['a webinar of Zoom Events', 'created via event directory', 'zoomEventsWebinar'],
		['a paid webinar', 'The Zoom REST API does not support paid registration.', 'vendorRejected'],
	])('%s holds for everybody, after one call', async (_, message, reason) => {
		const { zoom, outcomes } = await run({
			items: [1, 2, 3].map(item),
			fates: ['refused', 'refused'],
			refusal: { code: 3000, message },
		});
		expect(zoom.calls).toHaveLength(1);
		expect(outcomes.map((outcome) => outcome.reason)).toEqual(Array(3).fill(reason));
	});

	test('one of a batch holds for that person alone', async () => {
		const { outcomes } = await run({
			items: [1, 2].map(item),
			fates: ['refused', 'refused'],
			refusal: { code: 3034, message: 'If you have been invited, please input your work email.' },
		});
		expect(outcomes.map(({ result }) => result).sort()).toEqual(['failed', 'synced']);
	});
});

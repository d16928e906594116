import { stage, type Stage } from '../../support/world';
import { afterEach as afterEachRequest, outcomes, sync } from '../support';
import { contactOf, countsOf, known, stay } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 120 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const OPTIONS = { readBackAfter: 0, excludeAccountUsers: false };
/** Longer than the other run takes from its reading to its writing, also on a busy machine. */
const AT_ONCE = { ...OPTIONS, readBackAfter: 8 };

/** Known people, and some who are new, in two webinars. */
function twoWebinars() {
	const emails = [
		...known(here, 30).map(({ email }) => email),
		...Array.from({ length: 10 }, (_, index) => `new${index}@example.com`),
	];
	const one = emails.map((email) => stay(email, { webinarId: '1', seconds: 3600 }));
	const start = '2026-03-03T10:00:00Z';
	const other = emails.map((email) => stay(email, { webinarId: '2', start }));
	return { emails, one, other };
}

describe('two runs at once, of different webinars with the same people', () => {
	it('lose nothing, or say who has to be synced again', async () => {
		const { emails, one, other } = twoWebinars();
		const told = await Promise.all(
			[one, other].map(async (items) => outcomes(await sync(here, items, { options: AT_ONCE }))),
		);
		const done = emails.filter((_, index) =>
			told.every((outcomesOf) => outcomesOf[index]?.result === 'synced'),
		);
		expect(done.length).toBeGreaterThan(0);
		for (const email of done) expect(countsOf(here, email)).toEqual(['2', '2', '75']);
		for (const outcome of told.flat()) expect(['synced', 'deferred']).toContain(outcome.result);

		for (const items of [one, other]) await sync(here, items, { options: OPTIONS });
		for (const email of emails) expect(countsOf(here, email)).toEqual(['2', '2', '75']);
	});

	it('are united however the other one writes in between', async () => {
		const { emails, one, other } = twoWebinars();
		await sync(here, other, { options: OPTIONS });
		const theirs = new Map(
			[...here.sandbox.hubspot.contacts.values()].map(({ id, properties }) => [
				id,
				{ ...properties },
			]),
		);
		// The other run writes what it had read before this one wrote: after the first write, and
		// once more after this one has mended that.
		let left = 2;
		const stop = afterEachRequest(here.sandbox, /contacts\/batch\/update$/, () => {
			if (left === 0) return;
			left -= 1;
			for (const contact of here.sandbox.hubspot.contacts.values()) {
				Object.assign(contact.properties, theirs.get(contact.id));
			}
		});
		const told = outcomes(await sync(here, one, { options: { ...OPTIONS, readBackAfter: 0.3 } }));
		stop();
		expect(left).toBe(0);
		expect(told.map(({ result }) => result)).toEqual(emails.map(() => 'synced'));
		for (const email of emails) expect(countsOf(here, email)).toEqual(['2', '2', '75']);
	});
});

it('a long run keeps what a short one has written, and read back, since it began', async () => {
	const emails = Array.from({ length: 250 }, (_, index) => `known${index}@example.com`);
	const options = OPTIONS;
	const items = (webinarId: string, start: string) =>
		emails.map((email) => stay(email, { webinarId, start, seconds: 3600 }));
	await sync(here, items('1', '2026-03-01T10:00:00Z'), { options });
	const { properties } = contactOf(here, emails[0]!);
	const before = { ...properties };
	await sync(here, items('2', '2026-03-02T10:00:00Z').slice(0, 1), { options });
	const short = { ...properties };
	Object.assign(properties, before);
	// The short run comes and goes while the long one, which has read everybody, writes who attended.
	const stop = afterEachRequest(here.sandbox, /attend\/create$/, () => {
		Object.assign(properties, short);
	});
	const told = outcomes(await sync(here, items('3', '2026-03-03T10:00:00Z'), { options }));
	stop();
	expect(told.map(({ result }) => result)).toEqual(emails.map(() => 'synced'));
	expect(countsOf(here, emails[0]!)).toEqual(['3', '3', '100']);
	expect(countsOf(here, emails[1]!)).toEqual(['2', '2', '100']);
});

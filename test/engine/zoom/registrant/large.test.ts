import { longTravel } from '../../support/longTravel';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { inAHurry } from '../support/zoom';
import { add, newWebinar, people, registered, timesSent, told } from './support';

jest.setTimeout(240_000);

let here: Stage;
beforeAll(inAHurry);
beforeAll(longTravel);
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

/** Requests that Zoom refused because they came too fast. */
const throttled = () => here.sandbox.books.calls('zoom').filter(({ status }) => status === 429);

test('10,000 people for one webinar: nobody lost, nobody twice, never too fast', async () => {
	const before = Array.from({ length: 1000 }, (_, index) =>
		registered(`person${index}@example.com`),
	);
	const webinar = newWebinar(here, { registrants: before });
	const result = await add(here, webinar.id, people(10_000));
	const outcomes = told(result);
	expect(outcomes).toHaveLength(10_000);
	expect(outcomes.slice(0, 1000)).toEqual(Array(1000).fill('unchanged none alreadyRegistered'));
	expect(new Set(outcomes.slice(1000))).toEqual(new Set(['synced registered -']));
	expect(new Set(webinar.registrants.map(({ email }) => email)).size).toBe(10_000);
	expect(webinar.registrants).toHaveLength(10_000);
	expect([...timesSent(here).values()]).toEqual(Array(9000).fill(1));
	expect(throttled()).toEqual([]);
});

test('300 people one by one: at Zoom’s pace, nobody twice', async () => {
	const webinar = newWebinar(here, { approvalType: 1 });
	const started = Date.now();
	const outcomes = told(await add(here, webinar.id, people(300)));
	expect(outcomes).toEqual(Array(300).fill('synced registered pendingApproval'));
	expect(webinar.registrants).toHaveLength(300);
	expect(throttled()).toEqual([]);
	// 30 a second for a light call.
	expect(Date.now() - started).toBeGreaterThan(8000);
});

import type { Fault } from '../../../sandbox/contract';
import { onceCalled } from '../../support/onceCalled';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { inAHurry, zoomFault, zoomNode } from '../support/zoom';
import {
	add,
	newWebinar,
	people,
	registered,
	registrantOperation,
	registrationCalls,
	timesSent,
	told,
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

/** No answer, an answer that breaks off, a page instead of an answer, a breakdown. */
const LOSSES: Fault[] = [
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
	{ kind: 'html' },
	{ kind: 'status', status: 502 },
];

/** [description, fault] with a readable name. */
const losses = LOSSES.map((fault): [string, Fault] => [JSON.stringify(fault), fault]);

describe.each(losses)('an answer that is lost: %s', (_, fault) => {
	test.each([
		['batch', 5],
		['single', 1],
	])('of a %s: everybody is registered once, after two calls at most', async (_kind, count) => {
		const webinar = newWebinar(here);
		zoomFault(here, { match: /POST .*registrants$/, fault });
		expect(told(await add(here, webinar.id, people(count)))).toEqual(Array(count).fill(REGISTERED));
		expect(webinar.registrants).toHaveLength(count);
		expect(Math.max(...timesSent(here).values())).toBeLessThanOrEqual(2);
	});

	test('of every call: what took effect is found, the rest is uncertain', async () => {
		const webinar = newWebinar(here);
		zoomFault(here, { match: /POST .*registrants$/, fault, times: 99 });
		const outcomes = told(await add(here, webinar.id, people(4)));
		const there = webinar.registrants.length;
		expect(outcomes.filter((one) => one === REGISTERED)).toHaveLength(there);
		expect(outcomes.filter((one) => one === 'failed none uncertain')).toHaveLength(4 - there);
		expect(fault.kind === 'cutAfter' ? 4 : 0).toBe(there);
		for (const times of timesSent(here).values()) expect(times).toBeLessThanOrEqual(2);
	});
});

test('of two people’s calls among many: nobody else is sent again', async () => {
	const webinar = newWebinar(here, { approvalType: 1 });
	zoomFault(here, { match: /POST .*registrants$/, fault: { kind: 'cutAfter' } });
	zoomFault(here, { match: /POST .*registrants$/, fault: { kind: 'cutBefore' } });
	expect(told(await add(here, webinar.id, people(20)))).toEqual(
		Array(20).fill('synced registered pendingApproval'),
	);
	expect([...timesSent(here).values()].reduce((sum, times) => sum + times, 0)).toBe(21);
	expect(webinar.registrants).toHaveLength(20);
});

test('and the lists cannot be read: uncertain, with the cause', async () => {
	const { id } = newWebinar(here);
	zoomFault(here, { match: /POST .*registrants$/, fault: { kind: 'cutAfter' } });
	const options = { lookUpFirst: 'never' };
	zoomFault(here, {
		match: /GET .*registrants$/,
		fault: { kind: 'status', status: 503 },
		times: 99,
	});
	const result = await add(here, id, people(2), { options });
	expect(told(result)).toEqual(Array(2).fill('failed none uncertain'));
	expect(registrationCalls(here)).toHaveLength(1);
	expect(JSON.stringify(result.outputs)).toContain('could not be read either');
});

describe('the token', () => {
	test('expires in the middle: nobody notices', async () => {
		const { id } = newWebinar(here, { approvalType: 1 });
		onceCalled(
			here.sandbox,
			() => registrationCalls(here).length >= 10,
			() => here.sandbox.zoom.revokeTokens(),
		);
		const result = await add(here, id, people(60));
		expect(told(result)).toEqual(Array(60).fill('synced registered pendingApproval'));
		expect(here.sandbox.books.calls('zoom').some(({ status }) => status === 401)).toBe(true);
	});

	test('is refused for good in the middle: who was registered is told so, the rest fails', async () => {
		const webinar = newWebinar(here);
		const { world } = here.sandbox.zoom;
		await add(here, webinar.id, people(1));
		zoomFault(here, {
			match: /POST .*\/registrants$/,
			fault: { kind: 'status', status: 401 },
			times: 99,
		});
		const items = [...people(30), { ...people(1, 'extra')[0] }].map((person, index) => ({
			...person,
			language: index === 30 ? 'de-DE' : '',
		}));
		const result = await add(here, webinar.id, items, {
			options: { language: '={{ $json.language }}' },
		});
		const outcomes = told(result);
		expect(outcomes).toHaveLength(31);
		expect(outcomes[0]).toBe('unchanged none alreadyRegistered');
		expect(outcomes[30]).toBe('failed none permissionMissing');
		expect(outcomes.filter((one) => one === REGISTERED)).toHaveLength(29);
		expect(world.webinars.find(({ id }) => id === webinar.id)!.registrants).toHaveLength(30);
	});
});

describe('status and deletion, which may be sent again', () => {
	test.each(losses)('a lost answer (%s) changes nothing', async (_, fault) => {
		const webinar = newWebinar(here, {
			registrants: [registered('a@example.com', 'pending'), registered('b@example.com', 'pending')],
		});
		const items = [{ registrant: 'a@example.com' }, { registrant: 'b@example.com' }];
		zoomFault(here, { match: /PUT/, fault });
		const approve = registrantOperation('updateStatus', webinar.id, { newStatus: 'approve' });
		expect(told(await zoomNode(here, approve, { items }))).toEqual(
			Array(2).fill('synced approved -'),
		);
		zoomFault(here, { match: /DELETE/, fault });
		const remove = registrantOperation('delete', webinar.id);
		expect(told(await zoomNode(here, remove, { items }))).toEqual(
			Array(2).fill('synced deleted -'),
		);
		expect(webinar.registrants).toEqual([]);
	});
});

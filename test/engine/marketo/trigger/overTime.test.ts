import { PolledTrigger } from '../../support/polledTrigger';
import { stage, type Stage } from '../../support/world';
import { leadIds, PROGRAM, strangersOf } from './people';

const MINUTE = 60_000;

let here: Stage;
let trigger: PolledTrigger;
beforeEach(async () => {
	here = await stage({ registrants: 60 });
	trigger = new PolledTrigger('marketoTrigger', here.marketo, { event: 'programStatusChanged' });
});
afterEach(async () => await here.close());

const calls = (part: string) =>
	here.sandbox.books.calls('marketo').filter(({ path }) => path.includes(part));
const strangers = (count: number) => strangersOf(here, count);
const register = (leadId: number, status = 'Registered', program: number = PROGRAM) =>
	here.sandbox.marketo.changeStatus(program, leadId, status);

describe('what Marketo shows late', () => {
	beforeEach(async () => await trigger.poll());

	it('is not lost within the time to look back, and comes once', async () => {
		const [one, two] = strangers(2) as [number, number];
		here.sandbox.marketo.world.activityDelayMs = 9 * MINUTE;
		register(one);
		here.sandbox.marketo.world.activityDelayMs = 0;
		register(two);
		expect(leadIds(await trigger.poll())).toEqual([two]);
		here.sandbox.advance(9 * MINUTE);
		expect(leadIds(await trigger.poll())).toEqual([one]);
		expect(await trigger.poll()).toBeNull();
	});
});

describe('more than one poll can read', () => {
	beforeEach(async () => {
		await trigger.poll();
		here.sandbox.marketo.world.activityScan = 2;
		here.sandbox.books.clear();
	});

	it('pages without rows are passed over', async () => {
		const people = strangers(6);
		here.sandbox.marketo.world.activityScan = 1;
		for (const [index, leadId] of people.entries())
			register(leadId, index < 5 ? 'Invited' : 'Registered');
		trigger.parameters = { ...trigger.parameters, newStatuses: ['Registered'] };
		expect(leadIds(await trigger.poll())).toEqual(people.slice(5));
		expect(calls('activities.json').length).toBeGreaterThan(5);
	});

	it('is read by the next ones, nothing lost and nothing doubled', async () => {
		const people = strangers(7);
		for (const leadId of people) register(leadId);
		// No time at all: one page is read in any case.
		trigger.budgetMs = 0;
		const seen: unknown[] = [];
		for (let poll = 0; poll < 3; poll += 1) seen.push(...leadIds(await trigger.poll()));
		expect(calls('pagingtoken')).toHaveLength(1);
		expect(trigger.kept.checkpoint).toHaveProperty('unfinished');
		trigger.budgetMs = 300_000;
		seen.push(...leadIds(await trigger.poll()));
		expect(trigger.kept.checkpoint).not.toHaveProperty('unfinished');
		expect(seen).toEqual(people);
		expect(await trigger.poll()).toBeNull();
	});

	it('begins again when Marketo does not take the token any more', async () => {
		const people = strangers(5);
		for (const leadId of people) register(leadId);
		trigger.budgetMs = 0;
		const seen = leadIds(await trigger.poll());
		const { unfinished } = trigger.kept.checkpoint as {
			unfinished: { streams: Array<{ token: string }> };
		};
		unfinished.streams[0]!.token = 'FAKE-of-last-year';
		trigger.budgetMs = 300_000;
		seen.push(...leadIds(await trigger.poll()));
		expect(seen).toEqual(people);
	});
});

describe('a poll that fails', () => {
	beforeEach(async () => await trigger.poll());

	it('changes nothing, and the next one brings everything', async () => {
		const people = strangers(3);
		for (const leadId of people) register(leadId);
		const before = structuredClone(trigger.kept);
		const { world } = here.sandbox.marketo;
		const permissions = world.permissions;
		world.permissions = permissions.filter((name) => !/Lead$/.test(name));
		await expect(trigger.poll()).rejects.toMatchObject({
			description: expect.stringMatching(/Access API → Read-Only Person/) as string,
		});
		expect(trigger.kept).toEqual(before);
		world.permissions = permissions;
		expect(leadIds(await trigger.poll())).toEqual(people);
	});
});

describe('a test in the editor', () => {
	it('shows the latest change and does not move the state', async () => {
		await trigger.poll();
		const before = structuredClone(trigger.kept);
		const people = strangers(2);
		for (const leadId of people) register(leadId);
		expect(leadIds(await trigger.poll('manual'))).toEqual(people.slice(1));
		expect(trigger.kept).toEqual(before);
		expect(leadIds(await trigger.poll())).toEqual(people);
	});

	it('works before the workflow was ever active, and finds what is days old', async () => {
		const [leadId] = strangers(1);
		register(leadId!);
		const changed = here.sandbox.marketo.activities.at(-1)!;
		changed.activityDate = new Date(Date.now() - 3 * 24 * 60 * MINUTE).toISOString();
		expect(leadIds(await trigger.poll('manual'))).toEqual([leadId]);
		expect(trigger.kept).toEqual({});
	});

	it('says what to do when there is nothing', async () => {
		trigger.parameters = { ...trigger.parameters, newStatuses: ['Nowhere'] };
		await expect(trigger.poll('manual')).rejects.toMatchObject({
			message: expect.stringMatching(/no such activity of the last 30 days/) as string,
			description: expect.stringMatching(/^Let it happen/) as string,
		});
	});
});

it('a poll that n8n begins while one still reads hands over nothing, and nothing is lost', async () => {
	await trigger.poll();
	const people = strangers(3);
	for (const leadId of people) register(leadId);
	const both = await Promise.all([trigger.poll(), trigger.poll()]);
	expect(both.flatMap(leadIds)).toEqual(people);
	expect(await trigger.poll()).toBeNull();
});

it('a poll that fails does not keep the next one from reading', async () => {
	await trigger.poll();
	const [leadId] = strangers(1) as [number];
	register(leadId);
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /activities\.json/,
		times: 1,
		fault: { kind: 'marketoError', code: '603' },
	});
	await expect(trigger.poll()).rejects.toThrow();
	expect(leadIds(await trigger.poll())).toEqual([leadId]);
});

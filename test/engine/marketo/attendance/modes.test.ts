import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { ENGAGEMENT, outcomes, stay, summaries, sync } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const items = Array.from({ length: 6 }, (_, index) => stay(`person${index}@example.com`));

type Cause = 'one fails' | 'all fail' | 'run-wide';

const causes: Record<Cause, () => IDataObject[]> = {
	'one fails': () => items.map((item, index) => (index === 2 ? { ...item, webinar: {} } : item)),
	'all fail': () => items.map((item) => ({ ...item, webinar: {} })),
	'run-wide': () => {
		const { world } = here.sandbox.marketo;
		world.permissions = world.permissions.filter((one) => one !== 'Read-Write Lead');
		return items;
	},
};

function inOutcomes(result: NodeRunResult, output: number): Outcome[] {
	return (result.outputs[output] ?? []).map(({ json }) => json.outcome as Outcome);
}

function inErrors(result: NodeRunResult): Outcome[] {
	// The error output is the last one, after the summary.
	return (result.outputs.at(-1) ?? []).map(
		({ json }) => (json.error as unknown as { outcome: Outcome }).outcome,
	);
}

describe.each(['one fails', 'all fail', 'run-wide'] as const)('where %s', (cause) => {
	const failing = cause === 'one fails' ? 1 : items.length;

	it('as items: everybody comes out once, or the node throws one clear error', async () => {
		const result = await sync(here, causes[cause]());
		if (cause === 'run-wide') {
			expect(result.error?.description).toContain('Read-Write Person');
			return;
		}
		const told = outcomes(result);
		expect(told).toHaveLength(items.length);
		const failed = told.filter((outcome) => outcome.result === 'failed');
		expect(failed).toHaveLength(failing);
		for (const { message, repair } of failed) expect([message, repair]).not.toContain('');
	});

	it('stop: everybody is tried, then the node names how many and who', async () => {
		const result = await sync(here, causes[cause](), { options: { whenPeopleFail: 'stop' } });
		expect(result.error).not.toBeNull();
		if (cause === 'run-wide') return;
		expect(result.error?.message).toContain(`${failing} of ${items.length}`);
		const { members } = here.sandbox.marketo;
		const written = [...members.values()].filter(({ statusName }) => statusName === 'Attended');
		expect(written).toHaveLength(items.length - failing);
	});

	it('continue: everybody comes out of the one output, linked, none as a success', async () => {
		const result = await sync(here, causes[cause](), { onError: 'continueRegularOutput' });
		expect(result.error).toBeNull();
		const told = inOutcomes(result, 0);
		expect(told).toHaveLength(items.length);
		expect(told.filter((outcome) => outcome.result === 'failed')).toHaveLength(failing);
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => expect.objectContaining({ item })),
		);
	});

	it('error output: who failed is there and nobody else', async () => {
		const result = await sync(here, causes[cause](), {
			options: { whenPeopleFail: 'errorOutput' },
			onError: 'continueErrorOutput',
		});
		expect(result.error).toBeNull();
		const [good, bad] = [inOutcomes(result, 0), inErrors(result)];
		expect(good.length + bad.length).toBe(items.length);
		expect(bad).toHaveLength(failing);
		expect(good.map((outcome) => outcome.result)).not.toContain('failed');
	});
});

const anyone = fc.record({
	email: fc.constantFrom(
		'a@example.com',
		'B@example.com ',
		'c@rival.example',
		'nowhere',
		'',
		'ä@b.de',
	),
	status: fc.constantFrom('attended', 'noShow', 'attendedOnDemand', 'unknown'),
	registration: fc.constantFrom('approved', 'pending', 'denied', null),
	role: fc.constantFrom('attendee', 'panelist'),
	seconds: fc.constantFrom(0, 60, 3600),
	sessionId: fc.constantFrom('one', 'two'),
	reason: fc.constantFrom(undefined, 'reportNotReady', 'neverStarted', 'nobodyAttended'),
	engagement: fc.constantFrom(undefined, ENGAGEMENT, { pollsAnswered: 'many', polls: [null, 7] }),
	whole: fc.boolean(),
});

it('whatever comes in, comes out once with one outcome, and is summed up once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyone, { maxLength: 12 }),
			fc.record({
				engagement: fc.constantFrom('activities', 'leave'),
				noShowsNotMembers: fc.constantFrom('add', 'leaveOut'),
				knownPeople: fc.constantFrom('update', 'leave'),
				treatBelowThreshold: fc.constantFrom('leaveOut', 'noShow'),
				minimumSeconds: fc.constantFrom(0, 120),
				excludedDomains: fc.constant('rival.example'),
			}),
			async (people, options) => {
				const given = people.map(({ email, reason, whole, engagement, ...told }) =>
					whole
						? stay(email, {
								...told,
								...(engagement && { engagement }),
								changes: reason === undefined ? {} : { reason },
							})
						: { email, attendanceStatus: told.status },
				);
				const result = await sync(here, given, { options });
				const told = outcomes(result);
				expect(told).toHaveLength(given.length);
				for (const { result: one, reason, message, retryAt } of told) {
					expect(message).not.toBe('');
					expect(reason === null).toBe(one === 'synced' || one === 'unchanged');
					expect(retryAt === null).toBe(one !== 'deferred');
				}
				const counted = summaries(result).map(({ people: count }) => Number(count));
				expect(counted.reduce((sum, each) => sum + each, 0)).toBe(given.length);
			},
		),
		{ numRuns: 15, seed: 7 },
	);
});

test('as a tool: figures of everybody and the programs, in one item', async () => {
	const { outputs } = await sync(here, items, { asTool: true });
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0]![0]!.json).toMatchObject({
		people: 6,
		synced: 6,
		webinars: [{ statuses: { Attended: 6 }, webinar: { webinarId: '900' } }],
	});
});

test('one line under the node says what the run came to and cost', async () => {
	const { hints } = await sync(here, items);
	expect(hints[0]?.message).toMatch(/^6 people: 6 synced\. \d+ calls to Marketo\.$/);
});

import fc from 'fast-check';

import type { ProgressionStatus } from '../../../../nodes/Marketo/mapping/channel';
import { decideStatus } from '../../../../nodes/Marketo/mapping/statusChange';
import { matchStatuses, statusNamed } from '../../../../nodes/Marketo/mapping/statusKinds';

const NAMES = [
	'Invited',
	'Pending Approval',
	'Waitlisted',
	'Rejected',
	'Registered',
	'Registration Error',
	'Cancelled',
	'No Show',
	'Attended',
	'Attended On-demand',
];

const channels = fc
	.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
	.chain((names) =>
		fc.tuple(
			...names.map((name) =>
				fc.record({
					name: fc.constant(name),
					step: fc.integer({ min: 1, max: 5 }).map((step) => step * 10),
					hidden: fc.boolean(),
					success: fc.boolean(),
				}),
			),
		),
	)
	.map((statuses): ProgressionStatus[] => [
		{ name: 'Not in Program', step: 0, hidden: false, success: false },
		...statuses,
	]);

const worlds = fc.record({
	statuses: channels,
	target: fc.constantFrom(...NAMES),
	present: fc.option(fc.constantFrom(...NAMES, 'Not in Program', 'Registered in 2019')),
});

type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

function decide({ statuses, target, present }: World) {
	return decideStatus({ statuses, map: matchStatuses(statuses), target, present });
}

const stepOf = (statuses: readonly ProgressionStatus[], name: string | null) =>
	name === null ? undefined : statusNamed(statuses, name)?.step;

describe('a change of status', () => {
	it('never moves anybody back', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const change = decide(world);
				const held = stepOf(world.statuses, world.present);
				if (change.kind !== 'set' || held === undefined) return;
				expect(stepOf(world.statuses, change.name)).toBeGreaterThanOrEqual(held);
			}),
		);
	});

	it('only names statuses of the channel', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const change = decide(world);
				const has = world.statuses.some(({ name }) => name === world.target);
				if (!has) expect(change).toMatchObject({ kind: 'refuse', reason: 'unknownStatus' });
				else if (change.kind !== 'refuse') {
					expect(world.statuses.map(({ name }) => name)).toContain(change.name);
				}
			}),
		);
	});

	it('repeated changes nothing more', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const change = decide(world);
				if (change.kind !== 'set') return;
				expect(decide({ ...world, present: change.name })).toEqual({
					kind: 'keep',
					name: change.name,
				});
			}),
		);
	});

	it('is possible sideways: to any other status of the same step, but away from having attended', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const held = stepOf(world.statuses, world.present);
				const wanted = stepOf(world.statuses, world.target);
				if (held === undefined || held !== wanted || world.present === world.target) return;
				const cameAlready = world.present?.startsWith('Attended') === true;
				if (!cameAlready) expect(decide(world)).toEqual({ kind: 'set', name: world.target });
			}),
		);
	});

	it('lets those who attended stay so, whatever they miss or watch afterwards', () => {
		const late = fc.constantFrom('No Show', 'Attended On-demand');
		fc.assert(
			fc.property(worlds, late, (world, target) => {
				if (stepOf(world.statuses, 'Attended') === undefined) return;
				if (stepOf(world.statuses, target) === undefined) return;
				expect(decide({ ...world, target, present: 'Attended' })).toEqual({
					kind: 'keep',
					name: 'Attended',
				});
			}),
		);
	});

	it('fails somebody stuck on Registration Error, and skips everybody else', () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const change = decide(world);
				if (change.kind !== 'refuse' || change.reason !== 'statusWouldMoveBack') return;
				const isStuck = world.present === 'Registration Error';
				expect(change.result).toBe(isStuck ? 'failed' : 'skipped');
			}),
		);
	});

	it('of somebody who is no member, or whose status the channel has lost, is left to Marketo', () => {
		fc.assert(
			fc.property(worlds, fc.constantFrom(null, 'Registered in 2019'), (world, present) => {
				if (stepOf(world.statuses, world.target) === undefined) return;
				expect(decide({ ...world, present })).toEqual({ kind: 'set', name: world.target });
			}),
		);
	});
});

describe('Registered and Registration Error', () => {
	const channel = (registered: number, error: number): ProgressionStatus[] => [
		{ name: 'Registered', step: registered, hidden: false, success: false },
		{ name: 'Registration Error', step: error, hidden: false, success: false },
	];
	const kinds = (statuses: ProgressionStatus[]) => [
		decide({ statuses, target: 'Registration Error', present: 'Registered' }).kind,
		decide({ statuses, target: 'Registered', present: 'Registration Error' }).kind,
	];

	it('go both ways on one step, and one way where the error lies above or below', () => {
		expect(kinds(channel(30, 30))).toEqual(['set', 'set']);
		expect(kinds(channel(30, 35))).toEqual(['set', 'refuse']);
		expect(kinds(channel(30, 20))).toEqual(['refuse', 'set']);
	});

	it('take a hidden status into account where somebody has it', () => {
		const statuses = channel(30, 35).map((status) => ({ ...status, hidden: true }));
		expect(decide({ statuses, target: 'Registered', present: 'Registration Error' })).toMatchObject(
			{ kind: 'refuse', result: 'failed', reason: 'statusWouldMoveBack' },
		);
	});
});

describe('Not in Program', () => {
	it('is what somebody is already who is no member, and would move a member back', () => {
		const statuses: ProgressionStatus[] = [
			{ name: 'Not in Program', step: 0, hidden: false, success: false },
			{ name: 'Registered', step: 30, hidden: false, success: false },
		];
		const target = 'Not in Program';
		expect(decide({ statuses, target, present: null })).toEqual({ kind: 'keep', name: target });
		expect(decide({ statuses, target, present: 'Registered' })).toMatchObject({
			kind: 'refuse',
			reason: 'statusWouldMoveBack',
		});
	});
});

import { randomInt } from 'node:crypto';

import { runChaos, STORIES } from './chaos';
import type { ChaosOptions, StoryName } from './contract';

jest.setTimeout(600_000);

/**
 * Whole stories while the vendors misbehave: nobody is lost or doubled, everybody has one explained outcome,
 * and after one "Sync now" the end is that of an undisturbed run.
 */
const NAMES = Object.keys(STORIES) as StoryName[];

async function expectToHold(options: ChaosOptions): Promise<void> {
	const { seed, people, faultRate, story } = options;
	const report = await runChaos(options);
	const repeat = `npm run chaos -- --seed ${seed} --people ${people} --fault-rate ${faultRate} --story ${story}`;
	expect({ repeat, problems: report.problems }).toEqual({ repeat, problems: [] });
	expect(report).toMatchObject({ lost: 0, doubled: 0, unexplained: 0, different: 0, holds: true });
	expect(report.outcomes.syncNow).toMatchObject({ deferred: 0 });
}

describe.each([11, 22, 33])('seed %i, 300 people', (seed) => {
	test.each(NAMES)('%s', async (story) => {
		await expectToHold({ seed, people: 300, faultRate: 0.1, story });
	});
});

const fresh = randomInt(1, 1_000_000);

test.each(NAMES)(`a new seed, ${fresh}: %s`, async (story) => {
	await expectToHold({ seed: fresh, people: 60, faultRate: 0.2, story });
});

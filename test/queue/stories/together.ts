import { executionError } from '../../host/drive/executions';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import type { Cluster } from '../cluster/cluster';
import { differencesIn } from '../cluster/look';
import { type Scene, setScene } from '../cluster/scene';
import { ended, press, workerOf } from '../cluster/watch';
import { say } from '../report';

/** HubSpot has no compare-and-set: two who write one contact at once may undo one another. */
export function togetherStory(cluster: () => Cluster): void {
	describe('one webinar is synced by two workers at once', () => {
		let scene: Scene;
		beforeAll(async () => {
			scene = await setScene(cluster(), {
				template: MAIN_TEMPLATE,
				seed: 303,
				registrants: 500,
				hoursAgo: 4,
			});
		});
		afterAll(async () => await scene?.close());

		it('histories and counters are right afterwards, and everybody is there once', async () => {
			const ids = await Promise.all(
				[1, 2].map(async () => await press(cluster(), scene, 'Every day')),
			);
			const both = await Promise.all(ids.map(async (id) => await ended(cluster(), id)));
			expect(both.map(executionError)).toEqual(['', '']);
			const workers = await Promise.all(ids.map(async (id) => await workerOf(cluster(), id)));
			expect(new Set(workers.map(({ name }) => name)).size).toBe(2);
			const begin = Math.max(...both.map(({ startedAt }) => Date.parse(startedAt)));
			const end = Math.min(...both.map(({ stoppedAt }) => Date.parse(String(stoppedAt))));
			say(`two workers wrote the same webinar at once for ${((end - begin) / 1000).toFixed(1)} s`);
			expect(end).toBeGreaterThan(begin);
			expect(differencesIn(scene, scene.story.main)).toEqual([]);
		});
	});
}

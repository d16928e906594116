import { executionError } from '../../host/drive/executions';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import { seededRandom } from '../../sandbox/kernel/random';
import { LOG_TABLE, tableRows } from '../../e2e/templates/support/tables';
import type { Cluster } from '../cluster/cluster';
import { type Scene, setScene } from '../cluster/scene';
import { begun, ended, givenUp, killDuring, press, retry } from '../cluster/watch';
import { until } from '../../sandbox/testing/until';
import { differencesIn, openRows } from '../cluster/look';
import { figures, say } from '../report';

const DAILY = 'Every day';
const KILLS = 4;

/** Of the moments at which workers are killed; printed, and repeated by `QUEUE_SEED`. */
export const seed = Number(process.env.QUEUE_SEED) || Math.floor(Math.random() * 1_000_000) + 1;

/**
 * The daily start looks at webinars that ended 3 hours ago or more, so this one did.
 */
export function killStory(cluster: () => Cluster): void {
	describe(`workers are killed in the middle of it (QUEUE_SEED=${seed})`, () => {
		let scene: Scene;
		const draw = seededRandom(seed);
		beforeAll(async () => {
			figures.seed = seed;
			const template = { template: MAIN_TEMPLATE, seed: 302, registrants: 500, hoursAgo: 4 };
			scene = await setScene(cluster(), template);
			await scene.publish();
		});
		afterAll(async () => await scene?.close());

		const deliver = async () => {
			const { webinarId, sessionUuid } = scene.story.main;
			const event = scene.sandbox.zoom.events.webinarEnded(webinarId, sessionUuid);
			const to = await scene.hookOf('Webinar ended');
			const eventTime = Date.parse(scene.story.main.endTime);
			return await scene.sandbox.zoom.deliver({ ...event, eventTime, to });
		};

		it(`${KILLS} times, at random moments, and every time an operator starts it again`, async () => {
			const { books } = scene.sandbox;
			for (let kill = 0; kill < KILLS; kill += 1) {
				books.clear();
				const id =
					kill === 0
						? await begun(cluster(), scene, deliver)
						: await press(cluster(), scene, DAILY);
				figures.rerun += kill === 0 ? 0 : 1;
				const calls = 2 + Math.floor(draw() * 36);
				say(`the next kill comes with call ${calls}`);
				const isFarEnough = () => books.entries.length >= calls;
				await killDuring(cluster(), id, async () => await until(isFarEnough, `${calls} calls`));
				await givenUp(cluster(), id);
				say(`n8n's own Retry: ${await retry(cluster(), id)}`);
				figures.rerun += 1;
			}
			expect(scene.judge.hubSpot([scene.story.main])).not.toEqual([]);
		});

		it('is not helped by a late delivery of the same webhook: that was seen', async () => {
			scene.sandbox.books.clear();
			const id = await begun(cluster(), scene, deliver);
			figures.duplicates += 1;
			expect(executionError(await ended(cluster(), id))).toBe('');
			expect(scene.sandbox.books.calls('hubspot')).toEqual([]);
		});

		it('ends as if nothing had happened, once the daily start has come', async () => {
			const { n8n } = cluster();
			const { judge, story } = scene;
			const id = await press(cluster(), scene, DAILY);
			figures.rerun += 1;
			expect(executionError(await ended(cluster(), id))).toBe('');
			expect(differencesIn(scene, story.main)).toEqual([]);
			const { outcomes } = judge.expectation([story.main]);
			const rows = (await tableRows(n8n, LOG_TABLE)).filter(
				({ sessionId }) => sessionId === story.main.sessionUuid,
			);
			expect(rows).toHaveLength(outcomes.length);
			expect(await openRows(cluster())).toEqual([]);
		});
	});
}

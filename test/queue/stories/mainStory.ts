import {
	executionError,
	executionIds,
	latestExecutionId,
	nodeRan,
} from '../../host/drive/executions';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import { LOG_TABLE, tableRows } from '../../e2e/templates/support/tables';
import type { Cluster } from '../cluster/cluster';
import { differencesIn, openRows } from '../cluster/look';
import { type Scene, setScene } from '../cluster/scene';
import { begun, ended, workerOf } from '../cluster/watch';
import { until } from '../../sandbox/testing/until';
import { figures } from '../report';

/** A webinar ends, and Zoom calls the webhook processor; main only looks on. */
export function mainStory(cluster: () => Cluster): void {
	describe('a webinar with 500 registrants ends', () => {
		let scene: Scene;
		beforeAll(async () => {
			scene = await setScene(cluster(), { template: MAIN_TEMPLATE, seed: 301, registrants: 500 });
			await scene.publish();
		});
		afterAll(async () => await scene?.close());

		const deliver = async () => {
			const { sandbox, story } = scene;
			const { webinarId, sessionUuid } = story.main;
			const event = sandbox.zoom.events.webinarEnded(webinarId, sessionUuid);
			return await sandbox.zoom.deliver({
				...event,
				eventTime: Date.parse(story.main.endTime),
				to: await scene.hookOf('Webinar ended'),
			});
		};

		it('is taken by the webhook processor, run by a worker, and written as it must be', async () => {
			const { main, webhook } = cluster();
			const { sandbox, story } = scene;
			expect(await sandbox.zoom.validateUrl(await scene.hookOf('Webinar ended'))).toBe(true);
			const id = await begun(cluster(), scene, async () =>
				expect(await deliver()).toMatchObject({ status: 200, attempts: 1 }),
			);
			const execution = await ended(cluster(), id);
			expect(executionError(execution)).toBe('');
			expect((await workerOf(cluster(), id)).role).toBe('worker');
			expect(webhook.log()).toContain(`Enqueued execution ${id} `);
			expect(main.log()).not.toContain(`Enqueued execution ${id} `);
			expect(differencesIn(scene, story.main)).toEqual([]);
			expect(await openRows(cluster())).toEqual([]);
		});

		it('changes nothing when it is delivered five times more, at once', async () => {
			const { n8n } = cluster();
			const rows = (await tableRows(n8n, LOG_TABLE)).length;
			scene.sandbox.books.clear();
			const after = await latestExecutionId(n8n, scene.workflow.id);
			const answers = await Promise.all(Array.from({ length: 5 }, deliver));
			figures.duplicates += answers.length;
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
			const started = async () =>
				(await executionIds(n8n, scene.workflow.id)).filter((id) => id > after).map(String);
			// Each is answered before it has begun.
			await until(async () => (await started()).length === answers.length, 'all five begin');
			const all = (await started()).map(async (id) => await ended(cluster(), id));
			const ran = (await Promise.all(all)).map((one) => nodeRan(one, 'Get attendees'));
			expect(ran).toEqual(answers.map(() => false));
			expect(scene.sandbox.books.entries).toEqual([]);
			expect(await tableRows(n8n, LOG_TABLE)).toHaveLength(rows);
		});
	});
}

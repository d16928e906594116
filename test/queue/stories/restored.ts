import fs from 'node:fs';
import path from 'node:path';
import { executionError } from '../../host/drive/executions';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import type { WebhookResult } from '../../sandbox/contract';
import type { StorySession } from '../../story/contract';
import { OPEN_TABLE, setInAllRows } from '../../e2e/templates/support/tables';
import { type Cluster, DATABASE } from '../cluster/cluster';
import { differencesIn, openRows } from '../cluster/look';
import { type Scene, setScene } from '../cluster/scene';
import { begun, ended, press } from '../cluster/watch';
import { until } from '../../sandbox/testing/until';
import { figures } from '../report';

const OLDER = 'older';
/** Zoom tries again after 5, 20 and 60 minutes; here after seconds, which is as long as a restart takes. */
const RETRIES_MS = [2_000, 6_000, 12_000, 20_000];
const WAITING = "status = 'waiting' AND \"waitTill\" < '2999-01-01'";

/** The database is as it was before, HubSpot is not; and no process of n8n stays up. */
export function restoredStory(cluster: () => Cluster): void {
	describe('an older database, and a rolling restart', () => {
		let scene: Scene;
		let backup: string;
		let waiting: string;
		beforeAll(async () => {
			scene = await setScene(cluster(), {
				template: MAIN_TEMPLATE,
				seed: 304,
				registrants: 200,
				reportDelayMinutes: 60,
			});
			await scene.publish();
			backup = path.join(cluster().folder, 'backup.sql');
		});
		afterAll(async () => await scene?.close());

		const deliver = async (
			{ webinarId, sessionUuid, endTime }: StorySession,
			process = cluster().webhook,
		) => {
			const event = scene.sandbox.zoom.events.webinarEnded(webinarId, sessionUuid);
			const { pathname } = new URL(await scene.hookOf('Webinar ended'));
			const to = `${process.url}${pathname}`;
			const sent = { ...event, eventTime: Date.parse(endTime), to, retryDelaysMs: RETRIES_MS };
			return await scene.sandbox.zoom.deliver(sent);
		};
		const waits = async (database: string) =>
			await cluster().postgres.query(
				database,
				`SELECT id FROM execution_entity WHERE ${WAITING} ORDER BY id`,
			);
		const endWaits = async (database: string) =>
			await cluster().postgres.query(
				database,
				`UPDATE execution_entity SET "waitTill" = now() WHERE ${WAITING}`,
			);
		/** People whom HubSpot could not take are tried again. */
		async function tryOpenAgain(): Promise<void> {
			const { n8n } = cluster();
			await setInAllRows(n8n, OPEN_TABLE, { retryAt: new Date(0).toISOString() });
			const execution = await ended(cluster(), await press(cluster(), scene, 'Every hour'));
			expect(executionError(execution)).toBe('');
			expect(await openRows(cluster())).toEqual([]);
		}

		it('keeps one execution that waits for a report, and people who are open', async () => {
			const { postgres } = cluster();
			const { sandbox, story } = scene;
			sandbox.addFault({
				vendor: 'hubspot',
				match: /contacts\/batch\/update/,
				fault: { kind: 'status', status: 429, policy: 'DAILY' },
			});
			figures.faults += 1;
			const first = await begun(cluster(), scene, async () => await deliver(story.earlier));
			expect(executionError(await ended(cluster(), first))).toBe('');
			expect((await openRows(cluster())).length).toBeGreaterThan(0);
			waiting = await begun(cluster(), scene, async () => await deliver(story.main));
			await until(async () => (await waits(DATABASE)).includes(waiting), 'the report is awaited');
			await postgres.dump(DATABASE, backup);
			expect(fs.statSync(backup).size).toBeGreaterThan(100_000);
		});

		it('goes on undisturbed to its end', async () => {
			const { sandbox, story } = scene;
			await tryOpenAgain();
			sandbox.advance(2 * 3_600_000);
			await endWaits(DATABASE);
			expect(executionError(await ended(cluster(), waiting))).toBe('');
			expect(differencesIn(scene, story.earlier, story.main)).toEqual([]);
		});

		it('is put back, and does it all once more: nothing is lost and nothing doubled', async () => {
			const { members, postgres } = cluster();
			const { story } = scene;
			await Promise.all(members.map(async (member) => await member.stop()));
			await postgres.create(OLDER, backup);
			for (const member of members) await member.start({ DB_POSTGRESDB_DATABASE: OLDER });
			expect(await waits(OLDER)).toEqual([waiting]);
			await endWaits(OLDER);
			expect(executionError(await ended(cluster(), waiting))).toBe('');
			await tryOpenAgain();
			expect(differencesIn(scene, story.earlier, story.main)).toEqual([]);
		});

		it('takes every webhook while one process after the other is restarted', async () => {
			const { main, members, webhook } = cluster();
			const { story } = scene;
			const coming: Array<Promise<WebhookResult>> = [];
			const sessions = [story.nobody, story.main, story.earlier, story.main];
			for (const [index, member] of members.entries()) {
				const restarted = member.restart();
				// As a load balancer that asks for readiness: one that starts answers 404 for a moment, which is final.
				coming.push(deliver(sessions[index]!, member === webhook ? main : webhook));
				await restarted;
				figures.restarts += 1;
			}
			const answers = await Promise.all(coming);
			figures.webhooks += answers.length;
			figures.duplicates += 3;
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
			await until(
				() => scene.judge.hubSpot([story.earlier, story.main, story.nobody]).length === 0,
				'the webinar that ended meanwhile is in HubSpot',
			).catch(() => undefined);
			expect(differencesIn(scene, story.earlier, story.main, story.nobody)).toEqual([]);
		});
	});
}

import { PACKAGE } from '../../engine/support/nodeTypes';
import { packageTypes } from '../../engine/support/runNode';
import { TriggerEngine } from '../../engine/support/triggerEngine';
import type { Stage } from '../../engine/support/world';
import type { ZoomEvent } from '../../sandbox/contract';
import { seededRandom } from '../../sandbox/kernel/random';

const MINUTE_S = 60;

/**
 * What Zoom sends of the main webinar's end: in another order than it happened, more than once, late, and by a
 * clock that is minutes off.
 * @returns how many executions of the workflow "On webinar ended" it started
 */
export async function webinarEnds(here: Stage, seed: number): Promise<number> {
	const { zoom } = here.sandbox;
	const { webinarId, sessionUuid } = here.story.main;
	const { webhookSecretToken } = here.story.world.zoom;
	const types = await packageTypes();
	const trigger = types.getByNameAndVersion(`${PACKAGE}.zoomWebinarTrigger`);
	const engine = new TriggerEngine(trigger, ['zoomWebinarServerToServerOAuth2Api']);
	const host = await engine.start({
		credential: { webhookSecretToken },
		parameters: { events: ['webinar.ended'] },
	});
	const random = seededRandom(seed);
	const ended = zoom.events.webinarEnded(webinarId, sessionUuid);
	const started = zoom.events.webinarStarted(webinarId, sessionUuid);
	const deliveries = shuffled([started, ended, ended], random);
	try {
		for (const event of deliveries) await deliver(here, event, host.url, random);
		return host.executions.flat().filter(({ event }) => event === 'webinar.ended').length;
	} finally {
		await host.close();
	}
}

/** Up to five minutes early by a clock that is fast, up to 85 minutes late: Zoom's last repetition. */
async function deliver(
	{ sandbox }: Stage,
	event: ZoomEvent,
	to: string,
	random: () => number,
): Promise<void> {
	const offMinutes = Math.round(random() * 90) - 85;
	const timestampSeconds = Math.floor(Date.now() / 1000) + offMinutes * MINUTE_S;
	await sandbox.zoom.deliver({ ...event, to, timestampSeconds });
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	return items
		.map((item) => ({ item, place: random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ item }) => item);
}

import { randomBytes } from 'node:crypto';
import type { WebhookDelivery, WebhookResult, ZoomControls, ZoomSide } from '../../contract';
import type { ZoomWorld } from '../../world';
import { createControls } from '../controls';
import type { TokenStore } from '../tokens';
import { RETRY_DELAYS_MS, sendWebhook } from './deliver';
import { createEvents } from './events';
import { zoomJson } from './json';
import { encryptedTokenOf } from './signature';

export interface SideOptions {
	world: ZoomWorld;
	tokens: TokenStore;
	/** Sandbox time, epoch milliseconds. */
	now(): number;
	/** Aborted when the sandbox closes. */
	signal: AbortSignal;
	controls?: ZoomControls;
	/** Where downloads are; default: where Zoom has them. */
	origin?(): string;
}

/** What Zoom does of its own accord, and what a test may change about it. */
export function createZoomSide({
	world,
	tokens,
	now,
	signal,
	controls = createControls(),
	origin = () => 'https://us02web.zoom.us',
}: SideOptions): ZoomSide {
	const events = createEvents({ world, tokens, now, origin });

	function send(delivery: WebhookDelivery): Promise<WebhookResult> {
		const { event, payload, eventTime = now(), downloadToken } = delivery;
		const body = { event, event_ts: eventTime, payload, download_token: downloadToken };
		return sendWebhook({
			to: delivery.to,
			rawBody: delivery.rawBody ?? zoomJson(body),
			secret: delivery.secret ?? world.webhookSecretToken,
			clientId: world.clientId,
			// The receiver compares with its own clock, which does not jump with the sandbox's.
			timestampSeconds: delivery.timestampSeconds ?? Math.floor(Date.now() / 1000),
			retryDelaysMs: delivery.retryDelaysMs ?? RETRY_DELAYS_MS,
			answerDueMs: controls.answerDueMs,
			signal,
		});
	}

	const side: Omit<ZoomSide, keyof ZoomControls> = {
		world,
		revokeTokens: () => tokens.revokeAll(),
		events,
		deliver: send,
		publish: (event) =>
			Promise.all(
				controls.subscriptions
					.filter((one) => one.events.includes(event.event))
					.map((one) => send({ ...event, to: one.event_webhook_url })),
			),
		webinarEnded: async (webinarId, sessionUuid, to) =>
			send({ ...events.webinarEnded(webinarId, sessionUuid), to }),
		async validateUrl(to) {
			const plainToken = randomBytes(16).toString('base64url');
			const delivery = { event: 'endpoint.url_validation', payload: { plainToken }, to };
			const { status, body } = await send({ ...delivery, retryDelaysMs: [] });
			const expected = encryptedTokenOf(world.webhookSecretToken, plainToken);
			return status === 200 && answersChallenge(body, plainToken, expected);
		},
	};
	// One object: what a test assigns here, the routes see.
	return Object.assign(controls, side);
}

function answersChallenge(body: string, plainToken: string, encryptedToken: string): boolean {
	try {
		const answer: unknown = JSON.parse(body);
		return (
			typeof answer === 'object' &&
			answer !== null &&
			'plainToken' in answer &&
			answer.plainToken === plainToken &&
			'encryptedToken' in answer &&
			answer.encryptedToken === encryptedToken
		);
	} catch {
		return false;
	}
}

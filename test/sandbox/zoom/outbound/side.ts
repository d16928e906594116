import { randomBytes } from 'node:crypto';
import type { WebhookDelivery, WebhookResult, ZoomSide } from '../../contract';
import type { ZoomWorld } from '../../world';
import type { TokenStore } from '../tokens';
import { RETRY_DELAYS_MS, sendWebhook } from './deliver';
import { endedEventTime, webinarEndedPayload } from './events';
import { zoomJson } from './json';
import { encryptedTokenOf } from './signature';

export interface SideOptions {
	world: ZoomWorld;
	tokens: TokenStore;
	/** Sandbox time, epoch milliseconds. */
	now(): number;
	/** Aborted when the sandbox closes. */
	signal: AbortSignal;
}

/** What Zoom does of its own accord, and what a test may change about it. */
export function createZoomSide({ world, tokens, now, signal }: SideOptions): ZoomSide {
	function send(delivery: WebhookDelivery, eventTime: number): Promise<WebhookResult> {
		const { event, payload } = delivery;
		return sendWebhook({
			to: delivery.to,
			rawBody: delivery.rawBody ?? zoomJson({ event, event_ts: eventTime, payload }),
			secret: delivery.secret ?? world.webhookSecretToken,
			clientId: world.clientId,
			// The receiver compares with its own clock, which does not jump with the sandbox's.
			timestampSeconds: delivery.timestampSeconds ?? Math.floor(Date.now() / 1000),
			retryDelaysMs: delivery.retryDelaysMs ?? RETRY_DELAYS_MS,
			signal,
		});
	}

	return {
		world,
		revokeTokens: () => tokens.revokeAll(),
		deliver: (delivery) => send(delivery, now()),
		async webinarEnded(webinarId, sessionUuid, to) {
			const webinar = world.webinars.find((one) => one.id === webinarId);
			const session = webinar?.sessions.find((one) => one.uuid === sessionUuid);
			const host = world.users.find((one) => one.id === webinar?.hostId);
			if (!webinar || !session || !host) {
				throw new Error(`The world has no session ${sessionUuid} of webinar ${webinarId}`);
			}
			const payload = webinarEndedPayload(world.accountId, webinar, session, host);
			return send({ event: 'webinar.ended', payload, to }, endedEventTime(session));
		},
		async validateUrl(to) {
			const plainToken = randomBytes(16).toString('base64url');
			const delivery = { event: 'endpoint.url_validation', payload: { plainToken }, to };
			const { status, body } = await send({ ...delivery, retryDelaysMs: [] }, now());
			const expected = encryptedTokenOf(world.webhookSecretToken, plainToken);
			return status === 200 && answersChallenge(body, plainToken, expected);
		},
	};
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

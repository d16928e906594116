import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { registerAdobeConnect } from './adobeConnect';
import type { AdobeConnectSide } from './adobeConnect/contract';
import { registerAdobeConnectControl } from './adobeConnect/control';
import { describeCall } from './adobeConnect/http/describe';
import type { HubSpotSide, Sandbox, SandboxOptions, ZoomSide } from './contract';
import { registerHubSpot } from './hubspot';
import { createBooks } from './kernel/books';
import { createClock } from './kernel/clock';
import { registerControl } from './kernel/control';
import { createFaultPlan } from './kernel/faults';
import { installHooks } from './kernel/hooks';
import type { Kernel } from './kernel/kernel';
import { registerMarketo } from './marketo';
import type { MarketoSide } from './marketo/contract';
import { registerMarketoControl } from './marketo/control';
import { keepWorldSecrets } from './worldSecrets';
import { registerZoom } from './zoom';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const DEFAULT_PARTICIPATION_DELAY_MS = 300;
const DEFAULT_TOKEN_LIFE_SECONDS = 3600;

/** Starts all vendors on one port of 127.0.0.1, each below its own prefix. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
	keepWorldSecrets(options.world);
	const clock = createClock(options.world.now);
	const books = createBooks();
	const faults = createFaultPlan(options.randomFaults);
	const kernel: Kernel = { now: clock.now, limits: options.limits ?? true };
	const app = createApp();
	await app.register(formbody, { bodyLimit: BODY_LIMIT_BYTES });

	const disturb = (revoke: () => void) => ({ revoke, advance: clock.advance });
	let zoom: ZoomSide | undefined;
	let hubspot: HubSpotSide | undefined;
	await app.register(
		async (scope) => {
			const prefixes = ['/zoom/v2', '/zoom'];
			const upset = disturb(() => zoom?.revokeTokens());
			installHooks(scope, { vendor: 'zoom', prefixes, kernel, books, faults, disturb: upset });
			zoom = registerZoom(scope, kernel, options.world.zoom, {
				tokenLifeSeconds: options.tokenLifeSeconds ?? DEFAULT_TOKEN_LIFE_SECONDS,
			});
		},
		{ prefix: '/zoom' },
	);
	await app.register(
		async (scope) => {
			const prefixes = ['/hubspot'];
			const upset = disturb(() => hubspot?.revokeTokens());
			installHooks(scope, { vendor: 'hubspot', prefixes, kernel, books, faults, disturb: upset });
			hubspot = registerHubSpot(scope, kernel, options.world.hubspot, {
				participationDelayMs: options.participationDelayMs ?? DEFAULT_PARTICIPATION_DELAY_MS,
			});
		},
		{ prefix: '/hubspot' },
	);
	let marketo: MarketoSide | undefined;
	const { marketo: marketoWorld } = options.world;
	if (marketoWorld) {
		await app.register(
			async (scope) => {
				const prefixes = ['/marketo'];
				const upset = disturb(() => marketo?.revokeTokens());
				installHooks(scope, { vendor: 'marketo', prefixes, kernel, books, faults, disturb: upset });
				marketo = registerMarketo(scope, kernel, marketoWorld);
			},
			{ prefix: '/marketo' },
		);
	}
	let adobeConnect: AdobeConnectSide | undefined;
	const { adobeConnect: adobeWorld } = options.world;
	if (adobeWorld) {
		await app.register(
			async (scope) => {
				const upset = disturb(() => adobeConnect?.expireSessions());
				const hooks = { kernel, books, faults, describe: describeCall, disturb: upset };
				installHooks(scope, { vendor: 'adobeConnect', prefixes: ['/adobe'], ...hooks });
				const host = (): string => `http://127.0.0.1:${portOf(app)}/adobe`;
				adobeConnect = registerAdobeConnect(scope, kernel, adobeWorld, host);
			},
			{ prefix: '/adobe' },
		);
	}
	if (!zoom || !hubspot) throw new Error('A vendor of the sandbox did not start');
	registerControl(app, { kernel, clock, books, zoom });
	if (marketo) registerMarketoControl(app, marketo);
	if (adobeConnect) registerAdobeConnectControl(app, adobeConnect);

	await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const url = `http://127.0.0.1:${portOf(app)}`;
	return {
		url,
		zoomBaseUrl: `${url}/zoom`,
		hubspotBaseUrl: `${url}/hubspot`,
		marketoBaseUrl: `${url}/marketo`,
		adobeBaseUrl: `${url}/adobe`,
		books,
		zoom,
		hubspot,
		get marketo() {
			if (!marketo) throw new Error("The sandbox's world has no Marketo");
			return marketo;
		},
		get adobeConnect() {
			if (!adobeConnect) throw new Error("The sandbox's world has no Adobe Connect");
			return adobeConnect;
		},
		now: clock.now,
		advance: clock.advance,
		addFault: faults.add,
		clearFaults: faults.clear,
		close: () => app.close(),
	};
}

function createApp(): FastifyInstance {
	const app = fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		forceCloseConnections: true,
		// A doubly encoded UUID is longer than the router's default of 100 characters.
		routerOptions: { maxParamLength: 500 },
	});
	// An empty body with a JSON content type is what many clients send with DELETE; the vendors take it.
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		const text = String(body);
		if (text.trim() === '') return done(null, undefined);
		try {
			return done(null, JSON.parse(text));
		} catch {
			const error = Object.assign(new Error('Invalid input JSON'), { statusCode: 400 });
			return done(error, undefined);
		}
	});
	return app;
}

function portOf(app: FastifyInstance): number {
	const address: AddressInfo | string | null = app.server.address();
	if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
	return address.port;
}
